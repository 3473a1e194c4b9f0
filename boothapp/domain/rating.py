"""Is this lead hot, warm or cold, why, and what would make it hotter?"""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import Literal

from boothapp.domain.fact import fact
from boothapp.domain.question import Answers
from boothapp.domain.scorecard import Scorecard, worth
from boothapp.domain.touch import Touch
from boothapp.words import mark

Level = Literal["hot", "warm", "cold"]
LEVELS: tuple[Level, ...] = ("hot", "warm", "cold")
LEVEL_WORDS: Mapping[str, str] = {"hot": mark("hot"), "warm": mark("warm"), "cold": mark("cold")}


@fact
class Reason:
    """Points and where they come from: an answer (question, option) or a touch (kind, piece)."""

    source: Literal["answer", "touch"]
    subject: str
    choice: str
    points: int


@fact
class Gain:
    """What one more answer or touch could add at best."""

    source: Literal["answer", "touch"]
    subject: str
    points: int


@fact
class Hotter:
    """The way to the next level: how many points it is away, and what to ask or show, best first."""

    level: Level
    missing: int
    gains: tuple[Gain, ...]


@fact
class Rating:
    """The level with its points and reasons, and the version of the scorecard that gave them."""

    level: Level = "cold"
    points: int = 0
    reasons: tuple[Reason, ...] = ()
    to_hotter: Hotter | None = None
    scorecard: str = ""


@fact
class Basis:
    """What a rating rests on: the last word on each question, and everything the visitor did."""

    answers: Answers = field(default_factory=dict)
    touches: tuple[Touch, ...] = ()


def rate(card: Scorecard, basis: Basis) -> Rating:
    """The rating to keep: with the version of the scorecard that gave it."""
    return replace(weigh(card, basis), scorecard=card.version)


def weigh(card: Scorecard, basis: Basis) -> Rating:
    """Rates by the scorecard: answers and behaviour add up; an unanswered question is not a "no"."""
    reasons = (*_answer_reasons(card, basis.answers), *_touch_reasons(card, basis.touches))
    points = sum(reason.points for reason in reasons)
    level = _level(card, points)
    return Rating(level, points, reasons, _to_hotter(card, basis, level, points))


def _level(card: Scorecard, points: int) -> Level:
    if points >= card.hot:
        return "hot"
    return "warm" if points >= card.warm else "cold"


def _answer_reasons(card: Scorecard, answers: Answers) -> Iterable[Reason]:
    for question, options in card.answers.items():
        for said in answers.get(question, ()):
            points = worth(options, said)
            if points is not None:
                yield Reason("answer", question, said, points)


def _touch_reasons(card: Scorecard, touches: Iterable[Touch]) -> Iterable[Reason]:
    left = {kind: worth.most for kind, worth in card.touches.items()}
    for (kind, piece), share in _whole(touches).items():
        if worth := card.touches.get(kind):
            points = min(int(worth.each * share), left[kind])
            left[kind] -= points
            yield Reason("touch", kind, piece, points)


def _whole(touches: Iterable[Touch]) -> dict[tuple[str, str], float]:
    """The largest share seen of each piece: two halves of the same demo are not one and a half demos."""
    shares: dict[tuple[str, str], float] = {}
    for touch in touches:
        key = (touch.kind, touch.piece)
        shares[key] = max(shares.get(key, 0.0), min(touch.share, 1.0))
    return shares


def _to_hotter(card: Scorecard, basis: Basis, level: Level, points: int) -> Hotter | None:
    if level == "hot":
        return None
    target: Level = "hot" if level == "warm" else "warm"
    missing = (card.hot if target == "hot" else card.warm) - points
    return Hotter(target, missing, tuple(_gains(card, basis)))


def _gains(card: Scorecard, basis: Basis) -> list[Gain]:
    questions = [Gain("answer", q, card.best(q)) for q in card.answers if q not in basis.answers]
    seen = {touch.kind for touch in basis.touches if touch.share >= 1}
    shown = [Gain("touch", kind, worth.each) for kind, worth in card.touches.items() if kind not in seen]
    asked_first = sorted(questions, key=lambda gain: -gain.points)
    return [gain for gain in (*asked_first, *sorted(shown, key=lambda gain: -gain.points)) if gain.points > 0]
