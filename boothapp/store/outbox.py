"""What waits for head office, and where each lead stands there.

A lead is queued in the transaction that changes it. It waits at a target while the revision queued is newer
than the one delivered; so a target added after the show gets every lead.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from boothapp.domain.delivery import PRETENDED, Delivery
from boothapp.domain.outcome import Outcome
from boothapp.store.database import Row, Store
from boothapp.store.leads import outcome_from
from boothapp.store.packing import packed, unpacked

# A CRM may ask for a day (boothapp.crm.transport): a rest beyond that was set by a clock that was wrong.
LONGEST_REST = timedelta(days=1, minutes=5)


@dataclass(frozen=True, slots=True)
class TargetEntry:
    """A head-office CRM as set up here; its secret is in the keystore, never in the store."""

    name: str
    kind: str
    url: str
    options: Mapping[str, str] = field(default_factory=dict)
    cursor: str = ""


def queue(store: Store, row: int, revision: int, at: datetime) -> None:
    """Notes that this revision of the lead has to reach head office."""
    store.run("INSERT OR REPLACE INTO outbox VALUES (?, ?, ?)", (row, revision, at.isoformat()))


def put_target(store: Store, entry: TargetEntry) -> None:
    """Adds a target, or changes it; what was delivered there stays known."""
    store.run(
        "INSERT INTO targets VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET "
        "kind = excluded.kind, url = excluded.url, options = excluded.options, cursor = excluded.cursor",
        (entry.name, entry.kind, entry.url, packed(entry.options), entry.cursor),
    )


def keep_cursor(store: Store, target: str, cursor: str) -> None:
    """Where the next pull goes on; the target's address may have changed meanwhile and stays."""
    store.run("UPDATE targets SET cursor = ? WHERE name = ?", (cursor, target))


def targets(store: Store) -> list[TargetEntry]:
    """All targets by name."""
    return [_target(row) for row in store.rows("SELECT * FROM targets ORDER BY name")]


def _target(row: Row) -> TargetEntry:
    options = unpacked(row["options"], dict[str, str])
    return TargetEntry(row["name"], row["kind"], row["url"], options, row["cursor"])


# Waiting is what was never sent, or has changed since; what the CRM refused waits for a correction.
_DUE = """
    FROM outbox o LEFT JOIN deliveries d ON d.lead = o.lead AND d.target = ?
    WHERE (d.lead IS NULL OR (d.revision < o.revision AND d.state <> 'gone')
    OR d.state IN ('waiting', 'sent', 'held', 'review'))"""
_RESTED = "(coalesce(d.not_before, '') < ? OR d.not_before > ?)"


def due(store: Store, target: str, now: datetime) -> list[int]:
    """The rows of the leads to send to this target now, oldest first."""
    sql = f"SELECT o.lead {_DUE} AND {_RESTED} ORDER BY o.queued_at, o.lead"
    return [row["lead"] for row in store.rows(sql, (target, *_around(now)))]


def resting(store: Store, target: str, now: datetime) -> list[Delivery]:
    """The leads that wait and may not be sent yet, each with its reason and moment."""
    sql = f"""{_DELIVERIES} AND NOT {_RESTED} AND d.lead IN (SELECT o.lead {_DUE}) ORDER BY d.not_before"""
    return [_delivery(row) for row in store.rows(sql, (target, *_around(now), target))]


def rests(delivery: Delivery | None, now: datetime) -> bool:
    """Whether a lead may not be sent yet, even if a person asks for it."""
    until = delivery.not_before if delivery else None
    return until is not None and now <= until <= now + LONGEST_REST


def renew(store: Store, target: str, rows: Iterable[int], until: datetime) -> None:
    """Keeps those of these leads that are being sent for longer."""
    sql = "UPDATE deliveries SET not_before = ? WHERE lead = ? AND target = ? AND state = 'sent'"
    store.many(sql, [(until.isoformat(), row, target) for row in rows])


def _around(now: datetime) -> tuple[str, str]:
    return now.isoformat(), (now + LONGEST_REST).isoformat()


def is_due(store: Store, target: str, row: int, now: datetime) -> bool:
    """Whether this lead is to be sent to this target now."""
    sql = f"SELECT 1 {_DUE} AND {_RESTED} AND o.lead = ?"
    return store.value(sql, (target, *_around(now), row)) is not None


def waiting(store: Store, target: str) -> int:
    """How many leads wait at this target."""
    return int(store.value(f"SELECT count(*) {_DUE}", (target,)))


