"""What the list of leads is sorted and filtered by, kept beside the leads.

A new lead gets there after its save, when the list is next read: nobody at the stand waits for it. Whatever
changes a lead is noted in the same transaction (see `list_schema`), and the next reading puts it right.
"""

import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from boothapp.domain.consent import Consent, allowed, is_unsigned
from boothapp.domain.flags import flags_of
from boothapp.domain.folding import fold
from boothapp.domain.visitor import visitor_from
from boothapp.store.database import Row, Store
from boothapp.store.packing import packed, unpacked

TURN = 1000
"""How many leads one transaction lists: a save that comes meanwhile waits for no more."""

ALL, ANY = "all", "any"
"""The facet that every lead of a show has, and the value of a lead with some flag."""

# The state that needs most attention wins; a newer revision than the one sent is waiting again.
DELIVERY = """coalesce((
    SELECT CASE WHEN d.revision < l.revision AND d.state IN ('accepted', 'sent')
        THEN 'waiting' ELSE d.state END
    FROM deliveries d WHERE d.lead = l.row
    ORDER BY d.state IN ('needs correction', 'review', 'held') DESC LIMIT 1), 'waiting')"""
HOUR = "%Y-%m-%dT%H"
"""An hour of a day on this laptop's clock, as the value of a filter."""
NEVER, KEY = "9999-12-31", 48
"""When a lead without a next step is due, for sorting; how many letters of a name sort it."""

KNOWN, KNOWS = "listed", "3"
"""The fact that says how leads were listed, and what of them is: a higher one lists all of them anew."""

Value = tuple[str, str, str]
"""Facet, value and show."""

_NEW = "SELECT row FROM leads WHERE row > coalesce((SELECT max(row) FROM listed), 0) ORDER BY row LIMIT ?"
_STALE = "SELECT row FROM list_stale ORDER BY row LIMIT ?"
_LEADS = f"""SELECT l.row, l.show, l.number, l.badge_id, l.name, l.company, l.email, l.visitor, l.level,
    l.points, l.owner, l.step, l.due, l.captured_at, l.consents, l.tags, {DELIVERY} AS delivery
    FROM leads l WHERE l.row IN (SELECT value FROM json_each(?))"""
_VISITS = """SELECT lead, at, station, staff, interests, (answers <> '{}' OR interests <> '[]'
    OR touches <> '[]' OR pieces <> '[]' OR note <> '' OR voice <> '{}') AS talked FROM visits
    WHERE lead IN (SELECT value FROM json_each(?))"""
_SIGNED = "SELECT id FROM shows WHERE id IN (SELECT value FROM json_each(?)) AND kit ->> '$.signature'"
_PRINTED = """SELECT lead, at FROM changes
    WHERE lead IN (SELECT value FROM json_each(?)) AND action = 'printed'"""


def catch_up(store: Store) -> None:
    """Lists the leads that were saved or changed since the last time."""
    while list_some(store):
        pass


def list_some(store: Store) -> bool:
    """Lists some of them in one transaction; False where none was left."""
    _know(store)
    for find in (_NEW, _STALE):
        if rows := [row for (row,) in store.tuples(find, (TURN,))]:
            with store.transaction():
                _list(store, rows)
            return True
    return False


def list_again(store: Store, row: int) -> None:
    """Notes a lead whose history says more than before; its other parts note themselves."""
    store.run("INSERT OR IGNORE INTO list_stale SELECT row FROM listed WHERE row = ?", (row,))


def list_show_again(store: Store, show: str) -> None:
    """Notes all leads of a show whose kit asks for something else."""
    leads = "SELECT k.row FROM leads l JOIN listed k ON k.row = l.row WHERE l.show = ?"
    store.run(f"INSERT OR IGNORE INTO list_stale {leads}", (show,))


def list_back(store: Store, row: int) -> None:
    """Notes a lead that is put back before those listed last, where nobody looks for new ones."""
    store.run("INSERT OR IGNORE INTO list_stale SELECT ? WHERE ? < (SELECT max(row) FROM listed)", (row, row))


def know(store: Store) -> None:
    """Notes how the leads are listed from now on, inside a transaction."""
    store.remember(KNOWN, _known())


def _known() -> str:
    # Days and hours are those of this laptop's clock: in another zone they are others.
    return " ".join((KNOWS, *time.tzname, str(time.timezone)))


def _know(store: Store) -> None:
    """What was listed by an older boothapp, or in another time zone, is listed anew."""
    if store.fact(KNOWN) != _known():
        with store.transaction():
            store.run("INSERT OR IGNORE INTO list_stale SELECT row FROM listed")
            know(store)


