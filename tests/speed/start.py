"""From the command to the first painted window, off screen: processor time and peak memory."""

import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.speed.ratio import Bench, Pair, alternating

# A small process starts the measured one: Linux counts the starter's memory into the peak of what it starts.
LAUNCHER = (
    "import os, sys; pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ);"
    "_, status, used = os.wait4(pid, 0);"
    "print(used.ru_utime + used.ru_stime, used.ru_maxrss, os.waitstatus_to_exitcode(status))"
)
# On a screen smaller than the pages all of the window would scroll; Qt's own of no display is one.
SCREEN = f"offscreen:configfile={Path(__file__).with_name('laptop.json')}"
AGAINST = "an empty PySide6 main window"
# A start is short, and a busy machine disturbs one in three.
MORE_ROUNDS = 10


@dataclass(frozen=True)
class Used:
    """What one start took: user and system seconds, and the peak of resident memory in MiB."""

    seconds: float
    memory: float


def used(*command: str, **more: str) -> Used:
    """Runs a command to its end in an empty home; raises RuntimeError if it fails."""
    with tempfile.TemporaryDirectory() as folder:
        settings = {"QT_QPA_PLATFORM": SCREEN, "BOOTHAPP_HOME": folder, "XDG_RUNTIME_DIR": folder}
        launch = [sys.executable, "-S", "-c", LAUNCHER, *command]
        # As installed: compiled once, not at every start.
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        done = subprocess.run(launch, env=kept | settings | more, capture_output=True, text=True, check=True)
    seconds, kibibytes, code = done.stdout.split()[-3:]
    if code != "0":
        raise RuntimeError(f"it ended with {code}: {(done.stderr.strip().splitlines() or [''])[-1]}")
    return Used(float(seconds), float(kibibytes) / 1024)


def opened(home: str) -> Used:
    """One start up to the Capture page, in a copy of a home: the end of the process tidies nothing up."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(home, folder, dirs_exist_ok=True)
        return used(sys.executable, "-m", "tests.speed.first_paint", "open", **_settings(folder))


def open_store() -> Pair:
    """Milliseconds of the processor up to the open Capture page, and those of the bare window."""
    with tempfile.TemporaryDirectory() as folder:
        made = [sys.executable, "-m", "boothapp", "demo", "--leads", "100", "--no-window"]
        subprocess.run(made, env=os.environ | _settings(folder), capture_output=True, check=True)
        opened(folder)
        return alternating(
            lambda: opened(folder).seconds * 1000, lambda: started("bare").seconds * 1000, MORE_ROUNDS
        )


def _settings(home: str) -> dict[str, str]:
    """The settings that lead to a home, its key kept by a keystore."""
    return {
        "BOOTHAPP_HOME": home,
        "PYTHON_KEYRING_BACKEND": "tests.speed.keystore.Keystore",
        "BOOTHAPP_TEST_KEYSTORE": f"{home}/keystore.json",
    }


def started(which: str) -> Used:
    """One start of "app" or "bare" up to its first paint."""
    return used(sys.executable, "-m", "tests.speed.first_paint", which)


@cache
def starts() -> tuple[list[Used], list[Used]]:
    """Several starts of each side in turn, taken once for both lines of the table."""
    ours: list[Used] = []
    bare: list[Used] = []
    alternating(lambda: _kept(ours, "app"), lambda: _kept(bare, "bare"), MORE_ROUNDS)
    return ours, bare


def _kept(found: list[Used], which: str) -> float:
    found.append(started(which))
    return found[-1].seconds


def processor() -> Pair:
    ours, bare = starts()
    return Pair(min(one.seconds for one in ours) * 1000, min(one.seconds for one in bare) * 1000)


def memory() -> Pair:
    ours, bare = starts()
    return Pair(min(one.memory for one in ours), min(one.memory for one in bare))


BENCHES = (
    Bench("start to open store and Capture page, processor", AGAINST, 2.5, "ms", open_store),
    Bench("start to first window, processor", AGAINST, 2.0, "ms", processor),
    Bench("start to first window, peak memory", AGAINST, 1.5, "MiB", memory),
)
