"""A scan on a real display with real keyboard layouts: exact, and nothing in the dialog is touched."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest

from boothapp.badge.calibration import CODE
from tests.real.screen import CAPS_LOCK, PATIENCE, Screen, screen
from tests.rules.code import ROOT

CARD = "BEGIN:VCARD\nVERSION:3.0\nN:Gedz;Oksana\nEMAIL:o.gedz@verf.example\nEND:VCARD"
UNTOUCHED = {"line": "Zorya", "combo": "Cold", "presses": 0}
MARKS = {"pace": ((), ("Return",)), "F-keys": (("F9",), ("F10",)), "STX, ETX": (("Ctrl+B",), ("Ctrl+C",))}
LAYOUTS = ("us", "ua", "ru", "de", "fr", "gb", "tr", "pl")


@pytest.fixture(scope="module")
def display() -> Iterator[Screen]:
    with screen() as made:
        yield made


class Dialog:
    """The dialog of scanned_dialog.py in a process of its own."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        self._lines: Queue[str] = Queue()
        self.reader = Thread(target=self._listen)
        self.reader.start()

    def hears(self) -> Mapping[str, Any]:
        """Its next line; fails with queue.Empty where it says nothing for long."""
        said: Mapping[str, Any] = json.loads(self._lines.get(timeout=PATIENCE))
        return said

    def _listen(self) -> None:
        for line in self._process.stdout or ():
            self._lines.put(line)

    def does(self, command: str) -> Mapping[str, Any]:
        """Its answer to a command."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{command}\n")
        self._process.stdin.flush()
        return self.hears()


@contextmanager
def dialog(display: Screen, home: Path) -> Iterator[Dialog]:
    command = [sys.executable, "-m", "tests.real.scanned_dialog", str(home)]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=ROOT, env=display.environment, text=True, stdin=pipe, stdout=pipe
    ) as process:
        made = Dialog(process)
        try:
            assert made.hears() == {"ready": True}
            yield made
            made.does("quit")
            process.wait(PATIENCE)
        finally:
            process.kill()
            made.reader.join(PATIENCE)


def untouched(said: Mapping[str, Any]) -> bool:
    return {name: said[name] for name in UNTOUCHED} == UNTOUCHED


@pytest.mark.parametrize("kind", MARKS)
def test_a_card_of_five_lines_arrives_exact_and_touches_nothing(
    display: Screen, tmp_path: Path, kind: str
) -> None:
    prefix, suffix = MARKS[kind]
    with dialog(display, tmp_path) as made:
        display.keyboard("us")
        if kind != "pace":
            made.does("focus button")
            made.does("learn")
            display.scan(CODE, prefix, suffix)
            assert made.hears() == {"taught": "us", "prefix": list(prefix), "suffix": list(suffix)}
            made.does("state")
        for layout in LAYOUTS:
            display.keyboard(layout)
            for place in ("line", "combo", "button"):
                made.does(f"focus {place}")
                display.scan(CARD, prefix, suffix)
                said = made.hears()
                assert said.get("scan", "").splitlines() == CARD.splitlines(), (layout, place, said)
                assert untouched(said), (layout, place, said)
        assert untouched(made.does("state"))


def test_caps_lock_and_every_sign(display: Screen, tmp_path: Path) -> None:
    text = "MECARD:N:Doe,Jane;NOTE:~!@#$%^&*()_{}|\"<>?`1234567890-[]\\',./;EMAIL:jane@tyne.example;;"
    with dialog(display, tmp_path) as made:
        made.does("focus button")
        for layout in ("us", "ua"):
            display.keyboard(layout)
            for _locked in range(2):
                display.scan(text)
                said = made.hears()
                assert said.get("scan") == text, (layout, said)
                display.press(CAPS_LOCK)
        assert untouched(made.does("state"))


@pytest.mark.parametrize("layout", ["de", "fr", "es"])
def test_a_layout_with_dead_keys_is_learnt_on_the_screen(
    display: Screen, tmp_path: Path, layout: str
) -> None:
    text = "MECARD:N:Doe,Jane;EMAIL:jane@tyne.example;URL:x.example/?a=b+c[d];;"
    with dialog(display, tmp_path) as made:
        display.keyboard(layout)
        made.does("focus button")
        made.does("learn")
        display.scan(CODE, ("F9",), ("F10",))
        said = made.hears()
        assert (said["prefix"], said["suffix"]) == (["F9"], ["F10"])
        assert said["taught"] == {"es": "own"}.get(layout, layout)
        made.does("state")
        for place in ("button", "combo", "line"):
            made.does(f"focus {place}")
            display.scan(text, ("F9",), ("F10",))
            said = made.hears()
            assert said.get("scan") == text, (place, said)
        assert untouched(made.does("state"))
