"""The next step's day and time, chosen in a small frame below its button."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget

from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.when import When


class DuePanel(QFrame):
    """Goes away with Esc, Enter or a press beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "keys")
        self.when = When(self)
        self.when.setMinimumWidth(300)
        whole = column(8)
        whole.setContentsMargins(12, 12, 12, 12)
        whole.addWidget(self.when)
        self.setLayout(whole)

    def open_below(self, button: QWidget) -> None:
        """Stands below the button, its right edge below the button's."""
        self.when.retranslate()
        self.adjustSize()
        self.move(button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4)))
        self.show()
        self.when.day.setFocus(Qt.FocusReason.PopupFocusReason)
