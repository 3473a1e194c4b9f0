"""A lead of ours as any CRM gets it."""

from collections.abc import Iterable

from boothapp.crm.target import LeadRecord, key_of
from boothapp.domain import telling
from boothapp.domain.delivery import Delivery
from boothapp.domain.explain import level_word
from boothapp.domain.lead import Lead
from boothapp.domain.show import Show


def record(
    show: Show,
    lead: Lead,
    delivery: Delivery | None,
    language: str,
    others: Iterable[tuple[str, str]] = (),
) -> LeadRecord:
    """The record, in head office's language; `delivery` brings what was sent before.

    others: number and name of who else stood in its conversations.
    """
    return LeadRecord(
        key=key_of(lead.id),
        visitor=lead.visitor,
        captured_at=lead.captured_at,
        number=lead.number,
        show=show.name,
        rating=level_word(lead.rating, language),
        points=lead.rating.points,
        reasons=telling.reasons(show, lead, language),
        answers=telling.answers(show, lead, language),
        interests=telling.interests(show, lead, language),
        notes=lead.notes,
        remarks=telling.remarks(lead, language),
        messages=telling.messages(show, lead, language),
        competitors=lead.voice.competitors,
        together=telling.together(others, language),
        next_step=telling.next_step(lead, language),
        owner=telling.owner(show, lead),
        consents=telling.consents(lead, language),
        no_mail=telling.no_mail(lead, language),
        contact=delivery.decision if delivery else "",
        remote_id=delivery.remote.get("lead", "") if delivery else "",
        sent=delivery.sent if delivery else {},
    )
