"""Deleted leads: out of every table, and kept whole beside them to be put back.

Nothing has to leave them out: no list, count, search, pack or sending can come across one.
Every function that writes runs inside a transaction of the caller.
"""

from datetime import datetime

import msgspec

from boothapp.store import listed, search
from boothapp.store.database import Row, Store

Tables = dict[str, list[Row]]

# Whatever refers to a lead belongs to it, also in a table that another step adds.
_PARTS = """SELECT m.name, f."from" AS lead FROM sqlite_master m, pragma_foreign_key_list(m.name) f
    WHERE m.type = 'table' AND f."table" = 'leads' ORDER BY m.name"""


def take_out(store: Store, row: int) -> None:
    """Removes the lead in this row for good, with all that belongs to it."""
    search.catch_up(store)
    store.run("DELETE FROM search WHERE rowid = ?", (row,))
    for table, lead in _parts(store):
        store.run(f"DELETE FROM {table} WHERE {lead} = ?", (row,))
    store.run("DELETE FROM leads WHERE row = ?", (row,))


def keep_and_take_out(store: Store, row: int, at: datetime) -> None:
    """Removes the lead in this row, and keeps it to be put back."""
    whole: Tables = {
        table: store.rows(f"SELECT * FROM {table} WHERE {lead} = ?", (row,)) for table, lead in _parts(store)
    }
    whole["leads"] = store.rows("SELECT * FROM leads WHERE row = ?", (row,))
    id = whole["leads"][0]["id"]
    values = (row, id, at.isoformat(), msgspec.msgpack.encode(whole))
    store.run("INSERT OR REPLACE INTO removed (row, id, at, kept) VALUES (?, ?, ?, ?)", values)
    take_out(store, row)


def put_back(store: Store, id: str) -> int | None:
    """Puts a deleted lead back as it was; gives its row, None where it is kept no longer."""
    found = store.row("SELECT row, kept FROM removed WHERE id = ?", (id,))
    if found is None:
        return None
    whole = msgspec.msgpack.decode(bytes(found["kept"]), type=Tables)
    targets = {one["name"] for one in store.rows("SELECT name FROM targets")}
    # A target may have been removed meanwhile, and nothing is delivered there any more.
    whole["deliveries"] = [one for one in whole.get("deliveries", ()) if one["target"] in targets]
    _insert(store, "leads", whole.pop("leads"))
    for table, rows in whole.items():
        _insert(store, table, rows)
    store.run("DELETE FROM removed WHERE id = ?", (id,))
    search.index_again(store, found["row"])
    listed.list_back(store, found["row"])
    return int(found["row"])


def holds(store: Store, id: str) -> bool:
    """Whether this lead is deleted and can be put back."""
    return store.value("SELECT 1 FROM removed WHERE id = ?", (id,)) is not None


def forget_all(store: Store) -> None:
    """Deleted leads are gone for good; writes nothing where there are none."""
    if store.value("SELECT 1 FROM removed LIMIT 1"):
        with store.transaction():
            store.run("DELETE FROM removed")


def _parts(store: Store) -> list[tuple[str, str]]:
    return [(row["name"], row["lead"]) for row in store.rows(_PARTS)]


def _insert(store: Store, table: str, rows: list[Row]) -> None:
    if rows:
        names = list(rows[0])
        marks = ", ".join("?" * len(names))
        sql = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
        store.many(sql, [[row[name] for name in names] for row in rows])
