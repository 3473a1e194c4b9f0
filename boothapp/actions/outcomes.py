"""Won, lost, open again: head office's outcomes brought home to the leads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

from boothapp.actions import targets
from boothapp.actions.lane import Lane
from boothapp.crm import outcomes
from boothapp.crm.outcomes import Change, Standing
from boothapp.crm.target import KEY_PREFIX, RemoteOutcome, key_of
from boothapp.domain.changes import Changes, changed
from boothapp.domain.outcome import Outcome
from boothapp.store import leads, outbox
from boothapp.store.database import Store
from boothapp.store.outbox import TargetEntry


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
        counted = {
            kind: kinds.count(kind) for kind in ("won", "lost", "reopened", "amended", "cancelled", "gone")
        }
        return {"target": self.target, "outcomes": len(kinds), **counted, "unmatched": len(self.unmatched)}


def pull(run: Lane[Any], name: str = "") -> Pulled:
    """Fetches the outcomes changed since the last pull; each page is kept before the next is asked for.

    Raises a TargetFault where head office does not answer; what came before is kept.
    """
    with targets.reached(run, name) as (entry, target):
        pulled = Pulled(entry.name)
        for rows, cursor in outcomes.pull(target, entry.cursor):
            run(partial(_take, entry=entry, pulled=pulled, rows=rows, cursor=cursor))
        known = run(lambda store: standings(store, entry.name, arrived=True))
        vanished = outcomes.gone(target, known)
        run(lambda store: _keep(store, entry.name, vanished))
        pulled.changes_found += vanished
    return pulled


def _take(
    store: Store, entry: TargetEntry, pulled: Pulled, rows: Sequence[RemoteOutcome], cursor: str
) -> None:
    known = standings(store, entry.name)
    remote = {one.remote.get("lead", ""): key_of(one.lead) for one in outbox.deliveries(store, entry.name)}
    reading = outcomes.read(rows, known, remote)
    with store.transaction():
        _keep(store, entry.name, reading.changes)
        outbox.keep_cursor(store, entry.name, cursor)
    pulled.changes_found += reading.changes
    pulled.unmatched += reading.unmatched


def standings(store: Store, target: str, arrived: bool = False) -> dict[str, Standing]:
    """How each delivered lead stood at the last pull, by key; `arrived`: only those that surely are there."""
    ended = outbox.outcomes(store, target)
    found = {}
    for one in outbox.deliveries(store, target, ("accepted", "sent", "review", "gone")):
        if arrived and one.state != "accepted" and not one.sent:
            continue
        status = "gone" if one.state == "gone" else None
        found[key_of(one.lead)] = Standing("gone") if status else _standing(ended.get(one.lead))
    return found


def _standing(outcome: Outcome | None) -> Standing:
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
            outbox.put(store, row, replace(delivery, state="gone"), now)
    elif change.standing.status != "gone":
        outbox.put_outcome(store, row, target, _outcome(change), now)
    revision = leads.revision(store, row)
    leads.log(store, row, revision, leads.Change(now, "", "", change.kind, dict(detail)))


def _outcome(change: Change) -> Outcome:
    now, row = change.standing, change.row
    status = "open" if now.status == "gone" else now.status
    url = row.url if row else ""
    return Outcome(status, now.amount, now.currency, now.reason, now.competitor, now.closed_on, url)


def _lead_id(key: str) -> str:
    return key.removeprefix(KEY_PREFIX)
