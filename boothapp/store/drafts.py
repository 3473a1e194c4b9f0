"""Conversations begun and not saved yet; whoever writes here runs inside a transaction of the caller."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeVar

from boothapp.domain.companion import Companion
from boothapp.domain.draft import Draft
from boothapp.store.database import Row, Store
from boothapp.store.packing import packed_briefly, unpacked

Person = TypeVar("Person", Draft, Companion)
_EACH = 1000
"""More pictures than one person of a conversation can have."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as it was written down last.

    at: when; aside: a person put it aside; number: the lead's, where a save of this draft was taken back;
    holder: the running program that it stands in, "" where it waits for anybody.
    """

    draft: Draft
    show: str
    station: str
    at: datetime
    aside: bool = False
    number: str = ""
    holder: str = ""


_PUT = """INSERT INTO drafts (id, show, station, staff, changed_at, aside, number, holder, draft)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET show = excluded.show,
    station = excluded.station, staff = excluded.staff, changed_at = excluded.changed_at,
    aside = excluded.aside, holder = excluded.holder, draft = excluded.draft,
    number = iif(number = '', excluded.number, number)"""


def put(store: Store, kept: Kept) -> None:
    """Writes a draft down as it is now; the number of a save that was taken back stays."""
    draft, values = kept.draft, (kept.show, kept.station, kept.draft.staff, kept.at.isoformat(), kept.aside)
    others = tuple(replace(one, picture=b"", more_pictures=()) for one in draft.others)
    without = packed_briefly(replace(draft, picture=b"", more_pictures=(), others=others))
    store.run(_PUT, (draft.id, *values, kept.number, kept.holder, without))
    # A picture is a hundred times the rest: it is written once.
    people: tuple[Draft | Companion, ...] = (draft, *draft.others)
    pictures = {
        at * _EACH + place: data
        for at, person in enumerate(people)
        for place, data in enumerate(filter(None, (person.picture, *person.more_pictures)))
    }
    if pictures != _pictures(store, draft.id):
        store.run("DELETE FROM draft_pictures WHERE draft = ?", (draft.id,))
        rows = [(draft.id, place, data) for place, data in pictures.items()]
        store.many("INSERT INTO draft_pictures (draft, place, data) VALUES (?, ?, ?)", rows)


def take_out(store: Store, id: str) -> str:
    """Removes a draft; gives the lead number that belongs to it, "" mostly."""
    found = store.value("SELECT number FROM drafts WHERE id = ?", (id,))
    if found is None:
        return ""
    store.run("DELETE FROM drafts WHERE id = ?", (id,))
    store.run("DELETE FROM draft_pictures WHERE draft = ?", (id,))
    return str(found)


def get(store: Store, id: str) -> Kept | None:
    """One draft with its pictures; None where there is none."""
    row = store.row("SELECT * FROM drafts WHERE id = ?", (id,))
    if row is None:
        return None
    kept, pictures = _kept(row), _pictures(store, id)
    others = tuple(_with(one, pictures, at) for at, one in enumerate(kept.draft.others, 1))
    return replace(kept, draft=replace(_with(kept.draft, pictures, 0), others=others))


def of_show(store: Store, show: str) -> list[Kept]:
    """A show's drafts without their pictures, the one changed last first."""
    found = store.rows("SELECT * FROM drafts WHERE show = ? ORDER BY changed_at DESC, id DESC", (show,))
    return [_kept(row) for row in found]


def _pictures(store: Store, id: str) -> dict[int, bytes]:
    """Every picture by its place: those of the second person begin at _EACH, and so on."""
    found = store.rows("SELECT place, data FROM draft_pictures WHERE draft = ? ORDER BY place", (id,))
    return {row["place"]: bytes(row["data"]) for row in found}


def _with(person: Person, pictures: dict[int, bytes], at: int) -> Person:
    first, *more = [data for place, data in pictures.items() if place // _EACH == at] or [b""]
    return replace(person, picture=first, more_pictures=tuple(more))


def _kept(row: Row) -> Kept:
    named: dict[str, Any] = {name: row[name] for name in ("show", "station", "number", "holder")}
    at, draft = datetime.fromisoformat(row["changed_at"]), unpacked(row["draft"], Draft)
    return Kept(draft, at=at, aside=bool(row["aside"]), **named)
