"""A program for a real display: a dialog that a scan could hit, under the guard; told and asked line by line.

Commands on stdin: "focus PART", "learn", "state", "quit". It prints JSON lines: what was scanned, what stands
there.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout

from boothapp.badge import wedge
from boothapp.badge.calibration import teach
from boothapp.paths import Home
from boothapp.settings import Settings
from boothapp.ui.scan_guard import ScanGuard
from boothapp.ui.scanner import Arrival, Scanner


class Question(QDialog):
    """A line, a list and a default button that counts its presses."""

    def __init__(self, home: Home) -> None:
        super().__init__()
        self.line, self.combo, self.presses, self.learning = QLineEdit("Zorya"), QComboBox(), 0, False
        self.combo.addItems(["Cold", "Warm", "Hot", "Бюджет", "Версія"])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
        self.button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.button.setDefault(True)
        self.button.clicked.connect(self._count)
        layout = QVBoxLayout(self)
        for part in (self.line, self.combo, buttons):
            layout.addWidget(part)
        self.scanner = Scanner(Settings(home))
        self.guard = ScanGuard(self._scanned, self, self.scanner)
        self.scanner.arrived.connect(self._arrived)
        self.guard.watch()

    def obey(self, command: str) -> None:
        """Does what a line says, and says so."""
        verb, _, part = command.partition(" ")
        if verb == "focus":
            getattr(self, part).setFocus()
        self.learning = verb == "learn"
        if verb in ("quit", ""):
            QApplication.quit()
        tell({verb or "quit": part, **self.state()})

    def state(self) -> dict[str, object]:
        """What stands in the dialog."""
        return {"line": self.line.text(), "combo": self.combo.currentText(), "presses": self.presses}

    def _count(self) -> None:
        self.presses += 1

    def _scanned(self, text: str) -> None:
        if not self.learning:
            meant = wedge.meant(text, self.scanner.clues(sure=True))
            tell({"scan": meant.text, "typed": text, **self.state()})

    def _arrived(self, arrival: Arrival) -> None:
        if self.learning:
            taught = teach(arrival.strokes)
            self.scanner.learn(taught)
            tell({"taught": taught.layout.key, "prefix": taught.prefix, "suffix": taught.suffix})


def tell(said: dict[str, object]) -> None:
    print(json.dumps(said, ensure_ascii=False), flush=True)


def main(home: str) -> None:
    app = QApplication([])
    question = Question(Home(Path(home)))
    question.show()
    QTest.qWaitForWindowActive(question, 20_000)
    ear = QSocketNotifier(0, QSocketNotifier.Type.Read)
    ear.activated.connect(lambda: question.obey(sys.stdin.readline().strip()))
    tell({"ready": question.isActiveWindow()})
    app.exec()


if __name__ == "__main__":
    main(sys.argv[1])
