"""Leads to head office, once, and what became of them back to the stand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from boothapp.actions import leads as lead_actions
from boothapp.actions import targets
from boothapp.actions.lane import Lane
from boothapp.crm import delivery as engine
from boothapp.crm import gate
from boothapp.crm.record import record
from boothapp.crm.target import KEY_PREFIX, LeadRecord, Result, Target
from boothapp.domain.changes import Changes, changed
from boothapp.domain.delivery import Delivery, State
from boothapp.store import leads, outbox
from boothapp.store.database import Store
from boothapp.words import language as spoken

Progress = Callable[[int, int], None]

STATES: Mapping[str, State] = {
    "created": "accepted",
    "updated": "accepted",
    "unchanged": "accepted",
    "merged": "accepted",
    "review": "review",
    "rejected": "needs correction",
    "retry": "waiting",
    "unknown": "sent",
}
"""What the CRM said of a lead -> where the lead stands."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What a sync did: leads counted by what became of them; problem: why it stopped, or ""."""

    target: str
    results: tuple[Result, ...] = ()
    held: Mapping[str, str] = field(default_factory=dict)
    stuck: tuple[Delivery, ...] = ()
    already: int = 0
    waiting: int = 0
    problem: str = ""
    changes: Changes = field(default_factory=Changes)

    def count(self, *statuses: str) -> int:
        """How many leads had one of these results."""
        return sum(result.status in statuses for result in self.results)

    @property
    def complete(self) -> bool:
        """True where nothing is refused, held back, to be reviewed or left waiting, now or from before."""
        open_ends = self.held or self.stuck or self.waiting or self.problem
        return not (open_ends or self.count("review", "rejected"))

    def json(self) -> dict[str, Any]:
        """The JSON of CLI.md."""
        refused = [result for result in self.results if result.status == "rejected"]
        return {
            "target": self.target,
            "created": self.count("created", "merged"),
            "updated": self.count("updated"),
            "unchanged": self.count("unchanged") + self.already,
            "held": len(self.held),
            "held_back": [{"lead": _lead_id(key), "reasons": why} for key, why in self.held.items()],
            "review": self.count("review"),
            "to_review": [
                {"lead": _lead_id(one.key), "message": one.message, **one.remote_ids}
                for one in self.results
                if one.status == "review"
            ],
            "refused": [
                *({"lead": _lead_id(one.key), "field": one.field, "message": one.message} for one in refused),
                *({"lead": one.lead, "field": one.field, "message": one.message} for one in self.stuck),
            ],
            "waiting": self.waiting,
            "problem": self.problem or None,
        }


@dataclass(frozen=True, slots=True)
class Parcel:
    """What waits at a target: the records by key with the row and revision they were made from."""

    records: tuple[LeadRecord, ...]
    rows: Mapping[str, tuple[int, int]]
    released: frozenset[str]


def sync(
    run: Lane[Any], name: str = "", release: Sequence[str] = (), progress: Progress | None = None
) -> Sent:
    """Sends what waits at a target: looked up first, a bad record isolated, nothing created twice.

    release: leads (id or number) to send although the gate holds them back. Never raises for what the CRM
    or the network does: the problem is in the report, and the leads wait.
    """
    with targets.reached(run, name) as (entry, target):
        round: Round = run(lambda store: _round(store, entry.name, release))
        report = Sent(entry.name, already=round.already, stuck=round.stuck)
        if progress:
            progress(0, len(round.rows))
        for start in range(0, len(round.rows), engine.CHUNK):
            part = round.rows[start : start + engine.CHUNK]
            # A part at a time: between two parts the store is free for the next visitor.
            parcel: Parcel = run(partial(_pack, round=round, rows=part))
            elsewhere = len(part) - len(parcel.rows)
            report = _send(run, target, replace(report, waiting=report.waiting + elsewhere), parcel)
            if progress:
                progress(start + len(part), len(round.rows))
            if report.problem:
                rest = len(round.rows) - start - len(part)
                report = replace(report, waiting=report.waiting + rest)
                break
        run(partial(_note_try, target=entry.name, problem=report.problem))
    return replace(report, waiting=report.waiting + round.resting)


@dataclass(frozen=True, slots=True)
class Round:
    """What one sync is about: the rows that wait, those set free by hand, how many were there before.

    resting: leads whose last reply was lost and that the CRM may still be storing. stuck: leads that head
    office refused or deleted and that nobody has mended since.
    """

    target: str
    rows: Sequence[int]
    freed: frozenset[int]
    already: int
    resting: int
    stuck: tuple[Delivery, ...]


