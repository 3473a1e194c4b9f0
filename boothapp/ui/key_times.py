"""When keys were pressed, by their own clock: a busy window gets all the keys of a second at once."""

import sys
from time import perf_counter

from PySide6.QtCore import QAbstractEventDispatcher, QObject
from PySide6.QtGui import QKeyEvent

# Qt stamps a key there when the window takes it from the queue, not when it was pressed.
STAMPS_LATE = sys.platform == "win32"


class Pulse(QObject):
    """Since when the window has been at work: a key taken now may have waited so long."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asleep, self._awake = False, 0.0

    def watch(self, dispatcher: QAbstractEventDispatcher) -> None:
        """Only after a sleep is it known that no key was waiting."""
        dispatcher.aboutToBlock.connect(self._sleep)
        dispatcher.awake.connect(self._wake)

    def waited(self) -> float:
        """The longest that a key taken now may have waited, in seconds; 0 where nobody knows."""
        return perf_counter() - self._awake if self._awake else 0.0

    def _sleep(self) -> None:
        self._asleep = True

    def _wake(self) -> None:
        if self._asleep:
            self._asleep, self._awake = False, perf_counter()


class _Watched:
    """The pulse of this program, where its keys are stamped late, and when its last key was pressed."""

    pulse: Pulse | None = None
    last = 0.0


def watch(parent: QObject, late: bool = STAMPS_LATE) -> None:
    """Feels the pulse from now on, where the stamps of keys can't be trusted."""
    dispatcher = QAbstractEventDispatcher.instance()
    if late and dispatcher is not None:
        _Watched.pulse = Pulse(parent)
        _Watched.pulse.watch(dispatcher)


def rest() -> None:
    """Feels it no more."""
    if _Watched.pulse is not None:
        _Watched.pulse.deleteLater()
    _Watched.pulse = None


def hear(event: QKeyEvent) -> tuple[float, float]:
    """When it was pressed, as `pressed_at` says it; from now on it is the last one."""
    at, waited = pressed_at(event)
    _Watched.last = at
    return at, waited


def last() -> float:
    """The second at which the key that came last was pressed: an action knows no event."""
    return _Watched.last


def pressed_at(event: QKeyEvent) -> tuple[float, float]:
    """The second it was pressed, by a clock that all keys share, and how long before that it may have been.

    A key that a program has made has no stamp.
    """
    if not event.timestamp():
        return perf_counter(), 0.0
    return event.timestamp() / 1000, _Watched.pulse.waited() if _Watched.pulse else 0.0
