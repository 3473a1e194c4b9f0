"""A figure on a card, large enough to be read from two metres; pressing it leads to what it counts."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from boothapp.ui import icons, letters, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.buttons import is_enter

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_SIGN, _BAR = 26, 10
HEIGHT, SMALLER = 132, "from_afar"
"""Pixels, and the letters of a figure where there is little room."""


@dataclass(frozen=True)
class Figure:
    """Ready texts: the figure, what it is of, a remark, and what pressing it does ("" where nothing).

    share: of a goal, 1 where it is reached, None without one.
    """

    figure: str
    name: str
    remark: str = ""
    role: str = "text"
    share: float | None = None
    does: str = ""


class FigureTile(QPushButton):
    """A card of its own. A tile that leads nowhere is not to be pressed."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self.shown = icons.known(icon), Figure("", "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figure(self, shown: Figure) -> None:
        """Shows this figure and says it to screen readers."""
        self.shown = shown
        self.setAccessibleName(" ".join(part for part in (shown.figure, shown.name) if part))
        self.setAccessibleDescription(shown.remark)
        self.setToolTip(shown.does)
        self.setEnabled(bool(shown.does))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._needs("display", _SIGN + tokens.size("gap")), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._needs(SMALLER, 0), HEIGHT)

    def _needs(self, role: str, beside: float) -> int:
        """The width for the figure in letters of a role, with so much beside it, and for the words below."""
        words = max(_width("heading", self.shown.name), _width("label", self.shown.remark))
        return round(max(_width(role, self.shown.figure) + beside, words)) + 2 * tokens.size("card") + 4

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(self, event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, pad = QPainter(self), tokens.size("card")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius = QRectF(self.rect()), tokens.size("card_radius")
        lit = self.underMouse() and self.isEnabled()
        outline.box(painter, rect, radius, "hover" if lit else "surface", "line")
        if self.hasFocus():
            outline.ring(painter, rect, radius)
        inside = rect.adjusted(pad, 8, -pad, -10)
        role = "display" if _width("display", self.shown.figure) <= inside.width() else SMALLER
        painter.setFont(letters.font(role))
        painter.setPen(theme.colour(self.shown.role))
        painter.drawText(QRectF(inside.left(), inside.top(), inside.width(), 56), _LEFT, self.shown.figure)
        if _width(role, self.shown.figure) + tokens.size("gap") + _SIGN <= inside.width():
            sign = QRectF(inside.right() - _SIGN, inside.top() + 6, _SIGN, _SIGN)
            icons.draw(painter, self._icon, sign, theme.colour("text_muted"))
        self._paint_words(painter, inside)

    def _paint_words(self, painter: QPainter, inside: QRectF) -> None:
        painter.setFont(letters.font("heading"))
        painter.setPen(theme.colour("text"))
        painter.drawText(QRectF(inside.left(), inside.top() + 56, inside.width(), 24), _LEFT, self.shown.name)
        painter.setFont(letters.font("label"))
        painter.setPen(theme.colour("text_muted"))
        below = QRectF(inside.left(), inside.top() + 81, inside.width(), 20)
        painter.drawText(below, _LEFT, self.shown.remark)
        if self.shown.share is not None:
            track = QRectF(inside.left(), inside.bottom() - _BAR + 2, inside.width(), _BAR)
            outline.box(painter, track, _BAR / 2, "hover")
            filled = min(self.shown.share, 1.0) * track.width()
            role = "ok" if self.shown.share >= 1 else "accent"
            if filled:
                track.setWidth(max(filled, _BAR))
                outline.box(painter, track, _BAR / 2, role)


def _width(role: str, text: str) -> float:
    return QFontMetricsF(letters.font(role)).horizontalAdvance(text)
