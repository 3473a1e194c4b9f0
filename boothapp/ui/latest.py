"""Questions asked again and again, such as a search while typing: only the newest answer is heard."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from boothapp.errors import UserError
from boothapp.ui.tasks import Failed, Progress, Tasks

if TYPE_CHECKING:
    from boothapp.store.database import Store

Answer = TypeVar("Answer")


class Latest:
    """One kind of question; a newer one makes the older ones pointless, begun or not."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks, self._newest = tasks, 0
        self._progress: Progress | None = None

    def ask(
        self, fn: "Callable[[Store], Answer]", done: Callable[[Answer], None], failed: Failed | None = None
    ) -> None:
        """Like Tasks.ask; once a newer one is asked, the work is left out and done and failed stay silent."""
        self.forget()
        mine = self._newest

        def work(store: "Store") -> list[Answer]:
            return [fn(store)] if mine == self._newest else []

        self._tasks.ask(work, *self._hearers(mine, done, failed))

    def ask_beside(
        self, fn: Callable[[Progress], Answer], done: Callable[[Answer], None], failed: Failed | None = None
    ) -> None:
        """Like Tasks.beside, for long work: once a newer one is asked, this one ends at its next report."""
        self.forget()
        mine, progress = self._newest, self._tasks.progress(lambda _done, _all: None)
        self._progress = progress

        def work() -> list[Answer]:
            return [fn(progress)] if mine == self._newest else []

        self._tasks.beside(work, *self._hearers(mine, done, failed))

    def forget(self) -> None:
        """What was asked before is no longer wanted."""
        self._newest += 1
        if self._progress is not None:
            self._progress.cancel()
            self._progress = None

    def _hearers(
        self, mine: int, done: Callable[[Answer], None], failed: Failed | None
    ) -> tuple[Callable[[list[Answer]], None], Failed]:
        def heard(answers: list[Answer]) -> None:
            for answer in answers if mine == self._newest else []:
                done(answer)

        def refused(error: UserError) -> None:
            if mine == self._newest:
                (failed or self._tasks.unheard.emit)(error)

        return heard, refused
