"""A sign beside words: an icon in a colour role that follows the look."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from boothapp.ui import icons
from boothapp.ui.widgets.speech import follows_theme


class Sign(QLabel):
    """One icon in the look shown now, or none."""

    def __init__(self, icon: str, role: str, side: int, parent: QWidget | None = None) -> None:
        """`role` is the colour's, `side` in pixels."""
        super().__init__(parent)
        self._icon, self._role, self._side = icon, role, side
        self._paint()

    def show_icon(self, icon: str, role: str) -> None:
        """Shows another icon; "" hides the sign."""
        self._icon, self._role = icon, role
        self.setVisible(bool(icon))
        self._paint()

    def changeEvent(self, event: QEvent) -> None:
        if follows_theme(event):
            self._paint()
        super().changeEvent(event)

    def _paint(self) -> None:
        if self._icon:
            self.setPixmap(icons.pixmap(self._icon, self._role, self, self._side))
