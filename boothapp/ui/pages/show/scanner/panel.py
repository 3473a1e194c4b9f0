"""Test your scanner: whatever is scanned here shows how it came and what was made of it; nothing is saved."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boothapp.badge import calibration
from boothapp.errors import UserError
from boothapp.ui import printing, save_dialog
from boothapp.ui.desk import Desk
from boothapp.ui.pages.show.scanner import came
from boothapp.ui.pages.show.scanner.connection import Connection
from boothapp.ui.pages.show.scanner.teaching import Teaching
from boothapp.ui.scanner import Arrival
from boothapp.ui.widgets.buttons import enter_clicks
from boothapp.ui.widgets.card import Card, Scroll, column, emptied, row
from boothapp.ui.widgets.empty import Empty
from boothapp.ui.widgets.facts import Facts
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.badge.reading import Reading

TITLE, NOT_SAVED = mark("Test your scanner"), mark("Nothing is saved from here")
PRINTED = mark("Sent to the printer.")
READING = mark("Reading what came…")
SCAN, SCAN_MORE = mark("Scan anything"), mark("A badge, a card or the set-up sheet: you see what arrives.")
LEARNT = mark("Learnt. Now scan the two codes below it.")
CAPS = mark("Caps Lock was on while it was learnt; that is allowed for.")
UNUSABLE = mark(
    "The keys before the text ({keys}) are keys that people type too: scans are told by their pace."
)
SAVED, FORGOTTEN = (
    mark("The set-up sheet is in {file}."),
    mark("Forgotten. Scans are told by their pace again."),
)
FILE = "boothapp-scanner.pdf"
# Narrower than NARROW, the cards at the right stand below the result (px).
SIDE, NARROW, SCROLL_BAR = 336, 720, 12


class ScannerPanel(QWidget):
    """At the left what arrived, at the right how the scanner is connected and what it was taught."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        enter_clicks(self)
        self._desk, self._scanner = desk, desk.scanner
        self._arrival, self._turn, self._narrow = Arrival(""), 0, False
        self.reading: tuple[Arrival, Reading, str] | None = None
        self.ask_file: Callable[[str], str] = self._ask
        self.connection, self.teaching = Connection(self._scanner), Teaching(self._scanner)
        self.result, self.body, self.message = Card(TITLE), QStackedWidget(), Message()
        self.state, self._results, self._set_up = Words(NOT_SAVED, "label", "muted"), column(16), column(16)
        self._scroll, self._side, self._cards = _around(self._results), _around(self._set_up), QWidget()
        self.empty, self._facts = Empty("scan-line", SCAN, SCAN_MORE), column(16)
        self._lay_out()
        self._scanner.arrived.connect(self._note)
        self.teaching.print_button.clicked.connect(self.print_sheet)
        self.teaching.save_button.clicked.connect(self.save_sheet)
        self.teaching.forget_button.clicked.connect(self.forget)

    def shown(self) -> None:
        """The panel is in front: the ports may be others now."""
        from boothapp.badge.serial_line import ports

        self._desk.tasks.beside(lambda: tuple(ports()), self.connection.show_ports)

    def take_scan(self, text: str) -> bool:
        """Shows a scan; the set-up code teaches. Every scan is this panel's while it is open."""
        arrival = self._arrival if self._arrival.text else Arrival(text)
        self._arrival = Arrival("")
        if not arrival.serial and calibration.is_code(arrival.strokes):
            self._learn(arrival)
            return True
        show, scan, run = self._desk.show, arrival.raw or text, self._desk.tasks.in_store
        clues = self._scanner.clues(sure=True)

        def work() -> "Reading":
            from boothapp.actions import badges

            knows = partial(badges.is_listed, run, show) if show else None
            return badges.scan(scan, show, clues=replace(clues, knows=knows))

        self._read(work, arrival, text)
        return True

    def _read(self, work: "Callable[[], Reading]", arrival: Arrival, text: str) -> None:
        """Reads beside; of two scans only the newer one is shown, whichever is read first."""
        self._turn += 1
        mine = self._turn

        def read(reading: "Reading") -> None:
            if mine == self._turn:
                self._end_reading()
                self._show(arrival, reading, text)

        def refused(error: UserError) -> None:
            if mine == self._turn:
                self._end_reading(str(error))

        self.state.say(READING)
        self._desk.tasks.read(work, read, refused)

    def _end_reading(self, refusal: str = "") -> None:
        self.state.say(NOT_SAVED)
        self.message.say(refusal, "warning")

    def retranslate(self) -> None:
        """The facts again in another language."""
        self.connection.retranslate()
        self.teaching.retranslate()
        if self.reading is not None:
            self._show(*self.reading)

    def forget(self) -> None:
        """Forgets what was learnt."""
        self._scanner.forget()
        self._tell(lambda: (tr(FORGOTTEN), "ok"))

    def print_sheet(self) -> None:
        """Sends the set-up sheet to the printer."""

        def work() -> str:
            from boothapp.actions import scanner

            return printing.print_bytes(scanner.setup_sheet(), tr("Scanner set-up"))

        # The sentence is one that can be told again in another language.
        self._desk.tasks.beside(work, lambda _said: self._tell(lambda: (tr(PRINTED), "ok")), self._say_fault)

    def save_sheet(self) -> None:
        """Asks for a place and writes the set-up sheet there."""
        if chosen := self.ask_file(FILE):
            file, home = Path(chosen), self._desk.home

            def work() -> None:
                from boothapp.actions import scanner

                scanner.save_setup_sheet(file, home)

            def saved(_none: None) -> None:
                self._tell(lambda: (tr(SAVED).format(file=file.name), "ok"))

            self._desk.tasks.beside(work, saved, self._say_fault)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._side.setHidden(narrow)
        (self._results if narrow else self._set_up).insertWidget(int(narrow), self._cards)
        self._make_room()

    def _make_room(self) -> None:
        """The scroll bar comes out of the room between the columns, so that nothing moves."""
        bar = self._scroll.verticalScrollBar().maximum() > 0
        self._results.setContentsMargins(0, 0, 0 if bar or self._narrow else SCROLL_BAR, 0)

    def _note(self, arrival: Arrival) -> None:
        """Keeps how the scan came that is given on next; one for another page is none of ours."""
        self._arrival = arrival if self.isVisible() else Arrival("")

    def _learn(self, arrival: Arrival) -> None:
        try:
            taught = calibration.teach(arrival.strokes)
        except UserError:
            self._tell(lambda: (_refusal(arrival), "warning"))
            return
        self._scanner.learn(taught)
        self._tell(lambda: (_learnt(taught), "warning" if taught.unusable else "ok"))

    def _show(self, arrival: Arrival, reading: "Reading", text: str) -> None:
        self.reading = (arrival, reading, text)
        emptied(self._facts)
        self._facts.addWidget(Facts([*came.arrived(arrival), *came.made(reading)]))
        self._facts.addWidget(Facts(came.exactly(arrival, reading)))
        self._facts.addStretch(1)
        self.body.setCurrentIndex(1)
        self._scroll.verticalScrollBar().setValue(0)

    def _say_fault(self, error: UserError) -> None:
        self._tell(lambda: (str(error), "warning"))

    def _tell(self, told: Callable[[], tuple[str, str]]) -> None:
        self.teaching.tell(told)
        # Where the cards stand below the result, the sentence may be out of sight.
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self.teaching))

    def _ask(self, proposed: str) -> str:
        title = tr("Save the set-up sheet as PDF")
        return save_dialog.ask_file(self._desk.settings, self, title, proposed, "PDF (*.pdf)")

    def _lay_out(self) -> None:
        inner, cards, sides = QWidget(), column(16), row(16 - SCROLL_BAR)
        inner.setLayout(self._facts)
        self.body.addWidget(self.empty)
        self.body.addWidget(inner)
        self.state.setWordWrap(True)
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.result.head.addWidget(self.state, 100)
        self.result.body.addWidget(self.message)
        self.result.body.addWidget(self.body, 1)
        for card in (self.teaching, self.connection):
            cards.addWidget(card)
        self._cards.setLayout(cards)
        self._results.addWidget(self.result, 1)
        self._set_up.addWidget(self._cards)
        self._set_up.addStretch(1)
        self._side.setFixedWidth(SIDE)
        self._scroll.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._make_room())
        self._make_room()
        sides.addWidget(self._scroll, 1)
        sides.addWidget(self._side)
        self.setLayout(sides)


def _around(layout: QVBoxLayout) -> Scroll:
    inner = QWidget()
    inner.setLayout(layout)
    return Scroll(inner)


def _refusal(arrival: Arrival) -> str:
    """Why the set-up code was not understood, in the language spoken now."""
    try:
        calibration.teach(arrival.strokes)
    except UserError as error:
        return str(error)
    return ""


def _learnt(taught: calibration.Taught) -> str:
    said = [tr(LEARNT)]
    if taught.lock:
        said.append(tr(CAPS))
    if taught.unusable:
        said.append(tr(UNUSABLE).format(keys=came.named(taught.unusable)))
    return " ".join(said)
