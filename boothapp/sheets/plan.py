"""Where everything goes on one page: measured first, so that nothing overlaps or runs off the paper."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from boothapp.paper.code import MILLIMETRE, QUIET, SMALLEST_MODULE, Code, encode
from boothapp.paper.lines import Fitted
from boothapp.paper.page import HEIGHT, SOFT, WIDTH, Style, fitted, height
from boothapp.sheets.content import MOST_ANSWERS, MOST_PIECES, SheetContent, SheetPiece

MARGIN = 22 * MILLIMETRE
ROOM = WIDTH - 2 * MARGIN
RIGHT = WIDTH - MARGIN
HALF = ROOM * 0.46
NAME_TOP = 50 * MILLIMETRE
FOOT_BASE = HEIGHT - 14 * MILLIMETRE
ANSWER_STEP, LABEL_STEP = 15.0, 16.0

LABEL = Style(8.5, "strong", SOFT)
SMALL = Style(8.5, grey=SOFT, leading=1.45)
NAME = Style(34, "strong", leading=1.14, smaller=(30, 26, 22, 18), tracking=-18)
COMPANY = Style(15, grey=SOFT, leading=1.25, smaller=(13, 11))
GREETING = Style(11.5, leading=1.5, smaller=(10.5, 9.5))
CONTACT = Style(11.5, "strong", leading=1.3, smaller=(10.5, 9.5))
CONSENT = Style(7.5, grey=SOFT, leading=1.4)


class Density(NamedTuple):
    """How pieces look when so many share the page: code side in points, styles, text lines, kind on top."""

    side: float
    title: Style
    text: Style
    lines: int
    eyebrow: bool


DENSITIES: Mapping[int, Density] = {
    1: Density(
        40 * MILLIMETRE, Style(17, "strong", leading=1.25, smaller=(15,)), Style(11.5, leading=1.5), 5, True
    ),
    2: Density(
        34 * MILLIMETRE,
        Style(15, "strong", leading=1.25, smaller=(13.5,)),
        Style(10.5, leading=1.45),
        4,
        True,
    ),
    3: Density(
        28 * MILLIMETRE, Style(13, "strong", leading=1.25, smaller=(12,)), Style(9.5, leading=1.4), 3, True
    ),
    4: Density(
        22 * MILLIMETRE,
        Style(12.5, "strong", leading=1.25, smaller=(11.5,)),
        Style(9.5, leading=1.4),
        2,
        False,
    ),
    5: Density(
        18 * MILLIMETRE, Style(12, "strong", leading=1.25, smaller=(11,)), Style(9.5, leading=1.4), 1, False
    ),
    6: Density(
        16 * MILLIMETRE, Style(12, "strong", leading=1.25, smaller=(11,)), Style(9.5, leading=1.4), 1, False
    ),
}


class Squeeze(NamedTuple):
    """How much of the optional text stays when the page gets full."""

    answers: int
    greeting: int
    next_step: int


SQUEEZES = (Squeeze(MOST_ANSWERS, 4, 4), Squeeze(2, 3, 3), Squeeze(0, 3, 3), Squeeze(0, 1, 2))


@dataclass(frozen=True, slots=True)
class Row:
    """One piece on the page with its code and its title as it goes on paper."""

    piece: SheetPiece
    code: Code | None
    title: Fitted


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One page, measured. Distances in points from the top; side is that of every code."""

    name: Fitted
    company: Fitted
    greeting: Fitted
    answers: int
    rows: tuple[Row, ...]
    density: Density
    side: float
    step: float
    contact: Fitted
    next_step: Fitted
    contact_top: float
    consent: Fitted
    consent_top: float
    left_out: int = 0


