"""Nothing typed is lost: drafts written down, taken up again, put aside, deleted and put back."""

from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout

from boothapp.domain.draft import Draft, is_empty
from boothapp.domain.show import Show
from boothapp.ui import keys
from boothapp.ui.desk import Desk
from boothapp.ui.latest import Latest
from boothapp.ui.next_paint import after_next_paint
from boothapp.ui.pages.capture.frame import Side
from boothapp.ui.pages.capture.journal import Journal
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.actions.drafts import Taken
    from boothapp.domain.changes import Changes
    from boothapp.store.database import Store
    from boothapp.store.drafts import Kept
    from boothapp.ui.pages.capture.draft_panel import CameBack, DraftPanel
    from boothapp.ui.pages.capture.page import CapturePage
    from boothapp.ui.widgets.buttons import Button

DRAFTS = mark("Drafts")
DELETED = mark("The draft of {name} is deleted.")
GONE = mark("This draft is not there any more.")
STAFF_WAITS = mark("The conversation of {name} waits among the drafts.")
WAITS = mark("The conversation under way waits among the drafts.")


class Drafts(QObject):
    """What the page knows of conversations that are not saved; its parts are made when first wanted."""

    def __init__(self, desk: Desk, show: Show, page: "CapturePage", tools: QHBoxLayout, talk: Side) -> None:
        """tools: where the button stands last; talk: the side whose first place the panel takes."""
        super().__init__(page)
        self._desk, self._show, self._page, self._tools, self._talk = desk, show, page, tools, talk
        self._staff, self._asking = desk.staff, Latest(desk.tasks)
        self.journal = Journal(desk.tasks, page.written, page)
        self.waiting: list[Kept] = []
        desk.staff_chosen.connect(self._staff_chosen)
        # With the page in sight: the next visitor waits for no draft.
        after_next_paint(page, self._look)

    @cached_property
    def button(self) -> "Button":
        """Opens the list; there only while a draft waits."""
        from boothapp.ui.widgets.buttons import Button

        button = Button("", "quiet", "file-text", keys.of("capture", "drafts"), parent=self._page)
        button.clicked.connect(self.toggle)
        self._tools.addWidget(button)
        return button

    @cached_property
    def panel(self) -> "DraftPanel":
        """The list, above the conversation."""
        from boothapp.ui.pages.capture.draft_panel import DraftPanel

        panel = DraftPanel(self._show, self._talk.inner)
        panel.chosen.connect(self.take_up)
        panel.deleted.connect(self.delete)
        panel.closed.connect(self._close_and_arm)
        self._talk.parts.insertWidget(0, panel)
        return panel

    @cached_property
    def came_back(self) -> "CameBack":
        """The line above a conversation that came back by itself."""
        from boothapp.ui.pages.capture.draft_panel import CameBack

        line = CameBack(self._talk.inner)
        line.aside.clicked.connect(self.put_aside)
        self._talk.parts.insertWidget(0, line)
        return line

    def begin(self, draft: Draft) -> None:
        """This conversation stands on the page from now on."""
        self.journal.begin(draft)
        if "came_back" in vars(self):
            self.came_back.hide()

    def refresh(self, changes: "Changes") -> None:
        """Counts again."""
        if "drafts" in changes.topics:
            self._count()

    def retranslate(self) -> None:
        """The words of the button and the list again."""
        self._show_waiting(self.waiting)

    def stand(self, draft: Draft) -> bool:
        """Shows this conversation, whether another one was under way, which waits from now on."""
        under_way = self._leave()
        self._page.keeping.drop(draft.id)
        self._page.stand(draft)
        self._close_and_arm()
        return under_way

    def put_aside(self) -> None:
        """The conversation under way waits in the list, and the form is fresh."""
        if self._leave():
            self._page.fresh()

    def toggle(self) -> None:
        """Opens the list, the keyboard on its first draft, or closes it."""
        if "panel" in vars(self) and not self.panel.isHidden():
            self._close_and_arm()
            return
        self.panel.offer(self.waiting)
        self._talk.verticalScrollBar().setValue(0)
        self.panel.lines[0].go_on.setFocus(Qt.FocusReason.TabFocusReason)

    def close(self) -> None:
        """Closes the list where it is open."""
        if "panel" in vars(self):
            self.panel.hide()

    def take_up(self, id: str) -> None:
        """Goes on with a draft."""
        from boothapp.actions import drafts

        self._desk.tasks.change(lambda store: drafts.take_up(store, id), self._taken)

    def delete(self, id: str) -> None:
        """Deletes a draft; Undo brings it back."""
        from boothapp.actions import drafts

        self._desk.doing.emit()
        self._desk.tasks.change(lambda store: drafts.forget(store, id), self._deleted)

    def _look(self) -> None:
        """A conversation that a crash or a power cut ended comes back, unless the next one has begun."""
        if is_empty(self._page.written()):
            self._desk.tasks.change(partial(_newest, show=self._show.id, staff=self._desk.staff), self._found)
        self._count()

    def _found(self, taken: "Taken") -> None:
        if taken.kept is None or not is_empty(self._page.written()):
            return
        self._page.stand(taken.kept.draft)
        self.came_back.tell(taken.kept)
        self._count()

    def _count(self) -> None:
        self._asking.ask(partial(_of_show, show=self._show.id), self._show_waiting)

    def _show_waiting(self, kept: "list[Kept]") -> None:
        here = self._page.draft().id
        self.waiting = [one for one in kept if one.draft.id != here]
        if self.waiting or "button" in vars(self):
            self.button.say(f"{tr(DRAFTS)} {len(self.waiting)}", DRAFTS)
            self.button.setVisible(bool(self.waiting))
        if "panel" in vars(self) and not self.panel.isHidden():
            self._offer_again()

    def _offer_again(self) -> None:
        """The list is open while it changes: the keyboard stays in it."""
        if not self.waiting:
            self._close_and_arm()
            return
        had = self.panel.isAncestorOf(self._page.focusWidget() or self._page)
        self.panel.offer(self.waiting)
        if had:
            self.panel.lines[0].go_on.setFocus(Qt.FocusReason.TabFocusReason)

    def _close_and_arm(self) -> None:
        self.close()
        self._page.scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self, holder: str = "") -> bool:
        """The conversation under way goes into the list, as its holder's; whether there was one."""
        self._page.pictures.cards.take_open()
        draft = self._page.written()
        draft = replace(draft, staff=holder or draft.staff)
        if is_empty(draft):
            return False
        if self._page.scan.typed():
            self._page.scan.setText("")
        from boothapp.actions import drafts

        self._desk.tasks.change(
            lambda store: drafts.keep(store, draft, aside=True),
            failed=lambda error: self._page.keeping.not_saved([draft], error),
        )
        return True

    def _taken(self, taken: "Taken") -> None:
        if taken.kept is None:
            self._desk.say(tr(GONE), tone="info")
        elif self.stand(taken.kept.draft):
            self._desk.say(tr(WAITS))

    def _deleted(self, taken: "Taken") -> None:
        if (kept := taken.kept) is None:
            return
        from boothapp.actions import drafts
        from boothapp.ui.pages.capture.draft_panel import named

        said = tr(DELETED).format(name=named(kept.draft))
        self._desk.say(said, lambda: self._desk.tasks.change(lambda store: drafts.put_back(store, kept)))

    def _staff_chosen(self, id: str) -> None:
        """A conversation belongs to who held it: somebody else begins with a fresh form."""
        before, self._staff = self._staff, id
        holder = self._page.held_by or before
        if not holder or holder == id:
            self.journal.touch()
        elif self._leave(holder):
            waits = self._page.draft().id
            self._page.fresh()
            person = self._show.person(holder)
            said = tr(STAFF_WAITS).format(name=person.name if person else holder)
            self._desk.say(said, lambda: self._go_on_as(waits))

    def _go_on_as(self, id: str) -> None:
        """Only the name was wrong: the conversation is of whoever is at the stand now."""
        from boothapp.actions import drafts

        def taken(taken: "Taken") -> None:
            if taken.kept is not None:
                self.stand(taken.kept.draft)
                self._page.held_by = ""

        self._desk.tasks.change(lambda store: drafts.take_up(store, id), taken)


def _newest(store: "Store", show: str, staff: str) -> "Taken":
    from boothapp.actions import drafts

    return drafts.newest(store, show, staff)


def _of_show(store: "Store", show: str) -> "list[Kept]":
    from boothapp.actions import drafts

    return drafts.of_show(store, show)
