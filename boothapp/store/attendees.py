"""The organiser's attendee lists: one a show; looked up by badge id, completed as people type.

Every function that writes runs inside a transaction of the caller.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from boothapp.domain.attendee import MOST_PREFIXES, asked_keys, prefix
from boothapp.domain.attendee_entry import BETWEEN, MAPPED, Entry, Record, company_of, entry_of, merged, name_of
from boothapp.domain.folding import search_key
from boothapp.store.database import Store
from boothapp.store.packing import packed, unpacked

_COLUMNS = ", ".join(MAPPED)
_INSERT = f"INSERT INTO attendees (row, list, {_COLUMNS}) VALUES ({', '.join('?' * (len(MAPPED) + 2))})"
_UPDATE = f"UPDATE attendees SET {', '.join(f'{name} = ?' for name in MAPPED)} WHERE row = ?"
# More hits than this are no match: the id says nothing here.
_AMBIGUOUS = 3


@dataclass(frozen=True, slots=True)
class AttendeeList:
    """A show's list as it stands: the file's name, how many people, when it came, whether it is all there."""

    id: int
    show: str
    file: str
    people: int
    at: datetime
    whole: bool
    prefixes: tuple[str, ...] = ()


@dataclass(slots=True)
class Taken:
    """What a batch of entries did: people new, changed and already known as they are."""

    new: int = 0
    changed: int = 0
    already: int = 0

    def add(self, other: "Taken") -> None:
        """Counts another batch too."""
        self.new += other.new
        self.changed += other.changed
        self.already += other.already


def list_of(store: Store, show: str) -> AttendeeList | None:
    """The show's list, or None."""
    found = store.row("SELECT * FROM attendee_lists WHERE show = ?", (show,))
    if found is None:
        return None
    prefixes = unpacked(found["prefixes"], tuple[str, ...])
    at = datetime.fromisoformat(found["at"])
    whole = bool(found["whole"])
    return AttendeeList(found["list"], show, found["file"], found["people"], at, whole, prefixes)


def begin(store: Store, show: str, file: str, at: datetime) -> AttendeeList:
    """The show's list, made where there is none; not whole until `finish`."""
    store.run(
        "INSERT INTO attendee_lists (show, file, people, at, whole, prefixes) VALUES (?, ?, 0, ?, 0, '[]') "
        "ON CONFLICT (show) DO UPDATE SET whole = 0",
        (show, file, at.isoformat()),
    )
    found = list_of(store, show)
    assert found is not None
    return found


def finish(store: Store, list_: AttendeeList, file: str, at: datetime) -> None:
    """The list is all there now, as this file has it."""
    store.run(
        "UPDATE attendee_lists SET file = ?, at = ?, whole = 1 WHERE list = ?",
        (file, at.isoformat(), list_.id),
    )


def settle(store: Store, list_: AttendeeList) -> None:
    """Nothing was new: the list is whole as it was before."""
    store.run("UPDATE attendee_lists SET whole = 1 WHERE list = ?", (list_.id,))


def take(store: Store, list_: AttendeeList, entries: Sequence[Entry], indexed: set[str] | None) -> Taken:
    """Keeps these people; known ones are updated per field.

    indexed: the companies indexed so far by an import into an empty list, which nobody has to be looked for
    in; None where there were people before.
    """
    known = _known(store, list_, entries) if indexed is None else {}
    taken, new = Taken(), []
    for entry in entries:
        found = next((known[id] for id in entry.ids if id in known), None)
        if found is None:
            new.append(entry)
            continue
        row, before = found
        after = merged(before, entry.record)
        taken.changed += after != before
        taken.already += after == before
        if after != before:
            _change(store, list_, row, after, entry.keys)
    _insert(store, list_, new, set() if indexed is None else indexed)
    _remember(store, list_, new)
    taken.new = len(new)
    return taken


def _insert(store: Store, list_: AttendeeList, new: Sequence[Entry], indexed: set[str]) -> None:
    first = int(store.value("SELECT coalesce(max(row), 0) FROM attendees")) + 1
    numbered = list(enumerate(new, first))
    store.many(_INSERT, [(row, list_.id, *entry.record) for row, entry in numbered])
    keys = [(list_.id, key, row) for row, entry in numbered for key in entry.keys]
    # In their own order a tree of pages grows at its ends: half the time of any other order.
    store.many("INSERT OR IGNORE INTO attendee_keys VALUES (?, ?, ?)", sorted(keys))
    store.many(
        "INSERT INTO attendee_words (rowid, name, company) VALUES (?, ?, ?)",
        [(row, *_words(entry.record, indexed)) for row, entry in numbered],
    )


def _words(record: Record, indexed: set[str]) -> tuple[str, str]:
    """Name and company to be found by; a company only once, with the first of its people."""
    company = company_of(record)
    known = company in indexed
    indexed.add(company)
    return _key(name_of(record)), "" if known else _key(company)


def _key(text: str) -> str:
    """As search_key, word by word: names and legal forms come again and again."""
    if text.isascii() and "'" not in text and "`" not in text:
        # Split and folded by the index itself, which for these letters does the same.
        return text
    return " ".join(map(_word, text.split()))


@lru_cache(maxsize=100_000)
def _word(word: str) -> str:
    return search_key(word)


