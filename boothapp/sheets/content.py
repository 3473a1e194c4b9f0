"""What stands on one sheet, ready to be drawn: no lead, no store, only text, links and a logo."""

from dataclasses import dataclass
from pathlib import Path

MOST_PIECES = 6
MOST_ANSWERS = 4


@dataclass(frozen=True, slots=True)
class SheetPiece:
    """One piece of collateral: its title and text, what kind of thing it is, and its code's link."""

    title: str
    text: str = ""
    kind: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Representative:
    """The person the visitor can turn to."""

    name: str
    role: str = ""
    phone: str = ""
    email: str = ""

    @property
    def ways(self) -> tuple[str, ...]:
        """Role, phone and e-mail, as far as known."""
        return tuple(way for way in (self.role, self.phone, self.email) if way)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetContent:
    """Everything on one sheet.

    language: the visitor's (BCP 47); answers: (question, answer); made_at: ISO 8601; logo: a PNG or JPEG.
    """

    visitor_name: str
    company: str = ""
    show: str = ""
    exhibitor: str = ""
    language: str = "en"
    greeting: str = ""
    answers: tuple[tuple[str, str], ...] = ()
    pieces: tuple[SheetPiece, ...] = ()
    representative: Representative | None = None
    next_step: str = ""
    consent: str = ""
    logo: Path | bytes | None = None
    footer: str = ""
    number: str = ""
    made_at: str = ""

    @property
    def addressee(self) -> str:
        """The large line: the name, else the company, else the lead's number."""
        return self.visitor_name or self.company or self.number
