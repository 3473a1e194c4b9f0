"""A lead as it goes into a pack: everything in words, ready to be written down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from boothapp.domain.rating import LEVELS
from boothapp.domain.visitor import Visitor

# Hot leads are called first, so they come first everywhere in the pack.
RATINGS = LEVELS
_ORDER: Mapping[str, int] = {rating: place for place, rating in enumerate(RATINGS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PackLead:
    """One lead for sales.

    rating: hot, warm, cold or "" (not rated); captured_at: ISO 8601 with zone; due: ISO 8601 date,
    with 10:00 behind it or not; answers: (question, answer);
    remarks: with their tag, such as "Doubt: Too heavy"; withheld: why this lead
    must not leave the app, or "";
    others: who else stood in the conversation, by number and name; together: the same as one sentence;
    may_mail: whether the visitor allows e-mail: else no address stands where a mailing takes it from, but
    only where a person reads it, in `no_mail`.
    """

    number: str
    id: str
    visitor: Visitor
    rating: str = ""
    points: float = 0
    reasons: tuple[str, ...] = ()
    owner: str = ""
    next_step: str = ""
    due: str = ""
    show: str = ""
    captured_at: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    interests: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    together: str = ""
    touches: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    delivery: str = ""
    withheld: str = ""
    may_mail: bool = False
    no_mail: str = ""

    @property
    def emails(self) -> tuple[str, ...]:
        """The addresses that may be written to."""
        return self.visitor.emails if self.may_mail else ()

    @property
    def label(self) -> str:
        """The best words for this lead: name, company, mail or phone, else its number."""
        return replace(self.visitor, emails=self.emails).label or self.number


def in_calling_order(leads: Iterable[PackLead]) -> list[PackLead]:
    """Hot first, then by points, then by name; the number decides between equals."""
    return sorted(
        leads,
        key=lambda lead: (
            _ORDER.get(lead.rating, len(RATINGS)),
            -lead.points,
            lead.label.casefold(),
            lead.number,
        ),
    )


def by_owner(leads: Iterable[PackLead]) -> dict[str, list[PackLead]]:
    """The leads of each owner in the order given, owners by name, those without one last."""
    found: dict[str, list[PackLead]] = {}
    for lead in leads:
        found.setdefault(lead.owner, []).append(lead)
    return {
        owner: found[owner] for owner in sorted(found, key=lambda name: (not name, name.casefold(), name))
    }
