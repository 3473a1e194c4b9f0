"""A tick box with a large target and a sentence, for consent and settings."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from boothapp.ui import icons, letters, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.speech import follows_language
from boothapp.words import tr

_BOX, _PAD, _FLUSH = 24, 8, 2


class Tick(QCheckBox):
    """Never ticked by default; the sentence wraps and belongs to the target."""

    def __init__(self, text: str, parent: QWidget | None = None, flush: bool = False) -> None:
        """`flush` sets the box in line with fields and titles above it."""
        super().__init__(parent)
        self._source, self._pad, self._key = text, _FLUSH if flush else _PAD, ""
        # A layout asks for the same height some twenty times, and each answer sets the whole sentence.
        self._heights: dict[int, int] = {}
        self.setFont(letters.font("body"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(text)

    def say(self, text: str) -> None:
        """Changes the sentence: an English source, or a ready one."""
        self._source = text
        self._heights.clear()
        self.setText(tr(text))
        self.setAccessibleName(tr(text))

    def show_key(self, key: str) -> None:
        """The key that ticks it stands in the empty box."""
        self._key = key
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._height_for(width)
        return self._heights[width]

    def _height_for(self, width: int) -> int:
        room = QRect(0, 0, max(width - self._left() - _PAD, 40), 10000)
        used = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap.value, self.text())
        return max(tokens.size("target"), used.height() + 4)

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text()) + 2
        width = min(words, 420) + self._left() + _PAD
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, tokens.size("target"))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self.say(self._source)
        if event.type() == QEvent.Type.FontChange:
            self._heights.clear()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, rect = self.isChecked(), QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            outline.box(painter, rect, tokens.size("radius"), "hover")
        if self.hasFocus():
            outline.ring(painter, rect, tokens.size("radius"))
        place = QRectF(self._pad, (min(self.height(), tokens.size("target")) - _BOX) / 2, _BOX, _BOX)
        outline.box(painter, place, 6, "accent" if on else "surface", "" if on else "field_line", 1.5)
        if on:
            icons.draw(painter, "check", place.adjusted(4, 4, -4, -4), theme.colour("accent_text"))
        elif self._key:
            painter.setFont(letters.font("label"))
            painter.setPen(theme.colour("text_muted"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._key)
            painter.setFont(self.font())
        painter.setPen(theme.colour("text" if self.isEnabled() else "text_muted"))
        area = rect.adjusted(self._left(), 0, -_PAD, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.text())

    def _left(self) -> int:
        return self._pad + _BOX + 10
