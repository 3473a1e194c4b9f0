"""The list of leads: searched, filtered, newest first, a page at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from boothapp.domain.rating import Level
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
_LINE = f"""l.row, l.id, l.number, l.name, l.company, l.email, l.badge_id, l.level, l.points, l.owner,
    l.step, l.due, l.captured_at, {_DELIVERY} AS delivery, {_OUTCOME} AS outcome"""

_AS_THEY_ARE = (
    "row", "id", "number", "company", "level", "points", "owner", "step", "due", "delivery", "outcome",
)  # fmt: skip

# The words are found newest first and read only as far as the page goes; a plus keeps the list in that order.
_FOUND = "search s CROSS JOIN leads l ON l.row = s.rowid"


def page(store: Store, query: Query) -> list[Line]:
    """One page of lines, newest first."""
    words = search.matching(query.text)
    if query.text.strip() and not words:
        return []
    source, order = (_FOUND, "s.rowid") if words else ("leads l", "l.row")
    where, values = _where(query, words, order)
    sql = f"SELECT {_LINE} FROM {source} {where} ORDER BY {order} DESC LIMIT ?"
    return [_line(row) for row in store.rows(sql, (*values, query.limit))]


def counts(store: Store, query: Query) -> Mapping[str, int]:
    """How many leads of each level the words and the show leave."""
    words = search.matching(query.text)
    if query.text.strip() and not words:
        return {}
    parts = [("l.row IN (SELECT rowid FROM search WHERE search MATCH ?)", words)] if words else []
    parts += [("l.show = ?", query.show)] if query.show else []
    where, values = _joined(parts)
    found = store.rows(f"SELECT l.level, count(*) AS n FROM leads l {where} GROUP BY l.level", values)
    return {row["level"]: row["n"] for row in found}


def of_leads(store: Store, ids: Sequence[str]) -> list[Line]:
    """The lines of these leads, newest first; ids that are not here are left out."""
    sql = f"SELECT {_LINE} FROM leads l WHERE l.id IN (SELECT value FROM json_each(?)) ORDER BY l.row DESC"
    return [_line(row) for row in store.rows(sql, (packed(list(ids)),))]


def _where(query: Query, words: str, order: str) -> tuple[str, tuple[Any, ...]]:
    parts: list[tuple[str, Any]] = [("search MATCH ?", words)] if words else []
    if query.level:
        parts.append(("l.level = ?", query.level))
    if query.show:
        parts.append(("l.show = ?" if query.level else "+l.show = ?", query.show))
    if query.below is not None:
        parts.append((f"{order} < ?", query.below))
    return _joined(parts)


def _joined(parts: Sequence[tuple[str, Any]]) -> tuple[str, tuple[Any, ...]]:
    clause = " AND ".join(part for part, _ in parts)
    return (f"WHERE {clause}" if clause else ""), tuple(value for _, value in parts)


def _line(row: Row) -> Line:
    shown = row["name"] or row["email"] or row["badge_id"]
    captured = datetime.fromisoformat(row["captured_at"])
    return Line(name=shown, captured_at=captured, **{key: row[key] for key in _AS_THEY_ARE})
