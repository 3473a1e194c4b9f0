"""The next step as a promise to the visitor, in the visitor's language."""

from collections.abc import Mapping
from datetime import date

from boothapp.domain.next_step import NextStep
from boothapp.words import mark, tr

# What we promise, said to the visitor; "none" promises nothing.
PROMISES: Mapping[str, str] = {
    "call": mark("We call you on {day}."),
    "offer": mark("You get our offer by {day}."),
    "visit": mark("We visit you on {day}."),
    "material": mark("We send you the material by {day}."),
}
# A month is written with its day, because many languages bend it.
DAYS = (
    mark("{day} January {year}"),
    mark("{day} February {year}"),
    mark("{day} March {year}"),
    mark("{day} April {year}"),
    mark("{day} May {year}"),
    mark("{day} June {year}"),
    mark("{day} July {year}"),
    mark("{day} August {year}"),
    mark("{day} September {year}"),
    mark("{day} October {year}"),
    mark("{day} November {year}"),
    mark("{day} December {year}"),
)


def promise(step: NextStep | None, language: str) -> str:
    """What the visitor can count on, such as "We call you on 22 April 2027."; "" when nothing was agreed."""
    wording = PROMISES.get(step.kind, "") if step else ""
    if not step or not wording:
        return ""
    # A day that ends with an abbreviation, as in Ukrainian, brings its own full stop.
    return tr(wording, language).format(day=_when(step, language)).replace("..", ".")


def _when(step: NextStep, language: str) -> str:
    day = day_text(step.due, language)
    if not step.at:
        return day
    return tr("{day} at {time}", language).format(day=day, time=step.clock)


def day_text(day: date, language: str) -> str:
    """The day in words, such as 22 April 2027, with a no-break space after the first."""
    return tr(DAYS[day.month - 1], language).format(day=day.day, year=day.year).replace(" ", "\u00a0", 1)
