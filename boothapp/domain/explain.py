"""A rating and an owner in words: why it is what it is, and what to ask next."""

from collections.abc import Mapping

from boothapp.domain.answer import answer_said
from boothapp.domain.rating import LEVEL_WORDS, Gain, Rating, Reason
from boothapp.domain.routing import FIRST, INDUSTRY, REST, Routed
from boothapp.domain.show import Show
from boothapp.domain.touch import TOUCH_KINDS
from boothapp.domain.wording import said
from boothapp.words import language as spoken
from boothapp.words import mark, tr

ASK_TOUCH = {
    "demo": mark("Show the whole demo"),
    "handed": mark("Hand over a piece"),
    "downloaded": mark("Send a piece to download"),
    "clicked": mark("Give a link to open"),
    "trial": mark("Offer the trial"),
}


OWNER_REASONS = {
    "accounts": mark("Named account: {what}"),
    "industries": mark("Industry: {what}"),
    "products": mark("Interest: {what}"),
    "countries": mark("Country: {what}"),
    REST: mark("For everybody whom no other rule names"),
    FIRST: mark("The first of the sales team, as no rule fits"),
}
IN_TURN = mark("in turn")


def level_word(rating: Rating, language: str | None = None) -> str:
    """hot, warm or cold in the language."""
    return tr(LEVEL_WORDS[rating.level], language)


def reason_text(show: Show, reason: Reason, language: str | None = None) -> str:
    """Where the points come from, such as "Budget: Approved" or "Demo watched: Welding cell"."""
    language = language or spoken()
    if reason.source == "answer":
        return answer_text(show, reason.subject, reason.choice, language)
    kind, piece = tr(TOUCH_KINDS[reason.subject], language), show.piece(reason.choice)
    return f"{kind}: {said(piece.title, language)}" if piece else kind


def answer_text(show: Show, question: str, choice: str, language: str) -> str:
    """A question with the answer chosen, as staff and sales read it."""
    asked = show.question(question)
    title = said(asked.text, language) if asked else question
    return f"{title}: {answer_said(asked, choice, language)}"


def gain_text(show: Show, gain: Gain, language: str | None = None) -> str:
    """What to ask or do for these points."""
    language = language or spoken()
    if gain.source == "touch":
        return tr(ASK_TOUCH[gain.subject], language)
    asked = show.question(gain.subject)
    return (said(asked.ask, language) or said(asked.text, language)) if asked else gain.subject


def owner_reason(show: Show, routed: Routed, countries: Mapping[str, str]) -> str:
    """Why the rules give the lead to this owner, such as "Country: Ukraine, in turn".

    countries: code -> name.
    """
    fitting = ((part, _fitting(show, part, what, countries)) for part, what in routed.because)
    parts = (tr(OWNER_REASONS[part]).format(what=what) for part, what in fitting)
    return ", ".join((*parts, *_turn(routed)))


def owner_reason_briefly(show: Show, routed: Routed, countries: Mapping[str, str]) -> str:
    """The same where there is little room, such as "Ukraine"; "" where no rule asked anything."""
    fitting = (_fitting(show, part, what, countries) for part, what in routed.because)
    return ", ".join(filter(None, (*fitting, *_turn(routed))))


def _turn(routed: Routed) -> tuple[str, ...]:
    return (tr(IN_TURN),) if routed.turns else ()


def _fitting(show: Show, part: str, what: str, countries: Mapping[str, str]) -> str:
    if part == "countries":
        return countries.get(what, what)
    if part == "industries":
        return answer_said(show.question(INDUSTRY), what, spoken())
    product = show.product(what) if part == "products" else None
    return said(product.name, spoken()) if product else what
