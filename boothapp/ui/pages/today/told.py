"""The figures of a day in words: what each tile and each bar says, and the filters behind it."""

from collections.abc import Mapping

from boothapp.actions.today import LEVELS, Figures
from boothapp.domain.show import Show
from boothapp.ui.pages.leads.filters import Chosen, staff_name
from boothapp.ui.widgets.bars import Bar
from boothapp.ui.widgets.figure_tile import Figure
from boothapp.ui.widgets.rating import WORDS
from boothapp.words import number, plural, tr

FEWEST_HOURS = 8


def leads(now: Figures, goal: int) -> Figure:
    """How many leads the day has, against the goal where there is one."""
    n = now.counts.leads
    name = plural("lead", "leads", n)
    if not goal:
        return Figure(number(n), name, tr("No goal set for a day"), does=_list(n))
    left = goal - n
    remark = (
        plural("{n} more to the goal", "{n} more to the goal", left)
        if left > 0
        else plural("{n} above the goal", "{n} above the goal", -left)
        if left
        else tr("The goal is reached")
    )
    figure = tr("{n} of {goal}").format(n=number(n), goal=number(goal))
    name = plural("lead", "leads", goal)
    return Figure(figure, name, remark, share=n / goal, does=_list(n))


def hot(now: Figures) -> Figure:
    """The hot leads that head office has not got."""
    n = sum(now.hot_waiting.values())
    remark = tr("Of the whole show") if n else tr("Head office has all of them")
    return Figure(number(n), tr("hot, not handed over"), remark, "hot" if n else "text", does=_list(n))


def printed(now: Figures) -> Figure:
    """The leads that took a sheet home that day."""
    n = now.counts.printed
    return Figure(number(n), tr("with a printed sheet"), tr("Printed on this day"), does=_list(n))


def unsent(now: Figures) -> Figure:
    """What goes out with the next sending."""
    n = now.unsent
    remark = tr("With the next sending") if n else tr("Nothing is left behind")
    return Figure(number(n), tr("to be sent"), remark, does=tr("Open the Send page"))


def _list(n: int) -> str:
    return tr("Show them in the list") if n else ""


def hours(now: Figures, until: int) -> list[Bar]:
    """A bar an hour, from the first with a lead to the last or the present one (-1 on another day)."""
    there = now.counts.hours
    first, last = min(there, default=9), max([*there, until])
    first = max(0, min(first, last - FEWEST_HOURS + 1))
    last = min(23, max(last, first + FEWEST_HOURS - 1))
    return [_hour(hour, there.get(hour, 0), hour == until) for hour in range(first, last + 1)]


def _hour(hour: int, n: int, now: bool) -> Bar:
    said = plural("{n} lead", "{n} leads", n)
    spoken = tr("{begin} to {end}: {leads}").format(begin=f"{hour}:00", end=f"{hour + 1}:00", leads=said)
    return Bar(str(hour), str(hour), n, spoken, strong=now)


def ratings(now: Figures) -> list[Bar]:
    """A bar a rating."""
    return [_named(level, tr(WORDS[level]), now.levels.get(level, 0), level) for level in LEVELS]


def staff(now: Figures, show: Show | None) -> list[Bar]:
    """A bar for everybody who spoke with somebody, those with most leads first."""
    found = sorted(now.counts.staff.items(), key=lambda one: (-one[1], one[0]))
    return [_named(id, staff_name(show, id), n) for id, n in found]


def _named(key: str, name: str, n: int, role: str = "accent") -> Bar:
    said = plural("{n} lead", "{n} leads", n)
    return Bar(key, name, n, f"{name}: {said}", role)


def behind(now: Figures) -> Mapping[str, Chosen]:
    """The filters behind each tile that leads to the list."""
    return {"leads": now.of_day(), "hot": now.of_hot_waiting(), "printed": now.of_printed()}
