"""Long work whose page is gone before it is over: the window goes on, and what went wrong is said."""

from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from boothapp.domain.changes import Changes, changed
from boothapp.errors import Refused
from boothapp.ui.tasks import Progress
from boothapp.ui.widgets.work import Work
from tests.ui.program import Program


@pytest.fixture
def gone(program: Program) -> Callable[[Callable[[Progress], Changes]], list[str]]:
    """Runs a job of a page that goes while it is under way; gives what the page itself heard: nothing."""

    def run(job: Callable[[Progress], Changes]) -> list[str]:
        page, heard, may_end = QObject(), list[str](), Event()
        work = Work(program.tasks, page)
        work.counted.connect(lambda at, total: heard.append(f"{at} of {total}"))

        def slow(progress: Progress) -> Changes:
            may_end.wait()
            progress(1, 2)
            return job(progress)

        work.run("Import", slow, lambda _done: heard.append("done"), lambda error: heard.append(str(error)))
        delete(page)
        may_end.set()
        return heard

    return run


def test_what_was_done_is_seen_by_the_other_pages(
    qtbot: QtBot, program: Program, gone: Callable[..., list[str]]
) -> None:
    with qtbot.waitSignal(program.tasks.changed) as told:
        heard = gone(lambda _progress: changed("leads"))
    assert told.args == [changed("leads")]
    assert heard == []


def test_what_went_wrong_is_said_by_the_window(
    qtbot: QtBot, program: Program, gone: Callable[..., list[str]]
) -> None:
    def fails(_progress: Progress) -> Changes:
        raise Refused("The disk is full.")

    with qtbot.waitSignal(program.tasks.unheard) as told:
        heard = gone(fails)
    assert told.args is not None
    assert str(told.args[0]) == "The disk is full."
    assert heard == []
