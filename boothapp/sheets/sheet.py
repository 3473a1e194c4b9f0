"""The sheet: one A4 page for one visitor, to take home from the stand."""

from dataclasses import dataclass
from pathlib import Path

from boothapp.paper.code import MILLIMETRE, Code, encode
from boothapp.paper.lines import Fitted
from boothapp.paper.page import HEIGHT, INK, SOFT, WIDTH, About, Page, Style, fitted, height
from boothapp.words import speaker

MARGIN = 22 * MILLIMETRE
ROOM = WIDTH - 2 * MARGIN
RIGHT = WIDTH - MARGIN
MOST_PIECES = 6

LABEL = Style(8.5, "strong", SOFT)
SMALL = Style(8.5, grey=SOFT, leading=1.45)
BODY = Style(10.5, leading=1.45)
NAME = Style(34, "strong", leading=1.12, smaller=(30, 26, 22, 18), tracking=-18)
COMPANY = Style(15, grey=SOFT, leading=1.25, smaller=(13, 11))
GREETING = Style(11.5, leading=1.5, smaller=(10.5, 9.5))
PIECE = Style(12.5, "strong", leading=1.25, smaller=(11.5,))
PIECE_TEXT = Style(9.5, leading=1.4)
CONTACT = Style(11.5, "strong", leading=1.3, smaller=(10.5, 9.5))
CONSENT = Style(7.5, grey=SOFT, leading=1.4)
# Side of the codes in millimetres and lines of text beside them, by how many pieces share the page.
DENSITY = {1: (30, 5), 2: (28, 4), 3: (26, 4), 4: (22, 2), 5: (19, 2), 6: (17, 1)}


@dataclass(frozen=True, slots=True)
class SheetPiece:
    """One piece of collateral: what kind of thing, its title and text, and the link its code carries."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetContent:
    """Everything on one sheet; language is the visitor's, answers are (question, answer), made_at ISO 8601."""

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
    def left_out(self) -> int:
        """How many pieces have no room on the page."""
        return max(0, len(self.pieces) - MOST_PIECES)


def render(content: SheetContent) -> bytes:
    """The sheet as PDF, one page, all fonts embedded; the same content gives the same bytes."""
    page = Page(_about(content))
    tr = speaker(content.language)
    _head(page, content)
    top = _person(page, content, tr("Prepared for"), tr("For you"))
    floor = _foot(page, content)
    floor = _contact(page, content, floor, tr("Your contact"), tr("Next step"))
    top = _answers(page, content, top, tr("What we talked about"))
    _pieces(page, content.pieces[:MOST_PIECES], top, floor, tr("Scan to open on your phone"))
    return page.finish()


def _about(content: SheetContent) -> About:
    who = content.visitor_name or content.company or content.number
    title = " – ".join(part for part in (who, content.show) if part)
    return About(title, content.exhibitor, content.made_at, content.language, content.number)


def _head(page: Page, content: SheetContent) -> None:
    top, wide, high = 17 * MILLIMETRE, 62 * MILLIMETRE, 13 * MILLIMETRE
    used = page.picture(MARGIN, top, wide, high, content.logo) if content.logo else 0.0
    base = top + high / 2 + 4
    if not used:
        page.short(MARGIN, base, ROOM * 0.55, content.exhibitor, Style(15, "strong"))
    page.short(RIGHT, base, ROOM * 0.42, content.show, SMALL, right=True)


def _person(page: Page, content: SheetContent, label: str, nobody: str) -> float:
    top = 47 * MILLIMETRE
    page.text(MARGIN, top, label, LABEL)
    top += 8
    top += page.block(MARGIN, top, ROOM, content.visitor_name or content.company or nobody, NAME, 2)
    if content.company and content.visitor_name:
        top += 4 + page.block(MARGIN, top + 4, ROOM, content.company, COMPANY, 2)
    if content.greeting:
        top += 18 + page.block(MARGIN, top + 18, ROOM * 0.86, content.greeting, GREETING, 4)
    return top + 26


