"""The list of leads: searched, filtered, sorted, a page at a time.

A page is read in two steps: which leads, by an index that holds nothing else; then their lines.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

from boothapp.domain.rating import Level
from boothapp.errors import EnvironmentFault
from boothapp.store import listed, search
from boothapp.store.database import Row, Store
from boothapp.store.leads import Line
from boothapp.store.listed import ALL, DELIVERY
from boothapp.store.packing import packed, unpacked

PAGE = 50
Sort = Literal["newest", "rating", "name", "company", "owner", "due"]
SORTS: Mapping[Sort, tuple[str, str]] = {
    "newest": ("row", "DESC"),
    "rating": ("points", "DESC"),
    "name": ("name", "ASC"),
    "company": ("company", "ASC"),
    "owner": ("owner", "ASC"),
    "due": ("due", "ASC"),
}
"""Sort -> the column of `listed` and its direction."""
FACETS = ("rating", "owner", "day", "station", "product", "delivery", "flag", "due", "tag")
"""What leads can be filtered by; those of one day only (its hours, its staff, its prints) stand in `day`."""
BEFORE = "<"
"""Before the day of a filter: all days before it."""
EVERYTHING: Mapping[str, Sequence[str]] = dict.fromkeys(FACETS, ())
Place = tuple[str | int, int]
"""Where a line stands in its order: what it is sorted by, and its row."""


@dataclass(frozen=True, slots=True)
class Query:
    """What to list: words typed, a rating, a show, filters, in which order.

    filters: facet -> values; one of each facet's has to fit. after: the place of the line before the page.
    skip: how many lines to leave out there; back: counted from the end of the list, the page stays in order.
    """

    text: str = ""
    level: Level | None = None
    show: str = ""
    limit: int = PAGE
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = "newest"
    after: Place | None = None
    skip: int = 0
    back: bool = False


_OUTCOME = """coalesce((
    SELECT o.status FROM outcomes o WHERE o.lead = l.row ORDER BY o.received_at DESC LIMIT 1), '')"""
LINES = f"""SELECT l.row, l.id, l.number, l.name, l.company, l.email, l.badge_id, l.level, l.points, l.owner,
    l.step, l.due, l.captured_at, l.tags, {DELIVERY} AS delivery, {_OUTCOME} AS outcome FROM leads l"""
"""The columns of a line, of leads as l."""
_AS_THEY_ARE = (
    "row", "id", "number", "company", "level", "points", "owner", "step", "due", "delivery", "outcome",
)  # fmt: skip
# Counting one value of a facet stops here: more is not worth to know when the smallest is looked for.
_MANY = 5000


def page(store: Store, query: Query) -> list[Line]:
    """One page of lines in their order."""
    keys = {row: key for key, row in places(store, query)}
    found = store.rows(f"{LINES} WHERE l.row IN (SELECT value FROM json_each(?))", (packed([*keys]),))
    lines = {row["row"]: _line(row, keys[row["row"]]) for row in found}
    return [lines[row] for row in keys if row in lines]


def places(store: Store, query: Query) -> list[Place]:
    """The places of one page of leads, without their lines."""
    asked, (_, way) = _asked(store, query), SORTS[query.sort]
    if query.after is not None:
        asked = asked.beyond(query.after, "<" if way == "DESC" else ">")
    order = ", ".join(f"{column} {_TURNED[way] if query.back else way}" for column in asked.order)
    sql = (
        f"SELECT {asked.key}, {asked.row} FROM {asked.source} {asked.where} ORDER BY {order} LIMIT ? OFFSET ?"
    )
    found = store.tuples(sql, (*asked.values, query.limit, query.skip))
    return [*reversed(found)] if query.back else found


def before(store: Store, query: Query, row: int) -> int | None:
    """How many lines stand before this lead's; None where the query does not find it."""
    asked, (_, way) = _asked(store, replace(query, skip=1)), SORTS[query.sort]
    mine = asked.narrowed(f"{asked.row} = ?", (row,))
    own = store.tuples(f"SELECT {mine.key}, {mine.row} FROM {mine.source} {mine.where}", mine.values)
    if not own:
        return None
    first = asked.beyond(own[0], ">" if way == "DESC" else "<")
    return int(store.value(f"SELECT count(*) FROM {first.source} {first.where}", first.values))


def total(store: Store, query: Query) -> int:
    """How many leads the query finds."""
    parts, values = _parts(query, _words(store, query), _ids(store, query))
    return int(store.value(f"SELECT count(*) FROM ({' INTERSECT '.join(parts)})", values))


