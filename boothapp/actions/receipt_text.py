"""The receipt of a consent in words: for the page, and as short text for a code."""

from collections.abc import Sequence
from datetime import datetime

from boothapp.domain.consent import Consent, Standing, standings
from boothapp.domain.lead import Lead
from boothapp.domain.purpose import BRIEFLY, METHODS
from boothapp.domain.receipt import short_text
from boothapp.domain.show import Show
from boothapp.domain.wording import said
from boothapp.sheets.promise import day_text
from boothapp.sheets.receipt import AGREED, TITLE, TO_WITHDRAW, WITHDRAWN
from boothapp.words import mark, speaker

WITH, AT_STATION = mark("with {name}"), mark("station {letter}")
TELL = mark(
    "Tell {company} at any time, and name the number {number}: {contact}. What was done until then stays"
    " lawful."
)
TELL_ANYBODY = mark(
    "Tell {company} at any time, and name the number {number}. What was done until then stays lawful."
)


def of_lead(show: Show, lead: Lead, language: str) -> str:
    """Everything this visitor ever allowed or took back."""
    who = lead.visitor.name or lead.visitor.company
    return _short(show, lead, who, standings(lead.consents), language)


def of_now(show: Show, lead: Lead, who: str, given: Sequence[Consent], language: str) -> str:
    """What was allowed just now, at least one purpose.

    who: as the visitor gave it; nothing else that is known of the lead stands in it.
    """
    return _short(show, lead, who, [Standing(one.purpose, one, None) for one in given], language)


def told(show: Show, lead: Lead, one: Consent, language: str) -> str:
    """When, with whom, where and how, such as "17 November 2026, 10:32 UTC+01:00 · with Mira Lange"."""
    speak = speaker(language)
    visit = next((visit for visit in lead.visits if visit.at == one.at), None)
    where = speak(AT_STATION).format(letter=visit.station) if visit and visit.station else ""
    how = speak(METHODS[one.method]) if one.given else ""
    parts = (moment(one.at, language), _who(show, one, language), where, how)
    return " · ".join(part for part in parts if part)


def moment(at: datetime, language: str) -> str:
    """A moment as a proof names it: the day in words, the time and its zone."""
    here = at.astimezone()
    return f"{day_text(here.date(), language)}, {here:%H:%M} UTC{here.isoformat()[-6:]}"


def how_to_withdraw(show: Show, lead: Lead, language: str) -> str:
    """What the show's kit says of it, else whom to tell."""
    own = said(show.withdrawal, language)
    if own:
        return own
    owner = show.person(lead.owner)
    ways = [way for way in (owner.email, owner.phone) if way] if owner else []
    text = speaker(language)(TELL if ways else TELL_ANYBODY)
    return text.format(company=show.company or show.name, number=lead.number, contact=", ".join(ways))


def _who(show: Show, one: Consent, language: str) -> str:
    person = show.person(one.staff)
    return speaker(language)(WITH).format(name=person.name if person else one.staff) if one.staff else ""


def _short(show: Show, lead: Lead, who: str, stand: Sequence[Standing], language: str) -> str:
    speak = speaker(language)
    words = [word for one in stand for word in (one.given, one.withdrawn) if word]
    last = max(words, key=lambda one: one.at)
    lines = (
        f"{speak(TITLE)}: {show.company or show.name}",
        show.name if show.company else "",
        ", ".join(part for part in (lead.number, who) if part),
        *(_purpose(one, language) for one in stand),
        told(show, lead, last, language),
        f"{speak(TO_WITHDRAW)}: {how_to_withdraw(show, lead, language)}",
    )
    return short_text(lines)


def _purpose(one: Standing, language: str) -> str:
    speak = speaker(language)
    version = f" ({one.given.wording})" if one.given and one.given.wording else ""
    state = speak(AGREED if one.holds else WITHDRAWN)
    return f"{speak(BRIEFLY.get(one.purpose, one.purpose))}: {state}{version}"
