"""The kiosk on a real display with a window manager: the whole screen, and no key of the system leads out."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from boothapp.paths import Home
from tests.conftest import PASSPHRASE
from tests.real.kiosk_window import PIN
from tests.real.screen import PATIENCE, Screen, screen
from tests.rules.code import ROOT
from tests.ui.program import with_demo_show

CARD = "BEGIN:VCARD\nVERSION:3.0\nN:Doe;Jane\nORG:Tyne Fabrication\nEMAIL:jane.doe@tyne.example\nEND:VCARD"
KEYS = ("alt+F4", "F1", "Escape", "ctrl+l", "ctrl+1", "ctrl+2", "ctrl+q", "alt+space", "F10", "F11", "Menu",
        "ctrl+shift+s", "ctrl+z", "ctrl+p", "alt+F9")  # fmt: skip


class Kiosk:
    """The program on a display; `said` is what it shows now."""

    def __init__(self, display: Screen, file: Path) -> None:
        self.display, self._file = display, file
        command = [sys.executable, "-m", "tests.real.kiosk_window", str(file)]
        environment = {**display.environment, "BOOTHAPP_PASSPHRASE": PASSPHRASE}
        self.program = subprocess.Popen(command, cwd=ROOT, env=environment)

    @property
    def said(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._file.read_text("utf-8")) if self._file.exists() else {}
        return found

    def until(self, condition: Callable[[dict[str, Any]], bool]) -> None:
        end = time.monotonic() + 2 * PATIENCE
        while not condition(self.said):
            assert time.monotonic() < end, self.said
            time.sleep(0.05)

    def press(self, key: str) -> None:
        self.display.run("xdotool", "key", key)


@pytest.fixture
def kiosk(home: Home, tmp_path: Path) -> Iterator[Kiosk]:
    with_demo_show(home)
    with screen() as display:
        made = Kiosk(display, tmp_path / "said.json")
        try:
            made.until(lambda said: bool(said.get("kept")) and bool(said.get("whole")))
            yield made
        finally:
            made.program.kill()
            made.program.wait(PATIENCE)


def test_no_key_of_the_system_leads_out_and_a_pin_does(kiosk: Kiosk) -> None:
    for key in KEYS:
        kiosk.press(key)
        kiosk.until(lambda said: said["whole"])
        said = kiosk.said
        assert (said["kept"], said["rail"], said["popup"], said["lock"]) == (True, False, False, ""), key
        assert said["view"] in ("Start", "Leaving"), key
    kiosk.press("alt+F4")
    kiosk.until(lambda said: said["view"] == "Leaving")
    for digit in PIN:
        kiosk.press(digit)
        time.sleep(0.06)
    kiosk.press("Return")
    kiosk.until(lambda said: not said["kept"] and said["rail"])
    assert not kiosk.said["whole"]


def test_a_scanner_fills_the_entry_and_presses_nothing(kiosk: Kiosk) -> None:
    kiosk.display.scan("https://evil.example/")
    kiosk.display.scan(CARD)
    kiosk.until(lambda said: said["typed"] == "Jane Doe")
    assert kiosk.said["view"] == "Entry"


def test_the_system_may_end_it(kiosk: Kiosk) -> None:
    os.kill(kiosk.program.pid, signal.SIGTERM)
    assert kiosk.program.wait(2 * PATIENCE) == 0
    assert kiosk.said == {"ended": 0}
