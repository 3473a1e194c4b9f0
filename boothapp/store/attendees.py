"""The organiser's attendee lists: one a show; looked up by badge id, completed as people type.

Every function that writes runs inside a transaction of the caller.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from boothapp.domain.attendee import MOST_PREFIXES, asked_keys, closest, prefix
from boothapp.domain.attendee_entry import (
    BETWEEN,
    MAPPED,
    Batch,
    Entry,
    Record,
    batch_of,
    company_of,
    entry_of,
    is_another,
    merged,
    name_of,
)
from boothapp.domain.folding import search_key
from boothapp.store.database import Store
from boothapp.store.packing import packed, unpacked

_COLUMNS = ", ".join(MAPPED)
_OF_PERSON = ", ".join(f"a.{name}" for name in MAPPED)
_INSERT_KEY = "INSERT OR IGNORE INTO attendee_keys VALUES ({list:d}, ?, ?)"
_INDEX = "INSERT OR REPLACE INTO attendee_words (rowid, name, company) VALUES (?, ?, ?)"
_UPDATE = f"UPDATE attendees SET {', '.join(f'{name} = ?' for name in MAPPED)} WHERE row = ?"
# Ids of so many people differ in case, signs and zeros only: then even the exact one says nothing.
_AMBIGUOUS = 50
_EXAMPLES = 5
_DIGITS = "0123456789"


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


class HandedOn(NamedTuple):
    """An id that was one person's and is another's in the newer list."""

    badge_id: str
    was: str
    now: str


@dataclass(slots=True)
class Taken:
    """What a batch of entries did: people new, changed and already known as they are.

    other: how many of the changed are another person now; handed_on: the first of these.
    """

    new: int = 0
    changed: int = 0
    already: int = 0
    other: int = 0
    handed_on: list[HandedOn] = field(default_factory=list)

    def add(self, more: "Taken") -> None:
        """Counts another batch too."""
        self.new += more.new
        self.changed += more.changed
        self.already += more.already
        self.other += more.other
        self.handed_on = [*self.handed_on, *more.handed_on][:_EXAMPLES]

    def change(self, old: Record, new: Record) -> None:
        """Counts one person with news, or one in another's place."""
        self.changed += 1
        if is_another(old, new):
            self.other += 1
            one = HandedOn(new[0].replace(BETWEEN, ", "), name_of(old), name_of(new))
            self.handed_on = [*self.handed_on, one][:_EXAMPLES]


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
        "INSERT INTO attendee_lists (show, file, people, at, whole, prefixes, indexed) "
        "VALUES (?, ?, 0, ?, 0, '[]', 0) ON CONFLICT (show) DO UPDATE SET whole = 0",
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


def take(store: Store, list_: AttendeeList, batch: Batch) -> Taken:
    """Keeps these people; known ones are updated per field. list_: as it was when the import began."""
    # Nobody has to be looked for in a list that was empty: no id comes twice in one import.
    if not list_.people:
        return _insert(store, list_, batch)
    entries = [entry for record in batch.whole() if (entry := entry_of(record))]
    known = _Known(_people(store, list_, batch.keys), entries)
    taken, new = Taken(), []
    for entry in entries:
        found = known.one(entry)
        if found is None:
            new.append(entry)
        elif (after := merged(found[1], entry.record)) != found[1]:
            _change(store, list_, found[0], entry, after)
            taken.change(found[1], entry.record)
        else:
            taken.already += 1
    taken.add(_insert(store, list_, batch_of(new)))
    return taken


def _insert(store: Store, list_: AttendeeList, new: Batch) -> Taken:
    if not new.records:
        return Taken()
    store.many(_insertion(list_.id, new.fields), new.records)
    first = int(store.value("SELECT last_insert_rowid()")) - len(new.records) + 1
    # In their own order a tree of pages grows at its ends: half the time of any other order.
    keys = sorted(zip(new.keys, map(first.__add__, new.places), strict=True))
    store.many(_INSERT_KEY.format(list=list_.id), keys)
    _count(store, list_, new)
    return Taken(new=len(new.records))


def _insertion(list_: int, fields: Sequence[str]) -> str:
    """The statement for records of these fields; what they do not hold is "" by the statement itself."""
    others = [name for name in MAPPED if name not in fields]
    values = ", ".join([*"?" * len(fields), *["''"] * len(others)])
    return f"INSERT INTO attendees (list, {', '.join((*fields, *others))}) VALUES ({list_:d}, {values})"


