"""The personal page for one visitor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal

from boothapp.actions import files, leads, shows, station
from boothapp.actions.lane import Lane
from boothapp.domain.answer import answer_said
from boothapp.domain.collateral import PIECE_KINDS, Piece, link
from boothapp.domain.lead import Lead
from boothapp.domain.question import BANT
from boothapp.domain.show import Show
from boothapp.domain.wording import said
from boothapp.errors import WrongCall
from boothapp.paths import Home
from boothapp.sheets.content import MOST_PIECES, Representative, SheetContent, SheetPiece
from boothapp.sheets.promise import promise
from boothapp.store import leads as kept
from boothapp.store import listed
from boothapp.store.database import Store
from boothapp.words import speaker, tr


@dataclass(frozen=True, slots=True)
class Sheet:
    """The PDF, and what is on it: pages, the pieces' ids, and the links behind the codes.

    warnings: sentences about what can't be printed.
    """

    pdf: bytes
    pages: int
    pieces: tuple[str, ...]
    links: tuple[str, ...]
    language: str = ""
    warnings: tuple[str, ...] = ()

    def told(self, sentence: str) -> str:
        """A sentence about this sheet, and what can't be printed on it."""
        return " ".join((sentence, *self.warnings))


def draw(run: Lane[Any], named: str, language: str = "", pieces: Sequence[str] = ()) -> Sheet:
    """One A4 page for this lead, in its language unless another is asked for.

    Without pieces named, those chosen in the conversation, else those about its interests.
    Raises WrongCall for a lead, piece or language that is not there.
    """
    from boothapp.sheets.plan import arrange
    from boothapp.sheets.sheet import draw as drawn
    from boothapp.sheets.unprintable import printed as as_printed

    lead, show, logo = run(partial(_found, named=named))
    spoken = _language(show, lead, language)
    chosen = _chosen(show, lead, pieces)
    links = tuple(link(show.link, show.id, piece.id, lead.token) for piece in chosen) if show.link else ()
    page, warnings = as_printed(content(show, lead, spoken, chosen, links, logo))
    plan = arrange(page)
    # Very long texts can leave no room for the last pieces: what is told is what stands on the paper.
    printed = len(plan.rows)
    ids = tuple(piece.id for piece in chosen[:printed])
    return Sheet(drawn(page, plan), 1, ids, links[:printed], spoken, warnings)


def _found(store: Store, named: str) -> tuple[Lead, Show, bytes | None]:
    lead = leads.find(store, named)
    show = leads.show_of(store, lead)
    return lead, show, shows.logo(store, show)


def save(sheet: Sheet, file: Path, home: Home) -> None:
    """Writes the page; raises WrongCall and EnvironmentFault where it can't be written there."""
    files.write(file, sheet.pdf, home)


def note(
    run: Lane[Any], named: str, action: Literal["printed", "filed"], sheet: Sheet, staff: str = ""
) -> None:
    """A line in the lead's history: its sheet went to the printer, or into a file."""
    run(partial(_noted, named=named, action=action, sheet=sheet, staff=staff))


def _noted(store: Store, named: str, action: str, sheet: Sheet, staff: str) -> None:
    detail = {"language": sheet.language, "pieces": list(sheet.pieces)}
    with store.transaction():
        row, now = leads.row_of(store, named), datetime.now(UTC)
        change = kept.Change(now, staff, station.this(store).letter, action, detail)
        kept.log(store, row, kept.revision(store, row), change)
        listed.list_again(store, row)


def content(
    show: Show, lead: Lead, language: str, pieces: Sequence[Piece], links: Sequence[str], logo: bytes | None
) -> SheetContent:
    """What stands on the page."""
    urls = links or [""] * len(pieces)
    return SheetContent(
        visitor_name=lead.visitor.name,
        company=lead.visitor.company,
        show=" · ".join(part for part in (show.name, show.place) if part),
        exhibitor=show.company,
        language=language,
        greeting=said(show.greeting, language),
        answers=_answers(show, lead, language),
        pieces=tuple(_piece(*both, language) for both in zip(pieces, urls, strict=True)),
        representative=_representative(show, lead, language),
        next_step=promise(lead.next_step, language),
        consent=_consent(show, lead, language),
        logo=logo,
        footer=said(show.footer, language),
        number=lead.number,
        made_at=lead.captured_at.isoformat(),
    )


def _piece(piece: Piece, url: str, language: str) -> SheetPiece:
    kind = speaker(language)(PIECE_KINDS[piece.kind])
    return SheetPiece(said(piece.title, language), said(piece.text, language), kind, url)


def _language(show: Show, lead: Lead, asked: str) -> str:
    if not asked:
        return show.language_for(lead.visitor)
    if asked not in show.languages:
        raise WrongCall(
            tr("The show has no texts in {language}.").format(language=asked),
            step=tr("Its languages are {names}.").format(names=", ".join(show.languages)),
        )
    return asked


def _chosen(show: Show, lead: Lead, asked: Sequence[str]) -> list[Piece]:
    for id in asked:
        if show.piece(id) is None:
            names = ", ".join(piece.id for piece in show.pieces)
            raise WrongCall(
                tr("There is no piece {name}.").format(name=id),
                step=tr("The pieces are {names}.").format(names=names),
            )
    wanted = [piece for id in dict.fromkeys(asked or lead.pieces) if (piece := show.piece(id))]
    return list(wanted or show.suggested(lead.interests))[:MOST_PIECES]


def _answers(show: Show, lead: Lead, language: str) -> tuple[tuple[str, str], ...]:
    """Interests and the show's own questions; BANT stays with us, not on the visitor's paper."""
    products = [said(product.name, language) for id in lead.interests if (product := show.product(id))]
    lines = [(speaker(language)("Interested in"), ", ".join(products))] if products else []
    for id, options in lead.basis.answers.items():
        question = show.question(id)
        if question and id not in BANT:
            texts = ", ".join(answer_said(question, one, language) for one in options)
            lines.append((said(question.text, language), texts))
    return tuple(lines)


def _representative(show: Show, lead: Lead, language: str) -> Representative | None:
    owner = show.person(lead.owner)
    return Representative(owner.name, said(owner.role, language), owner.phone, owner.email) if owner else None


def _consent(show: Show, lead: Lead, language: str) -> str:
    given = [show.consent[purpose] for purpose in lead.allowed if purpose in show.consent]
    return " ".join(said(wording, language) for wording in given)
