"""One conversation at the stand, saved: lead, visit, answers, consent, history and outbox in one go."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from boothapp.actions import listed, shows, station
from boothapp.domain.attendee import Attendee, filled
from boothapp.domain.changes import Changes, changed
from boothapp.domain.consent import Consent
from boothapp.domain.correction import CORRECTED, is_promised, replaced, without_corrected
from boothapp.domain.draft import Draft
from boothapp.domain.folding import fold
from boothapp.domain.ids import following, new_token
from boothapp.domain.lead import Lead, Visit
from boothapp.domain.next_step import propose
from boothapp.domain.purpose import Method
from boothapp.domain.rating import Basis, rate
from boothapp.domain.routing import followed, route
from boothapp.domain.show import Show
from boothapp.domain.visitor import Visitor, may_be_same
from boothapp.store import crowd, drafts, leads, outbox, pictures, proofs, removed
from boothapp.store.database import Store

COMPLETED = "conversation completed"
_TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Saved:
    """The lead after the save; seen_before where the visitor was here already.

    from_list: the fields that the attendee list filled in; before: the lead that one more visit was added to.
    """

    lead: Lead
    visit: str
    seen_before: bool
    changes: Changes
    from_list: tuple[str, ...] = ()
    before: Lead | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a visitor before the save: the lead of an earlier visit, the person of the list.

    corrected: what stood in the lead's fields before somebody put them right, a line of the history each.
    """

    lead: Lead | None = None
    listed: Attendee | None = None
    corrected: tuple[Mapping[str, Any], ...] = ()


def seen(store: Store, draft: Draft) -> Lead | None:
    """The lead that a save would add this conversation to: the same badge, or the same mail and name."""
    row = _row_before(store, shows.current(store), draft)
    if row is None or leads.has_visit(store, row, draft.id):
        return None
    return leads.get(store, row)


def known(store: Store, draft: Draft) -> Known:
    """Who this may be: asked while people talk, in well under a millisecond."""
    person = listed.by_badge(store, shows.current(store), draft.capture.badge_id)
    lead = seen(store, draft) or _told_before(store, draft)
    row = leads.row_of(store, lead.id) if lead else None
    return Known(lead, person, () if row is None else _corrected(store, row))


def _told_before(store: Store, draft: Draft) -> Lead | None:
    """The lead without this conversation, where it is saved already and is not the only one."""
    row = leads.row_of(store, draft.lead) if draft.lead else None
    if row is None or not leads.has_visit(store, row, draft.id):
        return None
    lead = leads.get(store, row)
    others = tuple(one for one in lead.visits if one.id != draft.id)
    return replace(lead, visits=others) if others else None


def save(store: Store, draft: Draft, at: datetime | None = None, number: str = "") -> Saved:
    """Saves one conversation in one transaction; a visitor seen before gets one more visit, its draft goes.

    number: what a new lead is called where its draft does not know it, "" for the next one.
    Raises UserError where no show is open, EnvironmentFault where the disk refuses.
    """
    at = at or datetime.now(UTC)
    with store.transaction():
        show = shows.current(store)
        number = drafts.take_out(store, draft.id) or number
        # Only what belongs to a lead already waits in the queue, or had its lead deleted: others ask no more.
        if draft.lead and (row := crowd.row_of(store, draft.id)) is not None:
            return _complete(store, show, draft, row, at)
        if draft.lead and removed.holds(store, draft.lead):
            draft, number = _apart(draft), ""
        row = _row_before(store, show, draft)
        if row is None:
            return _first(store, show, draft, at, number)
        if leads.has_visit(store, row, draft.id):
            return _beyond(store, show, draft, row, at)
        return _again(store, show, draft, row, at)


def _apart(draft: Draft) -> Draft:
    """The conversation without its lead, which was deleted: put back, that one is whole and itself."""
    return replace(draft, id=following(draft.id), token=new_token(), lead="")


def _first(store: Store, show: Show, draft: Draft, at: datetime, number: str) -> Saved:
    here, basis = station.this(store), Basis(draft.answers, draft.touches)
    visitor, fields = _with_list(store, show, draft, draft.visitor)
    rating = rate(show.scorecard, basis)
    lead = Lead(
        id=draft.id,
        number=number or here.number(leads.next_count(store)),
        token=draft.token,
        show=show.id,
        visitor=visitor,
        badge_id=draft.capture.badge_id,
        visits=(_visit(draft, here.letter, at),),
        consents=_consents(show, draft, at),
        rating=rating,
        owner=draft.owner or route(show, draft.whom._replace(visitor=visitor)).owner,
        next_step=draft.next_step or propose(rating.level, at.astimezone().date()),
        captured_at=at,
        received_at=at,
    )
    row = leads.insert(store, lead, _told(lead, "captured", fields))
    _pass_on(store, row, lead, draft, at)
    return Saved(lead, draft.id, False, changed("leads", "outbox", leads=(lead.id,)), fields)


