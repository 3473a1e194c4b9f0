"""The sheet: one A4 page for one visitor, to take home from the stand."""

from boothapp.paper.code import MILLIMETRE
from boothapp.paper.page import INK, SOFT, About, Page, Style, height
from boothapp.sheets.content import SheetContent, SheetPiece
from boothapp.sheets.letterhead import letterhead
from boothapp.sheets.plan import (
    ANSWER_STEP,
    COMPANY,
    CONSENT,
    CONTACT,
    FOOT_BASE,
    GREETING,
    HALF,
    LABEL,
    LABEL_STEP,
    MARGIN,
    NAME,
    NAME_TOP,
    RIGHT,
    ROOM,
    SMALL,
    Plan,
    Row,
    answers_height,
    arrange,
    label_gap,
    person_height,
)
from boothapp.words import speaker


def render(content: SheetContent) -> bytes:
    """The sheet as PDF, one page, all fonts embedded; the same content gives the same bytes."""
    return draw(content, arrange(content))


def draw(content: SheetContent, plan: Plan) -> bytes:
    """The sheet as planned; for callers that also tell which pieces had room."""
    page, tr = Page(_about(content)), speaker(content.language)
    letterhead(page, content.exhibitor, content.show, content.logo)
    _person(page, plan, tr("Prepared for"))
    top = NAME_TOP + person_height(plan)
    _answers(page, content.answers[: plan.answers], top, tr("What we talked about"))
    _pieces(page, plan, top + answers_height(plan.answers), tr("Scan to open on your phone"))
    _contact(page, content, plan, tr("Your contact"), tr("Next step"))
    _foot(page, content, plan)
    return page.finish()


def _about(content: SheetContent) -> About:
    title = " – ".join(part for part in (content.addressee, content.show) if part)
    return About(title, content.exhibitor, content.made_at, content.language, content.number)


def _person(page: Page, plan: Plan, label: str) -> None:
    page.text(MARGIN, NAME_TOP - 6, label, LABEL)
    top = NAME_TOP + page.fitted(MARGIN, NAME_TOP, plan.name, NAME)
    if plan.company.lines:
        top += 8 + page.fitted(MARGIN, top + 8, plan.company, COMPANY)
    page.fitted(MARGIN, top + 18, plan.greeting, GREETING)


def _answers(page: Page, answers: tuple[tuple[str, str], ...], top: float, label: str) -> None:
    if answers:
        page.text(MARGIN, top + 6, label, LABEL)
    for index, (question, answer) in enumerate(answers):
        base = top + LABEL_STEP + 9 + index * ANSWER_STEP
        page.short(MARGIN, base, ROOM * 0.36, question, Style(9.5, grey=SOFT))
        page.short(MARGIN + ROOM * 0.4, base, ROOM * 0.6, answer, Style(9.5))


def _pieces(page: Page, plan: Plan, top: float, label: str) -> None:
    if plan.side:
        page.text(MARGIN, top + 6, label, LABEL)
    start = top + 6 + label_gap(plan)
    for index, row in enumerate(plan.rows):
        if row.code:
            page.code(MARGIN, start + index * plan.step, plan.side, row.code)
        _words(page, plan, row, start + index * plan.step)


def _words(page: Page, plan: Plan, row: Row, top: float) -> None:
    density, piece = plan.density, row.piece
    left = MARGIN + (plan.side + 16 if plan.side else 0)
    room, low, meta = RIGHT - left, top + plan.step - 10, _meta(piece, density.eyebrow)
    if density.eyebrow and piece.kind:
        page.short(left, top + 7, room, piece.kind, SMALL)
        top += 13
    top += page.fitted(left, top, row.title, density.title)
    step = density.text.size * density.text.leading
    most = min(density.lines, int((low - top - (14 if meta else 0)) / step))
    if piece.text and most > 0:
        top += 3 + page.block(left, top + 3, room, piece.text, density.text, most)
    page.short(left, top + 12, room, meta, SMALL)


def _meta(piece: SheetPiece, eyebrow: bool) -> str:
    link = piece.url.partition("://")[2] or piece.url
    return " · ".join(part for part in ("" if eyebrow else piece.kind, link) if part)


def _contact(page: Page, content: SheetContent, plan: Plan, label: str, next_label: str) -> None:
    person, top = content.representative, plan.contact_top
    if plan.contact.lines or plan.next_step.lines:
        page.bar(MARGIN, top - 14, 18 * MILLIMETRE, 1.6)
    if person and plan.contact.lines:
        page.text(MARGIN, top + 6, label, LABEL)
        page.fitted(MARGIN, top + 14, plan.contact, CONTACT)
        below = top + 14 + height(plan.contact, CONTACT) + 11
        for index, way in enumerate(person.ways):
            grey = SOFT if way == person.role else INK
            page.short(MARGIN, below + ANSWER_STEP * index, HALF, way, Style(10, grey=grey))
    if plan.next_step.lines:
        left = RIGHT - HALF if plan.contact.lines else MARGIN
        page.text(left, top + 6, next_label, LABEL)
        page.fitted(left, top + 14, plan.next_step, CONTACT)


def _foot(page: Page, content: SheetContent, plan: Plan) -> None:
    page.fitted(MARGIN, plan.consent_top, plan.consent, CONSENT)
    page.short(MARGIN, FOOT_BASE, ROOM * 0.75, content.footer, SMALL)
    page.short(RIGHT, FOOT_BASE, ROOM * 0.2, content.number, SMALL, right=True)
