"""SQLCipher, sqlite-utils over it, and what its complaints mean for people."""

import errno
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3
from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from boothapp.errors import Busy, EnvironmentFault, Locked, UserError
from boothapp.reasons import why
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = ["Connection", "complaints", "connect", "folder_complaints", "unlock", "with_tools", "wrong_key"]

PRAGMAS: Mapping[str, str] = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    # A flush that reaches the platter on macOS, a no-op elsewhere (sqlite.org, PRAGMA fullfsync).
    "fullfsync": "ON",
    # 64 MiB: a full scan of an encrypted store costs 1.2 times a plain one with it, 4.8 times without.
    "cache_size": "-65536",
    "foreign_keys": "ON",
    "temp_store": "MEMORY",
    "busy_timeout": "5000",
}

WRONG_KEY = mark("This key does not open the leads.")
CHECK_PASSPHRASE = mark("Check the passphrase and try again.")
# The journal's index grows by 32 KiB (sqlite.org/walformat.html, 2).
LEAST_ROOM = 64 * 1024
PUT_BACK = mark(
    "Move leads.db, leads.db-wal and leads.db-shm aside together, then put your own copy or the newest one"
    " in the folder backups in place as leads.db."
)
DAMAGED = mark("The file of the leads is damaged.")
SAVED_IS_SAFE = mark("All leads saved so far are safe.")
NOTHING_CHANGED = mark("Nothing was changed.")
CHECK_FOLDER = mark("Check its rights and the space on the disk, or choose another one with --home.")
READ_ONLY = mark("Copy the folder to a disk that can be written, and name the copy with --home.")
# A full cache gives up what was prepared last: once a migration fills it, every save is slower for good.
STATEMENTS = 1000
DAMAGE = ("not a database", "malformed")
"""What the engine says of pages that do not belong together, or not to this key."""

DISK_IO = "disk i/o"
FULL = (EnvironmentFault, mark("The disk is full."), SAVED_IS_SAFE, mark("Free some space, then try again."))
BROKEN = (EnvironmentFault, DAMAGED, NOTHING_CHANGED, PUT_BACK)
FAULTS: Mapping[str, tuple[type[EnvironmentFault], str, str, str]] = {
    "not a database": (Locked, WRONG_KEY, "", CHECK_PASSPHRASE),
    "full": FULL,
    "readonly": (
        EnvironmentFault,
        mark("The folder of the leads can't be written to."),
        SAVED_IS_SAFE,
        mark("Check the rights of the folder, or choose another one with --home."),
    ),
    "unable to open": (
        EnvironmentFault,
        mark("The file of the leads can't be opened."),
        NOTHING_CHANGED,
        mark("Check that the folder exists and may be read and written."),
    ),
    DISK_IO: (
        EnvironmentFault,
        mark("The disk doesn't answer as it should."),
        NOTHING_CHANGED,
        mark("Check the disk, then start boothapp again."),
    ),
    "malformed": BROKEN,
    # The index of the search can't be opened, its first page being damaged.
    "vtable constructor failed": BROKEN,
    "locked": (
        Busy,
        mark("Another program is using the leads."),
        SAVED_IS_SAFE,
        mark("Close it, then try again."),
    ),
}


class complaints:  # noqa: N801 - read as `with complaints():`
    """Turns the engine's complaints about the environment into sentences; anything else is our bug.

    folder: where the leads lie; a disk that does not answer there may only be full.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        spoken = (
            _spoken(str(error).lower(), self._folder) if isinstance(error, dbapi2.DatabaseError) else None
        )
        if spoken:
            raise spoken from error


def _spoken(complaint: str, folder: Path | None) -> UserError | None:
    for sign, fault in FAULTS.items():
        if sign in complaint:
            # Where the journal's index finds no room, the engine says i/o error, not full.
            family, happened, safe, step = FULL if sign == DISK_IO and _full(folder) else fault
            return family(tr(happened), step=tr(step), safe=tr(safe))
    return None


def _full(folder: Path | None) -> bool:
    import shutil

    try:
        return folder is not None and shutil.disk_usage(folder).free < LEAST_ROOM
    except OSError:
        return False


def wrong_key() -> Locked:
    """What is said of a key that is not the one of these leads."""
    return Locked(tr(WRONG_KEY), step=tr(CHECK_PASSPHRASE))


def with_tools(connection: Connection) -> "Database":
    """sqlite-utils over this connection; loaded only here, it costs as much as the window.

    It prefers a module named pysqlite3: giving it sqlcipher3 under that name, before it is imported, makes
    its own except clauses catch sqlcipher3's exceptions too.
    """
    sys.modules.setdefault("pysqlite3", sqlcipher3)
    sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)
    from sqlite_utils import Database

    return Database(connection)


def connect(file: Path, key: bytes) -> Connection:
    """Opens the file with a raw 32-byte key; raises Locked where the key does not fit.

    On a full disk the journal's index finds no room. In memory it needs none: everything can be read, but
    by one program at a time (sqlite.org/wal.html, 8).
    """
    with complaints(file.parent):
        try:
            return _connected(file, key)
        except dbapi2.OperationalError as error:
            if DISK_IO not in str(error).lower() or not _full(file.parent):
                raise
        return _connected(file, key, "EXCLUSIVE")


def _connected(file: Path, key: bytes, locking: str = "NORMAL") -> Connection:
    connection: Connection = dbapi2.connect(
        str(file), isolation_level=None, check_same_thread=False, cached_statements=STATEMENTS
    )
    try:
        # Before the first look at the journal, which settles it.
        connection.execute(f"PRAGMA locking_mode = {locking}")
        unlock(connection, key)
        for name, value in PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")
    except BaseException:
        connection.close()
        raise
    return connection


def unlock(connection: Connection, key: bytes) -> None:
    """Gives the key and reads a first page with it."""
    # SQLCipher would write its own complaints to stderr, where people see them.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


@contextmanager
def folder_complaints() -> Iterator[None]:
    """Turns what the system says of the folder of the leads into a sentence."""
    try:
        yield
    except OSError as error:
        step = READ_ONLY if error.errno == errno.EROFS else CHECK_FOLDER
        raise EnvironmentFault(
            tr("The folder of the leads can't be used: {reason}.").format(reason=why(error)), step=tr(step)
        ) from error
