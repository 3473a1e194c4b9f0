"""A drop-down for rare, longer lists; what is chosen often is a segment or a chip."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from boothapp.ui import icons, letters, theme

_ARROW = 48


class Choice(QComboBox):
    """A drop-down of (key, ready text) pairs, drawn with our own arrow."""

    def __init__(
        self,
        name: str,
        items: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
        role: str = "body",
    ) -> None:
        """`role` is that of its letters."""
        super().__init__(parent)
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

    def shown_text(self) -> str:
        """The text chosen, as much of it as there is room for."""
        room = self.width() - _ARROW - 14
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown_text()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        place = QRectF(self.width() - 30, (self.height() - 18) / 2, 18, 18)
        icons.draw(painter, "chevron-down", place, theme.colour("text_muted"))
