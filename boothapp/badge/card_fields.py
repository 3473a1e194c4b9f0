"""Lines of a card -> a visitor, each field with how sure it is: by words, place, height, mail and domain."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from statistics import median

from boothapp.badge import card_words as words
from boothapp.badge.card_contacts import Contacts, contacts, phone
from boothapp.badge.card_line import Line, stand_near, stand_together
from boothapp.badge.card_town import Place, is_country, is_town, place_of
from boothapp.domain.visitor import Visitor

# Below this a person should look: it is marked beside the picture.
DOUBTFUL = 0.7
_LEAST = 0.25
_PART = r"[^\W\d_](?:[^\W\d_]|['’ʼ-])*\.?"
_NAME = re.compile(rf"^{_PART}(?:[\s-]+{_PART}){{1,4}}$")


@dataclass
class Card:
    """A visitor from a card, and how sure each field is, 0 to 1, by the field's name."""

    visitor: Visitor = field(default_factory=Visitor)
    sure: dict[str, float] = field(default_factory=dict)


@dataclass
class _Table:
    """The lines that are not contacts, and what is known about the card as a whole."""

    lines: list[Line]
    locals: tuple[str, ...]
    domain: str
    height: float


def fields(lines: list[Line], country: str = "") -> Card:
    """Who the card is of. country: the show's, ISO 3166 alpha-2, for phones without a country code."""
    found = contacts(lines, country)
    table = _table(found)
    place = place_of(_address(table))
    table.lines = [line for line in table.lines if line not in place.lines]
    told = {name: _taken(table, score) for name, score in ROLES.items()}
    return _card(found, place, {name: one for name, one in told.items() if one is not None})


def _table(found: Contacts) -> _Table:
    locals_ = tuple(one.value.partition("@")[0].casefold() for one in found.mails)
    label = words.latin(found.domain.rpartition(".")[0])
    height = median([line.height for line in found.rest] or [1.0])
    return _Table(found.rest, locals_, label, max(height, 1.0))


def _address(table: _Table) -> list[Line]:
    """The lines of the address; a number right above the town is a house in a street of any name."""
    told = [line for line in table.lines if _is_place(line.text)]
    towns = [line for line in told if is_town(line.text)]
    streets = [line for line in table.lines if any(map(str.isdigit, line.text)) and line not in told]
    above = [line for line in streets if any(stand_together(line, town) for town in towns)]
    return sorted((*told, *above), key=lambda line: line.top)


def _is_place(text: str) -> bool:
    return is_town(text) or words.is_street(text) or is_country(text)


def _name(line: Line, table: _Table) -> float:
    text = words.HONOURS.sub("", line.text)
    if not _NAME.match(text) or words.has_form(text) or not _capital(text):
        return 0.0
    score = 0.45 + 0.15 * min(line.height / table.height - 1, 1)
    score += 0.4 * _in_mail(text, table) + (0.3 if text != line.text else 0)
    score -= 0.35 * words.is_title(text) + 0.3 * words.is_department(text)
    return score - (0.25 if _of_domain(text, table) > 0.8 and not _in_mail(text, table) else 0)


def _capital(text: str) -> bool:
    parts = [part for part in re.split(r"[\s-]+", text) if len(part) > 2]
    large = [part for part in parts if part not in words.PARTICLES]
    return bool(large) and sum(part[0].isupper() for part in large) * 2 > len(large)


def _in_mail(text: str, table: _Table) -> float:
    """How much of the name stands in the mail before its @: 1 with the family name, 0.6 with another."""
    parts = [words.latin(part) for part in text.split()]
    local = words.latin(" ".join(table.locals))
    spelled = [part.replace("a", "ae").replace("o", "oe") for part in parts]
    inside = [part for part, other in zip(parts, spelled, strict=True)
              if len(part) > 2 and (_within(part, local) or _within(other, local))]  # fmt: skip
    return 0.0 if not inside else 1.0 if parts[-1] in inside or len(inside) > 1 else 0.6