def _again(store: Store, show: Show, draft: Draft, row: int, at: datetime) -> Saved:
    before = leads.get(store, row)
    at = _later(before, at)
    visit = _visit(draft, station.this(store).letter, at)
    visitor, fields = _with_list(store, show, draft, _told_of(store, row, before, draft))
    badge = draft.capture.badge_id or before.badge_id
    after = replace(before, visitor=visitor, badge_id=badge, visits=(*before.visits, visit))
    lead = _gone_on(show, before, draft, after, at)
    told = _told(lead, "visited again", fields, replaced(before, lead))
    leads.add_visit(store, row, visit, lead.revision, told)
    leads.update(store, row, lead)
    _pass_on(store, row, lead, draft, at)
    return Saved(lead, draft.id, True, changed("leads", "outbox", leads=(lead.id,)), fields, before)


def _beyond(store: Store, show: Show, draft: Draft, row: int, at: datetime) -> Saved:
    """A conversation that is saved already, by whomever: what it says beyond that is one more of its lead."""
    lead, kept = leads.get(store, row), {one.data for one in pictures.of_lead(store, row)}
    first, *more = [one for one in (draft.picture, *draft.more_pictures) if one not in kept] or [b""]
    draft = replace(draft, picture=first, more_pictures=tuple(more))
    if _is_said(store, row, lead, draft):
        return Saved(lead, draft.id, len(lead.visits) > 1, Changes())
    id = draft.id
    while leads.has_visit(store, row, id):
        id = following(id)
    return _again(store, show, replace(draft, id=id), row, at)


def _is_said(store: Store, row: int, lead: Lead, draft: Draft) -> bool:
    """Whether the lead holds all that this draft says, so that saving it once more changes nothing."""
    talk = _visit(draft, "", lead.captured_at)
    words = {(purpose, True) for purpose in draft.consents} | {(one, False) for one in draft.withdrawn}
    return (
        (not talk.has_talk or any(talk.talk == one.talk for one in lead.visits))
        and words <= {(one.purpose, one.given) for one in lead.consents}
        and _told_of(store, row, lead, draft) == lead.visitor
        and draft.owner in ("", lead.owner)
        and draft.next_step in (None, lead.next_step)
        and not draft.picture
    )


def _told_of(store: Store, row: int, before: Lead, draft: Draft) -> Visitor:
    """The visitor with what this conversation tells; a badge says at each scan what was put right since."""
    visitor = before.visitor.updated(draft.visitor)
    if visitor == before.visitor or not draft.capture.raw:
        return visitor
    told = without_corrected(draft.visitor, before.visitor, _corrected(store, row))
    return before.visitor.updated(told)


def _corrected(store: Store, row: int) -> tuple[Mapping[str, Any], ...]:
    history = leads.history(store, row)
    return tuple(one.detail.get("fields", {}) for one in history if one.action == CORRECTED)


def _gone_on(show: Show, before: Lead, draft: Draft, told: Lead, at: datetime) -> Lead:
    """A lead of before after this conversation: rated anew, with what was allowed and who goes on with it.

    A step that somebody promised stays until somebody says another one.
    """
    lead = replace(
        told,
        consents=(*told.consents, *_consents(show, draft, at)),
        owner=draft.owner or told.owner,
        revision=told.revision + 1,
    )
    rating = rate(show.scorecard, lead.basis)
    promised = before.next_step if is_promised(before) else None
    step = draft.next_step or promised or propose(rating.level, at.astimezone().date())
    return replace(lead, rating=rating, next_step=step)


def _complete(store: Store, show: Show, draft: Draft, row: int, at: datetime) -> Saved:
    """A conversation scanned in a crowd, now with all that was asked and said; no second one."""
    before = leads.get(store, row)
    at = _later(before, at)
    was = next(one for one in before.visits if one.id == draft.id)
    visit = replace(_visit(draft, was.station, at), at=was.at, capture=was.capture)
    badge = before.badge_id or draft.capture.badge_id
    visits = tuple(visit if one.id == draft.id else one for one in before.visits)
    after = replace(before, visitor=_told_of(store, row, before, draft), badge_id=badge, visits=visits)
    # Only a badge was known when it was scanned: what was said since may name another owner.
    after = replace(after, owner=followed(show, before, after))
    lead = _gone_on(show, before, draft, after, at)
    crowd.take_out(store, draft.id)
    crowd.rewrite(store, row, visit, lead.revision)
    leads.add_badge(store, draft.id, draft.capture.badge_id)
    leads.update(store, row, lead)
    over = replaced(before, lead)
    # The scan alone had proposed step and owner, before anything was said.
    if not is_promised(before):
        over.pop("next_step", None)
    if before.owner == route(show, before.whom).owner:
        over.pop("owner", None)
    told = _told(lead, COMPLETED, (), over, draft.id)
    here = station.this(store).letter
    leads.log(store, row, lead.revision, leads.Change(at, draft.staff, here, COMPLETED, dict(told.detail)))
    _pass_on(store, row, lead, draft, at)
    return Saved(lead, draft.id, False, changed("leads", "outbox", leads=(lead.id,)), (), before)


