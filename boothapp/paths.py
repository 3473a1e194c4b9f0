"""Where things are: the home with the store, and the resources that ship with the app."""

import os
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

HOME_VARIABLE = "BOOTHAPP_HOME"


class Home(NamedTuple):
    """One laptop's folder: the encrypted store, its key file, settings, pictures and exports."""

    root: Path

    @property
    def store(self) -> Path:
        return self.root / "leads.db"

    @property
    def key(self) -> Path:
        return self.root / "leads.key"

    @property
    def settings(self) -> Path:
        return self.root / "settings.json"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def sheets(self) -> Path:
        return self.root / "sheets"


def home(chosen: str | None = None) -> Home:
    """The home to use: the one given, else BOOTHAPP_HOME, else the platform's data folder."""
    named = chosen or os.environ.get(HOME_VARIABLE)
    return Home(Path(named).expanduser() if named else _platform_data() / "boothapp")


def _platform_data() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


@cache
def resources() -> Path:
    """The resources folder: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
