"""Where things are: the home with the store, and the resources that ship with the app."""

import os
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

HOME_VARIABLE = "BOOTHAPP_HOME"
STORE, KEY = "leads.db", "leads.key"
# The store with its journals, key, lock and copies put aside; the settings and their draft.
OWN_FILES = ("leads.", "leads-", "settings.")
OWN_FOLDERS = ("backups", "sheets", "reports")


class Home(NamedTuple):
    """One laptop's folder: the encrypted store, its key file, settings, pictures and exports."""

    root: Path

    @property
    def store(self) -> Path:
        return self.root / STORE

    @property
    def key(self) -> Path:
        return self.root / KEY

    @property
    def settings(self) -> Path:
        return self.root / "settings.json"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def sheets(self) -> Path:
        return self.root / "sheets"

    def owns(self, file: Path) -> bool:
        """Is this a file of the leads, here or in any other home, through links and second names too?

        Every writer of a file for people asks this first; the file need not be there yet.
        """
        real = Path(os.path.realpath(file))
        homes = [folder for folder in real.parents if _is_home(folder)]
        return any(_is_own(real.relative_to(folder).parts[0]) for folder in homes) or self._has_twin(real)

    def _has_twin(self, file: Path) -> bool:
        try:
            asked = file.stat()
            if asked.st_nlink == 1:
                return False
            return any(os.path.samestat(asked, one.stat()) for one in self.root.rglob("*"))
        except OSError:
            return False


def _is_home(folder: Path) -> bool:
    # os.path says no to a folder out of reach, where pathlib raises.
    return any(os.path.exists(folder / name) for name in (STORE, KEY))  # noqa: PTH110


def _is_own(name: str) -> bool:
    # Windows and macOS know no capitals in names of files.
    return name.lower().startswith(OWN_FILES) or name.lower() in OWN_FOLDERS


def home(chosen: str | None = None) -> Home:
    """The home to use: the one given, else BOOTHAPP_HOME, else the platform's data folder."""
    named = chosen or os.environ.get(HOME_VARIABLE)
    return Home(Path(named).expanduser() if named else _platform_data() / "boothapp")


def _platform_data() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    # XDG Base Directory Specification 0.8, 3: a relative path is invalid, and ignored.
    named = Path(os.environ.get("XDG_DATA_HOME", ""))
    return named if named.is_absolute() else Path.home() / ".local" / "share"


@cache
def resources() -> Path:
    """The resources folder: inside the installed package, else beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
