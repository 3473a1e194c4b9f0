"""A button that stands beside text in a narrow column: its words take two lines."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from boothapp.ui import theme, tokens
from boothapp.ui.widgets.buttons import Button

_SIDE, _ABOVE = 12, 3


class NarrowButton(Button):
    """As any button, at most half as wide; without an icon."""

    _parted: tuple[str, list[str]] = ("", [""])

    def sizeHint(self) -> QSize:
        measure, lines = self.fontMetrics(), self._lines()
        words = max(map(measure.horizontalAdvance, lines))
        high = len(lines) * measure.lineSpacing() + 2 * _ABOVE
        return QSize(words + 2 * _SIDE, max(high, tokens.size("target")))

    def _paint_content(self, painter: QPainter, role: str) -> None:
        painter.setPen(theme.colour(role))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(QRectF(self.rect()), flags, "\n".join(self._lines()))

    def _lines(self) -> list[str]:
        """The words, parted where the longer of two lines is shortest; measured once for each text."""
        if self._parted[0] != self.text():
            self._parted = (self.text(), self._part())
        return self._parted[1]

    def _part(self) -> list[str]:
        words = self.text().split(" ")
        parted = [[" ".join(words[:at]), " ".join(words[at:])] for at in range(1, len(words))]
        width = self.fontMetrics().horizontalAdvance
        return min(parted, key=lambda lines: max(map(width, lines)), default=[self.text()])