def settled(store: Store, target: str) -> int:
    """How many leads this target has as they are now."""
    return int(
        store.value(
            "SELECT count(*) FROM outbox o JOIN deliveries d ON d.lead = o.lead AND d.target = ? "
            "WHERE d.state = 'accepted' AND d.revision >= o.revision",
            (target,),
        )
    )


def stuck(store: Store, target: str) -> list[Delivery]:
    """What head office refused and nobody has mended, and what it deleted although there is something new."""
    sql = f"""{_DELIVERIES} AND EXISTS (SELECT 1 FROM outbox o WHERE o.lead = d.lead AND (
        d.state = 'needs correction' AND d.revision >= o.revision
        OR d.state = 'gone' AND d.revision < o.revision))"""
    return [_delivery(row) for row in store.rows(sql, (target,))]


# What is held back or to be reviewed is asked again at each sending, but a person has to act first.
_READY = """(d.lead IS NULL OR (d.revision < o.revision AND d.state NOT IN ('gone', 'held', 'review'))
    OR d.state IN ('waiting', 'sent'))"""


def ready(store: Store, target: str, show: str = "") -> int:
    """How many leads go out to this target with the next sending; of one show, or of all."""
    sql = f"""SELECT count(*) FROM outbox o LEFT JOIN deliveries d ON d.lead = o.lead AND d.target = ?
        WHERE {_READY} AND (? = '' OR o.lead IN (SELECT row FROM leads WHERE show = ?))"""
    return int(store.value(sql, (target, show, show)))


def unsent(store: Store) -> int:
    """How many leads are ready for a target, over all shows; all of them while there is no target.

    A pretended target counts only while there is no real one. With one target this is what `ready` says.
    """
    kinds = [entry.kind for entry in targets(store)]
    real = any(kind != PRETENDED for kind in kinds)
    sql = f"""SELECT count(*) FROM outbox o WHERE ? OR EXISTS (SELECT 1 FROM targets t
        LEFT JOIN deliveries d ON d.lead = o.lead AND d.target = t.name
        WHERE (t.kind <> ? OR NOT ?) AND {_READY})"""
    return int(store.value(sql, (not kinds, PRETENDED, real)))


def states(store: Store, target: str) -> Mapping[str, int]:
    """How many leads are in each state at this target."""
    sql = "SELECT state, count(*) AS n FROM deliveries WHERE target = ? GROUP BY state"
    return {row["state"]: row["n"] for row in store.rows(sql, (target,))}


def ended(store: Store, target: str) -> Mapping[str, int]:
    """How many outcomes of each status this target has reported."""
    sql = "SELECT status, count(*) AS n FROM outcomes WHERE target = ? GROUP BY status"
    return {row["status"]: row["n"] for row in store.rows(sql, (target,))}


def note_try(store: Store, target: str, at: datetime, problem: str) -> None:
    """Remembers when leads were last sent to a target, and what stopped it, "" where nothing did."""
    store.remember(f"tried:{target}", at.isoformat())
    store.remember(f"problem:{target}", problem)


def forget_problem(store: Store, target: str) -> None:
    """Forgets what stopped the last try: the target was changed since."""
    store.remember(f"problem:{target}", "")


def last_try(store: Store, target: str) -> tuple[datetime | None, str]:
    """When leads were last sent to a target, None if never, and what stopped it."""
    at = store.fact(f"tried:{target}")
    return datetime.fromisoformat(at) if at else None, store.fact(f"problem:{target}")


def delivery(store: Store, row: int, target: str) -> Delivery | None:
    """Where this lead stands at this target."""
    found = store.row(f"{_DELIVERIES} AND d.lead = ?", (target, row))
    return _delivery(found) if found else None


_OF_LEADS = "SELECT d.*, l.id AS lead_id FROM deliveries d JOIN leads l ON l.row = d.lead"
_DELIVERIES = f"{_OF_LEADS} WHERE d.target = ?"


# What head office has, had, or may have: a lead that only waits, or was held or refused, never got there.
_ARRIVED = "(d.state IN ('accepted', 'gone', 'sent') OR d.sent <> '{}')"
_SURELY = "(d.state IN ('accepted', 'gone') OR d.sent <> '{}')"


def any_arrived(store: Store, target: str, perhaps: bool = False) -> bool:
    """Whether any lead surely was delivered to this target; perhaps: or may have been."""
    sql = f"SELECT 1 FROM deliveries d WHERE d.target = ? AND {_ARRIVED if perhaps else _SURELY} LIMIT 1"
    return store.value(sql, (target,)) is not None


