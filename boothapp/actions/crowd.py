"""A crowd at the stand: each badge is a lead at once, and its conversation is completed from a queue."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from boothapp.actions import capture, delete, station
from boothapp.actions import drafts as drafts_of
from boothapp.actions.capture import Saved
from boothapp.actions.drafts import Taken
from boothapp.domain.changes import Changes, changed
from boothapp.domain.draft import Draft, said_by
from boothapp.domain.lead import Lead
from boothapp.errors import Refused
from boothapp.store import crowd, drafts, leads, outbox
from boothapp.store.crowd import Waiting
from boothapp.store.database import Store
from boothapp.store.drafts import Kept
from boothapp.words import tr

TAKEN_BACK = "taken back"


@dataclass(frozen=True, slots=True)
class Unscanned:
    """The lead as it was; deleted: it is gone and can be put back, else only this conversation went.

    begun: what had been said to complete it, and stays a draft; None where that was nothing.
    """

    lead: Lead
    deleted: bool
    changes: Changes
    begun: Draft | None = None


def scan(store: Store, draft: Draft, at: datetime | None = None) -> Saved:
    """Saves a badge as a lead that waits to be completed, in one transaction.

    Who waits already is not saved again; a visitor of before gets one more conversation.
    Raises UserError where no show is open, EnvironmentFault where the disk refuses.
    """
    with store.transaction():
        before = capture.seen(store, draft)
        row = leads.row_of(store, before.id) if before else None
        if before is not None and row is not None and crowd.waits(store, row):
            return Saved(before, before.visits[-1].id, True, Changes())
        saved = capture.save(store, draft, at)
        row = leads.row_of(store, saved.lead.id)
        if row is not None and saved.changes:
            crowd.put(store, row, saved.visit)
    return saved


def waiting(store: Store, show: str) -> list[Waiting]:
    """Who waits to be completed, the one scanned last first."""
    return crowd.of_show(store, show)


def waits(store: Store, id: str) -> str:
    """The conversation of this lead that waits to be completed, "" where none does."""
    row = leads.row_of(store, id)
    return "" if row is None else crowd.visit_of(store, row)


def take_up(store: Store, visit: str, at: datetime | None = None) -> Taken:
    """The conversation as a draft, to be completed; None where it waits no longer or stands elsewhere.

    Saving the draft completes this conversation of the same lead.
    """
    with store.transaction():
        if drafts.get(store, visit) is not None:
            return drafts_of.take_up(store, visit)
        if (row := crowd.row_of(store, visit)) is None:
            return Taken(None, Changes())
        lead = leads.get(store, row)
        here, at = station.this(store).letter, at or datetime.now(UTC)
        kept = Kept(_draft(lead, visit), lead.show, here, at, number=lead.number, holder=store.running.id)
        drafts.put(store, kept)
    return Taken(kept, changed("drafts"))


def take_back(store: Store, visit: str, at: datetime | None = None, form: Draft | None = None) -> Unscanned:
    """Takes one scan back: its lead goes, or this conversation only where there were others.

    form: the conversation where it stands open here; what it says beyond the scan stays a draft.
    Raises Refused where it waits no longer, or is being sent just now.
    """
    at = at or datetime.now(UTC)
    with store.transaction():
        if (row := crowd.row_of(store, visit)) is None:
            raise Refused(tr("This scan does not wait any more."), safe=tr("Nothing was changed."))
        lead = leads.get(store, row)
        begun = _begun(store, lead, visit, form, at)
        if len(lead.visits) == 1:
            gone = delete.delete(store, lead.id, at)
            return Unscanned(lead, True, gone.changes | changed("drafts"), begun)
        _without(store, row, lead, visit, at)
    return Unscanned(lead, False, changed("leads", "outbox", "drafts", leads=(lead.id,)), begun)


def _begun(store: Store, lead: Lead, visit: str, form: Draft | None, at: datetime) -> Draft | None:
    """The draft of a scan that is taken back, kept where it says more than the scan."""
    if form is not None:
        here, holder = station.this(store).letter, store.running.id
        drafts.put(store, Kept(form, lead.show, here, at, holder=holder))
    if (kept := drafts.get(store, visit)) is not None and says_more(kept.draft, lead):
        return kept.draft
    drafts.take_out(store, visit)
    return None


def says_more(draft: Draft, lead: Lead) -> bool:
    """Whether something was said, typed or chosen since this lead's scan was opened from the queue."""
    return said_by(draft) != said_by(_draft(lead, draft.id))


def _without(store: Store, row: int, lead: Lead, visit: str, at: datetime) -> None:
    after = replace(
        lead, visits=tuple(one for one in lead.visits if one.id != visit), revision=lead.revision + 1
    )
    leads.remove_visit(store, row, visit)
    crowd.take_out(store, visit)
    leads.update(store, row, after)
    told = leads.Change(at, "", station.this(store).letter, TAKEN_BACK, {"taken": visit})
    leads.log(store, row, after.revision, told)
    outbox.queue(store, row, after.revision, at)


def _draft(lead: Lead, visit: str) -> Draft:
    """The conversation as it was saved; the attendee list was asked then."""
    said = next(one for one in lead.visits if one.id == visit)
    return Draft(
        id=visit,
        token=lead.token,
        visitor=lead.visitor,
        capture=said.capture,
        answers=said.answers,
        interests=said.interests,
        touches=said.touches,
        pieces=said.pieces,
        note=said.note,
        voice=said.voice,
        staff=said.staff,
        looked_up=True,
        lead=lead.id,
    )
