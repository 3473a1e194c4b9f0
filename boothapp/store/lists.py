"""The list of leads: searched, filtered, newest first, a page at a time."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from boothapp.domain.rating import Level
from boothapp.errors import EnvironmentFault
from boothapp.store import search
from boothapp.store.database import Row, Store
from boothapp.store.leads import Line
from boothapp.store.packing import packed

PAGE = 50


@dataclass(frozen=True, slots=True)
class Query:
    """What to list: words typed, a rating, a show; below is the last row of the page before."""

    text: str = ""
    level: Level | None = None
    show: str = ""
    limit: int = PAGE
    below: int | None = None


# The state that needs most attention wins; a newer revision than the one sent is waiting again.
_DELIVERY = """coalesce((
    SELECT CASE WHEN d.revision < l.revision AND d.state IN ('accepted', 'sent')
        THEN 'waiting' ELSE d.state END
    FROM deliveries d WHERE d.lead = l.row
    ORDER BY d.state IN ('needs correction', 'review', 'held') DESC LIMIT 1), 'waiting')"""
_OUTCOME = """coalesce((
    SELECT o.status FROM outcomes o WHERE o.lead = l.row ORDER BY o.received_at DESC LIMIT 1), '')"""
_COLUMNS = f"""l.row, l.id, l.number, l.name, l.company, l.email, l.badge_id, l.level, l.points, l.owner,
    l.step, l.due, l.captured_at, {_DELIVERY} AS delivery, {_OUTCOME} AS outcome"""
_AS_THEY_ARE = (
    "row", "id", "number", "company", "level", "points", "owner", "step", "due", "delivery", "outcome",
)  # fmt: skip
# The index of words comes first in the join: it streams matches newest first, and stops at the limit.
_SEARCHED = "search s CROSS JOIN leads l ON l.row = s.rowid"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query as SQL: where to look, what has to hold, which column is newest first, and the values."""

    source: str
    where: str
    row: str
    values: tuple[Any, ...]


def page(store: Store, query: Query) -> list[Line]:
    """One page of lines, newest first."""
    asked = _asked(query, _words(store, query))
    sql = f"SELECT {_COLUMNS} FROM {asked.source} {asked.where} ORDER BY {asked.row} DESC LIMIT ?"
    return [_line(row) for row in store.rows(sql, (*asked.values, query.limit))]


def counts(store: Store, query: Query) -> Mapping[str, int]:
    """How many leads of each level the words and the show leave."""
    words = _words(store, query)
    # Counted by the index on show and level alone: no row of the leads is read.
    conditions = {
        "l.show = ?": query.show or None,
        "+l.row IN (SELECT rowid FROM search WHERE search MATCH ?)": words or None,
        _NOTHING: _nothing(query, words),
    }
    where, values = _joined(conditions)
    found = store.rows(f"SELECT l.level, count(*) AS n FROM leads l {where} GROUP BY l.level", values)
    return {row["level"]: row["n"] for row in found}


def of_leads(store: Store, ids: Sequence[str]) -> list[Line]:
    """The lines of these leads, newest first; ids that are not here are left out."""
    sql = f"SELECT {_COLUMNS} FROM leads l WHERE l.id IN (SELECT value FROM json_each(?)) ORDER BY l.row DESC"
    return [_line(row) for row in store.rows(sql, (packed(list(ids)),))]


def _words(store: Store, query: Query) -> str:
    """What to ask the index of words, once it has every lead; "" for nothing."""
    words = search.matching(query.text)
    if words:
        # A full disk hides no lead that is in the index already; search.lacks tells of the others.
        with suppress(EnvironmentFault):
            search.catch_up(store)
    return words


def _asked(query: Query, words: str) -> _Asked:
    row = "s.rowid" if words else "l.row"
    conditions: dict[str, Any] = {
        "s.search MATCH ?": words or None,
        "l.level = ?": query.level,
        # Without a level the plus keeps the list in its own order, where it can stop at the limit.
        "l.show = ?" if query.level else "+l.show = ?": query.show or None,
        f"{row} < ?": query.below,
        _NOTHING: _nothing(query, words),
    }
    where, values = _joined(conditions)
    return _Asked(_SEARCHED if words else "leads l", where, row, values)


# Typed, but nothing to search for, such as a full stop: nothing is found.
_NOTHING = "0 = ?"


def _nothing(query: Query, words: str) -> int | None:
    return 1 if query.text.strip() and not words else None


def _joined(conditions: Mapping[str, Any]) -> tuple[str, tuple[Any, ...]]:
    given = {condition: value for condition, value in conditions.items() if value is not None}
    return (f"WHERE {' AND '.join(given)}" if given else ""), tuple(given.values())


def _line(row: Row) -> Line:
    shown = row["name"] or row["email"] or row["badge_id"]
    captured = datetime.fromisoformat(row["captured_at"])
    return Line(name=shown, captured_at=captured, **{key: row[key] for key in _AS_THEY_ARE})
