"""Questions asked again and again, such as a search while typing: only the newest answer is heard."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from boothapp.errors import UserError
from boothapp.ui.tasks import Failed, Tasks

if TYPE_CHECKING:
    from boothapp.store.database import Store

Answer = TypeVar("Answer")


class Latest:
    """One kind of question; a newer one makes the older ones pointless, begun or not."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks, self._newest = tasks, 0

    def ask(
        self, fn: "Callable[[Store], Answer]", done: Callable[[Answer], None], failed: Failed | None = None
    ) -> None:
        """Like Tasks.ask; once a newer one is asked, the work is left out and done and failed stay silent."""
        self._newest += 1
        mine = self._newest

        def work(store: "Store") -> list[Answer]:
            return [fn(store)] if mine == self._newest else []

        def heard(answers: list[Answer]) -> None:
            for answer in answers if mine == self._newest else []:
                done(answer)

        def refused(error: UserError) -> None:
            if mine == self._newest:
                (failed or self._tasks.unheard.emit)(error)

        self._tasks.ask(work, heard, refused)

    def forget(self) -> None:
        """What was asked before is no longer wanted."""
        self._newest += 1
