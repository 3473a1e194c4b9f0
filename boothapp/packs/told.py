"""A lead as it goes into a pack: in the words of sales."""

from collections.abc import Iterable, Sequence

from boothapp.domain import telling
from boothapp.domain.consent import MAIL
from boothapp.domain.delivery import STATE_WORDS, Delivery
from boothapp.domain.lead import Lead
from boothapp.domain.next_step import STEPS
from boothapp.domain.show import Show
from boothapp.packs.lead import PackLead
from boothapp.words import tr


def told(
    lead: Lead,
    show: Show,
    deliveries: Iterable[Delivery] = (),
    language: str = "en",
    others: Sequence[tuple[str, str]] = (),
) -> PackLead:
    """The lead in words. One who withdrew consent and left none in force is marked as withheld.

    others: number and name of who else stood in its conversations.
    """
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
        due=step.when.replace("T", " ") if step else "",
        show=show.name,
        captured_at=lead.captured_at.isoformat(timespec="seconds"),
        answers=telling.answers(show, lead, language),
        interests=telling.interests(show, lead, language),
        notes=lead.notes,
        remarks=telling.remarks(lead, language),
        messages=telling.messages(show, lead, language),
        competitors=lead.voice.competitors,
        together=telling.together(others, language),
        others=tuple(telling.other(one) for one in others),
        touches=telling.touches(show, lead, language),
        consents=telling.consents(lead, language),
        delivery="; ".join(f"{one.target}: {tr(STATE_WORDS[one.state], language)}" for one in deliveries),
        withheld=tr("consent withdrawn", language) if lead.has_withdrawn else "",
        may_mail=MAIL in lead.allowed,
        no_mail=telling.no_mail(lead, language),
    )
