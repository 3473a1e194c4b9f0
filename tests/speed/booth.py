"""The program's own window at a stand, off screen, and what its thread does, turn by turn of its event loop.

A turn is one key or tap of a person, or what the loop does between two waits. Its time is the processor's,
so that a busy machine does not make it longer.
"""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from boothapp import app as program_of
from boothapp.app import Program
from boothapp.paths import Home
from boothapp.ui.pages.capture.page import CapturePage

PATIENCE = 60.0
"""Seconds after which something that has not come about never will."""
SIZE = (1280, 700)
_TURN = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
_NONE = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True)
class Turn:
    """What a person was about, and milliseconds of the processor that the window's thread took."""

    doing: str
    took: float
    wall: float = 0.0
    waited: float = 0.0


class Booth:
    """A person at the window; `turns` are those so far."""

    def __init__(self, program: Program) -> None:
        self.program, self.turns, self.doing = program, [], "start"  # type: ignore[var-annotated]
        self.turns: list[Turn] = []
        self.page: Any = None

    def act(self, what: Callable[[], object]) -> None:
        """One key, one tap: a turn of its own."""
        w, q = time.perf_counter(), _runq()
        begun = time.thread_time()
        what()
        took = (time.thread_time() - begun) * 1000
        self.turns.append(Turn(self.doing, took, (time.perf_counter() - w) * 1000, _runq() - q))

    def turn(self) -> None:
        """What the loop does until it waits again."""
        self.act(lambda: QApplication.processEvents(_TURN))

    def until(self, came: Callable[[], bool]) -> None:
        """Turn after turn until it has come about."""
        begun = time.monotonic()
        while not came():
            self.turn()
            if time.monotonic() - begun > PATIENCE:
                raise TimeoutError(f"it never came about: {self.doing}")

    def rest(self) -> None:
        """Until the store has answered everything and all of it is on the screen."""
        for _ in range(2):
            answered: list[object] = []
            self.program.tasks.ask(lambda _store: None, answered.append)
            self.until(lambda: bool(answered))
        self.act(QApplication.processEvents)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE) -> None:
        self.act(lambda: QTest.keyClick(QApplication.focusWidget(), key, modifier))

    def letters(self, text: str) -> None:
        for letter in text:
            self.act(lambda letter=letter: QTest.keyClick(QApplication.focusWidget(), letter))  # type: ignore[misc]

    def tap(self, part: QWidget) -> None:
        """One tap in the middle of a part."""
        self.act(lambda: QTest.mouseClick(part, Qt.MouseButton.LeftButton, _NONE, part.rect().center()))


def _runq() -> float:
    with open("/proc/thread-self/schedstat") as f:
        return int(f.read().split()[1]) / 1e6


@contextmanager
def booth(kept: Path, passphrase: str) -> Iterator[Booth]:
    """The program on a copy of a home, at its Capture page."""
    import shutil

    with tempfile.TemporaryDirectory(dir=Path(__file__).parents[2], prefix=".bench-") as folder:
        home = Path(folder) / "home"
        shutil.copytree(kept, home)
        os.environ[program_of.PASSPHRASE_VARIABLE] = passphrase
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        program = Program(application, Home(home))
        program.window.resize(*SIZE)
        program.window.show()
        program.window.activateWindow()
        QTest.qWaitForWindowActive(program.window)
        here = Booth(program)
        here.act(program.begin)
        here.until(lambda: program.window.pages() != {} and program.guard.watching)
        here.page = program.window.pages()["capture"]
        assert isinstance(here.page, CapturePage)
        program.desk.choose_staff("lange")
        here.rest()
        yield here
        program.end()
