"""Killed in the middle of a conversation: what was typed is there again."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pytestqt.qtbot import QtBot

from boothapp.actions import demo, drafts, shows
from boothapp.actions.safety import check
from boothapp.paths import Home
from boothapp.store.database import open_store
from tests.conftest import PASSPHRASE
from tests.rules.code import ROOT
from tests.ui.program import enter, start, stored, with_demo_show

WORDS = ("Anna", "Maria", "Vogel")


@contextmanager
def typing(home: Home, words: int) -> "Iterator[tuple[subprocess.Popen[str], str]]":
    """A window where somebody types, and what it said was written down by then; killed -9 at the end."""
    command = [sys.executable, "-m", "tests.faults.typing_person", str(home.root), *WORDS]
    window = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=dict(os.environ))
    assert window.stdout is not None
    try:
        yield window, [window.stdout.readline().strip() for _ in range(words)][-1]
    finally:
        kill(window)
        window.stdout.close()


def kill(window: "subprocess.Popen[str]") -> None:
    window.send_signal(signal.SIGKILL)
    window.wait()


def killed_after(home: Home, words: int) -> str:
    """What the page said was written down when the program was killed -9."""
    with typing(home, words) as (_window, said):
        return said


@pytest.mark.parametrize("words", [1, 3])
def test_what_was_typed_is_there_again(home: Home, words: int) -> None:
    store = open_store(home, PASSPHRASE)
    shows.take(store, demo.demo_show(), demo.DEMO)
    store.close()
    said = killed_after(home, words)
    assert said == " ".join(WORDS[:words])
    store = open_store(home, PASSPHRASE)
    kept = drafts.newest(store, "ad26").kept
    assert kept is not None
    assert kept.draft.visitor.name.startswith(said)
    assert len(drafts.of_show(store, "ad26")) == 1
    assert all(one.ok for one in check(store))
    store.close()


def test_a_second_window_takes_up_only_what_no_running_one_holds(home: Home, qtbot: QtBot) -> None:
    with_demo_show(home)
    with typing(home, 1) as (window, said):
        program = start(qtbot, home)
        page = enter(qtbot, program)
        program.tasks.settle()
        program.tasks.settle()
        [held] = stored(program, lambda store: store.tuples("SELECT id FROM drafts"))
        assert stored(program, lambda store: drafts.of_show(store, "ad26")) == []
        page.drafts.take_up(held[0])
        program.tasks.settle()
        assert (page.talk.person.visitor().label, page.drafts.waiting) == ("", [])
        kill(window)
        page.drafts._look()
        qtbot.waitUntil(lambda: page.talk.person.visitor().name.startswith(said))
        assert page.draft().id == held[0]
        assert stored(program, lambda store: len(drafts.of_show(store, "ad26"))) == 1
    program.end()
    assert list(home.root.glob("*.running")) == []
