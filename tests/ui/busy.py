"""How long the window's thread was busy at a stretch, in its own time: a slow machine makes no stall."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTimer

STALL = 0.4
"""Seconds of a stall on any machine at work: the 100 ms of an idle one are measured by the bench."""


class Busy:
    """The longest stretch so far, in seconds of this thread's work."""

    def __init__(self) -> None:
        self.longest, self._at = 0.0, time.thread_time()

    def tick(self) -> None:
        """The window has come to its events again."""
        now = time.thread_time()
        self.longest, self._at = max(self.longest, now - self._at), now


@contextmanager
def watched() -> Iterator[Busy]:
    """Watches what is done meanwhile; whoever does it waits inside until it is over."""
    busy, timer = Busy(), QTimer(interval=0)
    timer.timeout.connect(lambda: busy.tick())
    timer.start()
    yield busy
    QCoreApplication.processEvents()
    busy.tick()
    timer.stop()
