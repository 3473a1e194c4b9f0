"""Consent taken back, and the proofs of what was allowed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from boothapp.actions import leads as look
from boothapp.actions import station
from boothapp.actions.edit import must_be_staff
from boothapp.domain.changes import Changes, changed
from boothapp.domain.consent import Consent, standings
from boothapp.domain.lead import Lead
from boothapp.domain.purpose import Method
from boothapp.domain.show import Show
from boothapp.domain.signature import Strokes, unpacked
from boothapp.domain.wording import Wording
from boothapp.errors import WrongCall
from boothapp.store import leads, outbox, proofs
from boothapp.store.database import Store
from boothapp.words import tr

UNDONE = "withdrawal undone"
_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The lead as it is now, and the purposes that were allowed until now; none where nothing was."""

    lead: Lead
    consents: tuple[Consent, ...]
    changes: Changes

    @property
    def purposes(self) -> tuple[str, ...]:
        """What is allowed no longer."""
        return tuple(one.purpose for one in self.consents)


@dataclass(frozen=True, slots=True)
class Proofs:
    """What proves the consents of a lead: the wording by version, and the signature by moment."""

    wordings: Mapping[str, Wording]
    signatures: Mapping[datetime, Strokes]


def withdraw(
    store: Store,
    named: str,
    purposes: Sequence[str] = (),
    staff: str = "",
    at: datetime | None = None,
    method: Method = "spoken",
) -> Withdrawn:
    """Takes back what the visitor allowed, all of it where no purpose is named, in one transaction.

    The lead is a new revision: head office hears of it with the next sending. What is not allowed now stays
    as it is. Raises WrongCall for a lead, purpose or staff member that is not there.
    """
    with store.transaction():
        row = look.row_of(store, named)
        before = leads.get(store, row)
        show = look.show_of(store, before)
        must_be_staff(show, staff)
        _must_be_purposes(show, before, purposes)
        # A clock that was set back must not make the withdrawal older than what it takes back.
        at = max((at or datetime.now(UTC), *(one.at + _TICK for one in before.consents)))
        taken = tuple(
            replace(one.given, given=False, at=at, staff=staff, method=method)
            for one in standings(before.consents)
            if one.given and one.holds and (one.purpose in purposes or not purposes)
        )
        if not taken:
            return Withdrawn(before, (), Changes())
        lead = _keep(store, row, before, (*before.consents, *taken), at)
    return Withdrawn(lead, taken, _changed(lead))


def put_back(
    store: Store, named: str, taken: Sequence[Consent], staff: str = "", at: datetime | None = None
) -> Changes:
    """A withdrawal entered by mistake, taken out again; the history says who did so."""
    at = at or datetime.now(UTC)
    with store.transaction():
        row = look.row_of(store, named)
        before = leads.get(store, row)
        left = tuple(one for one in before.consents if one not in taken)
        if left == before.consents:
            return Changes()
        lead = _keep(store, row, before, left, at)
        detail = {"purposes": [one.purpose for one in taken]}
        letter = station.this(store).letter
        leads.log(store, row, lead.revision, leads.Change(at, staff, letter, UNDONE, detail))
    return _changed(lead)


def proofs_of(store: Store, lead: Lead) -> Proofs:
    """The wording of each version that this visitor agreed to, and every signature."""
    row = look.row_of(store, lead.id)
    show = look.show_of(store, lead)
    # A show kept by an older boothapp has not put its wordings aside.
    now = {show.wording_version(purpose): said for purpose, said in show.consent.items()}
    versions = {one.wording for one in lead.consents if one.wording}
    said = {version: proofs.wording(store, version) or now.get(version, {}) for version in versions}
    signed = {at: unpacked(strokes) for at, strokes in proofs.signatures(store, row).items()}
    return Proofs(said, signed)


def _keep(store: Store, row: int, before: Lead, consents: tuple[Consent, ...], at: datetime) -> Lead:
    lead = replace(before, consents=consents, revision=before.revision + 1)
    leads.update(store, row, lead)
    outbox.queue(store, row, lead.revision, at)
    return lead


def _must_be_purposes(show: Show, lead: Lead, purposes: Sequence[str]) -> None:
    known = tuple(dict.fromkeys((*show.consent, *(one.purpose for one in lead.consents))))
    for purpose in purposes:
        if purpose not in known:
            raise WrongCall(
                tr("There is no purpose {name}.").format(name=purpose),
                step=tr("Use one of: {names}.").format(names=", ".join(known)),
            )


def _changed(lead: Lead) -> Changes:
    return changed("leads", "outbox", leads=(lead.id,))
