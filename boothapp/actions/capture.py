"""One conversation at the stand, saved: lead, visit, answers, consent, history and outbox in one go."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from boothapp.actions import shows, station
from boothapp.domain.changes import Changes, changed
from boothapp.domain.consent import Consent
from boothapp.domain.folding import fold
from boothapp.domain.ids import new_id, new_token
from boothapp.domain.lead import Capture, Lead, Visit
from boothapp.domain.next_step import NextStep, propose
from boothapp.domain.question import Answers
from boothapp.domain.rating import Basis, Rating, rate
from boothapp.domain.show import Show
from boothapp.domain.touch import Touch
from boothapp.domain.visitor import Visitor
from boothapp.store import leads, outbox, pictures
from boothapp.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A conversation as it stands on the page; its id is made here: saving it twice is the same as once.

    consents: purposes allowed now, withdrawn: purposes taken back; owner and step "" are proposed;
    picture: the business card as JPEG, kept with the lead.
    """

    id: str = field(default_factory=new_id)
    token: str = field(default_factory=new_token)
    visitor: Visitor = field(default_factory=Visitor)
    capture: Capture = field(default_factory=Capture)
    answers: Answers = field(default_factory=dict)
    interests: tuple[str, ...] = ()
    touches: tuple[Touch, ...] = ()
    pieces: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    language: str = "en"
    note: str = ""
    staff: str = ""
    owner: str = ""
    next_step: NextStep | None = None
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class Saved:
    """The lead after the save; seen_before where the visitor was here already."""

    lead: Lead
    visit: str
    seen_before: bool
    changes: Changes


def preview(show: Show, draft: Draft) -> Rating:
    """The rating the draft would have: what the page shows while people talk."""
    return rate(show.scorecard, Basis(draft.answers, draft.touches))


def seen(store: Store, draft: Draft) -> Lead | None:
    """The lead that a save would add this conversation to: the same badge, or the same mail and name."""
    row = _row_before(store, shows.current(store), draft)
    return None if row is None else leads.get(store, row)


def save(store: Store, draft: Draft, at: datetime | None = None) -> Saved:
    """Saves one conversation in one transaction; a visitor seen before gets one more visit.

    Raises UserError where no show is open, EnvironmentFault where the disk refuses.
    """
    at = at or datetime.now(UTC)
    show = shows.current(store)
    with store.transaction():
        row = _row_before(store, show, draft)
        if row is None:
            return _first(store, show, draft, at)
        if leads.has_visit(store, row, draft.id):
            return Saved(leads.get(store, row), draft.id, len(leads.get(store, row).visits) > 1, Changes())
        return _again(store, show, draft, row, at)


def _first(store: Store, show: Show, draft: Draft, at: datetime) -> Saved:
    here = station.this(store)
    basis = Basis(draft.answers, draft.touches)
    rating = rate(show.scorecard, basis)
    lead = Lead(
        id=draft.id,
        number=here.number(leads.next_count(store)),
        token=draft.token,
        show=show.id,
        visitor=draft.visitor,
        badge_id=draft.capture.badge_id,
        visits=(_visit(draft, here.letter, at),),
        consents=_consents(show, draft, at),
        rating=rating,
        owner=draft.owner or show.owner_for(draft.visitor),
        next_step=draft.next_step or propose(rating.level, at.astimezone().date()),
        captured_at=at,
        received_at=at,
    )
    row = leads.insert(store, lead)
    _note(store, row, lead, draft, at, "captured")
    return Saved(lead, draft.id, False, changed("leads", "outbox", leads=(lead.id,)))


def _again(store: Store, show: Show, draft: Draft, row: int, at: datetime) -> Saved:
    before = leads.get(store, row)
    visit = _visit(draft, station.this(store).letter, at)
    consents = _consents(show, draft, at)
    lead = replace(
        before,
        visitor=before.visitor.updated(draft.visitor),
        badge_id=draft.capture.badge_id or before.badge_id,
        visits=(*before.visits, visit),
        consents=(*before.consents, *consents),
        owner=draft.owner or before.owner,
        revision=before.revision + 1,
    )
    rating = rate(show.scorecard, lead.basis)
    step = draft.next_step or propose(rating.level, at.astimezone().date())
    lead = replace(lead, rating=rating, next_step=step)
    leads.update(store, row, lead)
    leads.add_visit(store, row, visit)
    leads.add_consents(store, row, consents)
    _note(store, row, lead, draft, at, "visited again")
    return Saved(lead, draft.id, True, changed("leads", "outbox", leads=(lead.id,)))


def _row_before(store: Store, show: Show, draft: Draft) -> int | None:
    """The lead this draft belongs to: itself saved before, the same badge, or the same mail and name."""
    own = leads.row_of(store, draft.id)
    if own is not None:
        return own
    badge = leads.by_badge(store, show.id, draft.capture.badge_id)
    return badge if badge is not None else _same_mail_and_name(store, show, draft)


def _same_mail_and_name(store: Store, show: Show, draft: Draft) -> int | None:
    # A mail alone is no identity (info@, families): the folded name has to agree (measured precision .9999).
    name = fold(draft.visitor.name)
    if not (name and draft.visitor.email):
        return None
    rows = leads.by_email(store, show.id, draft.visitor.email)
    return next((row for row in rows if fold(leads.get(store, row).visitor.name) == name), None)


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
    )


def _consents(show: Show, draft: Draft, at: datetime) -> tuple[Consent, ...]:
    words = (*((purpose, True) for purpose in draft.consents), *((one, False) for one in draft.withdrawn))
    return tuple(
        Consent(purpose, given, at, show.wording_version(purpose), draft.language, draft.staff)
        for purpose, given in words
    )


def _note(store: Store, row: int, lead: Lead, draft: Draft, at: datetime, action: str) -> None:
    """The history line and the outbox entry that belong to every save."""
    letter = lead.visits[-1].station
    detail = {"rating": lead.rating.level, "points": lead.rating.points, "visit": draft.id}
    leads.log(store, row, lead.revision, leads.Change(at, draft.staff, letter, action, detail))
    outbox.queue(store, row, lead.revision, at)
    if draft.picture:
        pictures.add(store, row, pictures.Picture(draft.id, at, draft.picture))
