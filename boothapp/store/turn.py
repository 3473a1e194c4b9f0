"""One program at a time: the file lock of a home, for what two programs must not do at once."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK = "leads.lock"


@contextmanager
def turn(root: Path) -> Iterator[None]:
    """Waits for other programs at this home, and keeps them waiting; ends with the process too."""
    with (root / LOCK).open("ab") as file:
        _take(file.fileno())
        try:
            yield
        finally:
            _give_back(file.fileno())


if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> None:
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_LOCK, 1)

    def _give_back(file: int) -> None:
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def _give_back(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
