"""The show as the kit brings it: who stands there, what is asked, shown, handed over and promised."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import lru_cache

from boothapp.domain.badge_profile import BadgeProfile
from boothapp.domain.collateral import Piece
from boothapp.domain.fact import fact, named_fact
from boothapp.domain.question import BANT, Question
from boothapp.domain.routing import Routing
from boothapp.domain.scorecard import Scorecard
from boothapp.domain.visitor import Visitor
from boothapp.domain.wording import Wording

SUGGESTED = 3
DEMO_SHOW = "ad26"
"""The id that the demo show's kit gives itself; its visitors and their times are invented."""


@fact
class Staff:
    """Someone at the stand, or a sales representative at home; a manager may do more."""

    id: str
    name: str
    role: Wording = field(default_factory=dict)
    email: str = ""
    phone: str = ""
    sales: bool = False
    manager: bool = False


@fact
class Product:
    """What is on show."""

    id: str
    name: Wording


@fact
class KeyMessage:
    """One thing the stand wants to be remembered for; staff mark on whom it worked."""

    id: str
    text: Wording


@named_fact
class Show:
    """One trade show; country (ISO 3166 alpha-2) reads phones, code_page and badge read old and odd badges.

    code_page: only where the organiser names it, else the alphabet is guessed, and that is said.
    licences: whether name and address of driving licences may be taken.
    link: where the codes on the sheets lead; routing: who gets which lead; logo: file beside the kit.
    competitors: the names that may be heard at the stand, most likely first.
    goal: leads a day, 0 where nobody has set one.
    signature: whether consent is signed; withdrawal: whom to tell that it is taken back, as receipts say it.
    """

    id: str
    name: str
    company: str = ""
    place: str = ""
    country: str = ""
    starts: date | None = None
    ends: date | None = None
    languages: tuple[str, ...] = ("en",)
    currency: str = "EUR"
    code_page: str = ""
    badge: BadgeProfile | None = None
    licences: bool = False
    link: str = ""
    goal: int = 0
    logo: str = ""
    staff: tuple[Staff, ...] = ()
    products: tuple[Product, ...] = ()
    questions: tuple[Question, ...] = ()
    pieces: tuple[Piece, ...] = ()
    messages: tuple[KeyMessage, ...] = ()
    competitors: tuple[str, ...] = ()
    scorecard: Scorecard = field(default_factory=Scorecard)
    routing: Routing = ()
    consent: Mapping[str, Wording] = field(default_factory=dict)
    signature: bool = False
    withdrawal: Wording = field(default_factory=dict)
    greeting: Wording = field(default_factory=dict)
    footer: Wording = field(default_factory=dict)

    @property
    def bant(self) -> tuple[Question, ...]:
        """The BANT questions in the order they are asked."""
        return tuple(question for question in self.questions if question.id in BANT)

    @property
    def own(self) -> tuple[Question, ...]:
        """The show's own questions beside BANT, in the order of the kit."""
        return tuple(question for question in self.questions if question.id not in BANT)

    def message(self, id: str) -> KeyMessage | None:
        """The key message with this id."""
        return next((message for message in self.messages if message.id == id), None)

    def question(self, id: str) -> Question | None:
        """The question with this id."""
        return next((question for question in self.questions if question.id == id), None)

    def piece(self, id: str) -> Piece | None:
        """The piece with this id."""
        return next((piece for piece in self.pieces if piece.id == id), None)

    def product(self, id: str) -> Product | None:
        """The product with this id."""
        return next((product for product in self.products if product.id == id), None)

    def suggested(self, interests: Sequence[str]) -> tuple[Piece, ...]:
        """The pieces about these interests, else the first ones of the show."""
        about = [piece for piece in self.pieces if set(piece.products) & set(interests)]
        return tuple(about or self.pieces)[:SUGGESTED]

    def person(self, id: str) -> Staff | None:
        """The staff member or representative with this id."""
        return next((person for person in self.staff if person.id == id), None)

    def wording_version(self, purpose: str) -> str:
        """Eight hex digits of the consent's wording, so that the proof names exactly what was said."""
        return _version(tuple(sorted(self.consent.get(purpose, {}).items())))

    def language_for(self, visitor: Visitor, otherwise: str = "") -> str:
        """The language to hand over in: the visitor's where the show speaks it, else `otherwise`."""
        wanted = (visitor.language, otherwise)
        return next((one for one in wanted if one in self.languages), self.languages[0])


@lru_cache
def _version(wording: tuple[tuple[str, str], ...]) -> str:
    # Imported here: it loads the whole of OpenSSL, which a start without a saved consent does not need.
    from hashlib import sha256

    text = json.dumps(dict(wording), sort_keys=True, ensure_ascii=False)
    return sha256(text.encode()).hexdigest()[:8]
