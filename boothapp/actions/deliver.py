"""Leads to head office, once, and what became of them back to the stand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from boothapp.actions import leads as lead_actions
from boothapp.actions import targets
from boothapp.actions.targets import Lane
from boothapp.crm import delivery as engine
from boothapp.crm import gate
from boothapp.crm.record import record
from boothapp.crm.target import KEY_PREFIX, LeadRecord, Result, key_of
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
    already: int = 0
    waiting: int = 0
    problem: str = ""
    changes: Changes = field(default_factory=Changes)

    def count(self, *statuses: str) -> int:
        """How many leads had one of these results."""
        return sum(result.status in statuses for result in self.results)

    @property
    def complete(self) -> bool:
        """True where nothing is refused, held back, to be reviewed or left waiting."""
        return not (self.held or self.waiting or self.problem or self.count("review", "rejected"))

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
            "refused": [
                {"lead": _lead_id(one.key), "field": one.field, "message": one.message} for one in refused
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
    already: int


def sync(
    run: Lane[Any], name: str = "", release: Sequence[str] = (), progress: Progress | None = None
) -> Sent:
    """Sends what waits at a target: looked up first, a bad record isolated, nothing created twice.

    release: leads (id or number) to send although the gate holds them back. Never raises for what the CRM
    or the network does: the problem is in the report, and the leads wait.
    """
    with targets.reached(run, name) as (entry, target):
        parcel: Parcel = run(lambda store: pack(store, entry.name, release))
        gated = gate.split(list(parcel.records), parcel.released)
        held = {key: " ".join(map(str, why)) for key, why in gated.held.items()}
        run(lambda store: _hold(store, entry.name, parcel, held))
        done = 0
        if progress:
            progress(0, len(gated.passed))

        def keep(results: Sequence[Result]) -> None:
            nonlocal done
            run(lambda store: _settle(store, entry.name, parcel, results))
            done += len(results)
            if progress:
                progress(done, len(gated.passed))

        found = engine.deliver(target, gated.passed, keep=keep)
        # The engine keeps what is settled; what stopped it belongs to the rest.
        run(lambda store: _settle(store, entry.name, parcel, found.of("retry", "unknown")))
    left = len(found.of("retry", "unknown"))
    problem = str(found.stopped) if found.stopped else ""
    run(lambda store: _note_try(store, entry.name, problem))
    changes = changed("outbox", "leads")
    return Sent(entry.name, found.results, held, parcel.already, left, problem, changes)


def pack(store: Store, target: str, release: Sequence[str] = ()) -> Parcel:
    """What waits at this target, as the CRM gets it."""
    freed = {lead_actions.row_of(store, one) for one in release}
    records, rows, released = [], {}, set()
    for row in dict.fromkeys((*outbox.due(store, target), *freed)):
        lead, before = leads.get(store, row), outbox.delivery(store, row, target)
        show = lead_actions.show_of(store, lead)
        made = record(show, lead, before, spoken())
        records.append(made)
        rows[made.key] = (row, lead.revision)
        if row in freed or (before and before.released):
            released.add(made.key)
    already = len(outbox.deliveries(store, target, ("accepted",)))
    already -= sum(1 for made in records if made.sent)
    return Parcel(tuple(records), rows, frozenset(released), max(already, 0))


def _hold(store: Store, target: str, parcel: Parcel, held: Mapping[str, str]) -> None:
    now = datetime.now(UTC)
    with store.transaction():
        for key, why in held.items():
            row, revision = parcel.rows[key]
            before = outbox.delivery(store, row, target) or Delivery(_lead_id(key), target)
            outbox.put(store, row, replace(before, state="held", revision=revision, message=why), now)


def _settle(store: Store, target: str, parcel: Parcel, results: Sequence[Result]) -> None:
    """Keeps what the CRM said of these leads; one transaction, so that a crash forgets a chunk whole."""
    now = datetime.now(UTC)
    with store.transaction():
        for result in results:
            row, revision = parcel.rows[result.key]
            state: State = "gone" if result.code == "gone" else STATES[result.status]
            delivery = Delivery(
                lead=_lead_id(result.key),
                target=target,
                state=state,
                revision=revision,
                remote=dict(result.remote_ids),
                sent=dict(result.sent),
                field=result.field,
                message=result.message,
                released=result.key in parcel.released,
            )
            outbox.put(store, row, delivery, now)


def _note_try(store: Store, target: str, problem: str) -> None:
    with store.transaction():
        outbox.note_try(store, target, datetime.now(UTC), problem)


def _lead_id(key: str) -> str:
    return key.removeprefix(KEY_PREFIX)


def key_for(lead: str) -> str:
    """The key of a lead at head office."""
    return key_of(lead)
