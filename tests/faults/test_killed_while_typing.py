"""Killed in the middle of a conversation: what was typed is there again."""

import os
import signal
import subprocess
import sys

import pytest

from boothapp.actions import demo, drafts, shows
from boothapp.actions.safety import check
from boothapp.paths import Home
from boothapp.store.database import open_store
from tests.conftest import PASSPHRASE
from tests.rules.code import ROOT

WORDS = ("Anna", "Maria", "Vogel")


def killed_after(home: Home, words: int) -> str:
    """What the page said was written down when the program was killed -9."""
    command = [sys.executable, "-m", "tests.faults.typing_person", str(home.root), *WORDS]
    typing = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=dict(os.environ))
    assert typing.stdout is not None
    try:
        said = [typing.stdout.readline().strip() for _ in range(words)]
    finally:
        typing.send_signal(signal.SIGKILL)
        typing.wait()
        typing.stdout.close()
    return said[-1]


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
