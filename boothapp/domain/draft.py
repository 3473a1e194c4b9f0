"""The conversation under way: what the page holds until it is saved, and the rating it would have."""

from dataclasses import field

from boothapp.domain.capture import Capture
from boothapp.domain.companion import Companion
from boothapp.domain.fact import named_fact
from boothapp.domain.ids import new_id, new_token
from boothapp.domain.next_step import NextStep
from boothapp.domain.purpose import Method
from boothapp.domain.question import Answers
from boothapp.domain.rating import Basis, Rating, weigh
from boothapp.domain.routing import Whom
from boothapp.domain.show import Show
from boothapp.domain.touch import Touch
from boothapp.domain.visitor import Visitor
from boothapp.domain.voice import Voice


@named_fact
class Draft:
    """A conversation as it stands on the page; its id is made here: saving it twice is the same as once.

    consents: purposes allowed now, withdrawn: purposes taken back; owner and step "" are proposed;
    looked_up: the attendee list was asked while people talked, and what they left empty stays empty;
    picture: the business card as JPEG, kept with the lead; more_pictures: its back, or further cards;
    method: how consent is given, where it is not signed; signature: its strokes, see domain.signature;
    lead: the id of the lead that people chose as the same visitor's, "" where nobody has;
    others: who else stands in the same conversation, each with what is only theirs.
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
    voice: Voice = field(default_factory=Voice)
    staff: str = ""
    owner: str = ""
    next_step: NextStep | None = None
    looked_up: bool = False
    picture: bytes = b""
    more_pictures: tuple[bytes, ...] = ()
    method: Method = "spoken"
    signature: str = ""
    lead: str = ""
    others: tuple[Companion, ...] = ()

    @property
    def whom(self) -> Whom:
        """What the show's rules look at to find the owner."""
        return Whom(self.id, self.visitor, self.interests, self.answers)


def is_empty(draft: Draft) -> bool:
    """Whether nothing was said, typed, shown or scanned yet."""
    asked = draft.answers or draft.interests or draft.touches or draft.pieces or draft.consents or draft.voice
    somebody = draft.visitor.known() or draft.capture.raw or draft.picture or draft.others
    return not (asked or draft.note.strip() or somebody)


def said_by(draft: Draft) -> tuple[object, ...]:
    """What people said, chose or photographed, to be compared with another state of the same draft."""
    answers = {question: said for question, said in draft.answers.items() if said}
    shown = (draft.interests, draft.touches, draft.pieces, draft.picture, draft.more_pictures)
    allowed = (draft.consents, draft.withdrawn, draft.signature)
    goes_on = (draft.owner, draft.next_step)
    return (draft.visitor, answers, draft.note, draft.voice, draft.others, *shown, *allowed, *goes_on)


def preview(show: Show, draft: Draft) -> Rating:
    """The rating the draft would have: what the page shows while people talk."""
    return weigh(show.scorecard, Basis(draft.answers, draft.touches))
