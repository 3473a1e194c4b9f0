"""What is decided about leads after the conversation, many at a time: owner, next step and tags."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from boothapp.domain.ids import new_id
from boothapp.domain.next_step import NextStep, step_on
from boothapp.domain.rating import Level
from boothapp.store.database import Store
from boothapp.store.leads import Change
from boothapp.store.packing import packed, unpacked


@dataclass(frozen=True, slots=True)
class Handled:
    """One lead as far as it is handled by several at once; `day` is that of its first conversation."""

    row: int
    id: str
    show: str
    level: Level
    day: date
    owner: str
    next_step: NextStep | None
    tags: tuple[str, ...]
    revision: int


_COLUMNS = "row, id, show, level, captured_at, owner, step, due, tags, revision"


def of_rows(store: Store, rows: Iterable[int]) -> list[Handled]:
    """The leads in these rows."""
    sql = f"SELECT {_COLUMNS} FROM leads WHERE row IN (SELECT value FROM json_each(?))"
    return [_handled(*found) for found in store.tuples(sql, (packed([*rows]),))]


def of_ids(store: Store, ids: Iterable[str]) -> list[Handled]:
    """The leads with these ids."""
    sql = f"SELECT {_COLUMNS} FROM leads WHERE id IN (SELECT value FROM json_each(?))"
    return [_handled(*found) for found in store.tuples(sql, (packed([*ids]),))]


def ids_of(store: Store, rows: Iterable[int]) -> frozenset[str]:
    """The ids of the leads in these rows."""
    sql = "SELECT id FROM leads WHERE row IN (SELECT value FROM json_each(?))"
    return frozenset(id for (id,) in store.tuples(sql, (packed([*rows]),)))


def put(store: Store, changed: Sequence[tuple[Handled, Change]]) -> list[str]:
    """The leads as they are now, one revision on, each with its line of the history and its outbox entry.

    Gives the ids of those lines.
    """
    ids = [new_id() for _ in changed]
    store.many(
        "UPDATE leads SET owner = ?, step = ?, due = ?, tags = ?, revision = ? WHERE row = ?",
        [(one.owner, *_step(one), packed(one.tags), one.revision, one.row) for one, _ in changed],
    )
    store.many(
        "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (one.row, one.revision, id, change.at.isoformat(), change.staff, change.station, change.action,
             packed(change.detail))
            for id, (one, change) in zip(ids, changed, strict=True)
        ],
    )  # fmt: skip
    store.many(
        "INSERT OR REPLACE INTO outbox VALUES (?, ?, ?)",
        [(one.row, one.revision, change.at.isoformat()) for one, change in changed],
    )
    return ids


def _step(one: Handled) -> tuple[str, str]:
    return (one.next_step.kind, one.next_step.when) if one.next_step else ("", "")


def _handled(
    row: int, id: str, show: str, level: Level, captured: str, owner: str, step: str, due: str, tags: str,
    revision: int,
) -> Handled:  # fmt: skip
    day = datetime.fromisoformat(captured).astimezone().date()
    next_step = step_on(step, due) if step else None
    return Handled(row, id, show, level, day, owner, next_step, unpacked(tags, tuple[str, ...]), revision)
