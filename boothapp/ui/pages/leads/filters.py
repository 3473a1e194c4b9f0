"""What the list can be filtered and sorted by, in words, and which filters are on."""

from collections.abc import Mapping
from datetime import date

from boothapp.domain.delivery import STATE_WORDS
from boothapp.domain.flags import FLAGS
from boothapp.domain.show import Show
from boothapp.domain.wording import said
from boothapp.store.listed import ANY
from boothapp.store.lists import BEFORE, Sort
from boothapp.ui import locale
from boothapp.ui.widgets.chips import ChipItem
from boothapp.ui.widgets.rating import WORDS
from boothapp.words import language, mark, tr

SORT_WORDS: Mapping[Sort, str] = {
    "newest": mark("Newest first"),
    "rating": mark("Hottest first"),
    "name": mark("By name"),
    "company": mark("By company"),
    "owner": mark("By owner"),
    "due": mark("By due day"),
}
FACET_WORDS: Mapping[str, str] = {
    "owner": mark("Owner"),
    "day": mark("Day"),
    "station": mark("Station"),
    "product": mark("Interested in"),
    "delivery": mark("Delivery"),
    "flag": mark("To complete"),
    "tag": mark("Tag"),
}
"""The facets of the panel, in their order, by name."""
TODAY, OVERDUE = "today", "overdue"
QUICK = (
    ("rating", "hot"), ("rating", "warm"), ("rating", "cold"), ("due", TODAY), ("due", OVERDUE),
    ("flag", ANY),
)  # fmt: skip
"""The filters that are always in sight."""
FOLLOW_UPS: Mapping[str, str] = {
    TODAY: mark("Follow-up promised today"),
    OVERDUE: mark("Overdue"),
}
STATION = mark("Station {letter}")
SHORT_FLAGS: Mapping[str, str] = {**FLAGS, ANY: mark("To complete"), "nobody": mark("Nobody to find again")}
MOST = 24
"""How many values of one facet are offered; those with the most leads."""

Chosen = Mapping[str, tuple[str, ...]]
Counts = Mapping[str, Mapping[str, int]]


def in_sight(chosen: Chosen) -> dict[str, tuple[str, ...]]:
    """The values to count for the chips above the list, by facet."""
    pairs = [*QUICK, *((facet, value) for facet, values in chosen.items() for value in values)]
    found: dict[str, tuple[str, ...]] = {}
    for facet, value in pairs:
        found[facet] = (*found.get(facet, ()), value)
    return asked(found)


def key_of(facet: str, value: str) -> str:
    """The key of a filter's chip."""
    return f"{facet}:{value}"


def with_keys(chosen: Chosen, there: list[str], on: list[str]) -> dict[str, tuple[str, ...]]:
    """The filters chosen once the chips `on` are on, of those that are `there`."""
    pairs = [(facet, value) for facet, values in chosen.items() for value in values]
    kept = [pair for pair in pairs if key_of(*pair) not in there or key_of(*pair) in on]
    more = [(facet, value) for facet, _, value in (key.partition(":") for key in on)]
    found: dict[str, tuple[str, ...]] = {}
    for facet, value in dict.fromkeys((*kept, *more)):
        found[facet] = (*found.get(facet, ()), value)
    return found


def asked(chosen: Chosen) -> dict[str, tuple[str, ...]]:
    """The filters as the store knows them: today is a date."""
    return {facet: tuple(_known(facet, value) for value in values) for facet, values in chosen.items()}


def count_of(counts: Counts, facet: str, value: str) -> int:
    """How many leads this filter leaves."""
    return counts.get(facet, {}).get(_known(facet, value), 0)


def _known(facet: str, value: str) -> str:
    """A value as the store knows it."""
    now = date.today().isoformat()
    days = {TODAY: now, OVERDUE: f"{BEFORE}{now}"} if facet == "due" else {}
    return days.get(value, value)


def text_of(show: Show | None, facet: str, value: str) -> str:
    """What a filter's chip says."""
    if facet in ("owner", "product"):
        return _named(show, facet, value)
    texts = {
        "rating": lambda: tr(WORDS.get(value, value)),
        "day": lambda: locale.day(date.fromisoformat(value)),
        "station": lambda: tr(STATION).format(letter=value or "–"),
        "delivery": lambda: _capital(tr(STATE_WORDS.get(value, value))),
        "flag": lambda: tr(SHORT_FLAGS.get(value, value)),
        "due": lambda: tr(FOLLOW_UPS.get(value, value)),
        "hour": lambda: _hour(value),
        "staff": lambda: _of_day(staff_name(show, value[11:]), value),
        "printed": lambda: _of_day(tr("Printed"), value),
    }
    return texts[facet]() if facet in texts else value


def bar(show: Show | None, chosen: Chosen, counts: Counts) -> list[ChipItem]:
    """The chips above the list: those always there, then those chosen in the panel."""
    others = [(facet, value) for facet, values in chosen.items() for value in values]
    return [_item(show, counts, *pair) for pair in dict.fromkeys((*QUICK, *others))]


def offered(show: Show | None, facet: str, chosen: Chosen, counts: Counts) -> list[ChipItem]:
    """The chips of one facet in the panel: the values that leads have, and those chosen."""
    there = counts.get(facet, {})
    most = sorted((value for value in there if value != ANY), key=lambda value: -there[value])[:MOST]
    values = {value for value in (*most, *chosen.get(facet, ())) if (facet, value) not in QUICK}
    items = [_item(show, counts, facet, value) for value in values]
    return sorted(items, key=lambda item: item.key if facet == "day" else item.text.casefold())


def _item(show: Show | None, counts: Counts, facet: str, value: str) -> ChipItem:
    return ChipItem(key_of(facet, value), text_of(show, facet, value), count_of(counts, facet, value))


def _named(show: Show | None, facet: str, value: str) -> str:
    if facet == "owner":
        person = show.person(value) if show else None
        return person.name if person else value or tr("Nobody yet")
    product = show.product(value) if show else None
    return said(product.name, language()) if product else value


def staff_name(show: Show | None, id: str) -> str:
    """The name of somebody at the stand; "" is nobody signed in."""
    person = show.person(id) if show else None
    return person.name if person else id or tr("Nobody signed in")


def _of_day(text: str, value: str) -> str:
    """A text and the day that the value begins with."""
    return f"{text}, {locale.day(date.fromisoformat(value[:10]))}"


def _hour(value: str) -> str:
    begins = int(value[11:])
    return _of_day(f"{begins:02}:00–{begins + 1:02}:00", value)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
