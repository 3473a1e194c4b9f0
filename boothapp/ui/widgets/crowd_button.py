"""The switch of the rapid mode: a bolt, and how many wait to be completed."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from boothapp.ui import tokens
from boothapp.ui.widgets.buttons import Button, Dress
from boothapp.words import mark, plural, tr

RAPID = mark("Rapid mode")
_ON = Dress("accent", "accent_hover", "", "accent_text")


class CrowdButton(Button):
    """Pressed while the mode is on."""

    _waiting = 0

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(RAPID, "quiet", "zap", key, parent=parent)
        self.setCheckable(True)

    def count(self, waiting: int) -> None:
        """Shows how many wait."""
        self._waiting = waiting
        self._speak()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        # The line it stands in is full on the smallest screen: no more than icon and number need.
        words = self.fontMetrics().horizontalAdvance(self.text())
        wide = tokens.size("icon") + 2 * 12 + (words + tokens.size("gap") if words else 0)
        return QSize(max(wide, tokens.size("target")), tokens.size("target"))

    def _dress(self) -> Dress:
        return _ON if self.isChecked() else super()._dress()

    def _speak(self) -> None:
        waits = plural("{n} to complete", "{n} to complete", self._waiting)
        self.setText(str(self._waiting or ""))
        self.setAccessibleName(f"{tr(RAPID)}: {waits}" if self._waiting else tr(RAPID))
        self._tip = self.accessibleName()
        self._show_key()
