"""What happens next with a lead, and by when."""

from collections.abc import Mapping
from datetime import date, timedelta

from boothapp.domain.fact import fact
from boothapp.domain.rating import Level
from boothapp.words import mark

STEPS: Mapping[str, str] = {
    "call": mark("Call"),
    "offer": mark("Send an offer"),
    "visit": mark("Visit"),
    "material": mark("Send material"),
    "none": mark("Nothing for now"),
}


@fact
class NextStep:
    """One step from STEPS with the day it is due."""

    kind: str
    due: date


PROPOSED: Mapping[Level, tuple[str, int]] = {"hot": ("call", 0), "warm": ("call", 3), "cold": ("material", 7)}
"""Rating -> step and days from the conversation: hot leads are called at once (PRODUCT.md, the loop, 3)."""


def propose(level: Level, day: date) -> NextStep:
    """The step and due day the rating suggests."""
    kind, days = PROPOSED[level]
    return NextStep(kind, day + timedelta(days=days))
