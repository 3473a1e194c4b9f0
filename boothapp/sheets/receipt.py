"""The receipt of a consent: one A4 page for the visitor, and the proof of what was allowed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from boothapp.paper.code import MILLIMETRE, encode
from boothapp.paper.lines import Fitted
from boothapp.paper.page import About, Page, Style, fitted, height
from boothapp.sheets.letterhead import letterhead
from boothapp.sheets.plan import COMPANY, FOOT_BASE, LABEL, MARGIN, NAME, NAME_TOP, RIGHT, ROOM, SMALL
from boothapp.words import mark, speaker

TITLE = mark("Consent receipt")
AGREED, WITHDRAWN = mark("Agreed"), mark("Withdrawn")
SIGNATURE, TO_WITHDRAW = mark("Signature"), mark("To withdraw")
CODE = mark("The code holds this receipt as text: any phone reads it, without a network.")

CODE_SIDE = 34 * MILLIMETRE
SIGNED_WIDE, SIGNED_HIGH = 60 * MILLIMETRE, 24 * MILLIMETRE
HEADING = Style(13, "strong", leading=1.3, smaller=(11,))
WORDING = Style(11, leading=1.45, smaller=(10, 9, 8, 7))
WITHDRAW = Style(10.5, leading=1.4, smaller=(9.5, 8.5))
MOST_A_PAGE = 4
_TIGHT = 110
Strokes = tuple[tuple[tuple[int, int], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptPurpose:
    """One purpose: what was said, and when, by whom and how; `withdrawn` is "" while it holds."""

    title: str
    wording: str
    given: str = ""
    version: str = ""
    withdrawn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptContent:
    """Everything on one receipt, in ready texts.

    name: the large line, the lead's number where no name can be printed; signature: strokes on a field as
    wide and high as `field`; code: the short text; language: BCP 47; made_at: ISO 8601.
    """

    name: str
    who: str = ""
    company: str = ""
    show: str = ""
    exhibitor: str = ""
    language: str = "en"
    purposes: tuple[ReceiptPurpose, ...] = ()
    signature: Strokes = ()
    field: tuple[int, int] = (1, 1)
    withdraw: str = ""
    code: str = ""
    logo: Path | bytes | None = None
    footer: str = ""
    number: str = ""
    made_at: str = ""


def render(content: ReceiptContent) -> bytes:
    """The receipt as PDF, one page for up to four purposes; the same content gives the same bytes."""
    tr = speaker(content.language)
    title = " – ".join((tr(TITLE), content.name))
    about = About(title, content.exhibitor, content.made_at, content.language, content.number)
    page = Page(about)
    letterhead(page, content.exhibitor, content.show, content.logo)
    page.text(MARGIN, NAME_TOP - 6, tr(TITLE), LABEL)
    top = _person(page, content)
    floor = _foot(page, content, tr(TO_WITHDRAW), tr(CODE))
    if content.signature:
        floor = _signature(page, content, floor, tr(SIGNATURE))
    words = (tr(AGREED), tr(WITHDRAWN))
    _purposes(page, content.purposes[:MOST_A_PAGE], top, floor, words)
    # Nobody asks for so much; what was agreed to stands on paper all the same.
    for start in range(MOST_A_PAGE, len(content.purposes), MOST_A_PAGE):
        page.next()
        letterhead(page, content.exhibitor, content.show, content.logo)
        more = content.purposes[start : start + MOST_A_PAGE]
        _purposes(page, more, NAME_TOP, FOOT_BASE - 40, words)
    return page.finish()


def _person(page: Page, content: ReceiptContent) -> float:
    """The visitor; gives where the next thing begins."""
    top = NAME_TOP + page.block(MARGIN, NAME_TOP, ROOM, content.name, NAME, 2)
    if content.company:
        top += 8 + page.block(MARGIN, top + 8, ROOM, content.company, COMPANY, 1)
    if content.who:
        page.short(MARGIN, top + 20, ROOM, content.who, SMALL)
        top += 16
    return top + 26


def _purposes(
    page: Page, purposes: Sequence[ReceiptPurpose], top: float, floor: float, words: tuple[str, str]
) -> None:
    room = (floor - top) / max(1, len(purposes))
    for one in purposes:
        top += min(room, _purpose(page, one, top, room, words) + 22)


def _purpose(page: Page, one: ReceiptPurpose, top: float, room: float, words: tuple[str, str]) -> float:
    """One purpose in at most this room; gives what it used."""
    page.rule(MARGIN, top, ROOM)
    state = words[1] if one.withdrawn else words[0]
    page.short(MARGIN, top + 20, ROOM * 0.7, one.title, HEADING)
    page.short(RIGHT, top + 20, ROOM * 0.28, state, HEADING, right=True)
    lines = [line for line in (one.given, one.version, one.withdrawn) if line]
    lines = [" · ".join(lines)] if room < _TIGHT else lines
    left = room - 28 - 13 * len(lines) - 8
    step = WORDING.smaller[-1] * WORDING.leading
    below = (
        top + 28 + page.block(MARGIN, top + 28, ROOM * 0.9, one.wording, WORDING, max(1, int(left / step)))
    )
    for at, line in enumerate(lines, 1):
        page.short(MARGIN, below + 3 + 13 * at, ROOM, line, SMALL)
    return below + 3 + 13 * len(lines) - top


def _worded(text: str, room: float) -> Fitted:
    """The wording at the largest size at which all of it has room."""
    for size in (WORDING.size, *WORDING.smaller):
        style = replace(WORDING, size=size, smaller=())
        found = fitted(text, style, ROOM * 0.9, max(1, int(room / (size * WORDING.leading))))
        if not found.trimmed:
            break
    return found


def _signature(page: Page, content: ReceiptContent, floor: float, label: str) -> float:
    """The signature above the foot; gives where it begins."""
    top = floor - SIGNED_HIGH - 22
    page.text(MARGIN, top + 8, label, LABEL)
    page.strokes(MARGIN, top + 12, SIGNED_WIDE, SIGNED_HIGH, content.signature, content.field)
    page.rule(MARGIN, top + 12 + SIGNED_HIGH, SIGNED_WIDE, grey=0.5)
    return top - 8


def _foot(page: Page, content: ReceiptContent, label: str, about_code: str) -> float:
    """The code and how to withdraw beside it; gives where it begins."""
    code = encode(content.code)
    side = code.side(CODE_SIDE)
    top, left = FOOT_BASE - 24 - side, MARGIN + side + 20
    page.code(MARGIN, top, side, code)
    page.text(left, top + 9, label, LABEL)
    text = fitted(content.withdraw, WITHDRAW, RIGHT - left, 5)
    page.fitted(left, top + 15, text, WITHDRAW)
    page.block(left, top + 15 + height(text, WITHDRAW) + 8, RIGHT - left, about_code, SMALL, 2)
    page.short(MARGIN, FOOT_BASE, ROOM * 0.75, content.footer, SMALL)
    page.short(RIGHT, FOOT_BASE, ROOM * 0.2, content.number, SMALL, right=True)
    return top - 18