def _within(part: str, text: str) -> bool:
    """Whether the part stands in the text, a letter spelled otherwise allowed for in long ones."""
    if part in text:
        return True
    longest = SequenceMatcher(None, part, text, autojunk=False)
    same = sum(block.size for block in longest.get_matching_blocks())
    return len(part) > 4 and same >= len(part) - 1 and len(text) < 3 * len(part)


def _company(line: Line, table: _Table) -> float:
    if words.has_form(line.text):
        return 0.95
    score = 0.75 * _of_domain(line.text, table) - 0.5 * _in_mail(line.text, table)
    score += 0.1 * min(line.height / table.height - 1, 1)
    quoted = any(sign in line.text for sign in "«»„“")
    return (
        score + 0.25 * quoted + 0.2 - 0.5 * words.is_title(line.text) - 0.3 * words.is_department(line.text)
    )


def _of_domain(text: str, table: _Table) -> float:
    """How much of the domain the text explains, 0 to 1."""
    if not table.domain:
        return 0.0
    told = words.latin(text)
    parts = [part for part in map(words.latin, text.split()) if len(part) > 2 and part in table.domain]
    likeness = SequenceMatcher(None, told, table.domain, autojunk=False).ratio()
    return max(likeness, min(1.0, sum(map(len, parts)) / len(table.domain)))


def _title(line: Line, _table: _Table) -> float:
    return 0.9 * words.is_title(line.text) - 0.5 * words.has_form(line.text)


def _department(line: Line, _table: _Table) -> float:
    return 0.85 * words.is_department(line.text)


ROLES: Mapping[str, Callable[[Line, _Table], float]] = {
    "full_name": _name,
    "company": _company,
    "job_title": _title,
    "department": _department,
}
"""What a line may be, in the order they are chosen, with how likely it is that."""


def _taken(table: _Table, score: Callable[[Line, _Table], float]) -> tuple[str, float] | None:
    """The likeliest line for a role, with the lines that go on with it; they are no other role's any more."""
    scored = [(score(line, table), -line.top, line) for line in table.lines]
    best = max(scored, key=lambda one: one[:2], default=(0.0, 0.0, None))
    if best[2] is None or best[0] < _LEAST:
        return None
    chosen = [best[2]] if score is _name else _whole(best[2], table, score)
    table.lines = [line for line in table.lines if line not in chosen]
    text = " ".join(line.text for line in chosen)
    return text, min(best[0], 0.98) * min(line.score for line in chosen)


def _whole(line: Line, table: _Table, score: Callable[[Line, _Table], float]) -> list[Line]:
    """The line with those above and below that are part of it."""
    chosen = [line]
    for other in sorted(table.lines, key=lambda one: one.top):
        if other not in chosen and _goes_on(chosen[-1], other, table, score):
            chosen.append(other)
    for other in sorted(table.lines, key=lambda one: -one.top):
        if other not in chosen and _goes_on(other, chosen[0], table, score):
            chosen.insert(0, other)
    return chosen


def _goes_on(first: Line, second: Line, table: _Table, score: Callable[[Line, _Table], float]) -> bool:
    if score is _company and (words.is_form(first.text) or words.is_form(second.text)):
        return stand_near(first, second)
    others = [one for one in ROLES.values() if one is not score]
    free = all(one(line, table) < 0.6 for line in (first, second) for one in others)
    return free and stand_together(first, second) and not any(map(str.isdigit, second.text))


def _card(found: Contacts, place: Place, told: Mapping[str, tuple[str, float]]) -> Card:
    texts = {name: text for name, (text, _) in told.items()} | dict(place.fields)
    sure = {name: value for name, (_, value) in told.items()} | dict.fromkeys(place.fields, place.sure)
    phones = sorted(found.phones, key=lambda one: one.kind == "fax")
    lists = {"emails": found.mails, "phones": phones, "website": found.webs}
    sure |= {name: min(one.sure for one in ones) for name, ones in lists.items() if ones}
    visitor = Visitor(
        emails=tuple(one.value for one in found.mails),
        phones=tuple(phone(one) for one in phones),
        website=found.webs[0].value if found.webs else "",
        **texts,
    )
    return Card(visitor, {name: round(max(0.0, min(value, 1.0)), 2) for name, value in sure.items()})
