"""A pool whose threads never hold the end of the program: a CRM that keeps silent may not keep it open."""

from collections.abc import Callable
from concurrent.futures import Future, wait
from queue import SimpleQueue
from threading import Thread
from typing import Any

Job = tuple[Future[Any], Callable[[], Any]]


class Beside:
    """Runs jobs on a few daemon threads, which start with the first job.

    The standard library's pool joins its threads when Python ends, so that one silent socket would hold it.
    """

    def __init__(self, threads: int, name: str) -> None:
        self._left, self._name = threads, name
        self._jobs: SimpleQueue[Job] = SimpleQueue()
        self._running: set[Future[Any]] = set()

    def submit(self, work: Callable[[], Any]) -> Future[Any]:
        """Runs the work as soon as a thread is free."""
        future: Future[Any] = Future()
        self._running.add(future)
        future.add_done_callback(self._running.discard)
        self._jobs.put((future, work))
        if self._left:
            self._left -= 1
            Thread(target=self._serve, name=self._name, daemon=True).start()
        return future

    def settle(self, seconds: float) -> None:
        """Waits at most this long for what was submitted."""
        wait(tuple(self._running), seconds)

    def finish(self, seconds: float) -> set[Future[Any]]:
        """Forgets what has not begun, waits at most this long for what has; returns what is left behind."""
        for future in tuple(self._running):
            future.cancel()
        return set(wait(tuple(self._running), seconds).not_done)

    def _serve(self) -> None:
        while True:
            future, work = self._jobs.get()
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(work())
            except BaseException as error:  # noqa: BLE001 - the future carries it
                future.set_exception(error)
