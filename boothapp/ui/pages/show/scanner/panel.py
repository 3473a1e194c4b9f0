"""Test your scanner: whatever is scanned here shows how it came and what was made of it; nothing is saved."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

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
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.badge.reading import Reading

TITLE, NOT_SAVED = mark("Test your scanner"), mark("Nothing is saved from here")
SCAN, SCAN_MORE = mark("Scan anything"), mark("A badge, a card or the set-up sheet: you see what arrives.")
LEARNT = mark("Learnt. Now scan the two codes below it.")
CAPS = mark("Caps Lock was on while it was learnt; that is allowed for.")
UNUSABLE = mark(
    "The keys before the text ({keys}) are keys that people type too: scans are told by their pace."
)
FILE = "boothapp-scanner.pdf"
SIDE = 336


class ScannerPanel(QWidget):
    """At the left what arrived, at the right how the scanner is connected and what it was taught."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        enter_clicks(self)
        self._desk, self._scanner = desk, desk.scanner
        self._arrival = Arrival("")
        self.reading: tuple[Arrival, Reading, str] | None = None
        self.ask_file: Callable[[str], str] = self._ask
        self.connection, self.teaching = Connection(self._scanner), Teaching(self._scanner)
        self.result, self.body = Card(TITLE), QStackedWidget()
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
        if not arrival.serial and calibration.is_code(arrival.strokes):
            self._learn(arrival)
            return True
        show, scan, run = self._desk.show, arrival.raw or text, self._desk.tasks.in_store
        clues = self._scanner.clues(sure=True)

        def work() -> "Reading":
            from boothapp.actions import badges

            knows = partial(badges.is_listed, run, show) if show else None
            return badges.scan(scan, show, clues=replace(clues, knows=knows))

        self._desk.tasks.beside(work, lambda reading: self._show(arrival, reading, text))
        return True

    def retranslate(self) -> None:
        """The facts again in another language."""
        self.connection.retranslate()
        self.teaching.retranslate()
        if self.reading is not None:
            self._show(*self.reading)

    def forget(self) -> None:
        """Forgets what was learnt."""
        self._scanner.forget()
        self.teaching.message.say(tr("Forgotten. Scans are told by their pace again."), "ok")

    def print_sheet(self) -> None:
        """Sends the set-up sheet to the printer."""

        def work() -> str:
            from boothapp.actions import scanner

            return printing.print_bytes(scanner.setup_sheet(), tr("Scanner set-up"))

        self._desk.tasks.beside(work, self._say_done, self._say_fault)

    def save_sheet(self) -> None:
        """Asks for a place and writes the set-up sheet there."""
        if chosen := self.ask_file(FILE):
            file = Path(chosen)

            def work() -> str:
                from boothapp.actions import scanner

                scanner.save_setup_sheet(file)
                return tr("The set-up sheet is in {file}.").format(file=file.name)

            self._desk.tasks.beside(work, self._say_done, self._say_fault)

    def _note(self, arrival: Arrival) -> None:
        self._arrival = arrival

    def _learn(self, arrival: Arrival) -> None:
        try:
            taught = calibration.teach(arrival.strokes)
        except UserError as error:
            self.teaching.message.say(str(error), "warning")
            return
        self._scanner.learn(taught)
        said = [tr(LEARNT)]
        if taught.lock:
            said.append(tr(CAPS))
        if taught.unusable:
            said.append(tr(UNUSABLE).format(keys=came.named(taught.unusable)))
        self.teaching.message.say(" ".join(said), "warning" if taught.unusable else "ok")

    def _show(self, arrival: Arrival, reading: "Reading", text: str) -> None:
        self.reading = (arrival, reading, text)
        emptied(self._facts)
        self._facts.addWidget(Facts([*came.arrived(arrival), *came.made(reading)]))
        self._facts.addWidget(Facts(came.exactly(arrival, reading)))
        self._facts.addStretch(1)
        self.body.setCurrentIndex(1)

    def _say_done(self, text: str) -> None:
        self.teaching.message.say(text, "ok")

    def _say_fault(self, error: UserError) -> None:
        self.teaching.message.say(str(error), "warning")

    def _ask(self, proposed: str) -> str:
        title = tr("Save the set-up sheet as PDF")
        return save_dialog.ask_file(self._desk.settings, self, title, proposed, "PDF (*.pdf)")

    def _lay_out(self) -> None:
        inner, side, sides, right = QWidget(), QWidget(), row(16), column(16)
        inner.setLayout(self._facts)
        self.body.addWidget(self.empty)
        self.body.addWidget(Scroll(inner))
        self.result.head.addWidget(Words(NOT_SAVED, "label", "muted"))
        self.result.body.addWidget(self.body, 1)
        right.addWidget(self.teaching)
        right.addWidget(self.connection)
        right.addStretch(1)
        side.setLayout(right)
        side.setFixedWidth(SIDE)
        sides.addWidget(self.result, 1)
        sides.addWidget(side)
        self.setLayout(sides)