def arrange(content: SheetContent) -> Plan:
    """The page for this content: with all text if it fits, else with less, at last with fewer pieces."""
    pieces = content.pieces[:MOST_PIECES]
    codes = tuple(encode(piece.url) if piece.url else None for piece in pieces)
    for squeeze in SQUEEZES:
        plan = _plan(content, codes, squeeze)
        if plan.step >= _least(plan.rows):
            return replace(plan, left_out=len(content.pieces) - len(pieces))
    fewer = replace(content, pieces=pieces[:-1])
    plan = arrange(fewer)
    return replace(plan, left_out=len(content.pieces) - len(plan.rows))


def person_height(plan: Plan) -> float:
    """From the name's top to the end of the greeting, with the space below."""
    company = 8 + height(plan.company, COMPANY) if plan.company.lines else 0
    greeting = 18 + height(plan.greeting, GREETING) if plan.greeting.lines else 0
    return height(plan.name, NAME) + company + greeting + 26


def answers_height(count: int) -> float:
    """The height of so many answers with their label and the space below."""
    return LABEL_STEP + ANSWER_STEP * count + 20 if count else 0.0


def label_gap(plan: Plan) -> float:
    """From the label's base line to the codes: the quiet zone at least."""
    module = plan.side / max((row.code.modules for row in plan.rows if row.code), default=1)
    return max(14.0, QUIET * module + 2) if plan.side else 0.0


def _plan(content: SheetContent, codes: tuple[Code | None, ...], squeeze: Squeeze) -> Plan:
    person = content.representative
    consent = fitted(content.consent, CONSENT, ROOM * 0.86, 3)
    next_step = fitted(content.next_step, CONTACT, HALF, squeeze.next_step)
    contact = fitted(person.name if person else "", CONTACT, HALF, 2)
    consent_top = FOOT_BASE - 14 - height(consent, CONSENT)
    density = DENSITIES[max(1, len(codes))]
    plan = Plan(
        name=fitted(content.addressee, NAME, ROOM, 2),
        company=fitted(content.company if content.visitor_name else "", COMPANY, ROOM, 2),
        greeting=fitted(content.greeting, GREETING, ROOM * 0.86, squeeze.greeting),
        answers=min(squeeze.answers, len(content.answers)),
        rows=_rows(content.pieces, codes, density),
        density=density,
        side=0,
        step=0,
        contact=contact,
        next_step=next_step,
        contact_top=_contact_top(content, contact, next_step, consent_top),
        consent=consent,
        consent_top=consent_top,
    )
    return _spaced(plan)


def _rows(
    pieces: tuple[SheetPiece, ...], codes: tuple[Code | None, ...], density: Density
) -> tuple[Row, ...]:
    return tuple(
        Row(piece, code, _title(piece.title, density)) for piece, code in zip(pieces, codes, strict=False)
    )


def _title(title: str, density: Density) -> Fitted:
    room = ROOM - density.side - 16
    one_line = fitted(title, density.title, room, 1)
    return fitted(title, density.title, room, 2) if one_line.trimmed and density.eyebrow else one_line


def _contact_top(content: SheetContent, contact: Fitted, next_step: Fitted, floor: float) -> float:
    if not contact.lines and not next_step.lines:
        return floor
    ways = len(content.representative.ways) if content.representative else 0
    high = max(height(contact, CONTACT) + ANSWER_STEP * ways, height(next_step, CONTACT))
    return floor - high - 40


def _spaced(plan: Plan) -> Plan:
    if not plan.rows:
        return replace(plan, step=1.0)
    top = NAME_TOP + person_height(plan) + answers_height(plan.answers) + 28
    room = (plan.contact_top - 30 - top) / len(plan.rows)
    wanted = min(plan.density.side, room - 14)
    side = max((row.code.side(wanted) for row in plan.rows if row.code), default=0.0)
    return replace(plan, side=side, step=min(room, plan.density.side + 30))


def _least(rows: tuple[Row, ...]) -> float:
    quiet = QUIET * SMALLEST_MODULE
    return max((max(row.code.side(0) + 2 * quiet if row.code else 0, 48.0) for row in rows), default=0.0)
