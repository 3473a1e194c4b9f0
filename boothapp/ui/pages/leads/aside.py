"""What stands beside the list in place of a lead's detail, until it is done or given up."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from boothapp.ui.widgets.card import Scroll


class Aside(Scroll):
    """Emits left() when it is done, and at Esc."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
