"""Leads in and out of the store. Every function that writes runs inside a transaction of the caller."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from boothapp.domain.capture import Capture
from boothapp.domain.consent import Consent
from boothapp.domain.ids import new_id
from boothapp.domain.lead import Lead, Visit
from boothapp.domain.next_step import step_on
from boothapp.domain.outcome import Outcome
from boothapp.domain.rating import Level, Rating
from boothapp.domain.touch import Touch
from boothapp.domain.visitor import Visitor, visitor_from
from boothapp.domain.voice import Voice
from boothapp.store import search
from boothapp.store.database import Row, Store
from boothapp.store.packing import packed, packed_briefly, unpacked

LEAD_COLUMNS = (
    "id", "number", "token", "show", "badge_id", "name", "company", "email", "visitor", "level", "points",
    "rating", "owner", "step", "due", "revision", "captured_at", "received_at", "consents", "tags",
)  # fmt: skip
_MARKS = ", ".join("?" * len(LEAD_COLUMNS))
# A deleted lead keeps its row, as it may come back.
_NEXT_ROW = """(SELECT max(coalesce((SELECT max(row) FROM leads), 0),
    coalesce((SELECT max(row) FROM removed), 0)) + 1)"""
_SETS = ", ".join(f"{name} = ?" for name in LEAD_COLUMNS)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list of leads; delivery is the state at the target that needs most attention.

    row: where it stands in the list, newest highest; key: what it is sorted by. Both page on from it.
    """

    row: int
    id: str
    number: str
    name: str
    company: str
    level: Level
    points: int
    owner: str
    step: str
    due: str
    captured_at: datetime
    delivery: str
    outcome: str
    tags: tuple[str, ...] = ()
    key: str | int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a lead's history."""

    at: datetime
    staff: str
    station: str
    action: str
    detail: dict[str, Any]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What the history says of a conversation; when, where and by whom the conversation says itself."""

    action: str
    detail: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Badged:
    """A lead as far as an attendee list is concerned."""

    row: int
    id: str
    number: str
    visitor: Visitor
    badges: tuple[str, ...]


def next_count(store: Store) -> int:
    """Counts up this station's leads."""
    count = int(store.fact("count", "0")) + 1
    store.remember("count", str(count))
    return count


def insert(store: Store, lead: Lead, told: Told) -> int:
    """A new lead with all it holds; gives its row. The index of words follows, see `search`."""
    sql = f"INSERT INTO leads (row, {', '.join(LEAD_COLUMNS)}) VALUES ({_NEXT_ROW}, {_MARKS})"
    store.run(sql, _values(lead))
    row = int(store.value("SELECT last_insert_rowid()"))
    for visit in lead.visits:
        add_visit(store, row, visit, lead.revision, told)
    return row


def update(store: Store, row: int, lead: Lead) -> None:
    """The lead as it is now; visits and touches are added apart, before it, as it is found by their notes."""
    store.run(f"UPDATE leads SET {_SETS} WHERE row = ?", (*_values(lead), row))
    search.index_again(store, row)


def add_visit(store: Store, row: int, visit: Visit, revision: int, told: Told) -> None:
    """One more conversation and its line in the history; the same one twice changes nothing."""
    capture = visit.capture
    seen = {"format": capture.format, "badge_id": capture.badge_id, "symbology": capture.symbology,
            "warnings": capture.warnings}  # fmt: skip
    seen |= {"place": capture.place} if capture.place != Capture().place else {}
    store.run(
        "INSERT OR IGNORE INTO visits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (row, visit.id, visit.at.isoformat(), visit.station, visit.staff, packed(seen), capture.raw,
         packed(visit.answers), packed(visit.interests), packed(visit.touches), packed(visit.pieces),
         visit.note, revision, told.action, packed(told.detail), packed_briefly(visit.voice)),
    )  # fmt: skip


def tell_anew(store: Store, row: int, visit: Visit) -> None:
    """What was said in a conversation, as it is now; all else of it stays."""
    values = (packed_briefly(visit.voice), visit.note, row, visit.id)
    store.run("UPDATE visits SET voice = ?, note = ? WHERE lead = ? AND id = ?", values)


