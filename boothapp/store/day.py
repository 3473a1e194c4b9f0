"""One day of a show in figures, counted by the index of the list: no lead is read for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from boothapp.store.database import Store
from boothapp.store.packing import packed

IN_A_DAY = ("hour", "staff", "printed")
"""Facets whose values begin with the day."""


@dataclass(frozen=True, slots=True)
class Day:
    """How many leads, by hour (0 to 23), by staff id ("" for nobody), and how many got a printed sheet.

    A lead counts once in each hour, and once for each person that spoke with it.
    """

    leads: int = 0
    hours: Mapping[int, int] = field(default_factory=dict)
    staff: Mapping[str, int] = field(default_factory=dict)
    printed: int = 0


_NAMES = """SELECT id, facet, value FROM list_values WHERE show = ?1
    AND facet IN ('day', 'hour', 'staff', 'printed') AND value >= ?2 AND value < ?2 || '~'"""
_EACH = """SELECT j.value, (SELECT count(*) FROM list_facets f WHERE f.value = j.value) FROM json_each(?) j"""
_DAYS = """SELECT v.value, (SELECT count(*) FROM list_facets f WHERE f.value = v.id)
    FROM list_values v WHERE v.facet = 'day' AND v.show = ? ORDER BY v.value"""
# A clock that was set back is told by what was noted before. Demo leads are dated as their show is.
_NEWEST = """SELECT max(at) FROM (SELECT opened_at AS at FROM shows UNION ALL SELECT received_at FROM (
    SELECT received_at, show FROM leads ORDER BY row DESC LIMIT 20) WHERE show <> ?)"""


def counts(store: Store, show: str, day: str) -> Day:
    """The figures of a day such as 2026-11-17, on this laptop's calendar, of the leads that are listed."""
    names = {id: (facet, value) for id, facet, value in store.tuples(_NAMES, (show, day))}
    found: dict[str, dict[str, int]] = {facet: {} for facet in ("day", *IN_A_DAY)}
    for id, n in store.tuples(_EACH, (packed([*names]),)):
        facet, value = names[id]
        if n:
            found[facet][value.removeprefix(day)[1:]] = n
    hours = {int(hour): n for hour, n in sorted(found["hour"].items())}
    return Day(found["day"].get("", 0), hours, found["staff"], found["printed"].get("", 0))


def days(store: Store, show: str) -> dict[str, int]:
    """Every day on which somebody was spoken with, in order, and with how many leads."""
    return {day: n for day, n in store.tuples(_DAYS, (show,)) if n}


def newest(store: Store, but: str) -> str:
    """The latest moment, in ISO 8601, that this laptop has noted by itself; "" where there is none.

    but: the id of a show whose leads have pretended times.
    """
    return str(store.value(_NEWEST, (but,)) or "")
