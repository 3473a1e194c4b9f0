"""A frame that stands over the page until Esc or its own button takes it away."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget


class Overlay(QFrame):
    """Finds its place anew by `settle` when what it covers changes its size; Esc calls `leave`."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.over = over
        self.setProperty("kind", "keys")
        self.hide()
        over.installEventFilter(self)

    def settle(self) -> None:
        """Takes its place over what it covers."""
        raise NotImplementedError

    def leave(self) -> None:
        """Goes away."""
        raise NotImplementedError

    def event(self, event: QEvent) -> bool:
        """Esc is this frame's while it has the keyboard, whatever the page does with it."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_escape(event):
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.over and event.type() == QEvent.Type.Resize and self.isVisible():
            self.settle()
        return False


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