def _known(store: Store, list_: AttendeeList, entries: Sequence[Entry]) -> dict[str, tuple[int, Record]]:
    """The people of the list that these entries may speak of, by each of their ids."""
    keys = [key for entry in entries for key in entry.keys]
    sql = f"""SELECT a.row, {_COLUMNS} FROM attendee_keys k JOIN attendees a ON a.row = k.row
        WHERE k.list = ? AND a.list = k.list AND k.key IN (SELECT value FROM json_each(?))"""
    found = {}
    for row, *cells in store.tuples(sql, (list_.id, packed(keys))):
        entry = entry_of(tuple(cells))
        for id in entry.ids if entry else ():
            found[id] = (row, tuple(cells))
    return found


def _change(store: Store, list_: AttendeeList, row: int, record: Record, keys: Sequence[str]) -> None:
    store.run(_UPDATE, (*record, row))
    store.many("INSERT OR IGNORE INTO attendee_keys VALUES (?, ?, ?)", [(list_.id, key, row) for key in keys])
    two = (_key(name_of(record)), _key(company_of(record)))
    store.run("INSERT OR REPLACE INTO attendee_words (rowid, name, company) VALUES (?, ?, ?)", (row, *two))


def _remember(store: Store, list_: AttendeeList, new: Sequence[Entry]) -> None:
    before = store.value("SELECT prefixes FROM attendee_lists WHERE list = ?", (list_.id,))
    found = {prefix(key) for entry in new for key in entry.keys if key[:1].isalpha()} - {""}
    prefixes = tuple(dict.fromkeys((*unpacked(before, tuple[str, ...]), *sorted(found))))[:MOST_PREFIXES]
    store.run(
        "UPDATE attendee_lists SET people = people + ?, prefixes = ? WHERE list = ?",
        (len(new), packed(prefixes), list_.id),
    )


def find(store: Store, show: str, badge_id: str) -> tuple[int, Record] | None:
    """The one person of the show's list with this id, however it is written; None where none or several."""
    if not badge_id:
        return None
    list_ = list_of(store, show)
    if list_ is None:
        return None
    for keys in asked_keys(badge_id, list_.prefixes):
        rows = {row for key in keys for row in _rows(store, list_.id, key)}
        if rows:
            return _the_one(store, list_.id, rows, badge_id)
    return None


def _rows(store: Store, list_: int, key: str) -> list[int]:
    sql = "SELECT row FROM attendee_keys WHERE list = ? AND key = ? LIMIT ?"
    return [row for (row,) in store.tuples(sql, (list_, key, _AMBIGUOUS))]


def _the_one(store: Store, list_: int, rows: set[int], badge_id: str) -> tuple[int, Record] | None:
    found = [(row, record) for row in rows if (record := record_at(store, row, list_))]
    exact = [one for one in found if badge_id.casefold() in one[1][0].casefold().split(BETWEEN)]
    hits = exact or found
    return hits[0] if len(hits) == 1 else None


def record_at(store: Store, row: int, list_: int) -> Record | None:
    """The record in this row, where it belongs to this list."""
    found = store.tuples(f"SELECT {_COLUMNS} FROM attendees WHERE row = ? AND list = ?", (row, list_))
    return tuple(found[0]) if found else None


def completed(store: Store, list_: int, column: str, text: str, limit: int) -> list[tuple[int, Record]]:
    """People whose name, or of whom the first one of a company whose name, begins with these words."""
    words = search_key(text).split()
    if not words or column not in ("name", "company"):
        return []
    match = f"{column} : (" + " AND ".join(f'"{word}"*' for word in words) + ")"
    sql = f"""SELECT a.row, {_COLUMNS} FROM attendee_words w CROSS JOIN attendees a ON a.row = w.rowid
        WHERE w.attendee_words MATCH ? AND a.list = ? LIMIT ?"""
    return [(row, tuple(record)) for row, *record in store.tuples(sql, (match, list_, limit))]


def remove(store: Store, list_: int, most: int) -> int:
    """Takes up to this many people out of a list, and the list with the last; gives how many are left."""
    rows = [row for (row,) in store.tuples("SELECT row FROM attendees WHERE list = ? LIMIT ?", (list_, most))]
    chosen = "(SELECT value FROM json_each(?))"
    for table, column in (("attendee_words", "rowid"), ("attendees", "row")):
        store.run(f"DELETE FROM {table} WHERE {column} IN {chosen}", (packed(rows),))
    left = int(store.value("SELECT count(*) FROM attendees WHERE list = ?", (list_,)))
    if not left:
        store.run("DELETE FROM attendee_keys WHERE list = ?", (list_,))
        store.run("DELETE FROM attendee_lists WHERE list = ?", (list_,))
    return left


def keep_mapping(store: Store, show: str, signature: str, mapping: Sequence[str], at: datetime) -> None:
    """Remembers which column was which field, for the next file with these headings."""
    store.run(
        "INSERT OR REPLACE INTO attendee_maps VALUES (?, ?, ?, ?)",
        (show, signature, packed(list(mapping)), at.isoformat()),
    )


def mapping(store: Store, show: str, signature: str) -> tuple[str, ...] | None:
    """The mapping remembered for these headings: this show's, else the latest of any show."""
    found = store.value(
        "SELECT mapping FROM attendee_maps WHERE signature = ? ORDER BY show = ? DESC, at DESC LIMIT 1",
        (signature, show),
    )
    return None if found is None else unpacked(found, tuple[str, ...])
