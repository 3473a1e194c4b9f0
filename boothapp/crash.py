"""A bug of ours: written down for whoever mends it, and told kindly."""

import platform
import traceback
from datetime import datetime
from pathlib import Path

from boothapp import __version__
from boothapp.paths import Home

FOLDER = "reports"


def report(home: Home, error: BaseException, window: str = "") -> Path | None:
    """Writes what happened into the home and gives the file; None where the disk refuses.

    The kind of error and the lines of code only: its message could hold a visitor's data.
    window: the version of what draws the window, where one is open.
    """
    python = f"Python {platform.python_version()}"
    lines = [
        ", ".join(part for part in (f"boothapp {__version__}", window, python) if part),
        f"{platform.platform()}, {datetime.now().astimezone().isoformat(timespec='seconds')}",
        *_chain(error),
    ]
    file = home.root / FOLDER / f"report-{datetime.now():%Y%m%d-%H%M%S-%f}.txt"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(0o600)
        file.write_text("\n".join(lines) + "\n", "utf-8")
    except OSError:
        return None
    return file


def _chain(error: BaseException) -> list[str]:
    lines: list[str] = []
    told: list[BaseException] = []
    one: BaseException | None = error
    # An error may come from itself: `raise error from error`.
    while one is not None and one not in told:
        told.append(one)
        lines += ["", type(one).__name__, "".join(traceback.format_tb(one.__traceback__)).rstrip()]
        one = one.__cause__ or one.__context__
    return lines