def _answers(page: Page, content: SheetContent, top: float, label: str) -> float:
    if not content.answers:
        return top
    page.text(MARGIN, top + 6, label, LABEL)
    top += 16
    for question, answer in content.answers[:4]:
        page.short(MARGIN, top + 9, ROOM * 0.36, question, Style(9.5, grey=SOFT))
        page.short(MARGIN + ROOM * 0.4, top + 9, ROOM * 0.6, answer, Style(9.5))
        top += 15
    return top + 20


def _pieces(page: Page, pieces: tuple[SheetPiece, ...], top: float, floor: float, label: str) -> None:
    if not pieces:
        return
    codes = [encode(piece.url) if piece.url else None for piece in pieces]
    wanted, lines = DENSITY[len(pieces)]
    if any(codes):
        page.text(MARGIN, top + 6, label, LABEL)
        top += 20
    side = _side(codes, wanted * MILLIMETRE, (floor - top) / len(pieces) - 10)
    step = min((floor - top) / len(pieces), side + 26)
    for index, (piece, code) in enumerate(zip(pieces, codes, strict=True)):
        _piece(page, piece, code, top + index * step, side, lines, step)


def _side(codes: list[Code | None], wanted: float, room: float) -> float:
    needed = [code.side(min(wanted, room)) for code in codes if code]
    return max(needed, default=0.0)


def _piece(
    page: Page, piece: SheetPiece, code: Code | None, top: float, side: float, lines: int, step: float
) -> None:
    left = MARGIN + (side + 16 if side else 0)
    room = RIGHT - left
    if code:
        page.code(MARGIN, top, side, code)
    title = fitted(piece.title, PIECE, room, 2 if lines > 1 else 1)
    used = 0.0
    if piece.kind:
        page.short(left, top + 7, room, piece.kind, SMALL)
        used = 12.0
    used += page.fitted(left, top + used, title, PIECE)
    link = _bare(piece.url)
    spare = step - used - 10 - (12 if link else 0)
    most = min(lines, int(spare / (PIECE_TEXT.size * PIECE_TEXT.leading)))
    if piece.text and most > 0:
        used += 2 + page.block(left, top + used + 2, room, piece.text, PIECE_TEXT, most)
    if link:
        page.short(left, top + used + 11, room, link, SMALL)


def _bare(url: str) -> str:
    return url.partition("://")[2] or url


def _contact(page: Page, content: SheetContent, floor: float, label: str, next_label: str) -> float:
    person, half = content.representative, ROOM * 0.46
    name = fitted(person.name, CONTACT, half, 2) if person else Fitted(CONTACT.size, ())
    ways = [way for way in (person.role, person.phone, person.email) if way] if person else []
    step = fitted(content.next_step, CONTACT, half, 4)
    if not name.lines and not step.lines:
        return floor
    high = 18 + max(height(name, CONTACT) + 15 * len(ways), height(step, CONTACT))
    top = floor - high - 22
    page.bar(MARGIN, top - 14, 18 * MILLIMETRE, 1.6, INK)
    if name.lines:
        page.text(MARGIN, top + 6, label, LABEL)
        used = 14 + page.fitted(MARGIN, top + 14, name, CONTACT)
        for index, way in enumerate(ways):
            page.short(MARGIN, top + used + 11 + 15 * index, half, way, Style(10, grey=INK if index else SOFT))
    if step.lines:
        left = MARGIN + ROOM * 0.54 if name.lines else MARGIN
        page.text(left, top + 6, next_label, LABEL)
        page.fitted(left, top + 14, step, CONTACT)
    return top - 34


def _foot(page: Page, content: SheetContent) -> float:
    base = HEIGHT - 14 * MILLIMETRE
    number = content.number
    page.short(RIGHT, base, ROOM * 0.2, number, SMALL, right=True)
    page.short(MARGIN, base, ROOM * 0.75, content.footer, SMALL)
    consent = fitted(content.consent, CONSENT, ROOM * 0.86, 3)
    top = base - 14 - height(consent, CONSENT)
    page.fitted(MARGIN, top, consent, CONSENT)
    return top