def _later(before: Lead, at: datetime) -> datetime:
    """When it is said now: the last word counts, though the clock was set back meanwhile."""
    said = (*(visit.at for visit in before.visits), *(consent.at for consent in before.consents))
    return max(at, *(one + _TICK for one in said)) if said else at


def _with_list(store: Store, show: Show, draft: Draft, visitor: Visitor) -> tuple[Visitor, tuple[str, ...]]:
    """What the attendee list says where nothing is known, and the names of those fields."""
    if draft.looked_up:
        return visitor, ()
    person = listed.by_badge(store, show, draft.capture.badge_id)
    return filled(visitor, person.visitor) if person else (visitor, ())


def _row_before(store: Store, show: Show, draft: Draft) -> int | None:
    """The lead this draft belongs to: itself saved before, a chosen one, the same badge, or mail and name."""
    own = leads.row_of(store, draft.id)
    own = leads.row_of(store, draft.lead) if own is None and draft.lead else own
    if own is not None:
        return own
    badge = _same_badge(store, show, draft) if draft.capture.badge_id else None
    return badge if badge is not None else _same_mail_and_name(store, show, draft)


def _same_badge(store: Store, show: Show, draft: Draft) -> int | None:
    # A number read from an unknown badge may be the hall's: somebody else's details are never written over.
    rows = leads.by_badge(store, show.id, draft.capture.badge_id)
    return next((row for row in rows if may_be_same(leads.get(store, row).visitor, draft.visitor)), None)


def _same_mail_and_name(store: Store, show: Show, draft: Draft) -> int | None:
    # A mail alone is no identity (info@, families): the folded name has to agree (measured precision .9999).
    rows = leads.by_email(store, show.id, draft.visitor.email) if draft.visitor.email else []
    name = fold(draft.visitor.name) if rows else ""
    same = (row for row in rows if name and fold(leads.get(store, row).visitor.name) == name)
    return next(same, None)


def _visit(draft: Draft, letter: str, at: datetime) -> Visit:
    return Visit(
        id=draft.id,
        at=at,
        station=letter,
        staff=draft.staff,
        capture=draft.capture,
        answers={question: said for question, said in draft.answers.items() if said},
        interests=draft.interests,
        touches=tuple(replace(touch, at=touch.at or at) for touch in draft.touches),
        pieces=draft.pieces,
        note=draft.note,
        voice=draft.voice,
    )


def _consents(show: Show, draft: Draft, at: datetime) -> tuple[Consent, ...]:
    words = (*((purpose, True) for purpose in draft.consents), *((one, False) for one in draft.withdrawn))
    how: Method = "signed" if draft.signature else draft.method
    return tuple(
        Consent(purpose, given, at, show.wording_version(purpose), draft.language, draft.staff, how)
        for purpose, given in words
    )


def _pass_on(store: Store, row: int, lead: Lead, draft: Draft, at: datetime) -> None:
    """The outbox entry that belongs to every save, and where there are some, pictures and a signature."""
    outbox.queue(store, row, lead.revision, at)
    if draft.signature and draft.consents:
        proofs.put_signature(store, row, at, draft.signature)
    for picture in filter(None, (draft.picture, *draft.more_pictures)):
        pictures.add(store, row, pictures.Picture(draft.id, at, picture))


def _told(
    lead: Lead, action: str, listed: tuple[str, ...], over: Mapping[str, Any] | None = None, visit: str = ""
) -> leads.Told:
    """The line of the history that belongs to every save.

    listed: fields from the attendee list; over: what stood before in the fields that it replaced.
    """
    rating = lead.rating
    detail: dict[str, Any] = {"rating": rating.level, "points": rating.points}
    detail["visit"] = visit or lead.visits[-1].id
    more = {"from_list": list(listed), "fields": dict(over or {})}
    return leads.Told(action, {**detail, **{name: said for name, said in more.items() if said}})
