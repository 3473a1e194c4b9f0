"""One part of the show's set-up in the list at the left: sign, title and sentence."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from boothapp.ui import icons, letters, theme, tokens
from boothapp.ui.pages.show.parts import Part
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.speech import follows_language
from boothapp.words import tr

_PAD, _SIGN, _LEFT = 12, 22, 46


class PartButton(QPushButton):
    """Opens a part; the one open has a tint and a bar of the accent."""

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part, self._icon = part, icons.known(part.icon)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._speak()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - _LEFT - _PAD, 80), 1000)
        metrics = QFontMetrics(letters.font("label"))
        used = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, tr(self._part.sentence))
        return max(2 * _PAD + 22 + used.height(), tokens.size("target"))

    def sizeHint(self) -> QSize:
        return QSize(280, self.heightForWidth(280))

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._speak()
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius, on = QRectF(self.rect()), tokens.size("radius"), self.isChecked()
        if on or self.underMouse():
            outline.box(painter, rect, radius, "accent_tint" if on else "hover")
        if self.hasFocus():
            outline.ring(painter, rect, radius)
        lit = theme.colour("accent" if on else "text_muted")
        icons.draw(painter, self._icon, QRectF(_PAD, _PAD, _SIGN, _SIGN), lit)
        self._paint_words(painter, rect.adjusted(_LEFT, _PAD, -_PAD, -_PAD))

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(letters.font("strong"))
        painter.setPen(theme.colour("text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, tr(self._part.title))
        painter.setFont(letters.font("label"))
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(area.adjusted(0, 22, 0, 0), Qt.TextFlag.TextWordWrap, tr(self._part.sentence))

    def _speak(self) -> None:
        self.setAccessibleName(tr(self._part.title))
        self.setAccessibleDescription(tr(self._part.sentence))
