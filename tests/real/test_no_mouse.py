"""A lead is captured with the keyboard alone, by somebody who only hears what a screen reader says."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.real.screen import Screen, screen
from tests.rules.code import ROOT

# The reader's library is Debian's, for Debian's own Python.
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE = 20.0
# Slow enough (ms from key to key) to be a person and no scanner.
PACE = "120"
SCAN = "Scan a badge or type a name"


class Reader:
    """reader.py in a process of its own."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        assert self._hears() == "ready"

    def ask(self, *command: str) -> Any:
        """The answer to one command."""
        assert self._process.stdin is not None
        self._process.stdin.write("\t".join(command) + "\n")
        self._process.stdin.flush()
        return self._hears()

    def focused(self) -> str:
        """The name of what has the keyboard."""
        return str((self.ask("focused") or {}).get("name", ""))

    def waits_for(self, name: str) -> None:
        """Until the keyboard is where this is said."""
        until = time.monotonic() + PATIENCE
        while name not in (now := self.focused()):
            assert time.monotonic() < until, f"{name!r} never had the keyboard, but {now!r}"

    def waits_to_read(self, text: str) -> str:
        """The first text that holds this one, once there is one."""
        until = time.monotonic() + PATIENCE
        while not (found := [one for one in self.ask("texts") if text in one]):
            assert time.monotonic() < until, f"{text!r} was never to be read: {self.ask('texts')}"
        return str(found[0])

    def _hears(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the reader ended"
        return json.loads(line)


class Person:
    """Types, and hears where the keyboard is."""

    def __init__(self, display: Screen, reader: Reader) -> None:
        self._display, self.reader = display, reader

    def press(self, *keys: str) -> None:
        self._display.run("xdotool", "key", "--delay", PACE, *keys)

    def type(self, text: str) -> None:
        self._display.run("xdotool", "type", "--delay", PACE, text)

    def tab_to(self, name: str, most: int = 40) -> list[str]:
        """Presses Tab until this is said; gives what was said on the way."""
        heard = [self.reader.focused()]
        while name not in heard[-1]:
            assert len(heard) < most, heard
            self.press("Tab")
            heard.append(self.reader.focused())
        return heard


@pytest.fixture(scope="module")
def display() -> Iterator[Screen]:
    with screen() as made:
        yield made


@contextmanager
def bus(display: Screen, folder: Path) -> Iterator[Mapping[str, str]]:
    """A session bus, which starts the bus of the readers; none of them is left at the end."""
    folder.mkdir(mode=0o700)
    environment = {**display.environment, "XDG_RUNTIME_DIR": str(folder), "XDG_CACHE_HOME": str(folder)}
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        try:
            yield {**environment, "DBUS_SESSION_BUS_ADDRESS": process.stdout.readline().strip()}
        finally:
            # What the bus has started is of its session.
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(PATIENCE)
    until = time.monotonic() + PATIENCE
    while left := _alive(process.pid):
        assert time.monotonic() < until, left


def _alive(session: int) -> list[str]:
    """The processes of a session that still run, those apart that only wait to be counted."""
    command = ["ps", "-o", "stat=,args=", "-s", str(session)]
    lines = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    return [line for line in lines if not line.startswith("Z")]


@contextmanager
def program(environment: Mapping[str, str], home: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """boothapp itself, closed at the end as by a log-out."""
    own = {
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "BOOTHAPP_PASSPHRASE": "for this test only",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "LC_ALL": "C.UTF-8",
    }
    command = [sys.executable, "-m", "boothapp", "--home", str(home)]
    with subprocess.Popen(command, cwd=ROOT, env={**environment, **own}) as process:
        try:
            yield process
            process.terminate()
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()


@contextmanager
def reader(environment: Mapping[str, str]) -> Iterator[Reader]:
    pipe = subprocess.PIPE
    command = [SYSTEM_PYTHON, str(Path(__file__).parent / "reader.py")]
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, text=True) as process:
        try:
            yield Reader(process)
        finally:
            process.kill()


def test_a_lead_is_captured_with_no_mouse_by_what_is_heard(display: Screen, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with bus(display, tmp_path / "run") as environment:
        with program(environment, home), reader(environment) as heard:
            person = Person(display, heard)
            open_demo_show(person)
            conversation(person)
            assert heard.waits_to_read("Ada Byron, hot") == "A-0241 Ada Byron, hot, 12"
            keys_are_heard(person)
            every_page_is_said(person)
        check_saved(environment, home)


def open_demo_show(person: Person) -> None:
    """Through the door."""
    person.reader.waits_for("Open the demo show")
    person.press("space")
    person.reader.waits_for(SCAN)


def conversation(person: Person) -> None:
    """Somebody is asked and answers; consent and save."""
    for field, text in (
        ("Name", "Ada Byron"),
        ("Company", "Analytical Engines"),
        ("E-mail", "ada@engine.example"),
    ):
        person.tab_to(field)
        person.type(text)
    person.tab_to("Budget")
    for question, answer in (("Budget", "1"), ("Authority", "1"), ("Need", "1"), ("Timing", "1")):
        person.reader.waits_for(f"{question}: ")
        person.press(answer)
    person.tab_to("Polar arm")
    person.press("space")
    person.tab_to("by e-mail")
    person.press("space")
    assert person.reader.ask("focused")["on"]
    person.press("ctrl+Return")
    person.reader.waits_for(SCAN)


def keys_are_heard(person: Person) -> None:
    """F1 says the keys, and Esc gives the keyboard back."""
    person.press("F1")
    person.reader.waits_for("Keys of this page")
    person.press("Escape")
    person.reader.waits_for(SCAN)


def every_page_is_said(person: Person) -> None:
    """On every page, whatever takes the keyboard says what it is."""
    for number in range(1, 5):
        person.press(f"ctrl+{number}")
        assert person.reader.ask("unnamed") == [], number


def check_saved(environment: Mapping[str, str], home: Path) -> None:
    """The lead is in the store as it was said."""
    own = {
        "BOOTHAPP_PASSPHRASE": "for this test only",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
    }
    command = [sys.executable, "-m", "boothapp", "--home", str(home), "--json", "lead", "A-0241"]
    done = subprocess.run(
        command, cwd=ROOT, env={**environment, **own}, capture_output=True, text=True, check=False
    )
    lead = json.loads(done.stdout)
    assert lead["rating"] == "hot"
    assert lead["visitor"]["company"] == "Analytical Engines"
    assert lead["visitor"]["emails"] == ["ada@engine.example"]
