"""The lanes: what runs where, where the answers arrive, errors, progress, and the close that drains."""

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from boothapp.domain.changes import Changes, changed
from boothapp.errors import Locked, UserError
from boothapp.paths import Home
from boothapp.store.database import Store, open_store
from boothapp.ui.tasks import GRACE, CancelledError, Progress, Tasks


@dataclass
class Heard:
    """What arrived, and on which thread."""

    answers: list[object] = field(default_factory=list)
    threads: set[bool] = field(default_factory=set)

    def __call__(self, answer: object) -> None:
        self.answers.append(answer)
        self.threads.add(threading.current_thread() is threading.main_thread())


@pytest.fixture
def tasks(home: Home, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(lambda: open_store(home, "a passphrase for tests only"))
    yield made
    made.close()


def test_a_change_answers_on_the_windows_thread_and_says_what_changed(tasks: Tasks, qtbot: QtBot) -> None:
    heard, changes = Heard(), Heard()
    tasks.changed.connect(changes)

    def remember(store: Store) -> Changes:
        store.remember("stand", "8 B 24")
        return changed("settings")

    tasks.change(remember, heard)
    qtbot.waitUntil(lambda: bool(changes.answers))
    assert heard.answers == changes.answers == [changed("settings")]
    assert heard.threads == {True}
    tasks.ask(lambda store: store.fact("stand"), heard)
    qtbot.waitUntil(lambda: len(heard.answers) == 2)
    assert heard.answers[1] == "8 B 24"
    assert len(changes.answers) == 1


def test_the_store_has_one_thread_of_its_own_and_keeps_the_order(tasks: Tasks, qtbot: QtBot) -> None:
    heard = Heard()
    for number in range(20):
        tasks.ask(lambda _store, number=number: (threading.get_ident(), number), heard)
    qtbot.waitUntil(lambda: len(heard.answers) == 20)
    threads, numbers = zip(*heard.answers, strict=True)  # type: ignore[arg-type]
    assert list(numbers) == list(range(20))
    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()


def test_a_user_error_reaches_the_page_that_asked(tasks: Tasks, qtbot: QtBot) -> None:
    failed, defects, unheard = Heard(), Heard(), Heard()
    tasks.defect.connect(defects)
    tasks.unheard.connect(unheard)

    def refuse(_store: Store) -> Changes:
        raise UserError("There is no such printer.", step="Choose another.")

    tasks.change(refuse, failed=failed)
    tasks.change(refuse)
    qtbot.waitUntil(lambda: bool(failed.answers and unheard.answers))
    assert str(failed.answers[0]) == "There is no such printer. Choose another."
    assert failed.threads == {True}
    assert defects.answers == []


def test_our_bug_goes_to_the_crash_report_and_the_lane_lives_on(tasks: Tasks, qtbot: QtBot) -> None:
    failed, defects, heard = Heard(), Heard(), Heard()
    tasks.defect.connect(defects)
    tasks.ask(lambda store: store.no_such_thing, heard, failed)  # type: ignore[attr-defined]
    tasks.ask(lambda store: store.fact("schema", "none"), heard, failed)
    qtbot.waitUntil(lambda: bool(defects.answers and heard.answers))
    assert isinstance(defects.answers[0], AttributeError)
    assert failed.answers == []


def test_a_store_that_stays_locked_says_so_and_opens_later(home: Home, qtbot: QtBot) -> None:
    open_store(home, "the right one").close()
    given = ["a wrong one"]
    tasks = Tasks(lambda: open_store(home, given[0]))
    failed, heard = Heard(), Heard()
    tasks.ask(lambda store: store.fact("station"), heard, failed)
    qtbot.waitUntil(lambda: bool(failed.answers))
    assert isinstance(failed.answers[0], Locked)
    given[0] = "the right one"
    tasks.ask(lambda store: store.fact("nothing", "open"), heard, failed)
    qtbot.waitUntil(lambda: bool(heard.answers))
    tasks.close()
    assert heard.answers == ["open"]


def test_work_beside_reaches_the_store_through_its_lane(tasks: Tasks, qtbot: QtBot) -> None:
    heard = Heard()

    def write_and_read() -> tuple[str, bool]:
        tasks.in_store(lambda store: store.remember("hall", "8"))
        lane = tasks.in_store(lambda _store: threading.get_ident())
        return tasks.in_store(lambda store: store.fact("hall")), lane != threading.get_ident()

    tasks.beside(write_and_read, heard)
    qtbot.waitUntil(lambda: bool(heard.answers))
    assert heard.answers == [("8", True)]


def test_progress_arrives_in_order_on_the_windows_thread(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[tuple[int, int, bool]] = []
    here = QThread.currentThread()
    report = tasks.progress(lambda count, total: seen.append((count, total, QThread.currentThread() is here)))
    done = Heard()
    tasks.beside(lambda: [report(count, 3) for count in (1, 2, 3)], done)
    qtbot.waitUntil(lambda: bool(done.answers))
    assert seen == [(1, 3, True), (2, 3, True), (3, 3, True)]


def test_cancelled_work_stops_at_its_next_report(tasks: Tasks, qtbot: QtBot) -> None:
    reached, may_go_on, counted, done, defects = threading.Event(), threading.Event(), [0], Heard(), Heard()
    tasks.defect.connect(defects)
    report: Progress = tasks.progress(lambda _count, _total: None)

    def count() -> None:
        for number in range(1000):
            counted[0] = number
            reached.set()
            may_go_on.wait(10)
            report(number, 1000)

    tasks.beside(count, done)
    assert reached.wait(10)
    report.cancel()
    may_go_on.set()
    tasks.close()
    assert counted == [0]
    assert done.answers == defects.answers == []


def test_closing_finishes_what_was_begun_and_delivers_its_errors(
    home: Home, tmp_path: Path, qtbot: QtBot
) -> None:
    tasks = Tasks(lambda: open_store(home, "a passphrase for tests only"))
    heard, failed = Heard(), Heard()

    def refuse(_store: Store) -> None:
        raise UserError("The disk is full.")

    for number in range(10):
        tasks.change(lambda store, number=number: store.remember(f"fact {number}", "kept"))
    tasks.change(refuse, heard, failed)
    tasks.close()
    tasks.close()
    assert [str(error) for error in failed.answers] == ["The disk is full."]
    tasks.change(refuse, heard, failed)
    again = open_store(home, "a passphrase for tests only")
    assert [again.fact(f"fact {number}") for number in range(10)] == ["kept"] * 10
    again.close()
    assert heard.answers == []


SILENT = """
import socket, sys
from PySide6.QtCore import QCoreApplication
from boothapp.ui.tasks import Tasks
app, tasks = QCoreApplication([]), Tasks(lambda: None)
line = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
line.sendall(b"?")
tasks.beside(lambda: line.recv(1))
tasks.close()
"""


def test_a_network_that_keeps_silent_does_not_hold_the_program() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        ended = subprocess.Popen([sys.executable, "-c", SILENT, str(server.getsockname()[1])])
        connection, _ = server.accept()
        with connection:
            assert connection.recv(1) == b"?"
            assert ended.wait(30) == 0


def test_the_close_leaves_silent_work_behind_and_keeps_what_it_had_stored(home: Home, qtbot: QtBot) -> None:
    tasks = Tasks(lambda: open_store(home, "a passphrase for tests only"))
    kept, answer, heard = threading.Event(), threading.Event(), Heard()
    refused: list[CancelledError] = []

    def send() -> None:
        tasks.in_store(lambda store: store.remember("first part", "kept"))
        kept.set()
        answer.wait(60)
        try:
            tasks.in_store(lambda store: store.remember("second part", "too late"))
        except CancelledError as error:
            refused.append(error)

    tasks.beside(send, heard)
    assert kept.wait(10)
    begun = time.monotonic()
    tasks.close()
    assert time.monotonic() - begun < GRACE + 5
    answer.set()
    qtbot.waitUntil(lambda: bool(refused))
    again = open_store(home, "a passphrase for tests only")
    assert (again.fact("first part"), again.fact("second part", "none")) == ("kept", "none")
    again.close()
    assert heard.answers == []
