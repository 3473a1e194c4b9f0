"""The scans that came while the window was locked: drafts until somebody says what becomes of them."""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from boothapp.domain.ids import new_id
from boothapp.ui import payloads, tokens
from boothapp.ui.desk import Desk
from boothapp.ui.latest import Latest
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import row
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.speech import follows_language
from boothapp.words import mark, plural

if TYPE_CHECKING:
    from boothapp.actions.held import Dropped
    from boothapp.badge.clues import Clues
    from boothapp.domain.changes import Changes
    from boothapp.store.database import Store

TAKE, DROP = mark("Take the next scan"), mark("Drop them")
Scan = str | bytes


class Held(NamedTuple):
    """One scan as it came, and the id of the draft that it is kept in."""

    scan: Scan
    draft: str


class HeldScans(QFrame):
    """A bar with the oldest one to take. Emits taken(scan): the text typed, or a serial scanner's bytes."""

    taken = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._asking = desk, Latest(desk.tasks)
        self._written: set[str] = set()
        self.setProperty("kind", "foot")
        self.scans: list[Held] = []
        self.said = Message()
        self.take_button, self.drop_button = Button(TAKE, "secondary", "scan-line"), Button(DROP, "quiet")
        page, line = tokens.size("page"), row(12)
        line.setContentsMargins(page, 6, page, 6)
        line.addWidget(self.said, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.drop_button)
        line.addWidget(self.take_button)
        self.setLayout(line)
        self.hide()
        self.take_button.clicked.connect(self._take)
        self.drop_button.clicked.connect(self._drop)
        desk.tasks.changed.connect(self._changed)

    def hold(self, scan: Scan) -> None:
        """One more scan that came while nobody could take it; neither a close nor a power cut loses it."""
        held = Held(scan, new_id())
        self.scans.append(held)
        scanner = self._desk.scanner
        # What may be of a private document is written down nowhere.
        if payloads.may_be_document(payloads.text_of(scan), "", scanner.layout):
            return
        write = partial(_keep, held=held, clues=scanner.clues(sure=True))
        self._desk.tasks.change(write, lambda _changes: self._written.add(held.draft))

    def offer(self) -> None:
        """Shows what is held, where something is."""
        self._speak()
        self.setVisible(bool(self.scans))

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._speak()
        super().changeEvent(event)

    def _speak(self) -> None:
        n = len(self.scans)
        said = plural(
            "{n} scan came while the window was locked.", "{n} scans came while the window was locked.", n
        )
        self.said.say(said if n else "", "warning")

    def _take(self) -> None:
        held = self.scans.pop(0)
        self.offer()
        # The scan itself goes on as ever: its draft is not wanted any more.
        self._desk.tasks.change(partial(_drop, ids=[held.draft]))
        self.taken.emit(held.scan)

    def _drop(self) -> None:
        scans, self.scans = self.scans, []
        self.offer()
        self._desk.doing.emit()
        said = plural("{n} scan is dropped.", "{n} scans are dropped.", len(scans))
        self._desk.tasks.change(
            partial(_drop, ids=[one.draft for one in scans]),
            lambda dropped: self._desk.say(said, partial(self._bring_back, scans, dropped)),
        )

    def _bring_back(self, scans: list[Held], dropped: "Dropped") -> None:
        def back(_changes: "Changes") -> None:
            self.scans = [*scans, *self.scans]
            self.offer()

        self._desk.tasks.change(partial(_put_back, dropped=dropped), back)

    def _changed(self, changes: "Changes") -> None:
        """Some may have been taken up, or deleted, among the drafts."""
        ids = [one.draft for one in self.scans if one.draft in self._written]
        if ids and "drafts" in changes.topics:
            self._asking.ask(partial(_waiting, ids=ids), partial(self._leave_out, ids))

    def _leave_out(self, asked: list[str], waiting: set[str]) -> None:
        gone = {*asked} - waiting
        if gone:
            self.scans = [one for one in self.scans if one.draft not in gone]
            self._speak()
            self.setVisible(self.isVisible() and bool(self.scans))


def _keep(store: "Store", held: Held, clues: "Clues") -> "Changes":
    from boothapp.actions import held as held_scans

    return held_scans.keep(store, held.draft, held.scan, clues)


def _waiting(store: "Store", ids: list[str]) -> set[str]:
    from boothapp.actions import held

    return held.waiting(store, ids)


def _drop(store: "Store", ids: list[str]) -> "Dropped":
    from boothapp.actions import held

    return held.drop(store, ids)


def _put_back(store: "Store", dropped: "Dropped") -> "Changes":
    from boothapp.actions import held

    return held.put_back(store, dropped)