def remove_visit(store: Store, row: int, visit: str) -> None:
    """Takes a conversation out of its lead."""
    store.run("DELETE FROM visits WHERE lead = ? AND id = ?", (row, visit))


def log(store: Store, row: int, revision: int, change: Change) -> str:
    """One line in the lead's history that no conversation tells; gives its id.

    It is never older than the line before: after a clock was set back, undo must know which came last.
    """
    id, at = new_id(), change.at
    if last := store.value("SELECT max(at) FROM changes WHERE lead = ?", (row,)):
        at = max(at, _time(last) + timedelta(microseconds=1))
    store.run(
        "INSERT INTO changes VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (row, revision, id, at.isoformat(), change.staff, change.station, change.action,
         packed(change.detail)),
    )  # fmt: skip
    return id


def row_of(store: Store, id: str) -> int | None:
    """The row of a lead by its id."""
    found = store.value("SELECT row FROM leads WHERE id = ?", (id,))
    return None if found is None else int(found)


def is_there(store: Store, row: int) -> bool:
    """Whether there is a lead in this row."""
    return store.value("SELECT 1 FROM leads WHERE row = ?", (row,)) is not None


def by_number(store: Store, number: str) -> int | None:
    """The row of a lead by the number people say, such as A-0042."""
    found = store.value("SELECT row FROM leads WHERE number = upper(?) ORDER BY row DESC", (number,))
    return None if found is None else int(found)


PLAIN_BADGE = "json_extract(capture, '$.badge_id')"
BADGE = "json_extract(v.capture, '$.badge_id')"


def by_badge(store: Store, show: str, badge_id: str) -> list[int]:
    """The rows of this show's leads that were ever captured with this badge, the newest first."""
    # The plus keeps SQLite to the badge's index: the show alone leaves as many leads as there are.
    sql = f"""SELECT l.row FROM visits v JOIN leads l ON l.row = v.lead
        WHERE {BADGE} = ? AND {BADGE} <> '' AND +l.show = ?"""
    return sorted({row["row"] for row in store.rows(sql, (badge_id, show))}, reverse=True)


def badged(store: Store, show: str) -> list[Badged]:
    """This show's leads that were captured with a badge id, oldest first; its badges latest first."""
    sql = f"""SELECT l.row, l.id, l.number, l.visitor, {BADGE} AS badge FROM visits v
        JOIN leads l ON l.row = v.lead WHERE {BADGE} <> '' AND l.show = ? ORDER BY l.row, v.at DESC"""
    found: dict[int, Badged] = {}
    for one in store.rows(sql, (show,)):
        before = found.get(one["row"])
        badges = (*(before.badges if before else ()), one["badge"])
        visitor = before.visitor if before else visitor_from(unpacked(one["visitor"], dict))
        found[one["row"]] = Badged(one["row"], one["id"], one["number"], visitor, badges)
    return list(found.values())


def by_email(store: Store, show: str, email: str) -> list[int]:
    """The rows of this show's leads whose first e-mail address is this one."""
    sql = "SELECT row FROM leads WHERE email = ? AND email <> '' AND +show = ?"
    return [row["row"] for row in store.rows(sql, (email.casefold(), show))]


def has_visit(store: Store, row: int, visit: str) -> bool:
    """True where the lead has this conversation already."""
    return store.value("SELECT 1 FROM visits WHERE lead = ? AND id = ?", (row, visit)) is not None


def of_visit(store: Store, visit: str) -> int | None:
    """The row of the lead that has this conversation: mostly the lead that began with it."""
    found = row_of(store, visit)
    if found is None:
        found = store.value("SELECT lead FROM visits WHERE id = ?", (visit,))
    return None if found is None else int(found)


def add_badge(store: Store, visit: str, badge_id: str) -> None:
    """The badge of a conversation that had none: the next scan of it leads back to the same lead."""
    store.run(
        f"UPDATE visits SET capture = json_set(capture, '$.badge_id', ?) WHERE id = ? AND {PLAIN_BADGE} = ''",
        (badge_id, visit),
    )


def get(store: Store, row: int) -> Lead:
    """The whole lead in this row; KeyError where there is none."""
    found = store.row("SELECT * FROM leads WHERE row = ?", (row,))
    if found is None:
        raise KeyError(row)
    return _lead(store, row, found)


