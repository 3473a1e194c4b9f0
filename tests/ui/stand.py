"""A laptop at the stand for the tests of its pages: a real store with demo leads, the lanes and the desk."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from boothapp.actions import shows
from boothapp.paths import Home
from boothapp.settings import Settings
from boothapp.store.database import Store, open_store
from boothapp.ui.desk import Desk
from boothapp.ui.tasks import Tasks
from tests import prepared
from tests.conftest import PASSPHRASE
from tests.ui import seen

T = TypeVar("T")


class Stand:
    """The desk of an open show, what it said, and the store behind it."""

    def __init__(self, qtbot: QtBot, home: Home) -> None:
        self.qtbot = qtbot
        self.tasks = Tasks(lambda: open_store(home, PASSPHRASE))
        self.desk = Desk(self.tasks, Settings(home), home)
        self.said: list[str] = []
        self.undo: list[Callable[[], None] | None] = []
        self.defects: list[object] = []
        self.desk.said.connect(self._hear)
        self.tasks.defect.connect(self.defects.append)
        self.tasks.unheard.connect(lambda error: self.said.append(str(error)))
        self.desk.open_show(self.store(shows.current))

    def store(self, fn: Callable[[Store], T]) -> T:
        """What a function finds in the store, on its own lane."""
        return self.tasks.in_store(fn)

    def visit(self, page: QWidget) -> None:
        """Brings a page to the front as the window does."""
        self.tasks.changed.connect(page.refresh)  # type: ignore[attr-defined]
        page.resize(1168, 664)
        seen.show(self.qtbot, page)
        page.shown()  # type: ignore[attr-defined]

    def _hear(self, text: str, undo: Callable[[], None] | None) -> None:
        self.said.append(text)
        self.undo.append(undo)


@contextmanager
def stand(qtbot: QtBot, home: Home, count: int) -> Iterator[Stand]:
    """A stand with this many demo leads; nothing may have gone wrong inside when it ends."""
    prepared.with_demo(home, PASSPHRASE, count).close()
    here = Stand(qtbot, home)
    yield here
    here.tasks.close()
    assert here.defects == []
