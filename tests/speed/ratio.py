"""Ratios of our work to the bare work beneath it, both measured in one run on the same machine."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

ROUNDS = 5


@dataclass(frozen=True)
class Pair:
    """The best of several rounds on each side, in the same unit."""

    ours: float
    bare: float

    @property
    def ratio(self) -> float:
        return self.ours / self.bare


@dataclass(frozen=True)
class Bench:
    """One line of the table: a promise about a ratio, and how it is measured.

    against: what the bare side does; limit: the largest ratio allowed; unit: of both figures.
    """

    name: str
    against: str
    limit: float
    unit: str
    measure: Callable[[], Pair]


def alternating(ours: Callable[[], float], bare: Callable[[], float], rounds: int = ROUNDS) -> Pair:
    """The smallest figure of each side over rounds taken in turn, so that a busy moment hits both."""
    figures = [(ours(), bare()) for _ in range(rounds)]
    return Pair(min(first for first, _ in figures), min(second for _, second in figures))


def timed(work: Callable[[], object]) -> float:
    """How long the work takes, in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def milliseconds(work: Callable[[], object]) -> Callable[[], float]:
    """A measurement of how long the work takes."""
    return partial(timed, work)