def counts(store: Store, query: Query) -> Mapping[str, int]:
    """How many leads of each level the words and the show leave."""
    words = _words(store, query)
    # Counted by the index on show and level alone: no row of the leads is read.
    asked = _Asked("leads l", "l.row", "l.row")
    asked = asked.narrowed("l.show = ?", (query.show,)) if query.show else asked
    asked = asked.narrowed(f"+l.row IN ({_SEARCHED})", (words,)) if words else asked
    asked = asked.narrowed("0 = ?", (1,)) if _nothing(query, words) else asked
    sql = f"SELECT l.level, count(*) FROM {asked.source} {asked.where} GROUP BY l.level"
    return dict(store.tuples(sql, asked.values))


def facets(
    store: Store, query: Query, wanted: Mapping[str, Sequence[str]] = EVERYTHING
) -> Mapping[str, Mapping[str, int]]:
    """Facet -> value -> how many leads it would leave, beside the words and the filters of other facets.

    wanted: the facets to count, each with the only values that matter; all of its values where there is none.
    """
    ids, words = _ids(store, query), _words(store, query)
    names = _named(store, query.show, wanted)
    found: dict[str, Counter[str]] = {facet: Counter() for facet in wanted}
    for own in {None, *(facet for facet in ids if facet in wanted)}:
        others = {facet: some for facet, some in ids.items() if facet != own}
        parts, values = _parts(query, words, others) if len(others) > 1 or query.text.strip() else ([], ())
        within = f"AND f.row IN ({' INTERSECT '.join(parts)})" if parts else ""
        count = f"(SELECT count(*) FROM list_facets f WHERE f.value = v.id {within})"
        sql = f"SELECT v.id, {count} FROM list_values v WHERE v.id IN (SELECT value FROM json_each(?))"
        these = [id for id, (facet, _) in names.items() if (facet == own if own else facet not in ids)]
        for id, n in store.tuples(sql, (*values, packed(these))):
            facet, value = names[id]
            found[facet][value] += n
    return {facet: {value: n for value, n in some.items() if n} for facet, some in found.items()}


def _named(store: Store, show: str, wanted: Mapping[str, Sequence[str]]) -> dict[int, tuple[str, str]]:
    """Id -> facet and value of what is to be counted."""
    sql = """SELECT id, facet, value FROM list_values
        WHERE facet IN (SELECT value FROM json_each(?)) AND (? = '' OR show = ?)"""
    found = store.tuples(sql, (packed([*wanted]), show, show))
    names = {id: (facet, _meant(value, wanted[facet])) for id, facet, value in found}
    return {id: (facet, value) for id, (facet, value) in names.items() if value}


def _meant(value: str, wanted: Sequence[str]) -> str:
    """What is counted with this value: itself, the days before another one, or nothing."""
    if not wanted or value in wanted:
        return value
    return next((one for one in wanted if one.startswith(BEFORE) and value < one[len(BEFORE) :]), "")


