"""Leads to head office, once, and what became of them back to the stand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from boothapp.actions import claims, targets
from boothapp.actions.claims import Parcel, Round, Watch
from boothapp.actions.lane import Lane
from boothapp.crm import delivery as engine
from boothapp.crm import gate
from boothapp.crm.target import GONE, KEY_PREFIX, Result
from boothapp.domain.changes import Changes, changed
from boothapp.domain.delivery import Delivery, State
from boothapp.store import office_facts, outbox
from boothapp.store.database import Store
from boothapp.words import plural, tr

Progress = Callable[[int, int], None]
MOST_TOLD = 3

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
    """What a sync did: leads counted by what became of them; problem: why it stopped, or "".

    waiting counts those too that rest, and the demo show's that were kept here (invented).
    """

    target: str
    results: tuple[Result, ...] = ()
    held: Mapping[str, str] = field(default_factory=dict)
    stuck: tuple[Delivery, ...] = ()
    already: int = 0
    waiting: int = 0
    problem: str = ""
    resting: tuple[Delivery, ...] = ()
    invented: int = 0
    changes: Changes = field(default_factory=Changes)

    def count(self, *statuses: str) -> int:
        """How many leads had one of these results."""
        return sum(result.status in statuses for result in self.results)

    @property
    def complete(self) -> bool:
        """True where nothing is refused, held back, to be reviewed or left waiting, now or from before."""
        open_ends = self.held or self.stuck or self.waiting or self.problem
        return not (open_ends or self.closed or self.count("review", "rejected"))

    @property
    def closed(self) -> tuple[Result, ...]:
        """The leads with a new conversation whose deal is over at head office."""
        return tuple(result for result in self.results if result.code == "closed")

    @property
    def remarks(self) -> list[str]:
        """What a person should know beside the counts, in sentences."""
        kept = plural(
            "{n} lead of the demo show stays here: its visitor is invented.",
            "{n} leads of the demo show stay here: their visitors are invented.",
            self.invented,
        )
        said = [self.problem] if self.problem else []
        if self.invented:
            said.append(" ".join((kept, tr("Add --demo to send them all the same."))))
        return [*said, *_rests(self.resting)[:MOST_TOLD]]

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
                *({"lead": one.lead, "field": one.field, "message": _why(one)} for one in self.stuck),
            ],
            "closed": [{"lead": _lead_id(one.key), "message": one.message} for one in self.closed],
            "resting": [
                {"lead": one.lead, "until": _moment(one), "message": one.message} for one in self.resting
            ],
            "invented": self.invented,
            "waiting": self.waiting,
            "problem": self.problem or None,
        }


def sync(
    run: Lane[Any],
    name: str = "",
    release: Sequence[str] = (),
    progress: Progress | None = None,
    with_demo: bool = False,
) -> Sent:
    """Sends what waits at a target: looked up first, a bad record isolated, nothing created twice.

    release: leads (id or number) to send although the gate holds them back. with_demo: the demo show's
    leads too, whose visitors are invented; else they stay here and are counted. Never raises for what the
    CRM or the network does: the problem is in the report, and the leads wait.
    """
    with targets.reached(run, name) as (entry, target):
        round: Round = run(lambda store: claims.begin(store, entry.name, release, with_demo))
        watch = Watch(run, entry.name, target)
        report = Sent(
            entry.name,
            already=round.already,
            stuck=round.stuck,
            resting=round.resting,
            invented=round.invented,
        )
        done = 0
        if progress:
            progress(0, len(round.rows))
        for part in _parts(round.rows):
            # A part at a time: between two parts the store is free for the next visitor.
            parcel: Parcel = run(partial(claims.pack, round=round, rows=part))
            watch.hold(parcel)
            elsewhere = len(part) - len(parcel.rows)
            report = _send(run, watch, replace(report, waiting=report.waiting + elsewhere), parcel)
            done += len(part)
            if progress:
                progress(done, len(round.rows))
            if report.problem:
                report = replace(report, waiting=report.waiting + len(round.rows) - done)
                break
        run(partial(_note_try, target=entry.name, problem=report.problem))
    return replace(report, waiting=report.waiting + len(round.resting) + round.invented)


def _parts(rows: Sequence[int]) -> list[Sequence[int]]:
    """Each part has old and new leads, so that a hundred old ones that are refused do not starve the rest."""
    count = -(-len(rows) // engine.CHUNK)
    return [rows[start::count] for start in range(count)]


def _send(run: Lane[Any], watch: Watch, report: Sent, parcel: Parcel) -> Sent:
    """One part: the gate, then the CRM; everything is kept before the next part is made."""
    gated = gate.split(list(parcel.records), parcel.released)
    held = {key: " ".join(map(str, why)) for key, why in gated.held.items()}
    run(partial(_hold, target=report.target, parcel=parcel, held=held))
    keep = partial(_settle, target=report.target, parcel=parcel)
    found = engine.deliver(
        watch.target,
        gated.passed,
        keep=lambda results: run(partial(keep, results=results)),
        before=watch.before,
    )
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
                remote={**_known_there(before), **_still_decided(before, state), **result.remote_ids},
                sent=dict(result.sent),
                field=result.field,
                message=result.message,
                released=result.key in parcel.released,
                not_before=_rest(now, result),
            )
            outbox.put(store, row, delivery, now)
            if state in ("accepted", "sent") and not office_facts.recall(store, "mark", target):
                met = office_facts.recall(store, "met", target)
                office_facts.remember(store, "mark", target, met)


def _known_there(before: Delivery | None) -> Mapping[str, str]:
    """The ids of a lead that got there once: without them its outcome could not be brought home."""
    return before.remote if before and before.remote.get("lead") else {}


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


def _why(delivery: Delivery) -> str:
    """A lead that is gone says so, whoever found it out."""
    return delivery.message or (tr(GONE) if delivery.state == "gone" else "")


def _moment(delivery: Delivery) -> str:
    return delivery.not_before.isoformat(timespec="seconds") if delivery.not_before else ""


def _rests(resting: Sequence[Delivery]) -> list[str]:
    """Each reason once, with how many leads it keeps and until when the last of them."""
    alike: dict[str, list[Delivery]] = {}
    for one in resting:
        alike.setdefault(one.message, []).append(one)
    return [
        tr("{leads} until {moment}: {why}").format(
            leads=plural("{n} lead rests", "{n} leads rest", len(some)),
            moment=max(map(_moment, some)),
            why=why,
        )
        for why, some in alike.items()
    ]


def _lead_id(key: str) -> str:
    return key.removeprefix(KEY_PREFIX)
