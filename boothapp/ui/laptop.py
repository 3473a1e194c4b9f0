"""How the laptop stands while the window is open: looked at beside it, now and then."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from boothapp.errors import UserError
from boothapp.paths import Home
from boothapp.ui.tasks import Tasks

if TYPE_CHECKING:
    from datetime import datetime

    from boothapp.actions.laptop import Laptop
    from boothapp.actions.printer import Queue
    from boothapp.store.database import Store

EVERY, PRINTER_EVERY = 60_000, 5
"""Milliseconds from look to look, in which a battery loses a percent; the printer every so many looks."""


FIRST = 1500
"""Milliseconds until the first look: the first visitor's scan comes before it."""


class Look(NamedTuple):
    """What was seen; queue is None where the printer was not asked."""

    laptop: "Laptop"
    queue: "Queue | None"


class LaptopWatch(QObject):
    """Looks once a minute, after `begin`, and when asked to. changed tells that something may be otherwise.

    see: looks at the machine, also in tests, which stand for machines of every kind; gets whether to ask the
    printer too.
    """

    changed = Signal()

    def __init__(self, tasks: Tasks, home: Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._looks = 0
        self._timer: QTimer | None = None
        self.laptop: Laptop | None = None
        self.queue: Queue | None = None
        self.behind: datetime | None = None
        self.see: Callable[[bool], Look] = lambda printer: _see(home, printer)

    def begin(self) -> None:
        """From now on, every minute; twice is once."""
        if self._timer is None:
            self._timer = QTimer(self, interval=EVERY)
            self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
            self._timer.timeout.connect(self._look_again)
            self._timer.start()
            QTimer.singleShot(FIRST, self, self.look)

    def look(self) -> None:
        """Looks at everything now."""
        self._looks = 0
        self._look_again()

    def _look_again(self) -> None:
        printer, see = self._looks % PRINTER_EVERY == 0, self.see
        self._looks += 1
        self._tasks.beside(lambda: see(printer), self._seen)
        self._tasks.ask(_behind, self._heard)

    def _seen(self, look: Look) -> None:
        before = self.laptop, self.queue
        self.laptop, self.queue = look.laptop, look.queue if look.queue is not None else self.queue
        if (self.laptop, self.queue) != before:
            self.changed.emit()

    def _heard(self, behind: "datetime | None") -> None:
        if behind != self.behind:
            self.behind = behind
            self.changed.emit()


def _see(home: Home, printer: bool) -> Look:
    from boothapp.actions import laptop

    return Look(laptop.look(home), _queue() if printer else None)


def _queue() -> "Queue":
    from boothapp.actions import printer

    try:
        return printer.queue()
    except UserError as error:
        return printer.Queue("", stopped=error.happened)


def _behind(store: "Store") -> "datetime | None":
    from datetime import UTC, datetime

    from boothapp.actions import laptop

    return laptop.clock_behind(store, datetime.now(UTC))
