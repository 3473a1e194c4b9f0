"""One visitor at one show, with every conversation held."""

from dataclasses import field
from datetime import datetime

from boothapp.domain.capture import Capture
from boothapp.domain.consent import Consent, allowed, is_unsigned
from boothapp.domain.fact import named_fact
from boothapp.domain.flags import flags_of
from boothapp.domain.next_step import NextStep
from boothapp.domain.outcome import Outcome
from boothapp.domain.question import Answers, latest
from boothapp.domain.rating import Basis, Rating
from boothapp.domain.routing import Whom
from boothapp.domain.touch import Touch
from boothapp.domain.visitor import Visitor
from boothapp.domain.voice import Voice, together


@named_fact
class Visit:
    """One conversation: who, where, when, how captured, what was answered, shown and said."""

    id: str
    at: datetime
    station: str = ""
    staff: str = ""
    capture: Capture = field(default_factory=Capture)
    answers: Answers = field(default_factory=dict)
    interests: tuple[str, ...] = ()
    touches: tuple[Touch, ...] = ()
    pieces: tuple[str, ...] = ()
    note: str = ""
    voice: Voice = field(default_factory=Voice)

    @property
    def has_talk(self) -> bool:
        """Whether anything was answered, shown, handed over or said."""
        shown = self.interests or self.touches or self.pieces
        return bool(self.answers or shown or self.note or self.voice)

    @property
    def talk(self) -> tuple[object, ...]:
        """What was answered, shown, handed over and said, to be compared with another conversation."""
        shown = [(one.kind, one.piece, one.share) for one in self.touches]
        return (dict(self.answers), self.interests, shown, self.pieces, self.note.strip(), self.voice)


@named_fact
class Lead:
    """A visitor at a show; revision grows with every change, token is what the codes on paper carry,
    tags are marketing's own words."""

    id: str
    number: str
    token: str
    show: str
    visitor: Visitor
    badge_id: str = ""
    visits: tuple[Visit, ...] = ()
    touches: tuple[Touch, ...] = ()
    consents: tuple[Consent, ...] = ()
    rating: Rating = field(default_factory=Rating)
    owner: str = ""
    next_step: NextStep | None = None
    outcome: Outcome | None = None
    tags: tuple[str, ...] = ()
    revision: int = 1
    captured_at: datetime
    received_at: datetime

    @property
    def basis(self) -> Basis:
        """What the rating rests on, over all conversations and what came after them."""
        touches = [touch for visit in self.visits for touch in visit.touches]
        return Basis(latest(*(visit.answers for visit in self.visits)), (*touches, *self.touches))

    @property
    def interests(self) -> tuple[str, ...]:
        """The products of interest, each once, in the order they came up."""
        return tuple(dict.fromkeys(product for visit in self.visits for product in visit.interests))

    @property
    def whom(self) -> Whom:
        """What the show's rules look at to find the owner."""
        return Whom(self.id, self.visitor, self.interests, self.basis.answers)

    @property
    def pieces(self) -> tuple[str, ...]:
        """The pieces chosen for this visitor, each once."""
        return tuple(dict.fromkeys(piece for visit in self.visits for piece in visit.pieces))

    @property
    def notes(self) -> tuple[str, ...]:
        """What was said, conversation by conversation."""
        return tuple(visit.note for visit in self.visits if visit.note)

    @property
    def voice(self) -> Voice:
        """Remarks, key messages that worked and competitors named, over all conversations."""
        return together(visit.voice for visit in self.visits)

    @property
    def allowed(self) -> tuple[str, ...]:
        """The purposes consented to; the last word on each counts."""
        return allowed(self.consents)

    @property
    def has_withdrawn(self) -> bool:
        """Whether consent was taken back and none is left in force: nothing more goes out of this visitor."""
        return not self.allowed and any(not one.given for one in self.consents)

    @property
    def label(self) -> str:
        """How to name this lead in one line: the visitor, else the badge id, else the number."""
        return self.visitor.label or self.badge_id or self.number

    @property
    def flags(self) -> tuple[str, ...]:
        """What is still to complete at any show, as keys of FLAGS; nothing here ever blocks a save."""
        return self.flags_where(signature=False)

    def flags_where(self, signature: bool) -> tuple[str, ...]:
        """The same at a show that asks for a signature under each consent, or does not."""
        talked = any(visit.has_talk for visit in self.visits)
        unsigned = signature and is_unsigned(self.consents)
        return flags_of(self.visitor, self.badge_id, self.allowed, talked, unsigned)
