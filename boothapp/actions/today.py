"""How the stand is doing today: figures, each with the leads behind it, and the goal."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from boothapp.actions import shows
from boothapp.domain.changes import Changes, changed
from boothapp.domain.delivery import STATE_WORDS
from boothapp.domain.kit_check import HIGHEST_GOAL
from boothapp.domain.show import Show
from boothapp.errors import WrongCall
from boothapp.store import day as days
from boothapp.store import lists, outbox
from boothapp.store import shows as kept
from boothapp.store.database import Store
from boothapp.store.day import Day
from boothapp.store.lists import Query
from boothapp.words import tr

LEVELS = ("hot", "warm", "cold")
HANDED_OVER = ("accepted", "gone")
"""The states of a lead that head office has, or had and deleted."""
NOT_THERE = tuple(state for state in STATE_WORDS if state not in HANDED_OVER)

Filters = Mapping[str, tuple[str, ...]]
"""Facet -> values: what finds the leads behind a figure in the list of leads."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the stand wants to know of a day.

    levels: the day's leads by rating; hot_waiting: hot leads of the whole show that head office has not got,
    by state; unsent: leads of all shows that go out with the next sending; days: every day with leads.
    """

    day: str
    counts: Day = field(default_factory=Day)
    levels: Mapping[str, int] = field(default_factory=dict)
    hot_waiting: Mapping[str, int] = field(default_factory=dict)
    unsent: int = 0
    days: Mapping[str, int] = field(default_factory=dict)

    def of_day(self, **more: str) -> Filters:
        """What finds the day's leads, or those of them with these values."""
        return {"day": (self.day,), **{facet: (value,) for facet, value in more.items()}}

    def of_hour(self, hour: int) -> Filters:
        """What finds the leads spoken with in an hour of the day."""
        return {"hour": (f"{self.day}T{hour:02}",)}

    def of_staff(self, id: str) -> Filters:
        """What finds the leads that somebody spoke with that day; "" is nobody signed in."""
        return {"staff": (f"{self.day} {id}",)}

    def of_printed(self) -> Filters:
        """What finds the leads that got a printed sheet that day."""
        return {"printed": (self.day,)}

    def of_hot_waiting(self) -> Filters:
        """What finds the hot leads that are not handed over."""
        return {"rating": ("hot",), "delivery": tuple(self.hot_waiting) or NOT_THERE}


def figures(store: Store, show: str, day: str) -> Figures:
    """The figures of a day such as 2026-11-17, of the leads that `leads.list_some` has listed."""
    counts = days.counts(store, show, day)
    of_day = Query(show=show, filters={"day": (day,)})
    hot = Query(show=show, filters={"rating": ("hot",)})
    return Figures(
        day=day,
        counts=counts,
        levels=lists.facets(store, of_day, {"rating": LEVELS})["rating"] if counts.leads else {},
        hot_waiting=lists.facets(store, hot, {"delivery": NOT_THERE})["delivery"],
        unsent=outbox.unsent(store),
        days=days.days(store, show),
    )


@dataclass(frozen=True, slots=True)
class Renewed:
    """The show with its new goal."""

    show: Show
    changes: Changes


def set_goal(store: Store, show: str, goal: int) -> Renewed:
    """How many leads a day are wanted on this laptop, 0 for no goal; raises WrongCall for nonsense."""
    if not 0 <= goal <= HIGHEST_GOAL:
        raise WrongCall(
            tr("A goal is a number of leads a day, at most {most}.").format(most=HIGHEST_GOAL),
            safe=tr("Nothing was changed."),
        )
    with store.transaction():
        renewed = replace(shows.named(store, show), goal=goal)
        kept.put(store, renewed)
    return Renewed(renewed, changed("shows"))