def _list(store: Store, rows: list[int]) -> None:
    wanted = packed(rows)
    visits, prints = _of_leads(store, _VISITS, wanted), _of_leads(store, _PRINTED, wanted)
    found = store.rows(_LEADS, (wanted,))
    there = packed(sorted({lead["show"] for lead in found}))
    signed = {id for (id,) in store.tuples(_SIGNED, (there,))}
    facets = {
        row: sorted(set(_facets(lead, visits[row], prints[row], lead["show"] in signed)))
        for lead in found
        for row in (lead["row"],)
    }
    ids = _ids(store, {value for values in facets.values() for value in values})
    _forget(store, wanted)
    store.many(
        "INSERT INTO list_facets VALUES (?, ?)",
        sorted((ids[value], row) for row, values in facets.items() for value in values),
    )
    lines = [_line(lead, [ids[value] for value in facets[lead["row"]]], ids) for lead in found]
    store.many("INSERT INTO listed VALUES (?, ?, ?, ?, ?, ?, ?, ?)", lines)


def _of_leads(store: Store, sql: str, wanted: str) -> Mapping[int, list[Row]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for one in store.rows(sql, (wanted,)):
        found[one["lead"]].append(one)
    return found


def _forget(store: Store, wanted: str) -> None:
    """Takes away what these leads were listed by before."""
    these = "(SELECT value FROM json_each(?))"
    store.run(
        "DELETE FROM list_facets WHERE (value, row) IN (SELECT j.value, k.row"
        f" FROM listed k, json_each(k.facets) j WHERE k.row IN {these})",
        (wanted,),
    )
    store.run(f"DELETE FROM listed WHERE row IN {these}", (wanted,))
    store.run(f"DELETE FROM list_stale WHERE row IN {these}", (wanted,))


def _line(lead: Row, facets: list[int], ids: dict[Value, int]) -> tuple[Any, ...]:
    named = lead["name"] or lead["email"] or lead["badge_id"] or lead["company"] or lead["number"]
    return (
        lead["row"], ids[ALL, "", lead["show"]], lead["points"], fold(named)[:KEY],
        fold(lead["company"])[:KEY], lead["owner"], lead["due"] if _is_open(lead) else NEVER, packed(facets),
    )  # fmt: skip


def _facets(lead: Row, visits: list[Row], prints: Iterable[Row], signed: bool) -> Iterator[Value]:
    """Everything this lead is found by in the filters; signed: whether its show asks for signatures."""
    given = {
        ALL: [""],
        "rating": [lead["level"]],
        "owner": [lead["owner"]],
        "delivery": [lead["delivery"]],
        "due": [lead["due"][:10]] if _is_open(lead) else [],
        "flag": _flags(lead, any(one["talked"] for one in visits), signed),
        "tag": unpacked(lead["tags"], list[str]),
        "day": [_day(one["at"]) for one in visits] or [_day(lead["captured_at"])],
        "station": [one["station"] for one in visits],
        "product": [product for one in visits for product in unpacked(one["interests"], list[str])],
        "hour": [f"{_here(one['at']):{HOUR}}" for one in visits],
        "staff": [f"{_day(one['at'])} {one['staff']}" for one in visits],
        "printed": [_day(one["at"]) for one in prints],
    }
    return ((facet, value, lead["show"]) for facet, values in given.items() for value in values)


def _is_open(lead: Row) -> bool:
    return lead["step"] not in ("", "none")


def _flags(lead: Row, talked: bool, signed: bool) -> list[str]:
    said = unpacked(lead["consents"], list[Consent])
    visitor, unsigned = visitor_from(unpacked(lead["visitor"], dict)), signed and is_unsigned(said)
    flags = flags_of(visitor, lead["badge_id"], allowed(said), talked, unsigned)
    return [ANY, *flags] if flags else []


def _here(moment: str) -> datetime:
    """The moment on this laptop's clock."""
    return datetime.fromisoformat(moment).astimezone()


def _day(moment: str) -> str:
    """The day on this laptop's calendar."""
    return _here(moment).date().isoformat()


def _ids(store: Store, values: set[Value]) -> dict[Value, int]:
    """The short ids of these values, made where they are new."""
    wanted = packed([[*value] for value in sorted(values)])
    store.run(
        "INSERT OR IGNORE INTO list_values (facet, value, show)"
        " SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)",
        (wanted,),
    )
    found = store.tuples(
        "SELECT v.facet, v.value, v.show, v.id FROM json_each(?) j CROSS JOIN list_values v"
        " ON v.facet = j.value ->> 0 AND v.value = j.value ->> 1 AND v.show = j.value ->> 2",
        (wanted,),
    )
    return {(facet, value, show): id for facet, value, show, id in found}
