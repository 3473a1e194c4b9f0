"""From a lead and its show to the words that go into a pack, in the language of sales."""

from collections.abc import Iterable, Iterator

from boothapp.domain.consent import PURPOSES
from boothapp.domain.delivery import STATE_WORDS, Delivery
from boothapp.domain.explain import reason_text
from boothapp.domain.lead import Lead
from boothapp.domain.next_step import STEPS
from boothapp.domain.show import Show
from boothapp.domain.touch import TOUCH_KINDS, Touch
from boothapp.domain.wording import said
from boothapp.packs.lead import PackLead
from boothapp.words import tr


def told(lead: Lead, show: Show, deliveries: Iterable[Delivery] = (), language: str = "en") -> PackLead:
    """The lead in words. One who withdrew consent and left none in force is marked as withheld."""
    owner, step = show.person(lead.owner), lead.next_step
    return PackLead(
        number=lead.number,
        id=lead.id,
        visitor=lead.visitor,
        rating=lead.rating.level,
        points=lead.rating.points,
        reasons=tuple(
            f"{reason_text(show, reason, language)} {reason.points:+}" for reason in lead.rating.reasons
        ),
        owner=owner.name if owner else lead.owner,
        next_step=tr(STEPS.get(step.kind, step.kind), language) if step else "",
        due=step.due.isoformat() if step else "",
        show=show.name,
        captured_at=lead.captured_at.isoformat(timespec="seconds"),
        answers=tuple(_answers(lead, show, language)),
        interests=tuple(_products(lead, show, language)),
        notes=lead.notes,
        touches=tuple(_touch(touch, show, language) for touch in lead.basis.touches),
        consents=tuple(tr(PURPOSES.get(purpose, purpose), language) for purpose in lead.allowed),
        delivery="; ".join(
            f"{delivery.target}: {tr(STATE_WORDS[delivery.state], language)}" for delivery in deliveries
        ),
        withheld=_withheld(lead, language),
    )


def _answers(lead: Lead, show: Show, language: str) -> Iterator[tuple[str, str]]:
    given = lead.basis.answers
    for question in show.questions:
        if chosen := given.get(question.id):
            options = (question.option(id) for id in chosen)
            words = [said(o.text, language) if o else id for o, id in zip(options, chosen, strict=True)]
            yield said(question.text, language) or question.id, ", ".join(words)
    known = {question.id for question in show.questions}
    yield from ((id, ", ".join(chosen)) for id, chosen in given.items() if id not in known)


def _products(lead: Lead, show: Show, language: str) -> Iterator[str]:
    for id in lead.interests:
        product = show.product(id)
        yield said(product.name, language) if product else id


def _touch(touch: Touch, show: Show, language: str) -> str:
    piece = show.piece(touch.piece)
    title = said(piece.title, language) if piece else touch.piece
    share = f"{touch.share:.0%}" if touch.share < 1 else ""
    what = " ".join(part for part in (tr(TOUCH_KINDS.get(touch.kind, touch.kind), language), share) if part)
    return f"{what}: {title}" if title else what


def _withheld(lead: Lead, language: str) -> str:
    withdrawn = any(not consent.given for consent in lead.consents)
    return tr("consent withdrawn", language) if withdrawn and not lead.allowed else ""