def _count(store: Store, list_: AttendeeList, new: Batch) -> None:
    before = store.value("SELECT prefixes FROM attendee_lists WHERE list = ?", (list_.id,))
    # One key stands for all that begin alike: a list has few kinds of ids.
    found = {prefix(start + "1") for start in _starts(new.keys)} - {""}
    prefixes = tuple(dict.fromkeys((*unpacked(before, tuple[str, ...]), *sorted(found))))[:MOST_PREFIXES]
    store.run(
        "UPDATE attendee_lists SET people = people + ?, prefixes = ? WHERE list = ?",
        (len(new.records), packed(prefixes), list_.id),
    )


def _starts(keys: Sequence[str]) -> set[str]:
    """What stands before the digits at the end of each key that has some."""
    starts = set(map(str.rstrip, keys, repeat(_DIGITS)))
    if starts.isdisjoint(keys):
        return starts
    return {start for key in keys if (start := key.rstrip(_DIGITS)) != key}


def index_some(store: Store, list_: AttendeeList, most: int) -> int:
    """Makes up to this many more people be found by name and company; gives how many are left.

    Apart from the import, which would take twice as long: the window does it in between, turn by turn.
    """
    sql = f"SELECT row, {_COLUMNS} FROM attendees WHERE list = ? AND row > ? ORDER BY row LIMIT ?"
    found = store.tuples(sql, (list_.id, _indexed(store, list_), most))
    store.many(_INDEX, [(row, *_words(tuple(record))) for row, *record in found])
    if found:
        store.run("UPDATE attendee_lists SET indexed = ? WHERE list = ?", (found[-1][0], list_.id))
    return to_index(store, list_)


def to_index(store: Store, list_: AttendeeList) -> int:
    """How many people can't be found by name yet."""
    sql = "SELECT count(*) FROM attendees WHERE list = ? AND row > ?"
    return int(store.value(sql, (list_.id, _indexed(store, list_))))


def _indexed(store: Store, list_: AttendeeList) -> int:
    return int(store.value("SELECT indexed FROM attendee_lists WHERE list = ?", (list_.id,)) or 0)


def _words(record: Record) -> tuple[str, str]:
    return _key(name_of(record)), _key(company_of(record))


def _key(text: str) -> str:
    """As search_key, word by word: names and legal forms come again and again."""
    if text.isascii() and "'" not in text and "`" not in text:
        # Split and folded by the index itself, which for these letters does the same.
        return text
    return " ".join(map(_word, text.split()))


@lru_cache(maxsize=100_000)
def _word(word: str) -> str:
    return search_key(word)


class _Known:
    """People of the list by their ids: exactly, else but for case where only one can be meant."""

    def __init__(self, people: dict[str, tuple[int, Record]], asking: Sequence[Entry]) -> None:
        self._people = people
        self._taken = {people[id][0] for entry in asking for id in entry.ids if id in people}
        self._folded: dict[str, dict[int, tuple[int, Record]]] = {}
        for id, person in people.items():
            self._folded.setdefault(id.casefold(), {})[person[0]] = person

    def one(self, entry: Entry) -> tuple[int, Record] | None:
        """Who this entry speaks of, or None for somebody new."""
        found = next((self._people[id] for id in entry.ids if id in self._people), None)
        return found or next(filter(None, map(self._but_for_case, entry.ids)), None)

    def _but_for_case(self, id: str) -> tuple[int, Record] | None:
        people = list(self._folded.get(id.casefold(), {}).values())
        if len(people) != 1 or people[0][0] in self._taken:
            return None
        self._taken.add(people[0][0])
        return people[0]


def _people(store: Store, list_: AttendeeList, keys: Sequence[str]) -> dict[str, tuple[int, Record]]:
    """The people of the list that these keys may speak of, by each of their ids."""
    sql = f"""SELECT a.row, {_OF_PERSON} FROM attendee_keys k JOIN attendees a ON a.row = k.row
        WHERE k.list = ? AND a.list = k.list AND k.key IN (SELECT value FROM json_each(?))"""
    found = {}
    for row, *cells in store.tuples(sql, (list_.id, packed(keys))):
        entry = entry_of(tuple(cells))
        for id in entry.ids if entry else ():
            found[id] = (row, tuple(cells))
    return found


def _change(store: Store, list_: AttendeeList, row: int, entry: Entry, record: Record) -> None:
    store.run(_UPDATE, (*record, row))
    store.many(_INSERT_KEY.format(list=list_.id), [(key, row) for key in entry.keys])
    if row <= _indexed(store, list_):
        store.run(_INDEX, (row, *_words(record)))


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
    hits = closest(badge_id, [record[0].split(BETWEEN) for _, record in found])
    return found[hits[0]] if len(hits) == 1 else None


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
    sql = f"""SELECT a.row, {_OF_PERSON} FROM attendee_words w CROSS JOIN attendees a ON a.row = w.rowid
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
    store.run("UPDATE attendee_lists SET people = ?, whole = 0 WHERE list = ?", (left, list_))
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
