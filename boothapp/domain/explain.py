"""A rating in words: why it is what it is, and what to ask next."""

from boothapp.domain.answer import answer_said
from boothapp.domain.rating import LEVEL_WORDS, Gain, Rating, Reason
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
