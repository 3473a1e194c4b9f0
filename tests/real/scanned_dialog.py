"""A program for a real display: a dialog that a scan could hit, under the guard; told and asked line by line.

Commands on stdin: "focus PART", "learn", "state", "stall", "quit". It prints JSON lines: what was scanned,
what stands there. Stalled, it does nothing at all until the next line comes.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QWidget,
)

from boothapp.badge import wedge
from boothapp.badge.calibration import teach
from boothapp.paths import Home
from boothapp.settings import Settings
from boothapp.ui.scan_guard import ScanGuard
from boothapp.ui.scanner import Arrival, Scanner
from tests.ui.scan_target import Question


class Answers(QWidget):
    """Takes digits, as a row of answers does."""

    def __init__(self) -> None:
        super().__init__(focusPolicy=Qt.FocusPolicy.StrongFocus)
        self.given = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.given += event.text().strip()


class Pace(QObject):
    """How many keys came, and the longest pause between two, in milliseconds by the display's clock."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._last = self.pause = self.keys = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The guard gives keys on to widgets, long after the display gave them to the window.
        if isinstance(watched, QWindow) and isinstance(event, QKeyEvent):
            self.pause = max(self.pause, event.timestamp() - (self._last or event.timestamp()))
            self._last = event.timestamp()
            self.keys += event.type() == QEvent.Type.KeyPress
        return False


class Guarded(Question):
    """The dialog with a row of answers, under a guard of its own."""

    def __init__(self, home: Home) -> None:
        answers = Answers()
        super().__init__(answers)
        self.answers, self.learning = answers, False
        self.scanner = Scanner(Settings(home))
        self.guard = ScanGuard(self._scanned, self, self.scanner)
        self.scanner.arrived.connect(self._arrived)
        self.guard.watch()
        self.pace = Pace(self)
        QApplication.instance().installEventFilter(self.pace)

    def obey(self, command: str) -> None:
        """Does what a line says, and says so."""
        verb, _, part = command.partition(" ")
        if verb == "focus":
            getattr(self, part).setFocus()
        self.learning = verb == "learn"
        if verb in ("quit", ""):
            QApplication.quit()
        tell({verb or "quit": part, **self.state()})
        if verb == "stall":
            heard()

    def state(self) -> dict[str, object]:
        """What stands in the dialog."""
        came = {"keys": self.pace.keys, "pause": self.pace.pause}
        return {**super().state(), "answers": self.answers.given, **came}

    def _scanned(self, text: str) -> None:
        if not self.learning:
            meant = wedge.meant(text, self.scanner.clues(sure=True))
            tell({"scan": meant.text, "typed": text, **self.state()})

    def _arrived(self, arrival: Arrival) -> None:
        if self.learning:
            taught = teach(arrival.strokes)
            self.scanner.learn(taught)
            tell({"taught": taught.layout.key, "prefix": taught.prefix, "suffix": taught.suffix})


def heard() -> str:
    """The next line of stdin and no more, so that what follows wakes the window."""
    line = b""
    while not line.endswith(b"\n") and (sign := os.read(0, 1)):
        line += sign
    return line.decode().strip()


def tell(said: dict[str, object]) -> None:
    print(json.dumps(said, ensure_ascii=False), flush=True)


def main(home: str) -> None:
    app = QApplication([])
    question = Guarded(Home(Path(home)))
    question.show()
    QTest.qWaitForWindowActive(question, 20_000)
    ear = QSocketNotifier(0, QSocketNotifier.Type.Read)
    ear.activated.connect(lambda: question.obey(heard()))
    tell({"ready": question.isActiveWindow()})
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
