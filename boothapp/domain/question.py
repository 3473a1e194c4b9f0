"""What the stand asks: the four BANT questions and the show's own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from boothapp.domain.wording import Wording

BANT = ("budget", "authority", "need", "timing")
Kind = Literal["single", "several", "text", "number", "scale"]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose."""

    id: str
    text: Wording


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the show; `ask` is how staff say it, options are in the order of the keys 1, 2, 3..."""

    id: str
    text: Wording
    ask: Wording = field(default_factory=dict)
    kind: Kind = "single"
    options: tuple[Option, ...] = ()

    @property
    def is_bant(self) -> bool:
        """True for budget, authority, need and timing."""
        return self.id in BANT

    def option(self, id: str) -> Option | None:
        """The option with this id."""
        return next((option for option in self.options if option.id == id), None)


Answers = Mapping[str, tuple[str, ...]]
"""Question id -> the options chosen, or the one text or number said. Unanswered questions are absent."""


def latest(*answers: Answers) -> dict[str, tuple[str, ...]]:
    """Several conversations in order of time as one: the last word on each question counts."""
    return {question: said for one in answers for question, said in one.items() if said}
