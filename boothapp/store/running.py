"""Which programs are running at a home: each keeps a file locked until it ends, however it ends."""

import os
from pathlib import Path

from boothapp.domain.ids import new_id
from boothapp.paths import Home
from boothapp.store.engine import folder_complaints
from boothapp.store.turn import give_back, take_if_free, turn

ENDING = ".running"


class Running:
    """The sign of life of this program; the system takes it away with the process, killed or not."""

    def __init__(self, home: Home) -> None:
        """Raises EnvironmentFault where the folder can't be written."""
        self.id = new_id()
        self._path = _path(home, self.id)
        # Nobody takes a file for a dead program's between its making and its lock.
        with folder_complaints(), turn(home.root):
            _sweep(home)
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            take_if_free(self._file)

    def end(self) -> None:
        """What this program held is free from now on."""
        give_back(self._file)
        os.close(self._file)
        self._path.unlink(missing_ok=True)


def others_run(home: Home, own: str) -> bool:
    """Whether another program at this home has given its sign of life; own: this one's id, "" for none."""
    return any(_is_locked(path) for path in home.root.glob(f"*{ENDING}") if path != _path(home, own))


def is_running(home: Home, id: str) -> bool:
    """Whether the program of this id has not ended yet; "" is none."""
    return bool(id) and _is_locked(_path(home, id))


def _path(home: Home, id: str) -> Path:
    return home.root / f"{id}{ENDING}"


def _is_locked(path: Path) -> bool:
    try:
        file = os.open(path, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        if not take_if_free(file):
            return True
        give_back(file)
        return False
    finally:
        os.close(file)


def _sweep(home: Home) -> None:
    """Programs that were killed have left theirs."""
    for path in home.root.glob(f"*{ENDING}"):
        if not _is_locked(path):
            path.unlink(missing_ok=True)
