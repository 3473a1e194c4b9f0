"""The program's own window at a stand, off screen, and what its thread does, turn by turn of its event loop.

A turn is one key or tap of a person, or what the loop does between two waits. Its time is the processor's,
so that a busy machine does not make it longer. Pauses of the garbage collector count whoever makes them:
while one lasts, the window stands still.
"""

import gc
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from boothapp import app as program_of
from boothapp.app import Program
from boothapp.paths import Home

SIZE = (1280, 700)
PATIENCE = 60.0
"""Seconds after which something that has not come about never will."""
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


class Turn(NamedTuple):
    """What the person was about, and the milliseconds of the processor that it took the window's thread."""

    doing: str
    took: float


class Booth:
    """A person at the window. turns: all of them so far; doing: what the person is about."""

    def __init__(self, program: Program) -> None:
        self.program, self.doing = program, "the start"
        self.turns: list[Turn] = []

    def act(self, what: Callable[[], object]) -> None:
        """One turn."""
        begun = time.thread_time()
        what()
        self.turns.append(Turn(self.doing, (time.thread_time() - begun) * 1000))

    def until(self, came: Callable[[], bool]) -> None:
        """Turn after turn until it has come about."""
        begun = time.monotonic()
        while not came():
            self.act(lambda: QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents))
            if time.monotonic() - begun > PATIENCE:
                raise TimeoutError(f"it never came about: {self.doing}")

    def rest(self) -> None:
        """Until the store has answered what was asked, and what its answers asked; then paints it."""
        answered: list[object] = []
        for times in (1, 2):
            self.program.tasks.ask(lambda _store: None, answered.append)
            self.until(lambda times=times: len(answered) == times)  # type: ignore[misc]
        self.act(QApplication.processEvents)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """One key to whatever has the keyboard."""
        self.act(lambda: QTest.keyClick(QApplication.focusWidget() or self.program.window, key, modifier))

    def write(self, text: str) -> None:
        """Key after key as fast as a scanner, which ends with Enter if the text does."""
        for letter in text:
            key: Any = Qt.Key.Key_Return if letter == "\n" else letter
            self.key(key)

    def tap(self, part: QWidget) -> None:
        """One tap in the middle of a part."""
        self.act(lambda: QTest.mouseClick(part, Qt.MouseButton.LeftButton, NONE, part.rect().center()))

    def _collected(self, phase: str, info: dict[str, int]) -> None:
        """The collector has begun or is done, in whichever thread."""
        if phase == "start":
            self._begun = time.thread_time()
        elif threading.current_thread() is not threading.main_thread():
            took = (time.thread_time() - self._begun) * 1000
            self.turns.append(Turn(f"the collector's generation {info['generation']}", took))

    @contextmanager
    def watched(self) -> Iterator[None]:
        """While the collector's pauses count too."""
        gc.callbacks.append(self._collected)
        yield
        gc.callbacks.remove(self._collected)


@contextmanager
def copied(kept: Home) -> Iterator[Home]:
    """A copy to work in, on the disk of the checkout: a memory disk would prove nothing."""
    with tempfile.TemporaryDirectory(dir=Path(__file__).parents[2], prefix=".bench-") as folder:
        copy = Path(folder) / "home"
        shutil.copytree(kept.root, copy)
        yield Home(copy)


@contextmanager
def booth(application: QApplication, home: Home, passphrase: str) -> Iterator[Booth]:
    """The program on this home, at its Capture page."""
    os.environ[program_of.PASSPHRASE_VARIABLE] = passphrase
    program = Program(application, home)
    program.window.resize(*SIZE)
    program.window.show()
    program.window.activateWindow()
    QTest.qWaitForWindowActive(program.window)
    here = Booth(program)
    with here.watched():
        here.act(program.begin)
        here.until(lambda: program.window.pages() != {} and program.guard.watching)
        here.rest()
        yield here
    program.end()
