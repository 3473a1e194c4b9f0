"""The window shows before anything slow is loaded: no PDF, picture, network or store library yet."""

import subprocess
import sys
from pathlib import Path

import pytest

from boothapp.paths import Home
from tests.rules.code import ROOT
from tests.rules.test_layers import HEAVY

LATE = HEAVY | {"sqlite_utils", "sqlcipher3", "msgspec", "sqlite3"}


def loaded(which: str) -> set[str]:
    """The top names of all modules loaded when "app" or "bare" first paints."""
    command = [sys.executable, "-m", "tests.speed.first_paint", which, "modules"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return {name.partition(".")[0] for name in done.stdout.split()}


def test_nothing_slow_is_loaded_at_the_first_paint(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    modules = loaded("app")
    assert {"boothapp", "PySide6"} <= modules
    assert modules & LATE == set()
