"""The journal beside the database: after a crash it holds the newest saves, but only of that database.

SQLite plays a journal (-wal) into whatever database lies beside it (sqlite.org/howtocorrupt.html, 4.4). So
one that does not fit a copy put back is moved aside, whole, before the copy is opened.
"""

import os
from datetime import UTC, datetime

from sqlcipher3 import dbapi2

from boothapp.paths import Home
from boothapp.store.engine import DAMAGE, unlock

PARTS = ("-wal", "-shm")


def put_aside_if_foreign(home: Home, key: bytes) -> str:
    """Moves the journal of another database away; gives its new name, "" where nothing had to move.

    It is foreign where the database is whole without it and broken with it. Raises EnvironmentFault where
    it can't be moved.
    """
    if not _may_be_foreign(home) or _whole(home, key, "mode=ro") or not _whole(home, key, "immutable=1"):
        return ""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    for part in PARTS:
        old = home.store.with_name(home.store.name + part)
        if old.exists():
            old.replace(home.root / f"leads-aside-{stamp}.db{part}")
    return f"leads-aside-{stamp}.db{PARTS[0]}"


def _may_be_foreign(home: Home) -> bool:
    """False where the database was last touched before the journal: nobody put another in its place since."""
    journal = home.store.with_name(home.store.name + PARTS[0])
    try:
        kept, base = journal.stat(), home.store.stat()
    except FileNotFoundError:
        return False
    # On Windows st_ctime is when a file was made, and says nothing about a copy written over it.
    touched_before = os.name == "posix" and base.st_ctime_ns <= kept.st_mtime_ns
    return bool(kept.st_size) and not touched_before


def _whole(home: Home, key: bytes, how: str) -> bool:
    """Is everything readable and consistent? mode=ro: with the journal; immutable=1: without it."""
    db = dbapi2.connect(f"{home.store.absolute().as_uri()}?{how}", uri=True, isolation_level=None)
    try:
        unlock(db, key)
        said = db.execute("PRAGMA integrity_check(1)").fetchone()[0]
        return said == "ok" and db.execute("PRAGMA foreign_key_check").fetchone() is None
    except dbapi2.DatabaseError as error:
        # Only damage says that it does not fit: a busy or ailing disk says nothing, and nothing is moved.
        return not any(sign in str(error).lower() for sign in DAMAGE)
    finally:
        db.close()
