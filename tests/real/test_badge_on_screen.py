"""From a scan to a saved lead on a real display: the program as people start it, keys as a scanner sends."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from boothapp.paths import Home
from tests.real.screen import CODES, CONTROL, PATIENCE, Screen, screen
from tests.rules.code import ROOT

CARD = "BEGIN:VCARD\nVERSION:3.0\nN:Doe;Jane\nORG:Tyne Fabrication\nEMAIL:jane.doe@tyne.example\nEND:VCARD"
MECARD = "MECARD:N:Kranz,Otto;EMAIL:otto@kranz.example;;"


@pytest.fixture
def display() -> Iterator[Screen]:
    with screen() as made:
        yield made


def does(*words: str) -> Any:
    """The JSON of a command in a process of its own."""
    command = [sys.executable, "-m", "boothapp", "--json", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def until(condition: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + 2 * PATIENCE
    while not condition():
        assert time.monotonic() < end, what
        time.sleep(0.1)


def title(display: Screen) -> str:
    """The title of the window that has the keyboard."""
    done = subprocess.run(
        ["xdotool", "getactivewindow", "getwindowname"],
        env=display.environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stdout.strip()


def save(display: Screen) -> None:
    """Ctrl+Enter, as a person presses it."""
    (enter,) = CODES["\n"]
    display.run("xdotool", "keydown", str(CONTROL), "key", str(enter), "keyup", str(CONTROL))


@contextmanager
def at_the_stand(display: Screen, home: Home, layout: str, said: Path) -> Iterator[None]:
    """The program as people start it, ready to scan with this layout; the system ends it, in silence."""
    does("demo", "--leads", "0", "--no-window")
    display.keyboard(layout)
    with said.open("w") as output, subprocess.Popen(
        [sys.executable, "-m", "boothapp"], cwd=ROOT, stdout=output, stderr=output,
        env={**display.environment, "BOOTHAPP_HOME": str(home.root), "PYTHONWARNINGS": ""},
    ) as program:  # fmt: skip
        try:
            until(lambda: title(display).startswith("Automation Days"), "the window did not come")
            yield
            program.send_signal(signal.SIGTERM)
            program.wait(PATIENCE)
        finally:
            program.kill()
    assert said.read_text() == ""


@pytest.mark.parametrize("layout", ["us", "ua"])
def test_a_badge_fills_the_form_and_becomes_a_lead(
    display: Screen, home: Home, layout: str, tmp_path: Path
) -> None:
    with at_the_stand(display, home, layout, tmp_path / "said"):
        display.scan(CARD)
        saves(display, "Jane Doe", 1)
        display.scan(MECARD)
        saves(display, "Otto Kranz", 2)
    leads = [does("lead", line["lead"]) for line in does("leads")]
    found = {lead["visitor"]["full_name"]: lead["visitor"].get("emails") for lead in leads}
    assert found == {"Jane Doe": ["jane.doe@tyne.example"], "Otto Kranz": ["otto@kranz.example"]}
    assert os.environ["BOOTHAPP_HOME"] == str(home.root)


SIGNS = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Doe;Jane\nTEL:+441915550123\nURL:https://x.example/?a=b&c=[d]\n"
    "EMAIL:jane.doe@tyne.example\nEND:VCARD"
)


@pytest.mark.parametrize("layout", ["de", "fr"])
def test_dead_keys_lose_no_sign_in_the_scan_field(
    display: Screen, home: Home, layout: str, tmp_path: Path
) -> None:
    with at_the_stand(display, home, layout, tmp_path / "said"):
        display.scan(SIGNS)
        saves(display, "Jane Doe", 1)
    [line] = does("leads")
    visitor = does("lead", line["lead"])["visitor"]
    assert visitor["phones"][0]["e164"] == "+441915550123"
    assert visitor["website"] == "https://x.example/?a=b&c=[d]"


def saves(display: Screen, name: str, count: int) -> None:
    """Saves with the keyboard until the lead is there; the form fills itself beside the window."""

    def saved() -> bool:
        save(display)
        return len(does("leads")) >= count

    until(saved, f"{name} was not saved")
