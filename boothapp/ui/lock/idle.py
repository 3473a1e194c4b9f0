"""Tells when nobody has touched the laptop for a while."""

import time
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

# How often it is looked, in milliseconds: a lock some seconds late is no harm.
LOOK = 5000
TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TabletPress,
}


class Moment(NamedTuple):
    """Both clocks, in seconds: one stands still while the laptop sleeps, the other can be set."""

    steady: float
    wall: float


def now() -> Moment:
    return Moment(time.monotonic(), time.time())


class Idle(QObject):
    """Looks at what reaches one window of the system; `over` says that the time is up.

    Only that window's own events are looked at: those of every widget would cost each key and each paint.
    """

    over = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.clock = now
        self._window: QWindow | None = None
        self._limit = 0.0
        self._touched = self.clock()
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self.look)

    def watch(self, window: QWindow | None, minutes: int) -> None:
        """From now on this window is watched; 0 minutes is never."""
        if self._window is not None:
            self._window.removeEventFilter(self)
        self._window, self._limit, self._touched = window if minutes else None, minutes * 60.0, self.clock()
        if self._window is None:
            self._timer.stop()
        else:
            self._window.installEventFilter(self)
            self._timer.start()

    def look(self) -> bool:
        """Whether the time is up, which is told."""
        at = self.clock()
        gone = max(at.steady - self._touched.steady, at.wall - self._touched.wall)
        if self._window is None or gone < self._limit:
            return False
        self._touched = at
        self.over.emit()
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # A laptop that has slept is woken by a key: it must not reach what is now locked.
        return event.type() in TOUCHES and not self.touch()

    def touch(self) -> bool:
        """Somebody is at the laptop; False where the time was up before, which is told."""
        if self.look():
            return False
        self._touched = self.clock()
        return True
