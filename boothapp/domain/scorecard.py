"""How many points an answer or a touch is worth, and from where on a lead is warm or hot."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cached_property

from boothapp.domain.fact import fact

Points = Mapping[str, Mapping[str, int]]


@fact
class TouchPoints:
    """A kind of touch is worth `each` points for each piece, and `most` in all."""

    each: int
    most: int


ANSWER_POINTS: Points = {
    "budget": {"approved": 3, "planned": 2, "none": -1},
    "authority": {"decides": 3, "recommends": 2, "none": 0},
    "need": {"urgent": 3, "clear": 2, "none": -1},
    "timing": {"quarter": 3, "half-year": 2, "later": 0},
}
"""BANT points from -5 to +5, written by hand: a "no" may cost, an unasked question never does."""

TOUCH_POINTS: Mapping[str, TouchPoints] = {
    "demo": TouchPoints(4, 6),
    "handed": TouchPoints(1, 2),
    "downloaded": TouchPoints(2, 4),
    "clicked": TouchPoints(1, 3),
    "trial": TouchPoints(4, 4),
}
"""Behaviour: a demo watched to the end alone makes a visitor warm, with a trial asked for hot."""


RANGE = r"(?P<least>-?\d+(?:\.\d+)?)?(?P<how>\.\.|->)(?P<most>-?\d+(?:\.\d+)?)?"
"""Points for a number or a scale: "51..500", "..50" and "501.." bring theirs, "1->5" rises from 0 to them."""


def worth(points: Mapping[str, int], answer: str) -> int | None:
    """The points of one answer: its own, else those of the first range that holds it; None without any."""
    if answer in points:
        return points[answer]
    number = _number(answer)
    if number is None:
        return None
    found = (_in_range(re.fullmatch(RANGE, key), number, most) for key, most in points.items())
    return next((value for value in found if value is not None), None)


def _in_range(found: "re.Match[str] | None", number: Decimal, points: int) -> int | None:
    if found is None:
        return None
    least, most = _number(found["least"]), _number(found["most"])
    if found["how"] == "->":
        return _risen(least, most, number, points)
    inside = (least is None or least <= number) and (most is None or number <= most)
    return points if inside else None


def _risen(least: Decimal | None, most: Decimal | None, number: Decimal, points: int) -> int | None:
    """Evenly from 0 points at the least to all of them at the most; beyond the ends no more than there."""
    if least is None or most is None or most <= least:
        return None
    share = (min(max(number, least), most) - least) / (most - least)
    return round(points * share)


def _number(text: str | None) -> Decimal | None:
    try:
        number = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None


@dataclass(frozen=True)
class Scorecard:
    """Points for answers and touches, and the two limits; its version follows from its content.

    answers: question -> option -> points; of a question that takes several options the points add up, and a
    number or a scale has ranges (see RANGE) for options.
    """

    answers: Points = field(default_factory=lambda: ANSWER_POINTS)
    touches: Mapping[str, TouchPoints] = field(default_factory=lambda: TOUCH_POINTS)
    warm: int = 4
    hot: int = 8

    @cached_property
    def version(self) -> str:
        """Eight hex digits of the content's SHA-256: the same points have the same version everywhere."""
        from hashlib import sha256

        content = json.dumps(asdict(self), sort_keys=True, separators=(",", ":"))
        return sha256(content.encode()).hexdigest()[:8]

    def best(self, question: str) -> int:
        """The most points one answer to this question can bring."""
        return max((0, *self.answers.get(question, {}).values()))
