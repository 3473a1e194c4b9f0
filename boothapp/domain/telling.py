"""A lead in words, as sales and head office read it."""

from collections.abc import Iterable

from boothapp.domain.answer import answer_said
from boothapp.domain.consent import MAIL
from boothapp.domain.explain import reason_text
from boothapp.domain.lead import Lead
from boothapp.domain.next_step import STEPS
from boothapp.domain.purpose import PURPOSES
from boothapp.domain.rating import Reason
from boothapp.domain.show import Show
from boothapp.domain.touch import Touch
from boothapp.domain.voice import TAGS, Remark
from boothapp.domain.wording import said
from boothapp.words import mark, tr

TOGETHER = mark("In conversation with {names}")
NO_MAIL = mark("No consent to e-mail: {emails}")


def reasons(show: Show, lead: Lead, language: str) -> tuple[str, ...]:
    """Each reason of the rating with its points, such as "Budget: Approved (+3)"."""
    return tuple(f"{reason_text(show, one, language)} ({one.points:+d})" for one in lead.rating.reasons)


def answers(show: Show, lead: Lead, language: str) -> tuple[tuple[str, str], ...]:
    """(question, answer) for all that was answered, in the order of the show; unknown questions last."""
    given = lead.basis.answers
    asked = [question.id for question in show.questions if given.get(question.id)]
    others = [id for id in given if show.question(id) is None]
    return tuple(
        (_title(show, id, language), _options(show, id, given[id], language)) for id in (*asked, *others)
    )


def interests(show: Show, lead: Lead, language: str) -> tuple[str, ...]:
    """The products of interest by name."""
    products = [(id, show.product(id)) for id in lead.interests]
    return tuple(said(product.name, language) if product else id for id, product in products)


def touches(show: Show, lead: Lead, language: str) -> tuple[str, ...]:
    """What the visitor did or was shown; half a demo says so."""
    return tuple(_touch(show, touch, language) for touch in lead.basis.touches)


def remark(one: Remark, language: str) -> str:
    """What was said, with what it is about before it, such as "Doubt: Too heavy for our line"."""
    return ": ".join(filter(None, (tr(TAGS.get(one.tag, one.tag), language), one.text)))


def remarks(lead: Lead, language: str) -> tuple[str, ...]:
    """The tagged remarks, in the order they were made."""
    return tuple(remark(one, language) for one in lead.voice.remarks)


def messages(show: Show, lead: Lead, language: str) -> tuple[str, ...]:
    """The key messages that worked, as the stand says them."""
    return tuple(message(show, id, language) for id in lead.voice.messages)


def message(show: Show, id: str, language: str) -> str:
    """A key message as the stand says it."""
    found = show.message(id)
    return said(found.text, language) if found else id


def consents(lead: Lead, language: str) -> tuple[str, ...]:
    """What the visitor allows."""
    return tuple(tr(PURPOSES.get(purpose, purpose), language) for purpose in lead.allowed)


def consent_standing(lead: Lead, language: str) -> str:
    """What is allowed, or that consent was withdrawn, in a few words; "" where nothing was ever said."""
    if lead.allowed:
        return f"{tr('Consent', language)}: {', '.join(consents(lead, language))}"
    return tr("consent withdrawn", language) if lead.has_withdrawn else ""


def no_mail(lead: Lead, language: str) -> str:
    """A warning with the addresses that nobody may write to; "" where that is allowed, or there is none."""
    if MAIL in lead.allowed or not lead.visitor.emails:
        return ""
    return tr(NO_MAIL, language).format(emails=", ".join(lead.visitor.emails))


def next_step(lead: Lead, language: str) -> str:
    """The step and when, such as "Call, 2026-11-20" or "Call, 2026-11-20 10:00"."""
    step = lead.next_step
    if step is None:
        return ""
    return f"{tr(STEPS.get(step.kind, step.kind), language)}, {step.when.replace('T', ' ')}"


def owner(show: Show, lead: Lead) -> str:
    """The representative by name."""
    person = show.person(lead.owner)
    return person.name if person else lead.owner


def other(one: tuple[str, str]) -> str:
    """Who else stood in the conversation, by number and name."""
    number, name = one
    return number if name in ("", number) else f"{number} {name}"


def together(others: Iterable[tuple[str, str]], language: str) -> str:
    """Everybody else in the conversation, in one line; "" where nobody was."""
    names = ", ".join(map(other, others))
    return tr(TOGETHER, language).format(names=names) if names else ""


def _title(show: Show, id: str, language: str) -> str:
    question = show.question(id)
    return (said(question.text, language) if question else "") or id


def _options(show: Show, question: str, options: tuple[str, ...], language: str) -> str:
    asked = show.question(question)
    return ", ".join(answer_said(asked, option, language) for option in options)


def _touch(show: Show, touch: Touch, language: str) -> str:
    text = reason_text(show, Reason("touch", touch.kind, touch.piece, 0), language)
    return text if touch.share >= 1 else f"{text} ({touch.share:.0%})"
