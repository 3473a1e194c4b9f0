"""The scans that came while the window was locked: nothing is done with them until somebody says so."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from boothapp.ui import tokens
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import row
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.speech import follows_language
from boothapp.words import mark, plural

TAKE, DROP = mark("Take the next scan"), mark("Drop them")
Scan = str | bytes


class HeldScans(QFrame):
    """A bar with the oldest one to take. Emits taken(scan): the text typed, or a serial scanner's bytes."""

    taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot")
        self.scans: list[Scan] = []
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

    def hold(self, scan: Scan) -> None:
        """One more scan that came while nobody could take it."""
        self.scans.append(scan)

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
        scan = self.scans.pop(0)
        self.offer()
        self.taken.emit(scan)

    def _drop(self) -> None:
        self.scans.clear()
        self.offer()
