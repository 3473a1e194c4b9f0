"""Rapid mode: while a crowd is at the stand each scan is a lead at once, and waits in a queue."""

from datetime import UTC, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from boothapp.domain.draft import Draft
from boothapp.domain.show import Show
from boothapp.errors import Busy, UserError
from boothapp.ui import keys
from boothapp.ui.desk import Desk
from boothapp.ui.latest import Latest
from boothapp.ui.pages.capture import saving
from boothapp.ui.pages.capture.frame import Side
from boothapp.ui.pages.capture.saving import Said
from boothapp.words import language, mark, plural, tr

if TYPE_CHECKING:
    from boothapp.actions.capture import Saved
    from boothapp.actions.crowd import Unscanned
    from boothapp.actions.drafts import Taken
    from boothapp.badge.reading import Reading
    from boothapp.domain.changes import Changes
    from boothapp.store.crowd import Waiting
    from boothapp.store.database import Store
    from boothapp.ui.pages.capture.crowd_panel import CrowdPanel
    from boothapp.ui.pages.capture.page import CapturePage

IS_ON = mark("Rapid mode: every scan is saved at once, to be completed later.")
WAITS_ALREADY = mark("{lead} waits to be completed already.")
GONE = mark("This one is completed, or open in another window.")
NONE_WAITS = mark("Nobody waits to be completed.")
TAKEN_BACK = mark("The scan of {lead} is taken back.")
STAYS_HERE = mark("What was typed since stays in the form.")
STAYS = mark("What was typed since waits among the drafts.")
# What a person types or photographs belongs into the form.
_BY_HAND = frozenset({"text", "name", "empty", "card"})


