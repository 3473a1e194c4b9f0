"""A real X display with a window manager, and a keyboard scanner on it that sends a US one's key codes."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tests.unit.badge.xkb import KEYCODES, SPACE, US

SHIFT, CONTROL, CAPS_LOCK = 50, 37, 66
CODES: Mapping[str, tuple[int, ...]] = {
    **{sign: (code,) for sign, code in zip(US[0], KEYCODES, strict=True)},
    **{sign: (SHIFT, code) for sign, code in zip(US[1], KEYCODES, strict=True)},
    " ": (SPACE,),
    "\n": (36,),
    "Return": (36,),
    "Tab": (23,),
    "F9": (75,),
    "F10": (76,),
    "Ctrl+B": (CONTROL, 56),
    "Ctrl+C": (CONTROL, 54),
}
PATIENCE = 10


@dataclass(frozen=True)
class Screen:
    """One display; pace: milliseconds from key event to key event of its scanner."""

    display: str
    pace: int = 2

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to show itself here."""
        return {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}

    def keyboard(self, layout: str, variant: str = "") -> None:
        """Sets the keyboard layout of the whole display."""
        self.run("setxkbmap", "-layout", layout, "-variant", variant)

    def scan(self, text: str, prefix: Sequence[str] = (), suffix: Sequence[str] = ("Return",)) -> None:
        """Types a code as a scanner does: the keys of a US keyboard, whatever the layout makes of them."""
        lines = [line for key in (*prefix, *text, *suffix) for line in self._keys(CODES[key])]
        self.run("xdotool", "-", given="".join(f"{line}\n" for line in lines))

    def press(self, code: int) -> None:
        """One key of a person."""
        self.run("xdotool", "key", str(code))

    def run(self, *command: str, given: str = "") -> str:
        """Runs a program on this display and gives what it prints."""
        done = subprocess.run(
            command,
            input=given,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, (command, done.stderr)
        return done.stdout

    def _keys(self, codes: tuple[int, ...]) -> list[str]:
        *held, last = codes
        pace = f"--delay {self.pace}"
        return [
            *(f"keydown {pace} {code}" for code in held),
            f"key {pace} {last}",
            *(f"keyup {pace} {code}" for code in held),
        ]


@contextmanager
def screen() -> Iterator[Screen]:
    """A display of its own with openbox on it, gone at the end."""
    told, tell = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1280x800x24", "-noreset", "-nolisten", "tcp"],
        pass_fds=[tell], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(tell)
    with os.fdopen(told) as number:
        display = f":{number.readline().strip()}"
    made = Screen(display)
    manager = subprocess.Popen(
        ["openbox"], env=made.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait_for_manager(made)
        yield made
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(PATIENCE)


def _wait_for_manager(made: Screen) -> None:
    """A window manager says on the root window that it is there (EWMH)."""
    until = time.monotonic() + PATIENCE
    command = ["xdotool", "get_num_desktops"]
    while subprocess.run(command, env=made.environment, capture_output=True, check=False).returncode:
        assert time.monotonic() < until, "openbox did not start"
        time.sleep(0.05)
