"""A drop-down for rare, longer lists; what is chosen often is a segment or a chip."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QWidget

from boothapp.ui import icons, letters, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionComboBox

# Before the text, the arrow, and what the arrow takes with the room around it.
_LEFT, _ARROW, _RIGHT = 12, 16, 30


class Choice(QComboBox):
    """A drop-down of (key, ready text) pairs, drawn with our own arrow."""

    def __init__(
        self,
        name: str,
        items: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
        role: str = "body",
        shorter: Callable[[str], str] = str,
    ) -> None:
        """`role` is that of its letters; `shorter` makes a text fit where the whole one finds no room."""
        super().__init__(parent)
        self._shorter, self._below = shorter, ""
        self.setFont(letters.font(role))
        self.set_items(name, items)

    def set_items(self, name: str, items: Sequence[tuple[str, str]]) -> None:
        """Shows these items; the choice stays when it is still there."""
        before = self.value()
        self.setAccessibleName(name)
        self.clear()
        for key, text in items:
            self.addItem(text, key)
        self.set_value(before)

    def value(self) -> str:
        """The key chosen, "" when there is none."""
        return str(self.currentData() or "")

    def set_value(self, key: str) -> None:
        """Shows the item of this key, else the first."""
        self.setCurrentIndex(max(self.findData(key), 0))

    def below(self) -> str:
        """The second line, "" where there is none."""
        return self._below

    def say_below(self, text: str) -> None:
        """A second, quiet line in the box: what belongs to the choice, such as why it is proposed."""
        if text != self._below:
            self._below = text
            self.setAccessibleDescription(text)
            self.update()

    def shown_text(self) -> str:
        """The text chosen, whole, else shorter, else as much of it as there is room for."""
        metrics, room, text = self.fontMetrics(), self._text_place().width(), self.currentText()
        if metrics.horizontalAdvance(text) > room:
            text = self._shorter(text)
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def least_width(self) -> int:
        """The width that shows every item without dots, the shorter way."""
        texts = [self._shorter(self.itemText(at)) for at in range(self.count())]
        advance = self.fontMetrics().horizontalAdvance
        # Part of a pixel is rounded away, and dots come where it lacks.
        return max(map(advance, texts), default=0) + 1 + _LEFT + _RIGHT

    def initStyleOption(self, option: "QStyleOptionComboBox") -> None:
        # The text is drawn below: the style would leave it less room.
        super().initStyleOption(option)
        option.currentText = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.colour("text" if self.isEnabled() else "text_muted"))
        self._write(painter)
        place = QRectF(self.width() - 26, (self.height() - _ARROW) / 2, _ARROW, _ARROW)
        icons.draw(painter, "chevron-down", place, theme.colour("text_muted"))

    def _write(self, painter: QPainter) -> None:
        place, line = self._text_place(), self.fontMetrics().height()
        if not self._below:
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.shown_text())
            return
        top = place.y() + (place.height() - 2 * line) // 2
        painter.drawText(QRect(place.x(), top, place.width(), line), 0, self.shown_text())
        painter.setPen(theme.colour("text_muted"))
        below = self.fontMetrics().elidedText(self._below, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(QRect(place.x(), top + line, place.width(), line), 0, below)

    def _text_place(self) -> QRect:
        return self.rect().adjusted(_LEFT, 0, -_RIGHT, 0)
