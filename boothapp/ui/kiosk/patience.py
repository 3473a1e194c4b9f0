"""How long an entry is left alone before it is wiped for the next visitor."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

from boothapp.ui.lock.idle import TOUCHES, now

WAITS, WARNS = 60, 20
"""Seconds without a touch until an entry is wiped, and how long before that it is said."""


class Patience(QObject):
    """Looks at one window of the system. left(seconds) counts down the last ones, 0 while nobody need hurry;
    over() says that the time is up."""

    left = Signal(int)
    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.clock = now
        self._window: QWindow | None = None
        self._waits, self._touched, self._told = 0.0, self.clock(), 0
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.look)

    def begin(self, window: QWindow | None, seconds: int) -> None:
        """So many seconds from now on, and after each touch of this window."""
        self.end()
        self._window, self._waits = window, seconds
        self._touched = self.clock()
        if window is not None:
            window.installEventFilter(self)
        self._timer.start()

    def end(self) -> None:
        """Nobody is waited for."""
        if self._window is not None:
            self._window.removeEventFilter(self)
        self._window = None
        self._timer.stop()
        self._tell(0)

    def look(self) -> None:
        """Tells how long is left."""
        at = self.clock()
        # One clock stands still while the laptop sleeps, the other can be set: the visitor is gone by either.
        gone = max(at.steady - self._touched.steady, at.wall - self._touched.wall)
        if gone >= self._waits:
            self.end()
            self.over.emit()
        elif (left := int(self._waits - gone) + 1) <= WARNS:
            self._tell(left)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self._touched = self.clock()
            self._tell(0)
        return False

    def _tell(self, left: int) -> None:
        if left != self._told:
            self._told = left
            self.left.emit(left)
