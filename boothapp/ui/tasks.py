"""Work beside the window: one lane for the store, a pool for the rest, answers on the window's thread."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from boothapp.errors import UserError

Answer = TypeVar("Answer")
Done = Callable[[Any], None]
Failed = Callable[[UserError], None]
Report = Callable[[int, int], None]

log = logging.getLogger(__name__)


class CancelledError(Exception):
    """Raised inside a job by its report when the person has cancelled it."""


class Job:
    """A handle on work under way."""

    def __init__(self) -> None:
        self.cancelled = False

    def cancel(self) -> None:
        """Asks the work to stop at its next report; what is done stays done."""
        self.cancelled = True


class Tasks(QObject):
    """Runs functions beside the window. Every callback and signal arrives on the thread this object lives in.

    changed carries the Changes of a finished change; defect carries an exception that is our bug.
    """

    changed = Signal(object)
    defect = Signal(object)
    _arrived = Signal(object)

    def __init__(self, open_store: Callable[[], Any], parent: QObject | None = None) -> None:
        """`open_store` runs on the store's lane at the first job, and again if it failed before."""
        super().__init__(parent)
        self._open_store = open_store
        self._store: Any = None
        self._lane = ThreadPoolExecutor(1, "store")
        self._pool = ThreadPoolExecutor(2, "beside")
        self._open = True
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def change(self, fn: Callable[[Any], Any], done: Done | None = None, failed: Failed | None = None) -> Job:
        """Runs fn(store) on the store's lane. It returns Changes, or something with `.changes`."""
        return self._start(self._lane, lambda: fn(self._opened()), done, failed, announce=True)

    def ask(self, fn: Callable[[Any], Any], done: Done, failed: Failed | None = None) -> Job:
        """Runs fn(store) on the store's lane, for reading; announces nothing."""
        return self._start(self._lane, lambda: fn(self._opened()), done, failed)

    def beside(
        self,
        fn: Callable[[Report], Any],
        done: Done | None = None,
        failed: Failed | None = None,
        progress: Report | None = None,
    ) -> Job:
        """Runs fn(report) on the pool: printing, network, files. report(count, total) reaches `progress`.

        Changes in the result (itself, or its `.changes`) are announced. The store is reached by `in_store`.
        """
        job = Job()

        def report(count: int, total: int) -> None:
            if job.cancelled:
                raise CancelledError
            if progress is not None:
                self._arrived.emit(lambda: progress(count, total))

        return self._start(self._pool, lambda: fn(report), done, failed, announce=True, job=job)

    def in_store(self, fn: Callable[[Any], Answer]) -> Answer:
        """From inside a `beside` job: runs fn(store) on the store's lane and waits for it."""
        return self._lane.submit(lambda: fn(self._opened())).result()

    def close(self) -> None:
        """Finishes everything begun, delivers the last answers and closes the store."""
        if not self._open:
            return
        self._open = False
        self._pool.shutdown(wait=True)
        self._lane.submit(self._close_store)
        self._lane.shutdown(wait=True)
        QCoreApplication.sendPostedEvents(self)

    def _start(
        self,
        lane: ThreadPoolExecutor,
        work: Callable[[], Any],
        done: Done | None,
        failed: Failed | None,
        announce: bool = False,
        job: Job | None = None,
    ) -> Job:
        future = lane.submit(work)
        future.add_done_callback(
            lambda ended: self._arrived.emit(lambda: self._end(ended, done, failed, announce))
        )
        return job or Job()

    def _end(self, future: Future[Any], done: Done | None, failed: Failed | None, announce: bool) -> None:
        error = future.exception()
        if isinstance(error, UserError):
            self._refuse(error, failed)
        elif isinstance(error, CancelledError):
            log.info("A job was cancelled.")
        elif error is not None:
            self.defect.emit(error)
        else:
            self._succeed(future.result(), done, announce)

    def _succeed(self, result: Any, done: Done | None, announce: bool) -> None:
        if done is not None:
            done(result)
        changes = changes_in(result) if announce else None
        if changes is not None:
            self.changed.emit(changes)

    def _refuse(self, error: UserError, failed: Failed | None) -> None:
        if failed is None:
            log.warning("Nobody was told: %s", error)
        else:
            failed(error)

    @Slot(object)
    def _deliver(self, action: Callable[[], None]) -> None:
        action()

    def _opened(self) -> Any:
        if self._store is None:
            self._store = self._open_store()
        return self._store

    def _close_store(self) -> None:
        if self._store is not None and hasattr(self._store, "close"):
            self._store.close()
        self._store = None


def changes_in(result: Any) -> Any:
    """The Changes a result is or carries, None when it has none."""
    if hasattr(result, "topics"):
        return result
    return getattr(result, "changes", None)
