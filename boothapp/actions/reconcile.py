"""Leads captured by their badge's id, and what the attendee list says of them.

Absent fields are filled in, known ones stay; what differs is told and never applied.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from boothapp.actions import listed, shows, station
from boothapp.actions.lane import Lane
from boothapp.domain.attendee import Attendee, Difference, differences, filled, same_name
from boothapp.domain.changes import Changes, changed
from boothapp.domain.rating import rate
from boothapp.domain.routing import followed
from boothapp.domain.show import Show
from boothapp.store import leads, outbox
from boothapp.store.database import Store
from boothapp.store.leads import Badged

BATCH = 200
COMPLETED = "completed"


@dataclass(frozen=True, slots=True)
class Met:
    """A lead by its number, name and badge; its name is the one it has in the list where it was found.

    listed_as: the id in the list, where only its leading zeros differ.
    """

    lead: str
    number: str
    name: str
    badge_id: str
    listed_as: str = ""


@dataclass(frozen=True, slots=True)
class OnePerson:
    """Several leads that are one person of the list: nothing is merged, people may do that."""

    name: str
    leads: tuple[Met, ...]


@dataclass(frozen=True, slots=True)
class Unlike:
    """A lead and the list say different things; the lead stays as it is."""

    lead: str
    number: str
    name: str
    differs: tuple[Difference, ...]


@dataclass
class Reconciled:
    """How the leads of a show stand with its list; changed holds the leads completed just now."""

    changed: list[str] = field(default_factory=list)
    matched: list[Met] = field(default_factory=list)
    lonely: list[Met] = field(default_factory=list)
    conflicts: list[Unlike] = field(default_factory=list)
    people: dict[int, list[Met]] = field(default_factory=dict)

    @property
    def same(self) -> list[OnePerson]:
        """The people of the list who have more than one lead."""
        return [OnePerson(some[0].name, tuple(some)) for some in self.people.values() if len(some) > 1]

    @property
    def changes(self) -> Changes:
        """The leads completed, which wait to be sent again."""
        return changed("leads", "outbox", leads=tuple(self.changed)) if self.changed else Changes()

    def json(self) -> dict[str, Any]:
        """matched, not_matched and conflicts, with the leads they are about."""
        return {
            "matched": len(self.matched),
            "not_matched": [
                {"lead": one.lead, "number": one.number, "badge_id": one.badge_id} for one in self.lonely
            ],
            "by_zeros": [
                {"lead": one.lead, "number": one.number, "badge_id": one.badge_id, "listed": one.listed_as}
                for one in self.matched if one.listed_as
            ],
            "one_attendee": [
                {"name": some.name, "leads": [{"lead": one.lead, "number": one.number} for one in some.leads]}
                for some in self.same
            ],
            "conflicts": [
                {"lead": one.lead, "number": one.number, "field": each.field, "is": each.lead,
                 "listed": each.listed}
                for one in self.conflicts for each in one.differs
            ],
        }  # fmt: skip


def leads_with_list(
    run: Lane[Any], apply: bool = True, progress: Callable[[int, int], None] | None = None
) -> Reconciled:
    """Compares every lead that has a badge id with the list, a batch a turn; apply: fills in the gaps."""
    show = run(shows.current)
    badged = run(lambda store: leads.badged(store, show.id))
    found = Reconciled()
    for start in range(0, len(badged), BATCH):
        batch = badged[start : start + BATCH]
        run(partial(_batch, show=show, batch=batch, apply=apply, found=found))
        if progress:
            progress(start + len(batch), len(badged))
    return found


def _batch(store: Store, show: Show, batch: list[Badged], apply: bool, found: Reconciled) -> None:
    with store.transaction():
        for one in batch:
            # One of them may have been deleted, or taken back, since the first batch.
            if leads.row_of(store, one.id) == one.row:
                _one(store, show, one, apply, found)


def _one(store: Store, show: Show, lead: Badged, apply: bool, found: Reconciled) -> None:
    asked = (listed.by_badge(store, show, badge) for badge in lead.badges)
    person = next(filter(None, asked), None)
    name = lead.visitor.label or lead.badges[0]
    if person is None:
        found.lonely.append(Met(lead.id, lead.number, name, lead.badges[0]))
        return
    known_as = lead.visitor.label or person.visitor.name
    met = Met(lead.id, lead.number, known_as, lead.badges[0], person.listed_as)
    found.matched.append(met)
    if same_name(lead.visitor, person.visitor):
        found.people.setdefault(person.row, []).append(met)
    differs = differences(lead.visitor, person.visitor)
    if differs:
        found.conflicts.append(Unlike(lead.id, lead.number, name, differs))
    if apply and filled(lead.visitor, person.visitor)[1]:
        _complete(store, show, lead.row, person)
        found.changed.append(lead.id)


def _complete(store: Store, show: Show, row: int, person: Attendee) -> None:
    before, now = leads.get(store, row), datetime.now(UTC)
    visitor, fields = filled(before.visitor, person.visitor)
    lead = replace(
        before,
        visitor=visitor,
        owner=followed(show, before, replace(before, visitor=visitor)),
        rating=rate(show.scorecard, before.basis),
        revision=before.revision + 1,
    )
    leads.update(store, row, lead)
    here = station.this(store).letter
    leads.log(store, row, lead.revision, leads.Change(now, "", here, COMPLETED, {"fields": list(fields)}))
    outbox.queue(store, row, lead.revision, now)
