"""A save taken back: its lead, or the visit it added, is gone, and the conversation is a draft again."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from boothapp.actions import leads as look
from boothapp.actions import station
from boothapp.actions.capture import Saved
from boothapp.domain.attendee import filled
from boothapp.domain.changes import Changes, changed
from boothapp.domain.draft import Draft
from boothapp.domain.lead import Lead
from boothapp.domain.rating import rate
from boothapp.domain.visitor import FIELDS
from boothapp.errors import Refused
from boothapp.store import crowd, drafts, leads, outbox, pictures, proofs, removed
from boothapp.store.database import Store
from boothapp.store.drafts import Kept
from boothapp.words import tr

TAKEN_BACK = "taken back"
_OWN = ("badge_id", "owner", "next_step")


@dataclass(frozen=True, slots=True)
class TakenBack:
    """The conversation as it was before the save, with the same id; saving it again is the same lead."""

    draft: Draft
    changes: Changes


def take_back(store: Store, saved: Saved, draft: Draft, at: datetime | None = None) -> TakenBack:
    """Takes a save back in one transaction; draft: what was saved, as the page held it.

    Where the lead was there before, only this conversation goes, and the history says so.
    Raises Refused where head office has it or gets it just now, or where more was said since.
    """
    at = at or datetime.now(UTC)
    with store.transaction():
        row = leads.row_of(store, saved.lead.id)
        if row is None or not leads.has_visit(store, row, saved.visit):
            raise Refused(tr("{lead} is not there any more.").format(lead=saved.lead.number))
        if outbox.has_left(store, row, saved.lead.revision):
            raise _is_sent(saved.lead)
        back = _with_pictures(store, row, saved, draft)
        number = ""
        if saved.before is None:
            now = leads.get(store, row)
            if len(now.visits) > 1:
                raise _went_on(now)
            # What a picture or the list filled in since goes back on the page too.
            back, number = replace(back, visitor=filled(back.visitor, now.visitor)[0]), now.number
            removed.take_out(store, row)
        else:
            _without(store, row, saved, saved.before, at)
        here = station.this(store).letter
        kept = Kept(back, saved.lead.show, here, at, number=number, holder=store.running.id)
        drafts.put(store, kept)
    return TakenBack(back, changed("leads", "outbox", "drafts", leads=(saved.lead.id,)))


def _without(store: Store, row: int, saved: Saved, before: Lead, at: datetime) -> None:
    """The lead as it was before this conversation; what was put right since stays."""
    now, after = leads.get(store, row), saved.lead
    was = {name: getattr(before.visitor, name) for name in FIELDS
           if getattr(now.visitor, name) == getattr(after.visitor, name)}  # fmt: skip
    own = {name: getattr(before, name) for name in _OWN if getattr(now, name) == getattr(after, name)}
    was_visit = {one.id: one for one in before.visits if one.id == saved.visit}
    said = after.consents[len(before.consents) :]
    lead = replace(
        now,
        visitor=replace(now.visitor, **was),
        visits=tuple(was_visit.get(one.id, one) for one in now.visits if one.id != saved.visit or was_visit),
        consents=tuple(one for one in now.consents if one not in said),
        revision=now.revision + 1,
        **own,
    )
    lead = replace(lead, rating=rate(look.show_of(store, lead).scorecard, lead.basis))
    if was_visit:
        # It was scanned in a crowd before it was completed, and waits again.
        crowd.rewrite(store, row, was_visit[saved.visit], lead.revision)
        crowd.put(store, row, saved.visit)
    else:
        leads.remove_visit(store, row, saved.visit)
    pictures.remove(store, row, saved.visit)
    for one in said:
        proofs.remove_signature(store, row, one.at)
    leads.update(store, row, lead)
    visit = next(one for one in after.visits if one.id == saved.visit)
    told = leads.Change(at, visit.staff, visit.station, TAKEN_BACK, {"taken": saved.visit})
    leads.log(store, row, lead.revision, told)
    outbox.queue(store, row, lead.revision, at)


def _with_pictures(store: Store, row: int, saved: Saved, draft: Draft) -> Draft:
    """Those that came late are the conversation's too."""
    kept = [one.data for one in pictures.of_lead(store, row) if one.visit == saved.visit]
    first, *more = kept or [b""]
    return replace(draft, picture=first, more_pictures=tuple(more))


def _is_sent(lead: Lead) -> Refused:
    return Refused(
        tr("{lead} is at head office already, or on its way there.").format(lead=lead.number),
        safe=tr("Nothing was changed."),
        step=tr("Put it right on the Leads page."),
    )


def _went_on(lead: Lead) -> Refused:
    return Refused(
        tr("{lead} has had another conversation since.").format(lead=lead.number),
        safe=tr("Nothing was changed."),
        step=tr("Put it right on the Leads page."),
    )
