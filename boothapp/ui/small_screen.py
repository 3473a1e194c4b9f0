"""A window smaller than the pages can be: all of it scrolls, so that nothing is cut off or laid over another.

A laptop of 1366x768 at 150 % has 910x512 left; one of 1024x600 at 200 % has 512x300.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from boothapp.ui.scrolled_frame import ScrolledFrame

# The least that the pages are made for, and the least that still shows a field and its button.
SMALLEST = (960, 560)
LEAST = (400, 260)


def is_small(window: QMainWindow) -> bool:
    """Whether the pages have less room than they are made for."""
    return window.width() < SMALLEST[0] or window.height() < SMALLEST[1]


def scrolled(window: QMainWindow, message: QWidget) -> "ScrolledFrame":
    """What the window has held so far, from now on to be scrolled where there is too little room."""
    from boothapp.ui.scrolled_frame import ScrolledFrame

    frame = window.takeCentralWidget()
    assert frame is not None  # the window makes it first of all
    area = ScrolledFrame(frame, window)
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
