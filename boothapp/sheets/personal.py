"""From a lead and its show to what stands on the sheet, in the visitor's language."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from boothapp.domain.collateral import PIECE_KINDS, Piece
from boothapp.domain.lead import Lead
from boothapp.domain.show import Show
from boothapp.domain.wording import said
from boothapp.errors import WrongCall
from boothapp.paper.code import link
from boothapp.sheets.content import Representative, SheetContent, SheetPiece
from boothapp.words import mark, tr

# What we promise, said to the visitor; "none" promises nothing.
PROMISES: Mapping[str, str] = {
    "call": mark("We call you on {day}."),
    "offer": mark("You get our offer by {day}."),
    "visit": mark("We visit you on {day}."),
    "material": mark("We send you the material by {day}."),
}
# A month is written with its day, because many languages bend it.
DAYS = (
    mark("{day} January {year}"),
    mark("{day} February {year}"),
    mark("{day} March {year}"),
    mark("{day} April {year}"),
    mark("{day} May {year}"),
    mark("{day} June {year}"),
    mark("{day} July {year}"),
    mark("{day} August {year}"),
    mark("{day} September {year}"),
    mark("{day} October {year}"),
    mark("{day} November {year}"),
    mark("{day} December {year}"),
)


def personal(
    lead: Lead,
    show: Show,
    *,
    at: datetime,
    language: str = "",
    pieces: Sequence[str] = (),
    logo: Path | bytes | None = None,
) -> SheetContent:
    """The sheet of this lead: the pieces named, else those chosen in the conversations.

    language: else the visitor's where the show speaks it. Raises WrongCall for a piece the show has not.
    """
    spoken = language or show.language_for(lead.visitor)
    chosen = [_piece(show, id) for id in pieces or lead.pieces]
    greeting = tr("Thank you for your visit. Here is what we talked about.", spoken)
    return SheetContent(
        visitor_name=lead.visitor.name,
        company=lead.visitor.company,
        show=" · ".join(part for part in (show.name, show.place) if part),
        exhibitor=show.company,
        language=spoken,
        greeting=said(show.greeting, spoken) or greeting,
        answers=tuple(_talked_about(lead, show, spoken)),
        pieces=tuple(_sheet_piece(piece, show, lead, spoken) for piece in chosen),
        representative=_representative(lead, show, spoken),
        next_step=_promise(lead, spoken),
        consent=" ".join(_consents(lead, show, spoken)),
        logo=logo,
        footer=said(show.footer, spoken),
        number=lead.number,
        made_at=at.isoformat(timespec="seconds"),
    )


def day_text(day: date, language: str) -> str:
    """The day in words, such as 22 April 2027."""
    return tr(DAYS[day.month - 1], language).format(day=day.day, year=day.year)


def _piece(show: Show, id: str) -> Piece:
    piece = show.piece(id)
    if piece is None:
        known = ", ".join(piece.id for piece in show.pieces) or "-"
        raise WrongCall(
            tr("The show has no piece {id}.").format(id=id),
            step=tr("Choose from: {known}.").format(known=known),
        )
    return piece


def _sheet_piece(piece: Piece, show: Show, lead: Lead, language: str) -> SheetPiece:
    url = link(show.link, show.id, piece.id, lead.token) if show.link else ""
    kind = tr(PIECE_KINDS[piece.kind], language)
    return SheetPiece(said(piece.title, language), said(piece.text, language), kind, url)


def _talked_about(lead: Lead, show: Show, language: str) -> Iterator[tuple[str, str]]:
    found = (show.product(id) for id in lead.interests)
    names = ", ".join(said(product.name, language) for product in found if product)
    if names:
        yield tr("Products", language), names


def _representative(lead: Lead, show: Show, language: str) -> Representative | None:
    owner = show.person(lead.owner)
    return Representative(owner.name, said(owner.role, language), owner.phone, owner.email) if owner else None


def _promise(lead: Lead, language: str) -> str:
    step = lead.next_step
    promise = PROMISES.get(step.kind, "") if step else ""
    return tr(promise, language).format(day=day_text(step.due, language)) if step and promise else ""


def _consents(lead: Lead, show: Show, language: str) -> Iterator[str]:
    """The wordings agreed to, and when; without one the sheet says nothing about consent."""
    given = [consent for consent in lead.consents if consent.given and consent.purpose in lead.allowed]
    if not given:
        return
    day = day_text(max(consent.at for consent in given).date(), language)
    yield tr("Agreed on {day}:", language).format(day=day)
    yield from (said(show.consent.get(purpose, {}), language) for purpose in lead.allowed)