# Nothing is ever sent to the demo's target.
_REAL = "SELECT 1 FROM deliveries d JOIN targets t ON t.name = d.target WHERE d.lead = ? AND t.kind <> ?"


def has_left(store: Store, row: int, revision: int) -> bool:
    """Whether this revision of the lead is at a head office, or may be on its way to one."""
    sql = f"{_REAL} AND (d.state = 'sent' OR d.revision >= ? AND {_ARRIVED}) LIMIT 1"
    return store.value(sql, (row, PRETENDED, revision)) is not None


def known_there(store: Store, row: int) -> bool:
    """Whether a head office has this lead, or may have it."""
    return store.value(f"{_REAL} AND {_ARRIVED} LIMIT 1", (row, PRETENDED)) is not None


def is_being_sent(store: Store, row: int, now: datetime) -> bool:
    """Whether a sending has a claim on this lead just now."""
    return any(one.state == "sent" and rests(one, now) for one in of_lead(store, row))


def arrived(store: Store, target: str, after: int, most: int) -> list[tuple[int, Delivery]]:
    """The next leads that surely were delivered to this target, with their rows."""
    sql = f"{_DELIVERIES} AND d.lead > ? AND {_SURELY} ORDER BY d.lead LIMIT ?"
    return [(row["lead"], _delivery(row)) for row in store.rows(sql, (target, after, most))]


def rows_there(store: Store, target: str, remote: Iterable[str]) -> dict[str, str]:
    """Lead ids by the remote lead's id, of those that were delivered under one of these."""
    wanted = list(remote)
    marks = ", ".join("?" * len(wanted))
    there = "json_extract(d.remote, '$.lead')"
    sql = f"SELECT l.id, {there} AS there FROM deliveries d JOIN leads l ON l.row = d.lead"
    found = store.rows(f"{sql} WHERE d.target = ? AND {there} IN ({marks})", (target, *wanted))
    return {row["there"]: row["id"] for row in found}


def deliveries(store: Store, target: str, states: Iterable[str] = ()) -> list[Delivery]:
    """All deliveries at a target, or those in these states, the latest first."""
    wanted = list(states)
    marks = ", ".join("?" * len(wanted))
    only = f"AND d.state IN ({marks})" if wanted else ""
    found = store.rows(f"{_DELIVERIES} {only} ORDER BY d.updated_at DESC", (target, *wanted))
    return [_delivery(row) for row in found]


def of_lead(store: Store, row: int) -> list[Delivery]:
    """Where this lead stands at each target."""
    return [_delivery(found) for found in store.rows(f"{_OF_LEADS} WHERE d.lead = ?", (row,))]


def dated(store: Store, row: int) -> list[tuple[Delivery, datetime]]:
    """Where this lead stands at each target, and since when."""
    found = store.rows(f"{_OF_LEADS} WHERE d.lead = ?", (row,))
    return [(_delivery(one), datetime.fromisoformat(one["updated_at"])) for one in found]


def put(store: Store, row: int, delivery: Delivery, at: datetime) -> None:
    """Keeps where the lead stands now."""
    store.run(
        "INSERT OR REPLACE INTO deliveries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (row, delivery.target, delivery.state, delivery.revision, packed(delivery.remote),
         packed(delivery.sent), delivery.field, delivery.message, delivery.released,
         delivery.not_before.isoformat() if delivery.not_before else "", at.isoformat()),
    )  # fmt: skip


def put_outcome(store: Store, row: int, target: str, outcome: Outcome, at: datetime) -> None:
    """What head office reports of this lead now; it may go back to open."""
    amount = None if outcome.amount is None else str(outcome.amount)
    closed = outcome.closed_on.isoformat() if outcome.closed_on else None
    store.run(
        "INSERT OR REPLACE INTO outcomes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (row, target, outcome.status, amount, outcome.currency, outcome.reason, outcome.competitor, closed,
         outcome.url, at.isoformat()),
    )  # fmt: skip


def outcome(store: Store, row: int, target: str) -> Outcome | None:
    """What this target reported of a lead."""
    found = store.row("SELECT * FROM outcomes WHERE lead = ? AND target = ?", (row, target))
    return outcome_from(found) if found else None


def _delivery(row: Row) -> Delivery:
    return Delivery(
        row["lead_id"], row["target"], row["state"], row["revision"], unpacked(row["remote"], dict[str, str]),
        unpacked(row["sent"], dict[str, str]), row["field"], row["message"], bool(row["released"]),
        datetime.fromisoformat(row["not_before"]) if row["not_before"] else None,
    )  # fmt: skip
