"""A QR code on the screen: black on white in every theme, with its clear edge, for phones to read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from boothapp.ui import theme
from boothapp.ui.widgets.speech import follows_language
from boothapp.words import tr

if TYPE_CHECKING:
    from boothapp.paper.code import Code


class CodeView(QWidget):
    """Shows a code in a square of its own."""

    def __init__(self, name: str, module: int = 3, parent: QWidget | None = None) -> None:
        """`name` is the English source of what a screen reader says; module: points of the screen."""
        super().__init__(parent)
        self._module = module
        self._code: Code | None = None
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr(name))

    def show_code(self, code: "Code") -> None:
        """Shows this one."""
        self._code = code
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = (self._code.modules + 2 * _clear()) * self._module if self._code else 0
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self.setAccessibleName(tr(self._name))
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._code is None:
            return
        painter, clear = QPainter(self), _clear()
        painter.fillRect(self.rect(), theme.colour("paper"))
        painter.setPen(Qt.PenStyle.NoPen)
        for x, y, length in self._code.runs:
            left, top = (x + clear) * self._module, (y + clear) * self._module
            painter.fillRect(QRectF(left, top, length * self._module, self._module), theme.colour("ink"))


def _clear() -> int:
    from boothapp.paper.code import QUIET

    return QUIET
