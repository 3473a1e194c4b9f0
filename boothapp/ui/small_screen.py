"""A window smaller than the pages can be: all of it scrolls, so that nothing is cut off or laid over another.

A laptop of 1366x768 at 150 % has 910x512 left; one of 1024x600 at 200 % has 512x300.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QScrollArea, QWidget

from boothapp.ui import reading_order

# The least that the pages are made for, and the least that still shows a field and its button.
SMALLEST = (960, 560)
LEAST = (400, 260)


class SmallScreen(QScrollArea):
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


def is_small(window: QMainWindow) -> bool:
    """Whether the pages have less room than they are made for."""
    return window.width() < SMALLEST[0] or window.height() < SMALLEST[1]


def scrolled(window: QMainWindow, message: QWidget) -> SmallScreen:
    """What the window has held so far, from now on to be scrolled where there is too little room."""
    frame = window.takeCentralWidget()
    assert frame is not None  # the window makes it first of all
    area = SmallScreen(frame, window)
    area.tell(message)
    window.setCentralWidget(area)
    return area


def fit(window: QMainWindow) -> None:
    """A new window is not larger than its screen; its own frame is taken off as well as can be known."""
    room = window.screen().availableGeometry()
    width, height = min(window.width(), room.width()), min(window.height(), room.height())
    if (width, height) != (window.width(), window.height()):
        window.resize(width, height)
        window.move(room.topLeft())