def of_show(store: Store, show: str) -> list[int]:
    """The rows of a show's leads, oldest first."""
    return [one["row"] for one in store.rows("SELECT row FROM leads WHERE show = ? ORDER BY row", (show,))]


def revision(store: Store, row: int) -> int:
    """How often the lead was changed, counted from 1."""
    return int(store.value("SELECT revision FROM leads WHERE row = ?", (row,)))


_HISTORY = """SELECT at, staff, station, action, detail, id FROM changes WHERE lead = ?
    UNION ALL SELECT at, staff, station, action, detail, id FROM visits WHERE lead = ? AND action <> ''
    ORDER BY at, id"""


def history(store: Store, row: int) -> list[Change]:
    """Everything that was changed, oldest first."""
    found = store.rows(_HISTORY, (row, row))
    return [
        Change(
            _time(one["at"]),
            one["staff"],
            one["station"],
            one["action"],
            unpacked(one["detail"], dict),
            one["id"],
        )
        for one in found
    ]


def _values(lead: Lead) -> tuple[Any, ...]:
    step = lead.next_step
    return (
        lead.id, lead.number, lead.token, lead.show, lead.badge_id, lead.visitor.name, lead.visitor.company,
        lead.visitor.email.casefold(), packed(lead.visitor.known()), lead.rating.level, lead.rating.points,
        packed(lead.rating), lead.owner, step.kind if step else "", step.when if step else "",
        lead.revision, lead.captured_at.isoformat(), lead.received_at.isoformat(), packed(lead.consents),
        packed(lead.tags),
    )  # fmt: skip


def _lead(store: Store, row: int, found: Row) -> Lead:
    step = step_on(found["step"], found["due"]) if found["step"] else None
    return Lead(
        **{name: found[name] for name in ("id", "number", "token", "show", "badge_id", "owner", "revision")},
        visitor=visitor_from(unpacked(found["visitor"], dict)),
        visits=_visits(store, row),
        touches=_touches(store, row),
        consents=unpacked(found["consents"], tuple[Consent, ...]),
        tags=unpacked(found["tags"], tuple[str, ...]),
        rating=unpacked(found["rating"], Rating),
        next_step=step,
        outcome=outcome(store, row),
        captured_at=_time(found["captured_at"]),
        received_at=_time(found["received_at"]),
    )


def _visits(store: Store, row: int) -> tuple[Visit, ...]:
    found = store.rows("SELECT * FROM visits WHERE lead = ? ORDER BY at, id", (row,))
    return tuple(
        Visit(
            id=one["id"],
            at=_time(one["at"]),
            station=one["station"],
            staff=one["staff"],
            capture=Capture(raw=one["raw"], **_tupled(unpacked(one["capture"], dict))),
            answers=unpacked(one["answers"], dict[str, tuple[str, ...]]),
            interests=unpacked(one["interests"], tuple[str, ...]),
            touches=unpacked(one["touches"], tuple[Touch, ...]),
            pieces=unpacked(one["pieces"], tuple[str, ...]),
            note=one["note"],
            voice=unpacked(one["voice"], Voice),
        )
        for one in found
    )


def _tupled(capture: dict[str, Any]) -> dict[str, Any]:
    return {**capture, "warnings": tuple(capture["warnings"])}


def _touches(store: Store, row: int) -> tuple[Touch, ...]:
    found = store.rows("SELECT * FROM touches WHERE lead = ? ORDER BY at, id", (row,))
    return tuple(Touch(one["kind"], one["piece"], one["share"], _time(one["at"])) for one in found)


def outcome(store: Store, row: int) -> Outcome | None:
    """What head office reported last, if anything."""
    one = store.row("SELECT * FROM outcomes WHERE lead = ? ORDER BY received_at DESC", (row,))
    return outcome_from(one) if one else None


def outcome_from(one: Row) -> Outcome:
    """The outcome in a row of the outcomes table."""
    amount = Decimal(one["amount"]) if one["amount"] is not None else None
    closed = date.fromisoformat(one["closed_on"]) if one["closed_on"] else None
    return Outcome(
        one["status"], amount, one["currency"], one["reason"], one["competitor"], closed, one["url"]
    )


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
