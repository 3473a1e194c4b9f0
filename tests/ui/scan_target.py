"""What a scan must never touch: a dialog with a line, a list and a button; and what is scanned at it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

CARD = "BEGIN:VCARD\nVERSION:3.0\nN:Gedz;Oksana\nEMAIL:o.gedz@verf.example\nEND:VCARD"
MARKS = {"pace": ((), ("Return",)), "F-keys": (("F9",), ("F10",)), "STX, ETX": (("Ctrl+B",), ("Ctrl+C",))}
"""The keys before and after a scan, by what tells a scan from typing."""

UNTOUCHED: Mapping[str, object] = {"line": "Zorya", "combo": "Cold", "presses": 0}
LAYOUTS = ("us", "ua", "ru", "de", "fr", "gb", "tr", "pl")


class Question(QDialog):
    """A dialog with everything that a scan could hit; its default button counts its presses."""

    def __init__(self, *more: QWidget) -> None:
        super().__init__()
        self.line, self.combo, self.presses = QLineEdit("Zorya"), QComboBox(), 0
        self.combo.addItems(["Cold", "Warm", "Hot", "Бюджет", "Версія"])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok)
        self.button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.button.setDefault(True)
        self.button.clicked.connect(self._count)
        layout = QVBoxLayout(self)
        for part in (self.line, self.combo, *more, buttons):
            layout.addWidget(part)

    def state(self) -> dict[str, object]:
        """What stands in it, and how often its button was pressed."""
        return {"line": self.line.text(), "combo": self.combo.currentText(), "presses": self.presses}

    def _count(self) -> None:
        self.presses += 1
