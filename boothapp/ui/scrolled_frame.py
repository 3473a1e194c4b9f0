"""The frame of a window that is smaller than the pages can be."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QScrollArea, QWidget

from boothapp.ui import reading_order
from boothapp.ui.small_screen import SMALLEST


class ScrolledFrame(QScrollArea):
    """Scrolls the frame of the window; what gets the keyboard, and what is told, comes into sight."""

    def __init__(self, frame: QWidget, window: QMainWindow) -> None:
        super().__init__(window)
        frame.setMinimumSize(*SMALLEST)
        self.setWidget(frame)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app = QGuiApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def tell(self, message: QWidget) -> None:
        """Brings this one into sight whenever it has something to say."""
        message.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            reading_order.bring_into_view(watched)
        if event.type() == QEvent.Type.Hide:
            self._follow(None, QApplication.focusWidget())
        return super().eventFilter(watched, event)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            reading_order.bring_into_view(now)
