"""The receipt of what a visitor allowed: as a page, and as short text for a code."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal

from boothapp.actions import consents, files, leads, receipt_text, shows, station
from boothapp.actions.lane import Lane
from boothapp.domain import signature
from boothapp.domain.consent import Consent, Standing, standings
from boothapp.domain.lead import Lead
from boothapp.domain.purpose import BRIEFLY
from boothapp.domain.show import Show
from boothapp.domain.wording import said
from boothapp.errors import WrongCall
from boothapp.paths import Home
from boothapp.sheets.receipt import MOST_A_PAGE, WITHDRAWN, ReceiptContent, ReceiptPurpose
from boothapp.store import leads as kept
from boothapp.store.database import Store
from boothapp.words import LANGUAGES, mark, speaker, tr

WORDED = mark("Wording {version}, read in {language}")
NOT_KEPT = mark("The text of this wording is not on this laptop.")
Shown = Literal["receipt printed", "receipt filed", "receipt shown"]


@dataclass(frozen=True, slots=True)
class Receipt:
    """The PDF and what its code says; warnings: sentences about what can't be printed."""

    pdf: bytes
    text: str
    language: str
    purposes: tuple[str, ...]
    warnings: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        """How many sheets of paper it takes."""
        return -(-len(self.purposes) // MOST_A_PAGE)

    @property
    def sha256(self) -> str:
        """The sum of the PDF, by which a copy is known."""
        return hashlib.sha256(self.pdf).hexdigest()

    def told(self, sentence: str) -> str:
        """A sentence about this receipt, and what can't be printed on it."""
        return " ".join((sentence, *self.warnings))


@dataclass(frozen=True, slots=True)
class _Found:
    lead: Lead
    show: Show
    logo: bytes | None
    proofs: consents.Proofs


def draw(run: Lane[Any], named: str, language: str = "") -> Receipt:
    """One A4 page about everything this visitor ever allowed or took back, in the language it was read in.

    Raises WrongCall for a lead or language that is not there, and where nothing was allowed yet.
    """
    from boothapp.sheets.receipt import render

    found = run(partial(_find, named=named))
    if not found.lead.consents:
        raise WrongCall(
            tr("{lead} has not allowed anything yet.").format(lead=found.lead.number),
            safe=tr("Nothing was written."),
            step=tr("Ask the visitor, then tick what is allowed on the Capture page."),
        )
    spoken = _language(found, language)
    content, warnings = _printable(_content(found, spoken))
    purposes = tuple(one.purpose for one in standings(found.lead.consents))
    return Receipt(render(content), content.code, spoken, purposes, warnings)


def save(receipt: Receipt, file: Path, home: Home) -> None:
    """Writes the page; raises WrongCall and EnvironmentFault where it can't be written there."""
    files.write(file, receipt.pdf, home)


def note(run: Lane[Any], named: str, action: Shown, receipt: Receipt, staff: str = "") -> None:
    """The line of the history that keeps the receipt as proof: what its code says, and the PDF's sum."""
    detail = _proof(receipt.text, receipt.purposes, receipt.language) | {"sha256": receipt.sha256}
    run(partial(_noted, named=named, action=action, detail=detail, staff=staff))


def note_taken(run: Lane[Any], lead: Lead, text: str, purposes: Sequence[str], language: str) -> None:
    """The same of a code that a visitor took along from the kiosk, where nobody of the staff was."""
    detail = _proof(text, purposes, language)
    run(partial(_noted, named=lead.id, action="receipt shown", detail=detail, staff=""))


def _proof(text: str, purposes: Sequence[str], language: str) -> dict[str, Any]:
    return {"language": language, "purposes": list(purposes), "text": text}


def _noted(store: Store, named: str, action: str, detail: dict[str, Any], staff: str) -> None:
    with store.transaction():
        row, now = leads.row_of(store, named), datetime.now(UTC)
        change = kept.Change(now, staff, station.this(store).letter, action, detail)
        kept.log(store, row, kept.revision(store, row), change)


def _find(store: Store, named: str) -> _Found:
    lead = leads.find(store, named)
    show = leads.show_of(store, lead)
    return _Found(lead, show, shows.logo(store, show), consents.proofs_of(store, lead))


def _language(found: _Found, asked: str) -> str:
    """The one asked for, else the one in which the last consent was read."""
    read = max(found.lead.consents, key=lambda one: one.at).language
    if asked and asked not in found.show.languages:
        raise WrongCall(
            tr("The show has no texts in {language}.").format(language=asked),
            step=tr("Its languages are {names}.").format(names=", ".join(found.show.languages)),
        )
    return asked or read


def _content(found: _Found, language: str) -> ReceiptContent:
    lead, show = found.lead, found.show
    stand = standings(lead.consents)
    signed = [one.given.at for one in stand if one.given and one.given.at in found.proofs.signatures]
    visitor = lead.visitor
    return ReceiptContent(
        name=visitor.name or visitor.company or lead.number,
        company=visitor.company if visitor.name else "",
        who=" · ".join(part for part in (visitor.email, visitor.phone) if part),
        show=" · ".join(part for part in (show.name, show.place) if part),
        exhibitor=show.company,
        language=language,
        purposes=tuple(_purpose(found, one, language) for one in stand),
        signature=found.proofs.signatures[max(signed)] if signed else (),
        field=(signature.WIDE, signature.HIGH),
        withdraw=receipt_text.how_to_withdraw(show, lead, language),
        code=receipt_text.of_lead(show, lead, language),
        logo=found.logo,
        footer=said(show.footer, language),
        number=lead.number,
        made_at=max(one.at for one in lead.consents).isoformat(),
    )


def _purpose(found: _Found, one: Standing, language: str) -> ReceiptPurpose:
    speak, given, back = speaker(language), one.given, one.withdrawn
    told = partial(receipt_text.told, found.show, found.lead, language=language)
    return ReceiptPurpose(
        title=speak(BRIEFLY.get(one.purpose, one.purpose)),
        wording=(_read(found, given) if given else "") or speak(NOT_KEPT),
        given=told(given) if given else "",
        version=_version(given, language) if given else "",
        withdrawn=f"{speak(WITHDRAWN)}: {told(back)}" if back else "",
    )


def _read(found: _Found, given: Consent) -> str:
    """What was read, in the language it was read in, whatever the rest of the page speaks."""
    return said(found.proofs.wordings.get(given.wording, {}), given.language)


def _version(given: Consent, language: str) -> str:
    spoken = LANGUAGES.get(given.language, given.language)
    return speaker(language)(WORDED).format(version=given.wording, language=spoken) if given.wording else ""


def _printable(content: ReceiptContent) -> tuple[ReceiptContent, tuple[str, ...]]:
    """The content without a name that no bundled face can draw, and a sentence that says so."""
    from boothapp.paper.fonts import printable

    warnings = []
    if not printable(content.name, "strong"):
        content = replace(content, name=content.number)
        sentence = tr("The name can't be printed in its own letters: {shown} stands in its place.")
        warnings.append(sentence.format(shown=content.number))
    if not printable(content.company):
        content = replace(content, company="")
        warnings.append(tr("The company can't be printed in its own letters and is left out."))
    return content, tuple(warnings)
