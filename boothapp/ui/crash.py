"""A bug of ours while the window is open."""

from pathlib import Path

import PySide6

from boothapp import crash
from boothapp.paths import Home


def report(home: Home, error: BaseException) -> Path | None:
    """Writes the report of this error and gives the file; None where the disk refuses."""
    return crash.report(home, error, f"PySide6 {PySide6.__version__}")