class Crowd(QObject):
    """Takes scans past the form while it is on; its panel is made when first wanted."""

    def __init__(self, desk: Desk, show: Show, page: "CapturePage", thought: Side) -> None:
        """thought: the side whose first place the queue takes."""
        super().__init__(page)
        self._desk, self._show, self._page, self._thought = desk, show, page, thought
        self._asking = Latest(desk.tasks)
        self.waiting: list[Waiting] = []
        self.button = page.crowd_button
        QShortcut(QKeySequence(keys.of("capture", "complete")), page).activated.connect(self.complete_last)

    @cached_property
    def panel(self) -> "CrowdPanel":
        """The queue, at the side."""
        from boothapp.ui.pages.capture.crowd_panel import CrowdPanel

        panel = CrowdPanel(self._thought.inner)
        panel.chosen.connect(self.complete)
        panel.taken_back.connect(self.take_back)
        panel.closed.connect(partial(self.button.setChecked, False))
        self._thought.parts.insertWidget(0, panel)
        return panel

    def takes(self, reading: "Reading") -> bool:
        """Saves a scan as a lead of its own; False where the form has to take it."""
        by_hand = reading.format in _BY_HAND and not self._page.scanning.by_scanner()
        if by_hand or not (self.button.isChecked() and reading.raw):
            return False
        from boothapp.actions.badges import capture_of

        visitor = reading.visitor
        draft = Draft(
            visitor=visitor,
            capture=capture_of(reading),
            language=self._show.language_for(visitor, language()),
            staff=self._desk.staff,
        )
        said = Said(draft, datetime.now(UTC), rapid=True)
        self._desk.doing.emit()
        self._desk.tasks.change(
            partial(_scan, show=self._show, said=said), self._saved, partial(self._not_saved, said)
        )
        self._desk.tasks.change(saving.make_findable, failed=lambda _error: None)
        return True

    def complete_last(self) -> None:
        """Opens the one scanned last, the first line of the queue."""
        if self.waiting:
            self.complete(self.waiting[0].visit)
        else:
            self._desk.say(tr(NONE_WAITS), tone="info")

    def complete(self, visit: str) -> None:
        """Opens one of the queue in the form; what stood there waits among the drafts."""
        if visit != self._page.draft().id:
            self._desk.tasks.change(partial(_take_up, visit=visit), self._taken)

    def take_back(self, visit: str) -> None:
        """Takes one scan back; Undo puts its lead back. What was said of it since stays."""
        form = self._page.draft()
        mine = form if form.id == visit else None
        self._desk.doing.emit()
        self._desk.tasks.change(
            partial(_take_back, visit=visit, form=mine), partial(self._taken_back, visit, mine)
        )

    def refresh(self, changes: "Changes") -> None:
        """Counts again when leads were saved."""
        if "leads" in changes.topics:
            self.count()

    def retranslate(self) -> None:
        """The queue again; the button follows by itself."""
        if "panel" in vars(self):
            self.panel.retranslate()
        self._show_waiting(self.waiting)

    def turn(self, on: bool) -> None:
        """The queue comes and goes with the mode."""
        if on or "panel" in vars(self):
            self.panel.setVisible(on)
        if on:
            self._show_waiting(self.waiting)
            self._thought.verticalScrollBar().setValue(0)
            self._desk.say(tr(IS_ON))
        self._page.scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def count(self) -> None:
        """Asks the store who waits."""
        self._asking.ask(partial(_waiting, show=self._show.id), self._show_waiting)

    def _show_waiting(self, waiting: "list[Waiting]") -> None:
        self.waiting = waiting
        self.button.count(len(waiting))
        if self.button.isChecked():
            had = self.panel.isAncestorOf(self._page.focusWidget() or self._page)
            self.panel.offer(waiting)
            if had:
                self._page.scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self, saved: "Saved") -> None:
        lead = f"{saved.lead.number} {saved.lead.label}"
        if saved.changes:
            waits = plural("{n} waits to be completed.", "{n} wait to be completed.", len(self.waiting) + 1)
            self._desk.say(f"{lead}. {waits}", partial(self.take_back, saved.visit))
        else:
            self._desk.say(tr(WAITS_ALREADY).format(lead=lead), tone="info")

    def _not_saved(self, said: Said, error: UserError) -> None:
        keeping = self._page.keeping
        if isinstance(error, Busy):
            keeping.wait([said], error)
        else:
            keeping.not_saved([said.draft], error)

    def _taken(self, taken: "Taken") -> None:
        from boothapp.ui.pages.capture.drafts import WAITS

        if taken.kept is None:
            self._desk.say(tr(GONE), tone="info")
            return
        if self._page.drafts.stand(taken.kept.draft):
            self._desk.say(tr(WAITS))
        self._page.talk.take_focus()

    def _taken_back(self, visit: str, form: Draft | None, gone: "Unscanned") -> None:
        lead, begun, now = gone.lead, gone.begun is not None, self._page.draft()
        # Somebody may have typed on while the scan was taken back.
        if not begun and now == form:
            self._page.fresh()
        undo = partial(self._put_back, lead.id) if gone.deleted else None
        said = tr(TAKEN_BACK).format(lead=f"{lead.number} {lead.label}")
        stays = (STAYS_HERE if now.id == visit else STAYS) if begun else ""
        self._desk.say(f"{said} {tr(stays)}" if stays else said, undo)

    def _put_back(self, id: str) -> None:
        self._desk.tasks.change(partial(_put_back, id=id, staff=self._desk.staff))


def _scan(store: "Store", show: Show, said: Said) -> "Saved":
    from boothapp.actions import crowd

    return crowd.scan(store, saving.tidy(show, said.draft), said.at)


def _waiting(store: "Store", show: str) -> "list[Waiting]":
    from boothapp.actions import crowd

    return crowd.waiting(store, show)


def _take_up(store: "Store", visit: str) -> "Taken":
    from boothapp.actions import crowd

    return crowd.take_up(store, visit)


def _take_back(store: "Store", visit: str, form: Draft | None) -> "Unscanned":
    from boothapp.actions import crowd

    return crowd.take_back(store, visit, form=form)


def _put_back(store: "Store", id: str, staff: str) -> "Changes":
    from boothapp.actions import delete

    return delete.put_back(store, id, staff).changes
