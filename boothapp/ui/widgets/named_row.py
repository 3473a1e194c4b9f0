"""A name at the left and what it names beside it, or below it where it is narrow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from boothapp.ui import tokens
from boothapp.ui.widgets.card import row
from boothapp.ui.widgets.speech import Words

NAME_WIDTH = 124
_NARROW, _ANY_WIDTH = 560, 16_777_215


class NamedRow(QWidget):
    """Lines up with the rows around it when they all give their names the same room."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Words(name, "strong", parent=self)
        self.name.setWordWrap(True)
        self._name_width, self._narrow = NAME_WIDTH, False
        self._line = row(tokens.size("gap"))
        self._line.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._line)
        self._stack()

    def hold(self, control: QWidget) -> None:
        """Puts this beside the name."""
        self._line.addWidget(control, 1)

    def give_name(self, width: int) -> None:
        """How much room the name has beside the rest, in pixels."""
        self._name_width = width
        self._stack()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._narrow = event.size().width() < _NARROW
        self._stack()
        super().resizeEvent(event)

    def _stack(self) -> None:
        """Puts the name above the rest where there is no room beside it."""
        narrow = self._narrow
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._line.setContentsMargins(0, 4 if narrow else 0, 0, 0)
        self._line.setSpacing(2 if narrow else tokens.size("gap"))
        # Qt reserves what a text that wraps takes at its narrowest, unless it is told.
        self.name.setMinimumHeight(1 if narrow else tokens.size("target"))
        # Above the rest it may take any width: a fixed one would keep the whole row from getting narrower.
        self.name.setMinimumWidth(0 if narrow else self._name_width)
        self.name.setMaximumWidth(_ANY_WIDTH if narrow else self._name_width)
