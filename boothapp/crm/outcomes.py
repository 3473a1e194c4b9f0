"""What a pull from head office means for the leads at home: won, lost, open again, gone, or nobody's."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from boothapp.crm.target import NO_IDS, OutcomeStatus, RemoteOutcome, Target

ChangeKind = Literal["won", "lost", "cancelled", "reopened", "amended", "gone", "back"]

CHUNK = 100


@dataclass(frozen=True, slots=True)
class Standing:
    """How a lead stood at the last pull; what the store keeps of an outcome."""

    status: OutcomeStatus | Literal["gone"] = "open"
    amount: Decimal | None = None
    currency: str = ""
    closed_on: date | None = None
    reason: str = ""
    competitor: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One lead that stands differently now; the row is None where it is gone from the CRM, or there again."""

    key: str
    kind: ChangeKind
    standing: Standing
    row: RemoteOutcome | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rows mean, and the rows of leads nobody here knows."""

    changes: tuple[Change, ...]
    unmatched: tuple[RemoteOutcome, ...]

    def count(self, kind: ChangeKind) -> int:
        """How many changes are of this kind."""
        return sum(change.kind == kind for change in self.changes)


def read(
    rows: Iterable[RemoteOutcome], known: Mapping[str, Standing], keys_by_remote_lead: Mapping[str, str]
) -> Reading:
    """Compares rows with what is known by key; a row without its key is matched by the remote lead's id.

    Outcomes go back too: a won lead may be open again, and its amount may change after the day it was won.
    """
    latest: dict[str, RemoteOutcome] = {}
    unmatched = []
    for row in sorted(rows, key=lambda row: row.remote_modified):
        key = row.key if row.key in known else keys_by_remote_lead.get(row.remote_ids.get("lead", ""), "")
        if key in known:
            latest[key] = row
        else:
            unmatched.append(row)
    changes = (_change(key, row, known[key]) for key, row in latest.items())
    return Reading(tuple(change for change in changes if change), tuple(unmatched))


def pull(target: Target, cursor: str) -> Iterator[tuple[list[RemoteOutcome], str]]:
    """Page after page with the cursor to keep once the page is stored; raises a TargetFault in between."""
    more = True
    while more:
        rows, cursor, more = target.pull_outcomes(cursor)
        yield rows, cursor


def gone(
    target: Target, known: Mapping[str, Standing], ids: Mapping[str, str] = NO_IDS
) -> tuple[Change, ...]:
    """The delivered leads that somebody deleted in the CRM, and those found there again.

    The pull itself cannot show what is not there. ids: the remote lead's id by key, as far as known.
    """
    keys = list(known)
    found: set[str] = set()
    for start in range(0, len(keys), CHUNK):
        some = keys[start : start + CHUNK]
        found.update(target.find(some, {key: ids[key] for key in some if key in ids}))
    vanished = [key for key in keys if key not in found and known[key].status != "gone"]
    back = [key for key in keys if key in found and known[key].status == "gone"]
    return (
        *(Change(key, "gone", Standing("gone")) for key in vanished),
        *(Change(key, "back", Standing()) for key in back),
    )


def standing_of(row: RemoteOutcome) -> Standing:
    """What is kept of a row; the estimate of an open lead is the CRM's own and no outcome."""
    amount, currency = (row.amount, row.currency) if row.status == "won" else (None, "")
    return Standing(row.status, amount, currency, row.closed_on, row.reason, row.competitor, row.stage)


def _change(key: str, row: RemoteOutcome, before: Standing) -> Change | None:
    now = standing_of(row)
    if _facts(now) == _facts(before):
        return None
    return Change(key, _kind(now, before), now, row)


def _kind(now: Standing, before: Standing) -> ChangeKind:
    if now.status == "open":
        return "back" if before.status == "gone" else "reopened"
    return "amended" if now.status == before.status else now.status


def _facts(standing: Standing) -> Sequence[object]:
    """An open lead moving from stage to stage is no outcome yet."""
    facts = (standing.status, standing.amount, standing.currency, standing.closed_on, standing.reason)
    return (*facts, standing.competitor)