def of_leads(store: Store, ids: Sequence[str]) -> list[Line]:
    """The lines of these leads, newest first; ids that are not here are left out."""
    sql = f"{LINES} WHERE l.id IN (SELECT value FROM json_each(?)) ORDER BY l.row DESC"
    return [_line(row) for row in store.rows(sql, (packed(list(ids)),))]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query as SQL: where to look, what it is sorted by, what has to hold, and the values."""

    source: str
    key: str
    row: str
    conditions: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()

    @property
    def where(self) -> str:
        return f"WHERE {' AND '.join(self.conditions)}" if self.conditions else ""

    @property
    def order(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.key, self.row)))

    def narrowed(self, condition: str, values: Iterable[Any]) -> "_Asked":
        """With one more condition."""
        more = (*self.conditions, condition)
        return replace(self, conditions=more, values=(*self.values, *values))

    def beyond(self, place: Place, sign: str) -> "_Asked":
        """Only what stands on one side of a place."""
        if self.key == self.row:
            return self.narrowed(f"{self.row} {sign} ?", place[1:])
        return self.narrowed(f"({self.key}, {self.row}) {sign} (?, ?)", place)


def _asked(store: Store, query: Query) -> _Asked:
    words, newest = _words(store, query), query.sort == "newest"
    plain = newest and not query.filters and (words or not (query.skip or query.back))
    ids = {} if plain else _ids(store, query)
    driver = "" if words or not newest else _driver(store, ids)
    if not newest:
        asked = _sorted(query, words, ids[ALL])
    elif driver:
        asked = _Asked("list_facets f", "f.row", "f.row").narrowed("f.value = ?", ids[driver])
    else:
        asked = _newest(query, words)
    for facet, some in ids.items():
        if facet not in (ALL, driver):
            asked = asked.narrowed(f"EXISTS (SELECT 1 FROM list_facets x WHERE x.value IN ({_marks(some)})"
                                   f" AND x.row = {asked.row})", some)  # fmt: skip
    return asked.narrowed("0 = ?", (1,)) if _nothing(query, words) else asked


def _newest(query: Query, words: str) -> _Asked:
    """By the leads themselves; the index of words streams its matches newest first, up to the limit."""
    asked = _Asked("leads l", "l.row", "l.row")
    if words:
        searched = _Asked("search s CROSS JOIN leads l ON l.row = s.rowid", "s.rowid", "s.rowid")
        asked = searched.narrowed("s.search MATCH ?", (words,))
    if query.level:
        asked = asked.narrowed("l.level = ?", (query.level,))
    # Without a level the plus keeps the list in its own order, where it can stop at the limit.
    return (
        asked.narrowed("l.show = ?" if query.level else "+l.show = ?", (query.show,)) if query.show else asked
    )


def _sorted(query: Query, words: str, shows: Sequence[int]) -> _Asked:
    """By the index of this order; words only say which of its leads are left."""
    asked = _Asked("listed k", f"k.{SORTS[query.sort][0]}", "k.row")
    asked = asked.narrowed(f"k.show IN ({_marks(shows)})" if len(shows) != 1 else "k.show = ?", shows)
    return asked.narrowed(f"+k.row IN ({_SEARCHED})", (words,)) if words else asked


def _driver(store: Store, ids: Mapping[str, Sequence[int]]) -> str:
    """The facet that leaves the fewest leads: its own are in the order of the list."""
    single = [facet for facet, some in ids.items() if len(some) == 1]
    sql = "SELECT count(*) FROM (SELECT 1 FROM list_facets WHERE value = ? LIMIT ?)"
    return min(single, key=lambda facet: store.value(sql, (ids[facet][0], _MANY)), default="")


def _parts(
    query: Query, words: str, ids: Mapping[str, Sequence[int]]
) -> tuple[list[str], tuple[int | str, ...]]:
    """Queries for rows that all have to give a lead, and their values."""
    some = [ids[facet] for facet in ids if facet != ALL or len(ids) == 1]
    # A lead may have several values of one facet, such as two products.
    parts = [
        f"SELECT {'DISTINCT ' * (len(one) > 1)}row FROM list_facets WHERE value IN ({_marks(one)})"
        for one in some
    ]
    values: list[int | str] = [id for one in some for id in one]
    if words:
        parts, values = [*parts, _SEARCHED], [*values, words]
    return [*parts, *(["SELECT 0 WHERE 0"] if _nothing(query, words) else [])], tuple(values)


def _ids(store: Store, query: Query) -> dict[str, list[int]]:
    """Facet -> the ids of the values wanted, and those of the shows; every lead listed first."""
    # On a full disk the newest leads are missing here, as they are in a search.
    with suppress(EnvironmentFault):
        listed.catch_up(store)
    level = {"rating": (query.level,)} if query.level else {}
    wanted = {ALL: ("",), **level, **{facet: some for facet, some in query.filters.items() if some}}
    return {facet: [*_values(store, facet, some, query.show)] for facet, some in wanted.items()}


def _values(store: Store, facet: str, some: Sequence[str], show: str) -> Iterator[int]:
    """The ids of these values of a facet."""
    sql = "SELECT id FROM list_values WHERE facet = ? AND {} AND (? = '' OR show = ?)"
    asked = [("value IN (SELECT value FROM json_each(?))", packed(some))]
    asked += [("value < ?", one[len(BEFORE) :]) for one in some if one.startswith(BEFORE)]
    for condition, value in asked:
        for (id,) in store.tuples(sql.format(condition), (facet, value, show, show)):
            yield id


def _words(store: Store, query: Query) -> str:
    """What to ask the index of words, once it has every lead; "" for nothing."""
    words = search.matching(query.text)
    if words:
        # A full disk hides no lead that is in the index already; search.lacks tells of the others.
        with suppress(EnvironmentFault):
            search.catch_up(store)
    return words


_SEARCHED = "SELECT rowid FROM search WHERE search MATCH ?"
_TURNED = {"ASC": "DESC", "DESC": "ASC"}


def _marks(values: Sequence[int]) -> str:
    return ", ".join("?" * len(values))


def _nothing(query: Query, words: str) -> bool:
    """Typed, but nothing to search for, such as a full stop: nothing is found."""
    return bool(query.text.strip()) and not words


def _line(row: Row, key: str | int = 0) -> Line:
    shown = row["name"] or row["email"] or row["badge_id"]
    captured, tags = datetime.fromisoformat(row["captured_at"]), unpacked(row["tags"], tuple[str, ...])
    same = {name: row[name] for name in _AS_THEY_ARE}
    return Line(name=shown, captured_at=captured, tags=tags, key=key, **same)