def _round(store: Store, target: str, release: Sequence[str]) -> Round:
    freed = [lead_actions.row_of(store, one) for one in release]
    due = outbox.due(store, target, datetime.now(UTC))
    rows = list(dict.fromkeys((*due, *freed)))
    stuck = tuple(outbox.stuck(store, target))
    resting = outbox.waiting(store, target) - len(due)
    return Round(target, rows, frozenset(freed), outbox.settled(store, target), resting, stuck)


def _send(run: Lane[Any], target: Target, report: Sent, parcel: Parcel) -> Sent:
    """One part: the gate, then the CRM; everything is kept before the next part is made."""
    gated = gate.split(list(parcel.records), parcel.released)
    held = {key: " ".join(map(str, why)) for key, why in gated.held.items()}
    run(partial(_hold, target=report.target, parcel=parcel, held=held))
    keep = partial(_settle, target=report.target, parcel=parcel)
    found = engine.deliver(target, gated.passed, keep=lambda results: run(partial(keep, results=results)))
    left = found.of("retry", "unknown")
    run(partial(keep, results=left))
    return replace(
        report,
        results=(*report.results, *found.results),
        held={**report.held, **held},
        waiting=report.waiting + len(left),
        problem=str(found.stopped) if found.stopped else "",
        changes=changed("outbox", "leads"),
    )


def _pack(store: Store, round: Round, rows: Sequence[int]) -> Parcel:
    """These leads as the CRM gets them, claimed: another sync at the same time leaves them alone.

    A claim ends when the result is kept; after a crash it ends by itself, and the lead is looked up first.
    """
    with store.transaction():
        free = [row for row in rows if _is_free(store, round, row)]
        parcel = _parcel(store, round, free)
        _claim(store, round.target, parcel)
    return parcel


def _is_free(store: Store, round: Round, row: int) -> bool:
    now = datetime.now(UTC)
    if row not in round.freed:
        return outbox.is_due(store, round.target, row, now)
    before = outbox.delivery(store, row, round.target)
    return not (before and before.not_before and before.not_before > now)


def _claim(store: Store, target: str, parcel: Parcel) -> None:
    now = datetime.now(UTC)
    until = now + timedelta(seconds=engine.LOST_REPLY_WAIT)
    for key, (row, _) in parcel.rows.items():
        before = outbox.delivery(store, row, target) or Delivery(_lead_id(key), target)
        outbox.put(store, row, replace(before, state="sent", not_before=until), now)


def _parcel(store: Store, round: Round, rows: Sequence[int]) -> Parcel:
    target, freed = round.target, round.freed
    records, known, released = [], {}, set()
    for row in rows:
        lead, before = leads.get(store, row), outbox.delivery(store, row, target)
        show = lead_actions.show_of(store, lead)
        made = record(show, lead, before, spoken())
        records.append(made)
        known[made.key] = (row, lead.revision)
        if row in freed or (before and before.released):
            released.add(made.key)
    return Parcel(tuple(records), known, frozenset(released))


def _hold(store: Store, target: str, parcel: Parcel, held: Mapping[str, str]) -> None:
    now = datetime.now(UTC)
    with store.transaction():
        for key, why in held.items():
            row, revision = parcel.rows[key]
            before = outbox.delivery(store, row, target) or Delivery(_lead_id(key), target)
            outbox.put(
                store,
                row,
                replace(before, state="held", revision=revision, message=why, not_before=None),
                now,
            )


def _settle(store: Store, target: str, parcel: Parcel, results: Sequence[Result]) -> None:
    """Keeps what the CRM said of these leads; one transaction, so that a crash forgets a chunk whole."""
    now = datetime.now(UTC)
    with store.transaction():
        for result in results:
            row, revision = parcel.rows[result.key]
            before = outbox.delivery(store, row, target)
            state: State = "gone" if result.code == "gone" else STATES[result.status]
            delivery = Delivery(
                lead=_lead_id(result.key),
                target=target,
                state=state,
                revision=revision,
                remote={**_still_decided(before, state), **result.remote_ids},
                sent=dict(result.sent),
                field=result.field,
                message=result.message,
                released=result.key in parcel.released,
                not_before=_rest(now, result),
            )
            outbox.put(store, row, delivery, now)


def _still_decided(before: Delivery | None, state: State) -> dict[str, str]:
    """What a person decided counts until the CRM has answered."""
    decided = before.decision if before and state in ("waiting", "sent") else ""
    return {"decision": decided} if decided else {}


def _rest(now: datetime, result: Result) -> datetime | None:
    """When the lead may be sent again: a CRM that lost a reply may still be busy storing it."""
    return now + timedelta(seconds=result.retry_after) if result.retry_after else None


def _note_try(store: Store, target: str, problem: str) -> None:
    with store.transaction():
        outbox.note_try(store, target, datetime.now(UTC), problem)


def _lead_id(key: str) -> str:
    return key.removeprefix(KEY_PREFIX)
