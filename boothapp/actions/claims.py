"""Which leads one sending is about, and the claim that keeps another sending at the same time off them."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from boothapp.actions import demo, targets, together
from boothapp.actions import leads as lead_actions
from boothapp.actions.lane import Lane
from boothapp.crm.delivery import LOST_REPLY_WAIT
from boothapp.crm.record import record
from boothapp.crm.target import KEY_PREFIX, LeadRecord, Target
from boothapp.domain.delivery import Delivery
from boothapp.store import leads, outbox
from boothapp.store.database import Store
from boothapp.words import language as spoken
from boothapp.words import mark, tr

CLAIMED = mark("It is being sent, or a sending was cut off while it was on its way.")
# Far shorter than a claim lasts, and no burden for the disk.
RENEW_AFTER = 20.0


@dataclass(frozen=True, slots=True)
class Round:
    """What one sending is about: the rows that wait, those set free by hand, how many were there before.

    resting: leads that wait and may not be sent yet, with the reason. stuck: leads that head office refused
    or deleted and that nobody has mended since. invented: how many of the demo show's stay here.
    """

    target: str
    rows: Sequence[int]
    freed: frozenset[int]
    already: int
    resting: tuple[Delivery, ...]
    stuck: tuple[Delivery, ...]
    invented: int


@dataclass(frozen=True, slots=True)
class Parcel:
    """What waits at a target: the records by key with the row and revision they were made from."""

    records: tuple[LeadRecord, ...]
    rows: Mapping[str, tuple[int, int]]
    released: frozenset[str]


def begin(store: Store, target: str, release: Sequence[str], with_demo: bool) -> Round:
    """Everything that waits, oldest first; a lead of the demo show only with_demo or by its name."""
    now = datetime.now(UTC)
    freed = [lead_actions.row_of(store, one) for one in release]
    due = outbox.due(store, target, now)
    invented = set() if with_demo or not due else set(leads.of_show(store, demo.SHOW)) - set(freed)
    able = [row for row in freed if not outbox.rests(outbox.delivery(store, row, target), now)]
    return Round(
        target,
        list(dict.fromkeys((*(row for row in due if row not in invented), *able))),
        frozenset(freed),
        outbox.settled(store, target),
        tuple(one for one in outbox.resting(store, target, now)),
        tuple(outbox.stuck(store, target)),
        sum(row in invented for row in due),
    )


def pack(store: Store, round: Round, rows: Sequence[int]) -> Parcel:
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
    # One set free by hand may have been deleted since.
    return leads.is_there(store, row) and not outbox.rests(outbox.delivery(store, row, round.target), now)


def _claim(store: Store, target: str, parcel: Parcel) -> None:
    now = datetime.now(UTC)
    for key, (row, _) in parcel.rows.items():
        before = outbox.delivery(store, row, target) or Delivery(key.removeprefix(KEY_PREFIX), target)
        claimed = replace(before, state="sent", message=tr(CLAIMED), not_before=_until())
        outbox.put(store, row, claimed, now)


def _until() -> datetime:
    return datetime.now(UTC) + timedelta(seconds=LOST_REPLY_WAIT)


def _parcel(store: Store, round: Round, rows: Sequence[int]) -> Parcel:
    target, freed = round.target, round.freed
    records, known, released = [], {}, set()
    for row in rows:
        lead, before = leads.get(store, row), outbox.delivery(store, row, target)
        show = lead_actions.show_of(store, lead)
        made = record(show, lead, before, spoken(), together.others(store, row))
        records.append(made)
        known[made.key] = (row, lead.revision)
        if row in freed or (before and before.released):
            released.add(made.key)
    return Parcel(tuple(records), known, frozenset(released))


@dataclass
class Watch:
    """Stands by while leads are sent: it is the right CRM, and the claims on them last until all is kept."""

    run: Lane[Any]
    name: str
    target: Target
    rows: Sequence[int] = ()
    renewed: float = field(default_factory=time.monotonic)
    recognised: bool = False

    def __post_init__(self) -> None:
        self.target.tell(self._alive)

    def before(self) -> None:
        """Before the first push: raises a TargetFault where this is not the CRM that got the leads so far."""
        if not self.recognised:
            targets.recognise(self.run, self.name, self.target)
            self.recognised = True

    def hold(self, parcel: Parcel) -> None:
        """The leads whose claims are renewed from now on."""
        self.rows, self.renewed = [row for row, _ in parcel.rows.values()], time.monotonic()

    def _alive(self) -> None:
        if self.rows and time.monotonic() - self.renewed > RENEW_AFTER:
            self.renewed = time.monotonic()
            self.run(partial(_renew, target=self.name, rows=self.rows))


def _renew(store: Store, target: str, rows: Sequence[int]) -> None:
    with store.transaction():
        outbox.renew(store, target, rows, _until())
