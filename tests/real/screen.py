"""A real X display with a window manager, and a keyboard scanner on it that sends a US one's key codes."""

import os
import subprocess
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tests.unit.badge.xkb import KEYCODES, SPACE, US

SHIFT, CONTROL, ALT, CAPS_LOCK, NUM_LOCK = 50, 37, 64, 66, 77
# The keys of the number pad from 0 to 9 (xkeyboard-config, keycodes/evdev).
NUMBER_PAD = (90, 87, 88, 89, 83, 84, 85, 79, 80, 81)
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
# A scanner is a device: it does not stop between two keys because the machine is busy.
# Without the right to go first, nice says so and goes on as it is.
FIRST = ("nice", "-n", "-10")


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
        self._type([CODES[key] for key in (*prefix, *text, *suffix)])

    def scan_codes(self, codes: Sequence[int], suffix: Sequence[str] = ()) -> None:
        """Types keys by their codes as a scanner does."""
        self._type([*((code,) for code in codes), *(CODES[key] for key in suffix)])

    def scan_with_alt_code(self, before: str, number: str, after: str) -> None:
        """Types a sign by its number on the number pad under Alt, as scanners on Windows do, and Enter."""
        pad = [f"key --delay {self.pace} {NUMBER_PAD[int(digit)]}" for digit in number]
        sign = [f"keydown {ALT}", *pad, f"keyup {ALT}"]
        lines = [*self._lines(CODES[key] for key in before), *sign, *self._lines(CODES[key] for key in after)]
        self._send([*lines, *self._lines([CODES["Return"]])])

    def _type(self, keys: Sequence[tuple[int, ...]]) -> None:
        self._send(self._lines(keys))

    def _lines(self, keys: Iterable[tuple[int, ...]]) -> list[str]:
        return [line for codes in keys for line in self._keys(codes)]

    def _send(self, lines: Sequence[str]) -> None:
        self.run(*FIRST, "xdotool", "-", given="".join(f"{line}\n" for line in lines))

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
        [*FIRST, "Xvfb", "-displayfd", str(tell), "-screen", "0", "1280x800x24",
         "-noreset", "-nolisten", "tcp"],
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
