"""What the stand asks: the four BANT questions and the show's own."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from boothapp.domain.fact import fact
from boothapp.domain.wording import Wording

BANT = ("budget", "authority", "need", "timing")
Kind = Literal["single", "several", "text", "number", "scale"]
CHOSEN: tuple[Kind, ...] = ("single", "several")
"""The kinds that are answered by options."""
USUAL_SCALE = (1, 5)
MOST_STEPS = 11
"""Steps of a scale: 0 to 10, the widest that people tell apart and that fits one row of buttons."""


@fact
class Option:
    """One answer to choose."""

    id: str
    text: Wording


@fact
class Question:
    """One question of the show; `ask` is how staff say it, options are in the order of the keys 1, 2, 3...

    least, most: the range of a number, or the ends of a scale (1 to 5 where the kit says nothing);
    unit: what a number counts, such as "a year".
    """

    id: str
    text: Wording
    ask: Wording = field(default_factory=dict)
    kind: Kind = "single"
    options: tuple[Option, ...] = ()
    least: float | None = None
    most: float | None = None
    unit: Wording = field(default_factory=dict)

    @property
    def is_bant(self) -> bool:
        """True for budget, authority, need and timing."""
        return self.id in BANT

    @property
    def ends(self) -> tuple[float | None, float | None]:
        """The range of a number, open where it is None; the ends of a scale."""
        if self.kind != "scale":
            return self.least, self.most
        low, high = USUAL_SCALE
        return low if self.least is None else self.least, high if self.most is None else self.most

    @property
    def steps(self) -> tuple[int, ...]:
        """The values of a scale, the least first."""
        least, most = self.ends
        return tuple(range(int(least or 0), int(most or 0) + 1))

    def option(self, id: str) -> Option | None:
        """The option with this id."""
        return next((option for option in self.options if option.id == id), None)


Answers = Mapping[str, tuple[str, ...]]
"""Question id -> the options chosen, or the one text or number said. Unanswered questions are absent."""


def latest(*answers: Answers) -> dict[str, tuple[str, ...]]:
    """Several conversations in order of time as one: the last word on each question counts."""
    return {question: said for one in answers for question, said in one.items() if said}
