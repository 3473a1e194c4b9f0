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
            give_back(file.fileno())


if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> None:
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_LOCK, 1)

    def take_if_free(file: int) -> bool:
        """Locks an open file until it is closed; False where another one has it."""
        os.lseek(file, 0, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def give_back(file: int) -> None:
        """Opens the lock for the next one."""
        os.lseek(file, 0, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)

    def take_if_free(file: int) -> bool:
        """Locks an open file until it is closed; False where another one has it."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def give_back(file: int) -> None:
        """Opens the lock for the next one."""
        fcntl.flock(file, fcntl.LOCK_UN)
