"""Scans take their turn: what they say arrives in the order they came, though two are read at a time."""

from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from boothapp.errors import UserError
from boothapp.ui.tasks import Tasks

# So long may one picture keep others waiting (ms); its own person comes when it is read at last.
PATIENCE = 5000

Act = Callable[[], None]


class Turn:
    """One scan's place; `act` gives its reading on, None until it is read."""

    def __init__(self, act: Act | None = None) -> None:
        self.act = act


class Turns(QObject):
    """Reads beside the window and gives on in order, on the window's thread."""

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._waiting: deque[Turn] = deque()
        self.patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self.patience.timeout.connect(self._pass_over)

    def read(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[UserError], None]
    ) -> None:
        """Runs the work; done or failed is called when all before it had their turn."""
        turn = Turn()
        self._waiting.append(turn)
        self._tasks.read(
            work,
            lambda answer: self._is_read(turn, lambda: done(answer)),
            lambda error: self._is_read(turn, lambda: failed(error)),
        )

    def say(self, act: Act) -> None:
        """Something that needs no reading, in its turn."""
        self._waiting.append(Turn(act))
        self._give_on()

    def _is_read(self, turn: Turn, act: Act) -> None:
        turn.act = act
        if turn in self._waiting:
            self._give_on()
        else:
            act()

    def _give_on(self) -> None:
        while self._waiting and (act := self._waiting[0].act):
            self._waiting.popleft()
            act()
        if not any(turn.act for turn in self._waiting):
            self.patience.stop()
        elif not self.patience.isActive():
            self.patience.start()

    def _pass_over(self) -> None:
        self._waiting.popleft()
        self._give_on()
