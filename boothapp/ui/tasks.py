"""Work beside the window: one lane for the store, pools for the rest, answers on the window's thread."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from boothapp.errors import UserError
from boothapp.ui.beside import Beside

if TYPE_CHECKING:
    from boothapp.store.database import Store

Answer = TypeVar("Answer")
Failed = Callable[[UserError], None]

GRACE = 1.5
"""Seconds in which a file or a print-out begun before the close may still be finished."""

log = logging.getLogger(__name__)


class CancelledError(Exception):
    """Raised inside work by its progress when the person has cancelled it, or has closed the window."""


class Runs(Protocol):
    """What takes work: the store's lane or the pool."""

    def submit(self, work: Callable[[], Any], /) -> Future[Any]:
        """Runs the work in its turn."""


class Progress:
    """Called inside the work with (count, total); the window hears it on its own thread."""

    def __init__(
        self, deliver: Callable[[Callable[[], None]], None], show: Callable[[int, int], None]
    ) -> None:
        self._deliver, self._show, self._cancelled = deliver, show, False

    def __call__(self, count: int, total: int) -> None:
        if self._cancelled:
            raise CancelledError
        self._deliver(lambda: self._show(count, total))

    def cancel(self) -> None:
        """Stops the work at its next report; what was committed stays."""
        self._cancelled = True


class Tasks(QObject):
    """Runs functions beside the window. Every callback and signal arrives on the thread this object lives in.

    changed carries the Changes of finished work; defect carries an exception that is our bug.
    A UserError goes to `failed`, or to the signal unheard where a page gave none.
    """

    changed = Signal(object)
    defect = Signal(object)
    unheard = Signal(object)
    _arrived = Signal(object)

    def __init__(self, open_store: "Callable[[], Store]", parent: QObject | None = None) -> None:
        """`open_store` runs on the store's lane at the first job, and again if it failed before."""
        super().__init__(parent)
        self._open_store = open_store
        self._store: Store | None = None
        self._lane = ThreadPoolExecutor(1, "store")
        self._pool, self._readers = Beside(2, "beside"), Beside(2, "reading")
        self._lookers = Beside(3, "looking")
        self._open, self._ended = True, False
        self._under_way: WeakSet[Progress] = WeakSet()
        self._left_behind: set[Future[Any]] = set()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def change(
        self,
        fn: "Callable[[Store], Answer]",
        done: Callable[[Answer], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Runs fn(store) on the store's lane; it returns Changes or something with `.changes`."""
        self._start(self._lane, lambda: fn(self._opened()), done, failed)

    def ask(
        self, fn: "Callable[[Store], Answer]", done: Callable[[Answer], None], failed: Failed | None = None
    ) -> None:
        """Runs fn(store) on the store's lane, for reading."""
        self._start(self._lane, lambda: fn(self._opened()), done, failed)

    def beside(
        self,
        fn: Callable[[], Answer],
        done: Callable[[Answer], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Runs fn() on the pool: printing, network, files. It reaches the store by `in_store`."""
        self._start(self._pool, fn, done, failed)

    def read(
        self, fn: Callable[[], Answer], done: Callable[[Answer], None], failed: Failed | None = None
    ) -> None:
        """Runs fn() on threads kept for badges: a scan never waits for printing or the network."""
        self._start(self._readers, fn, done, failed)

    def look(
        self,
        fn: Callable[[], Answer],
        done: Callable[[Answer], None],
        failed: Failed | None = None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        """Runs fn() on threads kept for pictures, which take seconds: no scan waits for them.

        ended: called last, whatever became of the work, our bugs too.
        """
        self._start(self._lookers, fn, done, failed, ended)

    def progress(self, show: Callable[[int, int], None]) -> Progress:
        """A progress to hand to the work; `show` hears it on the window's thread."""
        made = Progress(self._arrived.emit, show)
        self._under_way.add(made)
        return made

    def tell(self, act: Callable[[], None]) -> None:
        """From inside work: does this on the window's thread."""
        self._arrived.emit(act)

    def in_store(self, fn: "Callable[[Store], Answer]") -> Answer:
        """From inside `beside` work only: runs fn(store) on the store's lane and waits for it.

        Raises CancelledError once the store is closed.
        """
        if self._ended:
            raise CancelledError
        return self._lane.submit(lambda: fn(self._opened())).result()

    def settle_reading(self) -> None:
        """Waits at most GRACE seconds for the badges being read, and delivers what they say."""
        if self._open:
            self._readers.settle(GRACE)
            QCoreApplication.sendPostedEvents(self)

    def settle(self) -> None:
        """Waits until everything begun on the store is done, and delivers the answers."""
        if self._open:
            self._lane.submit(lambda: None).result()
            QCoreApplication.sendPostedEvents(self)

    def close(self) -> None:
        """Finishes everything begun on the store, delivers the last answers and closes the store.

        Work beside is cancelled and gets GRACE seconds; a network that keeps silent is left behind.
        """
        if not self._open:
            return
        self._open = False
        for progress in tuple(self._under_way):
            progress.cancel()
        quick = self._readers.finish(0) | self._lookers.finish(0)
        self._left_behind = quick | self._pool.finish(GRACE)
        self._ended = True
        self._lane.submit(self._close_store)
        self._lane.shutdown(wait=True)
        QCoreApplication.sendPostedEvents(self)

    @property
    def left_behind(self) -> bool:
        """Whether the close left work behind that may still run."""
        return any(not future.done() for future in self._left_behind)

    def _start(
        self,
        lane: Runs,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Failed | None,
        ended: Callable[[], None] | None = None,
    ) -> None:
        if not self._open:
            log.info("Asked for work after the close.")
            return

        def end(future: Future[Any]) -> None:
            try:
                self._end(future, done, failed)
            finally:
                if ended is not None:
                    ended()

        lane.submit(work).add_done_callback(lambda future: self._answer(future, lambda: end(future)))

    def _answer(self, future: Future[Any], action: Callable[[], None]) -> None:
        """Nobody is left to hear what a job says that the close did not wait for."""
        if future not in self._left_behind:
            self._arrived.emit(action)

    def _end(self, future: Future[Any], done: Callable[[Any], None] | None, failed: Failed | None) -> None:
        if future.cancelled():
            return
        error = future.exception()
        if isinstance(error, UserError):
            (failed or self.unheard.emit)(error)
        elif isinstance(error, CancelledError):
            log.info("A person cancelled work under way.")
        elif error is not None:
            self.defect.emit(error)
        else:
            self._succeed(future.result(), done)

    def _succeed(self, result: Any, done: Callable[[Any], None] | None) -> None:
        if done is not None:
            done(result)
        if changes := changes_in(result):
            self.changed.emit(changes)

    @Slot(object)
    def _deliver(self, action: Callable[[], None]) -> None:
        action()

    def _opened(self) -> "Store":
        if self._store is None:
            self._store = self._open_store()
        return self._store

    def _close_store(self) -> None:
        if self._store is not None:
            self._store.close()
        self._store = None


def changes_in(result: Any) -> Any:
    """The Changes a result is or carries, None when it has none."""
    return result if hasattr(result, "topics") else getattr(result, "changes", None)
