"""The Leads page: found by typing, filtered, sorted, several at once, each lead whole beside the list."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from boothapp.actions import leads
from boothapp.actions.leads import Whole
from boothapp.domain.lead import Lead
from boothapp.errors import UserError, WrongCall
from boothapp.ui import keys
from boothapp.ui.desk import Desk
from boothapp.ui.latest import Latest
from boothapp.ui.pages.leads.deleting import Deleting
from boothapp.ui.pages.leads.edits import Edits
from boothapp.ui.pages.leads.filters import Counts
from boothapp.ui.pages.leads.frame import TITLE, LeadsFrame
from boothapp.ui.pages.leads.paper import Paper
from boothapp.ui.pages.leads.selecting import Selecting
from boothapp.ui.pages.leads.undoing import Undos
from boothapp.ui.widgets.search_field import CLEAR
from boothapp.words import mark, plural, tr

if TYPE_CHECKING:
    from boothapp.domain.changes import Changes
    from boothapp.ui.pages.leads.filters import Chosen

NOTHING = mark("Nothing found for “{text}”")
NOTHING_SO = mark("No lead fits these filters")
SEARCHED = mark("Names, companies, e-mails, phones, towns, badges and lead numbers were searched.")
SEARCHED_SOME = mark("Only what the filters above leave was searched.")
OTHERS = mark("Take one of the filters above off, or all of them here.")
CLEAR_ALL = mark("Clear search and filters")


class LeadsPage(LeadsFrame):
    """Reads the store only when shown, and again when Changes name leads."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._desk, self._wanted, self._stale = desk, "", True
        self._counting, self._reading = Latest(desk.tasks), Latest(desk.tasks)
        self._counts: Mapping[str, int] = {}
        self._shown: Lead | None = None
        self.paper, self.deleting, self.selecting = (
            Paper(desk, self),
            Deleting(desk, self),
            Selecting(desk, self),
        )
        self.undos, self.edits = Undos(desk, self), Edits(desk, self)
        self._connect()
        self._speak()

    def shown(self) -> None:
        """Called when the page comes to the front."""
        if self._stale:
            self._ask()
        if self.is_editing():
            return
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changes: "Changes") -> None:
        """Reads again what has changed, if leads did."""
        if "leads" not in changes.topics:
            return
        self._stale = True
        if self.isVisible():
            self._ask()
            if not changes.leads or self.list.lead() in changes.leads:
                self._read(self.list.lead())

    def open_lead(self, id: str) -> None:
        """Shows this lead, whatever was searched before."""
        self._wanted = id
        self._clear()
        self._read(id)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_only(self, chosen: "Chosen") -> None:
        """Shows the leads that these filters find, whatever was searched before."""
        self.search.clear()
        self.sifting.choose(chosen)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Speaks the language spoken now, where a control does not by itself."""
        self.sifting.speak()
        self._speak()
        self._say_nothing()
        self.detail.retranslate()
        self.list.viewport().update()

    def save_all(self) -> None:
        """The window is closed, or its show left: what is typed beside the list is saved."""
        self.edits.save_all()

    def refusal(self) -> UserError | None:
        """Why that could not be saved; None where it was."""
        return self.edits.refusal()

    def state(self) -> str:
        """The line of state: how many there are, or how many were found."""
        if self._asked():
            return plural("{n} lead found", "{n} leads found", self.lines.total)
        name = self._desk.show.name if self._desk.show else ""
        return " · ".join(filter(None, (plural("{n} lead", "{n} leads", self.lines.total), name)))

    def keys_page(self) -> str:
        """Which keys of keys.PAGES work now."""
        return "leads-edit" if self.is_editing() else "leads"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.list.marks.any():
            self.list.marks.clear()
        elif event.key() == Qt.Key.Key_Escape or event.text() == "/":
            self._to_search()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undos.take_back()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._ask())
        self.search.handed_on.connect(self._to_list)
        self.sifting.changed.connect(self._ask)
        self.sifting.button.clicked.connect(self.toggle_filters)
        self.deleting.deleted.connect(lambda undo: self.undos.hold(undo))
        self.lines.shown.connect(self._show_found)
        self.lines.counted.connect(lambda _total: self._show_all())
        self.list.chosen.connect(self._read)
        self.list.opened.connect(self._to_detail)
        self.list.typed.connect(self._type_on)
        self.print_button.clicked.connect(lambda: self._on_paper(self.paper.print_sheet))
        self.edit_button.clicked.connect(self.edit)
        self.go_on_button.clicked.connect(self._go_on)
        self.delete_button.clicked.connect(self._delete)
        self.save_button.clicked.connect(lambda: self._on_paper(self.paper.save_sheet))
        for empty, action in ((self.none, self._capture), (self.nothing, self._clear)):
            if empty.button is not None:
                empty.button.clicked.connect(action)
        find = QShortcut(QKeySequence(keys.of("leads", "search")), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._to_search)
        self._desk.show_opened.connect(lambda _show: self._opened())

    def _opened(self) -> None:
        """Another show is open: its leads are shown from the top."""
        self._stale = True
        if self.isVisible():
            self._ask()

    def _text(self) -> str:
        return self.search.text().strip()

    def _asked(self) -> bool:
        return bool(self._text() or self.sifting.chosen)

    def _ask(self) -> None:
        query = self.sifting.query(self._text(), self._desk.show)
        self.lines.show = self.list.drawn.show = self._desk.show
        self._stale = False
        if replace(query, limit=self.lines.query.limit) != self.lines.query:
            self.list.marks.clear()
        self._counting.forget()
        self.lines.ask(query, self._wanted or self.list.lead())

    def _count(self) -> None:
        query, wanted = self.lines.query, self.sifting.wanted()
        self._counting.ask(lambda store: leads.facets(store, query, wanted), self._show_counts)

    def _show_counts(self, counts: Counts) -> None:
        self._counts = counts.get("rating", {})
        self.sifting.show_counts(counts)

    def _speak(self) -> None:
        self.list.setAccessibleName(tr(TITLE))
        self._show_total()

    def _show_all(self) -> None:
        self._show_total()
        self._count()

    def _show_total(self) -> None:
        self.header.show_state(self.state())
        self.selecting.show()

    def _show_found(self, found: int) -> None:
        self.say_found(any_leads=bool(found) or self._asked(), found=bool(found))
        self.list.settle(self._wanted)
        self._wanted = ""
        self._say_nothing()
        self._show_total()

    def _say_nothing(self) -> None:
        text, filtered = self._text(), bool(self.sifting.chosen)
        self.nothing.sentence.say(tr(NOTHING).format(text=text) if text else tr(NOTHING_SO))
        self.nothing.more.say(tr((SEARCHED_SOME if text else OTHERS) if filtered else SEARCHED))
        if self.nothing.button is not None:
            self.nothing.button.say(CLEAR_ALL if filtered else CLEAR)

    def toggle_filters(self) -> None:
        """Opens all filters beside the list, or closes them."""
        panel = self.sifting.panel
        if panel is not None and self.side.currentWidget() is panel:
            self.selecting.settle()
            self.sifting.button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if panel is None:
            self.sifting.made_panel().left.connect(self.toggle_filters)
        self.show_beside(self.sifting.made_panel())
        self.sifting.made_panel().take_keyboard()
        self._count()

    def _read(self, id: str) -> None:
        if not id:
            self._reading.forget()
            return
        self._reading.ask(lambda store: leads.whole(store, id), self._show_whole, self._not_read)

    def _not_read(self, error: UserError) -> None:
        """A lead that was deleted just now is not missed: the list shows another one at once."""
        if not isinstance(error, WrongCall):
            self._desk.tasks.unheard.emit(error)

    def _show_whole(self, whole: Whole) -> None:
        self._shown = whole.lead
        self.detail.show_lead(whole)

    def _on_paper(self, do: Callable[[Lead], None]) -> None:
        if self._shown is not None:
            do(self._shown)

    def _delete(self) -> None:
        """The one beside it is shown next, so that the place in the list is kept."""
        if self._shown is not None and self._shown.id == self.list.lead():
            self._wanted = self.list.beside()
            self.deleting.delete(self._shown)

    def edit(self) -> None:
        """Opens the fields of the lead shown to put them right."""
        self.edits.begin()

    def _go_on(self) -> None:
        """The lead shown goes to Capture."""
        if self.detail.lead():
            self._desk.place_wanted.emit("capture", self.detail.lead())

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _to_list(self, event: QKeyEvent) -> None:
        """A key typed into the search that moves through the list."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QApplication.sendEvent(self.list, event)

    def _to_detail(self) -> None:
        """Enter: to what stands beside the list."""
        if not self.selecting.take_keyboard():
            self.selecting.settle()
            self.detail.setFocus(Qt.FocusReason.TabFocusReason)

    def _type_on(self, text: str) -> None:
        """A letter typed into the list begins a search; the slash only leads there."""
        self._to_search()
        if text != "/":
            self.search.insert(text)
            self.search.searched.emit(self.search.text())

    def _clear(self) -> None:
        self.search.clear()
        self.sifting.forget()
        self._ask()

    def _capture(self) -> None:
        self._desk.place_wanted.emit("capture", "")
