"""SQLCipher, sqlite-utils over it, and what its complaints mean for people."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import sqlcipher3
from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from boothapp.errors import EnvironmentFault, Locked, UserError
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from sqlite_utils import Database

__all__ = ["Connection", "complaints", "connect", "with_tools"]

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
SAVED_IS_SAFE = mark("All leads saved so far are safe.")
FAULTS: Mapping[str, tuple[type[EnvironmentFault], str, str]] = {
    "not a database": (Locked, WRONG_KEY, mark("Check the passphrase and try again.")),
    "full": (EnvironmentFault, mark("The disk is full."), mark("Free some space, then save again.")),
    "readonly": (
        EnvironmentFault,
        mark("The folder of the leads can't be written to."),
        mark("Check the rights of the folder, or choose another one with --home."),
    ),
    "unable to open": (
        EnvironmentFault,
        mark("The file of the leads can't be opened."),
        mark("Check that the folder exists and may be read and written."),
    ),
    "disk i/o": (
        EnvironmentFault,
        mark("The disk doesn't answer as it should."),
        mark("Check the disk, then start boothapp again."),
    ),
    "malformed": (
        EnvironmentFault,
        mark("The file of the leads is damaged."),
        mark("Put back the second copy or a backup; boothapp check names what is damaged."),
    ),
    "locked": (
        EnvironmentFault,
        mark("Another program is using the leads."),
        mark("Close it, then try again."),
    ),
}


@contextmanager
def complaints() -> Iterator[None]:
    """Turns the engine's complaints about the environment into sentences; anything else is our bug."""
    try:
        yield
    except dbapi2.DatabaseError as error:
        spoken = _spoken(str(error).lower())
        if spoken is None:
            raise
        raise spoken from error


def _spoken(complaint: str) -> UserError | None:
    for sign, (family, happened, step) in FAULTS.items():
        if sign in complaint:
            safe = "" if family is Locked else tr(SAVED_IS_SAFE)
            return family(tr(happened), step=tr(step), safe=safe)
    return None


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
    """Opens the file with a raw 32-byte key; raises Locked where the key does not fit."""
    with complaints():
        connection: Connection = dbapi2.connect(str(file), isolation_level=None, check_same_thread=False)
        try:
            _prepare(connection, key)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: Connection, key: bytes) -> None:
    # SQLCipher would write its own complaints to stderr, where people see them.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    for name, value in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {value}")
