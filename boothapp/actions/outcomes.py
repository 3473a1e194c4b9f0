"""Won, lost, open again: head office's outcomes brought home to the leads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from boothapp.actions import targets
from boothapp.actions.lane import Lane
from boothapp.crm import outcomes
from boothapp.crm.outcomes import Change, ChangeKind, Reading, Standing
from boothapp.crm.target import GONE, KEY_PREFIX, RemoteOutcome, Target, key_of
from boothapp.domain.changes import Changes, changed
from boothapp.domain.delivery import Delivery
from boothapp.domain.outcome import Outcome
from boothapp.store import leads, office_facts, outbox
from boothapp.store.database import Store
from boothapp.store.packing import packed, unpacked
from boothapp.words import tr

LOOKED_AT = 500
"""Delivered leads asked for at each pull: a pull stays short, and all have their turn."""


KINDS: tuple[ChangeKind, ...] = ("won", "lost", "reopened", "amended", "cancelled", "gone", "back")


@dataclass
class Pulled:
    """What came back from a target, counted."""

    target: str
    changes_found: list[Change] = field(default_factory=list)
    unmatched: list[RemoteOutcome] = field(default_factory=list)

    @property
    def changes(self) -> Changes:
        """Which leads have another outcome now."""
        if not self.changes_found:
            return Changes()
        return changed("outcomes", "leads", leads=tuple(_lead_id(one.key) for one in self.changes_found))

    def json(self) -> dict[str, Any]:
        """The JSON of CLI.md; outcomes counts every lead whose outcome changed."""
        kinds = [change.kind for change in self.changes_found]
        counted: dict[str, int] = {kind: kinds.count(kind) for kind in KINDS}
        return {"target": self.target, "outcomes": len(kinds), **counted, "unmatched": len(self.unmatched)}


def pull(run: Lane[Any], name: str = "") -> Pulled:
    """Fetches the outcomes changed since the last pull; each page is kept before the next is asked for.

    Raises a TargetFault where head office does not answer; what came before is kept.
    """
    with targets.reached(run, name) as (entry, target):
        targets.recognise(run, entry.name, target)
        pulled = Pulled(entry.name)
        run(lambda store: _bring_home(store, entry.name, pulled))
        for rows, cursor in outcomes.pull(target, entry.cursor):
            run(partial(_take, target=entry.name, pulled=pulled, rows=rows, cursor=cursor))
        _look(run, entry.name, target, pulled)
    return pulled


def _take(store: Store, target: str, pulled: Pulled, rows: Sequence[RemoteOutcome], cursor: str) -> None:
    reading = _read(store, target, rows)
    lost = {_lead_there(row): row for row in reading.unmatched if row.status != "open"}
    with store.transaction():
        _keep(store, target, reading.changes)
        office_facts.drop_strays(store, target, map(_lead_there, rows))
        office_facts.keep_strays(store, target, {there: packed(row) for there, row in lost.items()})
        outbox.keep_cursor(store, target, cursor)
    pulled.changes_found += reading.changes
    pulled.unmatched += reading.unmatched


def _bring_home(store: Store, target: str, pulled: Pulled) -> None:
    """Outcomes that came before their leads were here; the CRM tells each of them only once."""
    strays = list(office_facts.strays(store, target).values())
    for start in range(0, len(strays), LOOKED_AT):
        rows = [unpacked(text, RemoteOutcome) for text in strays[start : start + LOOKED_AT]]
        reading = _read(store, target, rows)
        still = {_lead_there(row) for row in reading.unmatched}
        with store.transaction():
            _keep(store, target, reading.changes)
            found = [there for there in map(_lead_there, rows) if there not in still]
            office_facts.drop_strays(store, target, found)
        pulled.changes_found += reading.changes


def _read(store: Store, target: str, rows: Sequence[RemoteOutcome]) -> Reading:
    """The rows by key or by remote lead; every lead that is here counts, however its delivery stands now."""
    known = {row.key: standing for row in rows if (standing := _here(store, target, row.key))}
    there = [_lead_there(row) for row in rows if row.key not in known]
    keys = {remote: key_of(lead) for remote, lead in outbox.rows_there(store, target, there).items()}
    known |= {key: standing for key in keys.values() if (standing := _here(store, target, key))}
    return outcomes.read(rows, known, keys)


def _here(store: Store, target: str, key: str) -> Standing | None:
    """How a lead stood at the last pull, None if it is not on this laptop."""
    row = leads.row_of(store, _lead_id(key)) if key else None
    if row is None:
        return None
    delivery = outbox.delivery(store, row, target)
    return _standing(delivery, outbox.outcome(store, row, target))


def _look(run: Lane[Any], name: str, target: Target, pulled: Pulled) -> None:
    """Asks for the next delivered leads, whether they are still there; the next pull goes on behind them."""
    looked = run(lambda store: office_facts.recall(store, "looked", name))
    after = int(looked or 0)
    some = run(lambda store: outbox.arrived(store, name, after, LOOKED_AT))
    if not some and after:
        some = run(lambda store: outbox.arrived(store, name, 0, LOOKED_AT))
    known = {key_of(one.lead): _standing(one, None) for _, one in some}
    ids = {key_of(one.lead): one.remote["lead"] for _, one in some if one.remote.get("lead")}
    found = outcomes.gone(target, known, ids)
    following = str(some[-1][0]) if len(some) == LOOKED_AT else "0"
    run(partial(_keep_looked, target=name, changes=found, following=following))
    pulled.changes_found += found


def _keep_looked(store: Store, target: str, changes: Sequence[Change], following: str) -> None:
    with store.transaction():
        _keep(store, target, changes)
        office_facts.remember(store, "looked", target, following)


def _lead_there(row: RemoteOutcome) -> str:
    return row.remote_ids.get("lead", "")


def _standing(delivery: Delivery | None, outcome: Outcome | None) -> Standing:
    if delivery and delivery.state == "gone":
        return Standing("gone")
    if outcome is None:
        return Standing()
    return Standing(
        outcome.status,
        outcome.amount,
        outcome.currency,
        outcome.closed_on,
        outcome.reason,
        outcome.competitor,
    )


def _keep(store: Store, target: str, changes: Sequence[Change]) -> None:
    now = datetime.now(UTC)
    with store.transaction():
        for change in changes:
            row = leads.row_of(store, _lead_id(change.key))
            if row is not None:
                _keep_one(store, row, target, change, now)


def _keep_one(store: Store, row: int, target: str, change: Change, now: datetime) -> None:
    detail: Mapping[str, Any] = {"target": target, "status": change.standing.status}
    if change.kind == "gone":
        delivery = outbox.delivery(store, row, target)
        if delivery:
            outbox.put(store, row, replace(delivery, state="gone", message=tr(GONE)), now)
    else:
        _back(store, outbox.delivery(store, row, target), row, now)
        if change.row:
            outbox.put_outcome(store, row, target, _outcome(change), now)
    revision = leads.revision(store, row)
    leads.log(store, row, revision, leads.Change(now, "", "", change.kind, dict(detail)))


def _back(store: Store, delivery: Delivery | None, row: int, now: datetime) -> None:
    """What head office reports is not deleted there."""
    if delivery and delivery.state == "gone":
        outbox.put(store, row, replace(delivery, state="accepted", message=""), now)


def _outcome(change: Change) -> Outcome:
    now, row = change.standing, change.row
    status = "open" if now.status == "gone" else now.status
    url = row.url if row else ""
    return Outcome(status, now.amount, now.currency, now.reason, now.competitor, now.closed_on, url)


def _lead_id(key: str) -> str:
    return key.removeprefix(KEY_PREFIX)
