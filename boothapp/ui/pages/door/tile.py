"""A large choice: sign, title and sentence in one target."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from boothapp.ui import icons, letters, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.speech import follows_language
from boothapp.words import tr

_PAD, _SIGN, _LEFT, _RIGHT = 16, 28, 64, 48


class Tile(QPushButton):
    """One of two or three ways to go on; Enter and Space choose it."""

    def __init__(self, icon: str, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._title, self._sentence = icons.known(icon), title, sentence
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._speak()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - _LEFT - _RIGHT, 80), 1000)
        used = QFontMetrics(letters.font("body")).boundingRect(
            room, Qt.TextFlag.TextWordWrap.value, tr(self._sentence)
        )
        return 2 * _PAD + 24 + used.height()

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(480))

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._speak()
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius = QRectF(self.rect()), tokens.size("card_radius")
        fill = "hover" if self.underMouse() or self.isDown() else "surface"
        outline.box(painter, rect, radius, fill, "field_line")
        if self.hasFocus():
            outline.ring(painter, rect, radius)
        top = (self.height() - _SIGN) / 2
        icons.draw(painter, self._icon, QRectF(_PAD + 4, top, _SIGN, _SIGN), theme.colour("accent"))
        arrow = QRectF(self.width() - _PAD - 20, (self.height() - 20) / 2, 20, 20)
        icons.draw(painter, "chevron-right", arrow, theme.colour("text_muted"))
        self._paint_words(painter, rect.adjusted(_LEFT, _PAD, -_RIGHT, -_PAD))

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(letters.font("strong"))
        painter.setPen(theme.colour("text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, tr(self._title))
        painter.setFont(letters.font("body"))
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(area.adjusted(0, 24, 0, 0), Qt.TextFlag.TextWordWrap, tr(self._sentence))

    def _speak(self) -> None:
        self.setAccessibleName(tr(self._title))
        self.setAccessibleDescription(tr(self._sentence))
