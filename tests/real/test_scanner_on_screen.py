"""A scan on a real display with real keyboard layouts: exact, and nothing in the dialog is touched."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

import pytest

from boothapp.badge.calibration import CODE
from boothapp.ui.scan_guard import GAP
from tests.real.screen import CAPS_LOCK, CODES, NUM_LOCK, NUMBER_PAD, PATIENCE, Screen, screen
from tests.rules.code import ROOT
from tests.ui.scan_target import CARD, LAYOUTS, MARKS, UNTOUCHED

TRIES = 20


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
        self.says(command)
        return self.hears()

    def says(self, line: str) -> None:
        """A line to it that it does not answer."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def takes(self, keys: int) -> Mapping[str, Any]:
        """What it says by the time it has taken so many keys and told the scan, if they were one."""
        until = time.monotonic() + PATIENCE
        said = {**self.does("state")}
        while said.get("keys", 0) < keys or ("scan" not in said and said["pause"] <= GAP):
            assert time.monotonic() < until, said
            said |= self.does("state")
        return said

    def stands(self, part: str, text: str) -> bool:
        """Whether this comes to stand in a part of it, without a scan."""
        until = time.monotonic() + PATIENCE
        while (said := self.does("state"))[part] != text:
            if "scan" in said or time.monotonic() > until:
                return False
        return True


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


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_bare_id_is_exact_on_every_layout(display: Screen, tmp_path: Path, layout: str) -> None:
    with dialog(display, tmp_path) as made:
        display.keyboard(layout)
        for place in ("button", "combo"):
            made.does(f"focus {place}")
            display.scan("ab-4711")
            said = made.hears()
            # On a French keyboard "-" and "6" could be either's: only the keys' places tell.
            assert said.get("scan") == "ab-4711", (layout, place, said)
            assert untouched(said)


def test_two_scans_back_to_back_are_two(display: Screen, tmp_path: Path) -> None:
    with dialog(display, tmp_path) as made:
        for layout in ("us", "ua"):
            display.keyboard(layout)
            for place in ("button", "combo", "line"):
                made.does(f"focus {place}")
                display.scan("MECARD:N:Doe,Jane;;\nMECARD:N:Kranz,Otto;;")
                told = [made.hears().get("scan"), made.hears().get("scan")]
                assert told == ["MECARD:N:Doe,Jane;;", "MECARD:N:Kranz,Otto;;"], (layout, place)
        assert untouched(made.does("state"))


@pytest.mark.parametrize("place", ["button", "combo"])
def test_a_scan_without_its_end_is_read_all_the_same(display: Screen, tmp_path: Path, place: str) -> None:
    with dialog(display, tmp_path) as made:
        display.keyboard("us")
        made.does(f"focus {place}")
        display.scan("AD26000001", suffix=())
        assert made.hears().get("scan") == "AD26000001"
        assert untouched(made.does("state"))


@pytest.mark.parametrize(("lost", "suffix"), [((), ("F10",)), (("F9",), ())], ids=["prefix", "suffix"])
def test_a_lost_mark_loses_nothing_else(
    display: Screen, tmp_path: Path, lost: tuple[str, ...], suffix: tuple[str, ...]
) -> None:
    with dialog(display, tmp_path) as made:
        display.keyboard("us")
        made.does("focus button")
        made.does("learn")
        display.scan(CODE, ("F9",), ("F10",))
        made.hears()
        made.does("state")
        for place in ("button", "combo"):
            made.does(f"focus {place}")
            display.scan("AD26000001", lost, suffix)
            assert made.hears().get("scan") == "AD26000001", place
            display.scan("AD26000002", ("F9",), ("F10",))
            assert made.hears().get("scan") == "AD26000002", place
        assert untouched(made.does("state"))


@pytest.mark.parametrize("layout", ["us", "ua", "de"])
def test_a_scan_while_a_person_types_leaves_the_persons_letters(
    display: Screen, tmp_path: Path, layout: str
) -> None:
    display.keyboard(layout)
    said = at_its_pace(display, tmp_path, "line", "xMECARD:N:Doe,Jane;EMAIL:jane@tyne.example;;")
    assert said.get("scan") == "MECARD:N:Doe,Jane;EMAIL:jane@tyne.example;;", said
    assert (len(said["line"]), said["presses"]) == (len("Zorya") + 1, 0)


def at_its_pace(display: Screen, home: Path, place: str, text: str) -> Mapping[str, Any]:
    """What a new dialog says of a scan whose keys came as fast as they were sent.

    A busy machine may hold keys up between xdotool and the display; after such a pause they are a person's.
    """
    sent = sum(len(CODES[sign]) for sign in (*text, "Return"))
    for _ in range(TRIES):
        with dialog(display, home) as made:
            made.does(f"focus {place}")
            display.scan(text)
            said = made.takes(sent)
        if said["pause"] <= GAP:
            return said
    pytest.fail(f"a scanner's pace was never kept: {said['pause']} ms at last")


def test_digits_of_the_number_pad_are_a_scan_too(display: Screen, tmp_path: Path) -> None:
    with dialog(display, tmp_path) as made:
        display.keyboard("us")
        display.press(NUM_LOCK)
        for place in ("button", "combo"):
            made.does(f"focus {place}")
            display.scan_codes([NUMBER_PAD[int(digit)] for digit in "4711001234"], ("Return",))
            assert made.hears().get("scan") == "4711001234", place
        display.press(NUM_LOCK)
        assert untouched(made.does("state"))


def test_numbers_typed_under_alt_press_nothing(display: Screen, tmp_path: Path) -> None:
    with dialog(display, tmp_path) as made:
        display.keyboard("us")
        made.does("focus button")
        display.scan_with_alt_code("MECARD:N:M", "0252", "ller;;")
        said = made.hears()
        assert said["scan"].startswith("MECARD:N:M")
        assert said["scan"].endswith("ller;;")
        assert untouched(made.does("state"))


@pytest.mark.parametrize("layout", ["de", "fr", "tr", "pl", "gb"])
def test_caps_lock_on_other_layouts(display: Screen, tmp_path: Path, layout: str) -> None:
    text = "MECARD:N:Doe,Jane;EMAIL:jane@tyne.example;;"
    with dialog(display, tmp_path) as made:
        display.keyboard(layout)
        made.does("focus button")
        display.press(CAPS_LOCK)
        display.scan(text)
        said = made.hears()
        display.press(CAPS_LOCK)
        assert said.get("scan") == text, said
        assert untouched(made.does("state"))


PERSON = 110


@pytest.mark.parametrize(("place", "stands"), [("answers", "1213"), ("line", "Zorya1213")])
def test_a_persons_keys_that_waited_for_a_busy_window_are_no_scan(
    display: Screen, tmp_path: Path, place: str, stands: str
) -> None:
    with dialog(display, tmp_path) as made:
        display.keyboard("us")
        made.does(f"focus {place}")
        made.does("stall")
        display.run("xdotool", "key", "--delay", str(PERSON), *"1213", "Return")
        made.says("go on")
        assert made.stands(place, stands)


def test_a_scan_that_waited_for_a_busy_window_is_one(display: Screen, tmp_path: Path) -> None:
    with dialog(display, tmp_path) as made:
        display.keyboard("us")
        for place in ("answers", "line", "combo", "button"):
            made.does(f"focus {place}")
            made.does("stall")
            display.scan("4711001234")
            made.says("go on")
            assert made.hears().get("scan") == "4711001234", place
        assert untouched(made.does("state"))
        assert made.does("state")["answers"] == ""
