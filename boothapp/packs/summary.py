"""The summary: figures by rating and owner, and every hot lead with whom to call and what comes next."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from boothapp.domain.rating import LEVEL_WORDS
from boothapp.packs.lead import RATINGS, PackLead, by_owner
from boothapp.paper.code import MILLIMETRE
from boothapp.paper.fonts import printable
from boothapp.paper.page import FAINT, HEIGHT, INK, SOFT, WIDTH, About, Page, Style, fitted, height
from boothapp.words import plural, speaker

MARGIN = 22 * MILLIMETRE
ROOM = WIDTH - 2 * MARGIN
RIGHT = WIDTH - MARGIN
FLOOR = HEIGHT - 26 * MILLIMETRE
FOOT_BASE = HEIGHT - 14 * MILLIMETRE
OWNER_STEP, HOT_STEP = 18.0, 40.0
MOST_OWNERS = 12

TITLE = Style(28, "strong", leading=1.15, smaller=(24, 20), tracking=-15)
LABEL = Style(8.5, "strong", SOFT)
SMALL = Style(8.5, grey=SOFT)
FIGURE = Style(30, "strong", tracking=-15)
BODY = Style(10)
STRONG = Style(10.5, "strong")
# Greys that stay apart in black and white print; the words and figures say it as well.
SHADES: Mapping[str, float] = {"hot": INK, "warm": 0.5, "cold": 0.78, "": 0.9}
# Right edges of the figures in the owners' table, as shares of the page's room.
FIGURE_EDGES = (0.64, 0.76, 0.88, 1.0)

Say = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryAbout:
    """What the summary says about the pack itself; made_at is ISO 8601."""

    show: str
    exhibitor: str = ""
    made_at: str = ""
    language: str = "en"
    logo: Path | bytes | None = None
    withheld: int = 0


def summary(leads: Sequence[PackLead], about: SummaryAbout) -> bytes:
    """The summary as PDF; leads come in calling order. The same input gives the same bytes."""
    tr = speaker(about.language)
    page = Page(About(f"{tr('Lead pack')} – {about.show}", about.exhibitor, about.made_at, about.language))
    top = _head(page, about, tr)
    top = _figures(page, leads, top, tr)
    top = _owners(page, leads, top, about.language)
    _hot(page, [lead for lead in leads if lead.rating == "hot"], top, about, tr)
    return page.finish()


def _head(page: Page, about: SummaryAbout, tr: Say) -> float:
    top, high = 17 * MILLIMETRE, 13 * MILLIMETRE
    base = top + high / 2 + 3
    if not (about.logo and page.picture(MARGIN, top, 62 * MILLIMETRE, high, about.logo)):
        page.short(MARGIN, base, ROOM * 0.55, about.exhibitor, Style(15, "strong"))
    page.short(RIGHT, base, ROOM * 0.4, about.made_at[:10], SMALL, right=True)
    top = 48 * MILLIMETRE
    page.text(MARGIN, top - 6, tr("Lead pack"), LABEL)
    return top + page.block(MARGIN, top, ROOM, about.show, TITLE, 2) + 26


def _figures(page: Page, leads: Sequence[PackLead], top: float, tr: Say) -> float:
    counts = {rating: sum(lead.rating == rating for lead in leads) for rating in (*RATINGS, "")}
    shown = [(tr("Leads"), len(leads)), *((tr(LEVEL_WORDS[name]), counts[name]) for name in RATINGS)]
    for place, (word, count) in enumerate(shown):
        left = MARGIN + ROOM * place / 4
        page.text(left, top + 26, f"{count}", FIGURE)
        if place:
            page.bar(left, top + 34.5, 7, 7, SHADES[RATINGS[place - 1]])
        page.text(left + (12 if place else 0), top + 41, word, SMALL)
    left = MARGIN
    for rating, count in counts.items():
        wide = ROOM * count / len(leads) if leads else 0
        if wide:
            page.bar(left, top + 56, max(wide - 1, 0.5), 7, SHADES[rating])
        left += wide
    return top + 92


def _owners(page: Page, leads: Sequence[PackLead], top: float, language: str) -> float:
    tr, owned = speaker(language), by_owner(leads)
    if not owned:
        return top
    page.text(MARGIN, top, tr("By owner"), LABEL)
    for edge, word in zip(
        FIGURE_EDGES, (*(tr(LEVEL_WORDS[name]) for name in RATINGS), tr("all")), strict=True
    ):
        page.text(MARGIN + ROOM * edge, top, word, SMALL, right=True)
    top += 8
    for owner, theirs in islice(owned.items(), MOST_OWNERS):
        page.rule(MARGIN, top, ROOM)
        _owner(page, owner or tr("No owner"), theirs, top + 13)
        top += OWNER_STEP
    if len(owned) > MOST_OWNERS:
        rest = plural(
            "{n} more owner: see the spreadsheet",
            "{n} more owners: see the spreadsheet",
            len(owned) - MOST_OWNERS,
            language,
        )
        page.text(MARGIN, top + 13, rest, SMALL)
        top += OWNER_STEP
    return top + 30


def _owner(page: Page, owner: str, leads: Sequence[PackLead], base: float) -> None:
    page.short(MARGIN, base, ROOM * 0.5, owner, BODY)
    counts = [sum(lead.rating == rating for lead in leads) for rating in RATINGS]
    for edge, count in zip(FIGURE_EDGES, (*counts, len(leads)), strict=True):
        style = BODY if count else Style(BODY.size, grey=FAINT)
        page.text(MARGIN + ROOM * edge, base, f"{count}", style, right=True)


def _hot(page: Page, leads: Sequence[PackLead], top: float, about: SummaryAbout, tr: Say) -> None:
    number = 1
    _label(page, leads, top, tr)
    top += 10
    for lead in leads:
        if top + HOT_STEP > FLOOR:
            _foot(page, about, number)
            page.next()
            number, top = number + 1, 24 * MILLIMETRE
        page.rule(MARGIN, top, ROOM)
        _call(page, lead, top)
        top += HOT_STEP
    _foot(page, about, number)


def _label(page: Page, leads: Sequence[PackLead], top: float, tr: Say) -> None:
    page.text(MARGIN, top, tr("Hot leads: call these first") if leads else tr("No hot leads"), LABEL)


def unprinted(leads: Sequence[PackLead]) -> tuple[str, ...]:
    """The numbers of the hot leads whose names no bundled face can draw."""
    return tuple(one.number for one in leads if one.rating == "hot" and not printable(one.label, "strong"))


def _called(lead: PackLead) -> str:
    """The best words for a lead that can be printed."""
    words = (lead.label, lead.visitor.company, *lead.emails[:1])
    return next((text for text in words if text and printable(text, "strong")), lead.number)


def _call(page: Page, lead: PackLead, top: float) -> None:
    half, step = ROOM * 0.4, MARGIN + ROOM * 0.43
    said = (lead.visitor.company, lead.visitor.job_title)
    who = " · ".join(part for part in said if part and printable(part))
    page.short(MARGIN, top + 16, half, _called(lead), STRONG)
    page.short(MARGIN, top + 30, half, who, SMALL)
    page.short(step, top + 16, ROOM * 0.44, lead.visitor.phone or next(iter(lead.emails), lead.no_mail), BODY)
    page.short(step, top + 30, ROOM * 0.44, " · ".join(_next(lead)), SMALL)
    page.text(RIGHT, top + 16, f"{lead.points:g}", STRONG, right=True)
    page.text(RIGHT, top + 30, lead.number, SMALL, right=True)


def _next(lead: PackLead) -> Iterator[str]:
    step = " ".join(part for part in (lead.next_step, lead.due) if part)
    yield from (part for part in (step, lead.owner) if part)


def _foot(page: Page, about: SummaryAbout, number: int) -> None:
    if number == 1 and about.withheld:
        held = plural(
            "{n} lead was withheld: the manifest gives number and reason.",
            "{n} leads were withheld: the manifest gives numbers and reasons.",
            about.withheld,
            about.language,
        )
        text = fitted(held, SMALL, ROOM, 2)
        page.fitted(MARGIN, FOOT_BASE - 18 - height(text, SMALL), text, SMALL)
    page.short(MARGIN, FOOT_BASE, ROOM * 0.7, f"{about.show} · {about.made_at[:10]}", SMALL)
    page.text(RIGHT, FOOT_BASE, f"{number}", SMALL, right=True)
