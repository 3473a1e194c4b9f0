"""What is known of a lead, as facts in ready texts for the page."""

from collections import Counter
from collections.abc import Callable

from boothapp.actions.leads import Whole, owner_reason_of
from boothapp.domain import telling
from boothapp.domain.collateral import PIECE_KINDS
from boothapp.domain.delivery import STATE_WORDS, Delivery
from boothapp.domain.explain import reason_text
from boothapp.domain.flags import FLAGS
from boothapp.domain.next_step import STEPS
from boothapp.domain.outcome import STATUS_WORDS, Outcome
from boothapp.domain.rating import Reason
from boothapp.domain.voice import TAGS
from boothapp.domain.wording import said
from boothapp.ui import locale
from boothapp.ui.widgets.facts import Fact, breakable
from boothapp.ui.widgets.rating import signed
from boothapp.words import language, mark, tr

Tell = Callable[[Whole], list[Fact]]
NEXT, CONSENT = mark("What comes next"), mark("Consent")
_TONES = {"held": "warning", "review": "warning", "needs correction": "error", "accepted": "ok"}


def next_step(whole: Whole) -> list[Fact]:
    """What happens next, by when and by whom."""
    step = whole.lead.next_step
    what = tr(STEPS.get(step.kind, step.kind)) if step else ""
    due = tr("by {day}").format(day=locale.due(step)) if step and step.kind != "none" else ""
    owner, reason = telling.owner(whole.show, whole.lead), owner_reason_of(whole.show, whole.lead)
    return [
        Fact(tr("Next step"), ", ".join(part for part in (what, due) if part) or tr("None yet")),
        Fact(tr("Owner"), "\n".join(filter(None, (owner or tr("Nobody yet"), reason)))),
        *([Fact(tr("Tags"), ", ".join(whole.lead.tags))] if whole.lead.tags else []),
    ]


def conversation(whole: Whole) -> list[Fact]:
    """What the visitor said, was shown and took, with the points that each brought."""
    show, lead, spoken = whole.show, whole.lead, language()
    points = Counter[str]()
    for reason in lead.rating.reasons:
        points[reason.subject] += reason.points if reason.source == "answer" else 0
    asked = {said(question.text, spoken): question.id for question in show.questions}
    facts = [
        Fact(name, breakable(answer), _points(points, asked.get(name, name)))
        for name, answer in telling.answers(show, lead, spoken)
    ]
    facts += [Fact(tr("Interested in"), ", ".join(telling.interests(show, lead, spoken)))]
    return [fact for fact in (*facts, *_shown(whole), *_handed(whole), *_voice(whole)) if fact.value]


def to_complete(whole: Whole) -> list[Fact]:
    """What is still to ask for, and nothing that was allowed yet."""
    lead = whole.lead
    nothing = [] if lead.allowed else [Fact(tr("Allowed"), tr("Nothing yet"), "", "warning")]
    missing = [tr(FLAGS[flag]) for flag in lead.flags_where(whole.show.signature) if flag != "no-consent"]
    return [*nothing, *(Fact(tr("To complete"), text, "", "warning") for text in missing)]


def head_office(whole: Whole) -> list[Fact]:
    """Where the lead stands at each target, and how it ended."""
    outcome = whole.lead.outcome
    ended = [Fact(tr("Outcome"), _ended(outcome), "", _ended_tone(outcome))] if outcome else []
    stands = [Fact(d.target, _stands(d, whole), "", _TONES.get(d.state, "")) for d in whole.deliveries]
    unsent = STATE_WORDS["waiting"]
    return ended + (stands or [Fact(tr("Delivery"), _capital(tr(unsent)))])


def _shown(whole: Whole) -> list[Fact]:
    worth = {(r.subject, r.choice): r.points for r in whole.lead.rating.reasons if r.source == "touch"}
    facts = []
    for touch in dict.fromkeys((t.kind, t.piece, t.share) for t in whole.lead.basis.touches):
        kind, piece, share = touch
        text = reason_text(whole.show, Reason("touch", kind, piece, 0), language())
        text = text if share >= 1 else tr("{what}, {share} of it").format(what=text, share=f"{share:.0%}")
        facts.append(Fact(tr("Shown and done"), text, _signed(worth.pop((kind, piece), 0))))
    return facts


def _handed(whole: Whole) -> list[Fact]:
    pieces = (whole.show.piece(id) for id in whole.lead.pieces)
    texts = [f"{said(piece.title, language())} ({tr(PIECE_KINDS[piece.kind])})" for piece in pieces if piece]
    return [Fact(tr("Pieces"), text) for text in texts]


def _voice(whole: Whole) -> list[Fact]:
    """What was said with its tag, which messages worked, and who else was named."""
    voice, spoken = whole.lead.voice, language()
    words = ((tr(TAGS.get(one.tag, one.tag)) or tr("Said"), one.text) for one in voice.remarks)
    said_of = [Fact(about, f"“{breakable(text)}”") for about, text in words]
    worked = ", ".join(telling.messages(whole.show, whole.lead, spoken))
    named = breakable(", ".join(voice.competitors))
    return [*said_of, Fact(tr("Messages that worked"), worked), Fact(tr("Competitors named"), named)]


def _points(points: Counter[str], question: str) -> str:
    return _signed(points[question]) if question in points else ""


def _signed(points: int) -> str:
    return signed(points) if points else "0"


def _stands(one: Delivery, whole: Whole) -> str:
    newer = one.state in ("accepted", "sent") and one.revision < whole.lead.revision
    state = tr(CHANGED if newer else STATE_WORDS[one.state])
    about = ": ".join(part for part in (one.field, one.message) if part)
    return "\n".join(part for part in (_capital(state), about) if part)


CHANGED = mark("changed since, waiting to be sent")


def _ended(outcome: Outcome) -> str:
    amount = locale.amount(outcome.amount, outcome.currency) if outcome.amount is not None else ""
    closed = tr("on {day}").format(day=locale.day(outcome.closed_on)) if outcome.closed_on else ""
    to = tr("to {competitor}").format(competitor=outcome.competitor) if outcome.competitor else ""
    parts = (tr(STATUS_WORDS[outcome.status]), amount, outcome.reason, to, closed)
    return _capital(", ".join(part for part in parts if part))


def _ended_tone(outcome: Outcome) -> str:
    return "ok" if outcome.status == "won" else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


SECTIONS: tuple[tuple[str, Tell], ...] = (
    (NEXT, next_step),
    (mark("The conversation"), conversation),
    (CONSENT, to_complete),
    (mark("Head office"), head_office),
)
"""The cards of the detail: title and what stands in it."""
