"""How many points an answer or a touch is worth, and from where on a lead is warm or hot."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property

Points = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True)
class Scorecard:
    """Points for answers and touches, and the two limits; its version follows from its content."""

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
