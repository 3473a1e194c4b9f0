"""A lead as it goes into a pack: in the words of sales."""

from collections.abc import Iterable

from boothapp.domain import telling
from boothapp.domain.consent import MAIL
from boothapp.domain.delivery import STATE_WORDS, Delivery
from boothapp.domain.lead import Lead
from boothapp.domain.next_step import STEPS
from boothapp.domain.show import Show
from boothapp.packs.lead import PackLead
from boothapp.words import tr


def told(lead: Lead, show: Show, deliveries: Iterable[Delivery] = (), language: str = "en") -> PackLead:
    """The lead in words. One who withdrew consent and left none in force is marked as withheld."""
    step = lead.next_step
    return PackLead(
        number=lead.number,
        id=lead.id,
        visitor=lead.visitor,
        rating=lead.rating.level,
        points=lead.rating.points,
        reasons=telling.reasons(show, lead, language),
        owner=telling.owner(show, lead),
        next_step=tr(STEPS.get(step.kind, step.kind), language) if step else "",
        due=step.due.isoformat() if step else "",
        show=show.name,
        captured_at=lead.captured_at.isoformat(timespec="seconds"),
        answers=telling.answers(show, lead, language),
        interests=telling.interests(show, lead, language),
        notes=lead.notes,
        remarks=telling.remarks(lead, language),
        messages=telling.messages(show, lead, language),
        competitors=lead.voice.competitors,
        touches=telling.touches(show, lead, language),
        consents=telling.consents(lead, language),
        delivery="; ".join(f"{one.target}: {tr(STATE_WORDS[one.state], language)}" for one in deliveries),
        withheld=_withheld(lead, language),
        may_mail=MAIL in lead.allowed,
        no_mail=telling.no_mail(lead, language),
    )


def _withheld(lead: Lead, language: str) -> str:
    withdrawn = any(not consent.given for consent in lead.consents)
    return tr("consent withdrawn", language) if withdrawn and not lead.allowed else ""
