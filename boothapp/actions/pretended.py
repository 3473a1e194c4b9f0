"""Pretended visitors: as they might come to the stand, all the way from the badge to the sheet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from boothapp.actions import badges, capture, leads, sheets
from boothapp.actions.lane import here
from boothapp.actions.sheets import Sheet
from boothapp.badge.reading import Reading
from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.domain.lead import Lead
from boothapp.domain.question import Question
from boothapp.domain.show import Show
from boothapp.store import shows
from boothapp.store.database import Store
from boothapp.store.lists import Query

# Letters that fonts lack first and badges garble first; addresses that lead nowhere (RFC 2606).
VISITORS: Sequence[tuple[str, str, str, str]] = (
    ("Jürgen", "Groß", "Müßig & Söhne GmbH", "j.gross@visitor.example"),
    ("Оксана", "Ґедзь", "Чорноморська верф", "o.gedz@visitor.example"),
    ("Zoë", "Łukasiewicz-Ångström", "Żółw S.A.", "zoe@visitor.example"),
)
_CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:{1};{0}\r\nFN:{0} {1}\r\nORG:{2}\r\nEMAIL:{3}\r\n"
    "TEL:+49 30 901820\r\nEND:VCARD\r\n"
)


@dataclass(frozen=True, slots=True)
class Pretended:
    """The leads they became, a sheet in each language of the show, and the names of badges misread."""

    leads: tuple[Lead, ...]
    sheets: tuple[Sheet, ...]
    misread: tuple[str, ...]


def made(store: Store, show: Show, logo: bytes | None) -> Pretended:
    """Scans, rates, saves, finds and draws each of them in a store that is only for this."""
    with store.transaction():
        shows.put(store, show)
        if logo:
            shows.put_file(store, show.id, show.logo, logo)
        shows.open_show(store, show.id, datetime.now(UTC))
    captured, misread = [], []
    for visitor in VISITORS:
        reading = badges.scan(_CARD.format(*visitor), show)
        lead = capture.save(store, _draft(show, reading)).lead
        found = leads.listed(store, Query(visitor[1]))
        if reading.visitor.name != " ".join(visitor[:2]) or [line.id for line in found] != [lead.id]:
            misread.append(" ".join(visitor[:2]))
        captured.append(lead)
    pages = [
        sheets.draw(here(store), lead.number, language) for language in show.languages for lead in captured
    ]
    return Pretended(tuple(captured), tuple(pages), tuple(misread))


def _draft(show: Show, reading: Reading) -> Draft:
    """A conversation with the answers that bring the most points, and every consent."""
    return Draft(
        visitor=replace(reading.visitor, country=show.country or "DE"),
        capture=Capture(format=reading.format, badge_id=reading.badge_id, raw=reading.raw),
        answers={question.id: best for question in show.questions if (best := _best(show, question))},
        interests=tuple(product.id for product in show.products[:1]),
        pieces=tuple(piece.id for piece in show.pieces[:1]),
        consents=tuple(show.consent),
    )


def _best(show: Show, question: Question) -> tuple[str, ...]:
    points = show.scorecard.answers.get(question.id, {})
    options = [option.id for option in question.options]
    return (max(options, key=lambda id: points.get(id, 0)),) if options else ()
