"""What happens next with a lead, and by when."""

from collections.abc import Mapping
from datetime import date, time, timedelta

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
    """One step from STEPS with the day it is due, and the time of day at the show where one was agreed."""

    kind: str
    due: date
    at: time | None = None

    @property
    def when(self) -> str:
        """Day and time in ISO 8601, such as 2026-11-24 or 2026-11-24T10:00."""
        return f"{self.due.isoformat()}T{self.at:%H:%M}" if self.at else self.due.isoformat()

    @property
    def clock(self) -> str:
        """The time of day, such as 10:00, "" where none was agreed."""
        return f"{self.at:%H:%M}" if self.at else ""


def step_on(kind: str, when: str) -> NextStep:
    """The step with `NextStep.when`; raises ValueError where that is no day."""
    day, _, clock = when.strip().replace(" ", "T", 1).partition("T")
    return NextStep(kind, date.fromisoformat(day), time.fromisoformat(clock) if clock else None)


PROPOSED: Mapping[Level, tuple[str, int]] = {"hot": ("call", 0), "warm": ("call", 3), "cold": ("material", 7)}
"""Rating -> step and days from the conversation: hot leads are called at once (PRODUCT.md, the loop, 3)."""


def propose(level: Level, day: date) -> NextStep:
    """The step and due day the rating suggests."""
    kind, days = PROPOSED[level]
    return NextStep(kind, day + timedelta(days=days))
