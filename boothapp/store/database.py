"""The open store: one connection, one transaction a save, rows in and out."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from boothapp.domain.show import Show
from boothapp.errors import EnvironmentFault, Locked
from boothapp.paths import Home
from boothapp.store import key as keys
from boothapp.store import migrations
from boothapp.store.engine import PUT_BACK, Connection, complaints, connect, folder_complaints, wrong_key
from boothapp.store.running import Running
from boothapp.store.turn import turn
from boothapp.words import tr

Row = dict[str, Any]


class Store:
    """The encrypted file of one home. Used by one thread at a time.

    home: its folder; db: the open connection, for the modules of store/ only; secrets: passwords of
    targets typed on a laptop that has no keystore, forgotten at the end; tried: when a wait for a wrong PIN
    began, in monotonic seconds; notice: a sentence about what was found at opening, "" most of the time.
    """

    def __init__(self, home: Home, db: Connection, key: bytes, notice: str = "") -> None:
        self.home, self.db, self.key, self.notice = home, db, key, notice
        self.kits: dict[tuple[str, int], Show | None] = {}
        self.secrets: dict[str, str] = {}
        self.tried: dict[str, float] = {}

    @cached_property
    def running(self) -> Running:
        """This program's sign of life, given when it first holds something; raises EnvironmentFault."""
        return Running(self.home)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; inside another one, part of that one.

        IMMEDIATE: a read followed by a write must not find another writer in between.
        """
        if self.db.in_transaction:
            yield
            return
        with complaints(self.home.root):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query, as dictionaries."""
        with complaints(self.home.root):
            cursor = self.db.execute(sql, list(values))
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def tuples(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query as they are: where there are many, or no time."""
        with complaints(self.home.root):
            return list(self.db.execute(sql, list(values)).fetchall())

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row, or None."""
        return next(iter(self.rows(sql, values)), None)

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first column of the first row, or None."""
        with complaints(self.home.root):
            found = self.db.execute(sql, list(values)).fetchone()
        return found[0] if found else None

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """One statement that changes rows, inside a transaction."""
        self.db.execute(sql, list(values))

    def many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """One statement for each of these rows, inside a transaction."""
        self.db.executemany(sql, rows)

    def fact(self, name: str, otherwise: str = "") -> str:
        """A small remembered value: the current show, the station, a counter."""
        found = self.value("SELECT value FROM facts WHERE name = ?", (name,))
        return otherwise if found is None else str(found)

    def remember(self, name: str, value: str) -> None:
        """Keeps a small value, inside a transaction."""
        self.run("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", (name, value))

    def close(self) -> None:
        """Closes the file; what was saved is saved, and what this program held is free."""
        if "running" in vars(self):
            self.running.end()
        self.db.close()


def open_store(home: Home, passphrase: str | None = None) -> Store:
    """Opens the store of a home, or makes it where there is none.

    Raises Locked (no key, wrong passphrase) and EnvironmentFault (newer, damaged, read-only, full).
    """
    with folder_complaints():
        home.root.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Two programs that find no store must not both make one: the second key would lock the first's leads.
        with turn(home.root):
            return _opened(home, passphrase)


def _opened(home: Home, passphrase: str | None) -> Store:
    key = keys.unlock(home, passphrase) if keys.exists(home) else keys.create(home, passphrase)
    keys.must_have_store(home)
    notice = _without_foreign_journal(home, key)
    db = _connected(home, key)
    try:
        _bring_up_to_date(home, db)
        keys.settle(home, key)
    except BaseException:
        db.close()
        raise
    return Store(home, db, key, notice)


def _without_foreign_journal(home: Home, key: bytes) -> str:
    """The journal of another database would break this one; what is said where there was one."""
    if not home.store.with_name(home.store.name + "-wal").exists():
        return ""
    from boothapp.store.journal import put_aside_if_foreign

    aside = put_aside_if_foreign(home, key)
    return aside and tr(
        "The newest changes before the damage do not fit this copy; they lie in {file} with the leads."
    ).format(file=aside)


def _connected(home: Home, key: bytes) -> Connection:
    """To the engine a wrong key and a damaged first page look the same; the key file can tell."""
    if not home.store.exists() and keys.is_right(home, key) is False:
        raise wrong_key()
    try:
        return connect(home.store, key)
    except Locked as error:
        if not keys.is_right(home, key):
            raise
        raise EnvironmentFault(
            tr("The beginning of the file of the leads is damaged."),
            safe=tr("The key is the right one, and nothing was changed."),
            step=tr(PUT_BACK),
        ) from error


def _bring_up_to_date(home: Home, db: Connection) -> None:
    with complaints(home.root):
        found = int(db.execute("PRAGMA user_version").fetchone()[0])
        if found > migrations.SCHEMA:
            raise EnvironmentFault(
                tr("These leads were written by a newer boothapp."),
                safe=tr("Nothing was changed."),
                step=tr("Install the newer version on this laptop."),
            )
        if not found and keys.read(home).made:
            raise EnvironmentFault(
                tr("The file of the leads has lost its content."),
                safe=tr("Nothing was changed."),
                step=tr(PUT_BACK),
            )
        if found < migrations.SCHEMA:
            if found:
                _copy_aside(home, db, found)
            migrations.apply(db)


def _copy_aside(home: Home, db: Connection, schema: int) -> Path:
    """A copy of the store as it is, encrypted with the same key, before its schema changes."""
    home.backups.mkdir(exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    copy = home.backups / f"leads-schema{schema}-{stamp}.db"
    # One consistent moment, whoever else is reading; under another name until it is whole.
    draft = copy.with_suffix(".part")
    db.execute("VACUUM INTO ?", [str(draft)])
    return draft.replace(copy)
