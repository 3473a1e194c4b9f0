"""How this laptop stands with head office: what waits, what needs a person, and letting a lead go."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from boothapp.actions import demo, targets
from boothapp.actions import leads as lead_actions
from boothapp.crm.kinds import PRETENDED
from boothapp.domain.changes import Changes, changed
from boothapp.domain.delivery import NEW_PERSON, Delivery
from boothapp.errors import WrongCall
from boothapp.store import lists, outbox
from boothapp.store.database import Store
from boothapp.store.leads import Line
from boothapp.store.outbox import TargetEntry
from boothapp.words import tr

STUCK = ("held", "needs correction", "review", "gone")
MOST_STUCK = 200


@dataclass(frozen=True, slots=True)
class Stuck:
    """A lead that a person has to look at before head office has it, and why."""

    line: Line
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class Office:
    """One target: how many leads wait, where the others stand, how the last try ended.

    waiting: goes out with the next sending; states and ended: counts; stuck: at most MOST_STUCK;
    invented: how many of those waiting are the demo show's.
    """

    entry: TargetEntry
    waiting: int
    states: Mapping[str, int]
    ended: Mapping[str, int]
    stuck: tuple[Stuck, ...]
    tried_at: datetime | None
    problem: str
    invented: int

    @property
    def pretended(self) -> bool:
        """True for the demo show's target: nothing can be sent there."""
        return self.entry.kind == PRETENDED


@dataclass(frozen=True, slots=True)
class Standing:
    """All targets, those that can be sent to first, and how many leads no target has yet."""

    offices: tuple[Office, ...]
    unsent: int


def standing(store: Store) -> Standing:
    """How the laptop stands with every target, in one read."""
    offices = [_office(store, entry) for entry in outbox.targets(store)]
    return Standing(tuple(sorted(offices, key=lambda one: one.pretended)), outbox.unsent(store))


def _office(store: Store, entry: TargetEntry) -> Office:
    tried_at, problem = outbox.last_try(store, entry.name)
    return Office(
        entry,
        outbox.ready(store, entry.name),
        outbox.states(store, entry.name),
        outbox.ended(store, entry.name),
        _stuck(store, entry.name),
        tried_at,
        problem,
        outbox.ready(store, entry.name, demo.SHOW),
    )


def _stuck(store: Store, target: str) -> tuple[Stuck, ...]:
    found = outbox.deliveries(store, target, STUCK)[:MOST_STUCK]
    lines = {line.id: line for line in lists.of_leads(store, [one.lead for one in found])}
    in_order = sorted(found, key=lambda one: STUCK.index(one.state))
    return tuple(Stuck(lines[one.lead], one) for one in in_order if one.lead in lines)


@dataclass(frozen=True, slots=True)
class Released:
    """A lead let go, and how it stood before."""

    before: Delivery
    changes: Changes


def release(store: Store, target: str, lead: str) -> Released:
    """Lets a lead go that was held back: it waits and goes out with the next sending."""
    row = lead_actions.row_of(store, lead)
    before = outbox.delivery(store, row, target)
    if before is None or before.state != "held":
        raise WrongCall(tr("This lead is not held back."), safe=tr("Nothing was changed."))
    _put(store, row, replace(before, state="waiting", message="", released=True))
    return Released(before, changed("outbox", "leads", leads=(before.lead,)))


def decide(store: Store, target: str, lead: str, same: bool) -> Released:
    """Says whether a lead to review is the person head office knows; the next sending acts on it."""
    row = lead_actions.row_of(store, lead)
    before = outbox.delivery(store, row, target)
    person = before.candidate if before else None
    if before is None or person is None or (same and not person.id):
        raise WrongCall(
            tr("Nobody at head office is in question for this lead."), safe=tr("Nothing was changed.")
        )
    remote = {"decision": person.id if same else NEW_PERSON}
    _put(store, row, replace(before, state="waiting", remote=remote, field="", message=""))
    return Released(before, changed("outbox", "leads", leads=(before.lead,)))


def decide_all(store: Store, name: str, decided: Mapping[str, bool]) -> None:
    """Decides on several leads (id or number -> whether it is the same person), on all or none."""
    if decided:
        target = targets.named(store, name).name
        with store.transaction():
            for lead, same in decided.items():
                decide(store, target, lead, same)


def hold_again(store: Store, before: Delivery) -> Changes:
    """Takes a release or a decision back."""
    _put(store, lead_actions.row_of(store, before.lead), before)
    return changed("outbox", "leads", leads=(before.lead,))


def _put(store: Store, row: int, delivery: Delivery) -> None:
    with store.transaction():
        outbox.put(store, row, delivery, datetime.now(UTC))
