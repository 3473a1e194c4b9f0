"""A pattern from badges with no delimiter: where the expected values stand, and what stands between them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from boothapp.badge import profile_parts as parts
from boothapp.badge.learn_id import alphabet_of
from boothapp.badge.likeness import SAME, likeness
from boothapp.domain.badge_profile import BADGE_ID, BadgeProfile, Segment

Place = tuple[int, int, str]
"""Start and end in the text, and the field that stands there."""

_NUMBER = re.compile(r"[+(]?\d[\d ()./-]{4,30}\d")


def pattern_of(texts: Sequence[str], expected: Sequence[Mapping[str, str]]) -> BadgeProfile | None:
    """A profile whose parts "1", "2", ... are the expected values in their order, or None."""
    fullest = max((_named(each) for each in expected), key=len, default=frozenset())
    chosen = [at for at, each in enumerate(expected) if _named(each) == fullest]
    whole = [parts.trimmed(texts[at]) for at in chosen]
    fields = [
        field for field in fullest
        if all(place(text, field, expected[at][field]) for text, at in zip(whole, chosen, strict=True))
    ]  # fmt: skip
    found = [_places(text, expected[at], fields) for text, at in zip(whole, chosen, strict=True)]
    orders = {tuple(field for _, _, field in places) for places in found}
    if len(orders) != 1 or not (order := orders.pop()):
        return None
    segments = _segments(whole, found, order)
    encoded = all(text.casefold().startswith("http") for text in whole)
    return BadgeProfile(kind="pattern", pattern=segments, encoded=encoded) if segments else None


def _named(expected: Mapping[str, str]) -> frozenset[str]:
    return frozenset(field for field, value in expected.items() if value.strip())


def _places(text: str, expected: Mapping[str, str], fields: Sequence[str]) -> list[Place]:
    """In the order of the text; of two that overlap the shorter one is kept."""
    found = [(*at, field) for field in fields if (at := place(text, field, expected[field]))]
    kept: list[Place] = []
    for start, end, field in sorted(found, key=lambda at: (at[1] - at[0], at[2])):
        if all(end <= other[0] or start >= other[1] for other in kept):
            kept.append((start, end, field))
    return sorted(kept)


def place(text: str, field: str, expected: str) -> tuple[int, int] | None:
    """Where the value stands in the text, start and end from 0; None where it is not in it."""
    value = expected.strip()
    hits = [at for at in _occurrences(text, value) if _stands_alone(text, at, at + len(value))]
    if hits:
        return hits[0], hits[0] + len(value)
    if field == "phones":
        numbers = (match.span() for match in _NUMBER.finditer(text))
        return next((at for at in numbers if likeness(field, text[slice(*at)], value) >= SAME), None)
    first = text.casefold().find(value.casefold()) if value else -1
    return (first, first + len(value)) if first >= 0 and len(text.casefold()) == len(text) else None


def _occurrences(text: str, value: str) -> Iterator[int]:
    small, wanted = text.casefold(), value.casefold()
    at = small.find(wanted) if wanted and len(small) == len(text) else -1
    while at >= 0:
        yield at
        at = small.find(wanted, at + 1)


def _stands_alone(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def _segments(
    texts: Sequence[str], found: Sequence[list[Place]], order: Sequence[str]
) -> tuple[Segment, ...]:
    made: list[Segment] = []
    for at, field in enumerate(order):
        befores = [text[_end(places, at) : places[at][0]] for text, places in zip(texts, found, strict=True)]
        between = _between(befores)
        values = [text[places[at][0] : places[at][1]] for text, places in zip(texts, found, strict=True)]
        made += [
            *between,
            Segment(part=str(at + 1), only=alphabet_of(values) if field == BADGE_ID else "any"),
        ]
    tails = [text[places[-1][1] :] for text, places in zip(texts, found, strict=True)]
    made += _between(tails)
    return tuple(made) if _can_be_told_apart(made) else ()


def _end(places: list[Place], at: int) -> int:
    return places[at - 1][1] if at else 0


def _between(gaps: Sequence[str]) -> list[Segment]:
    """A text that is always the same, or what begins and ends the same around something else."""
    if len(set(gaps)) == 1:
        return [Segment(literal=gaps[0])] if gaps[0] else []
    before = _without_accident(parts.common_start(gaps), gaps)
    rests = [gap[len(before) :] for gap in gaps]
    turned = [rest[::-1] for rest in rests]
    after = _without_accident(parts.common_start(turned), turned)[::-1]
    ends = [[Segment(literal=text)] if text else [] for text in (before, after)]
    return [*ends[0], Segment(), *ends[1]]


def _without_accident(common: str, gaps: Sequence[str]) -> str:
    """Letters and digits that merely happen to be the same in all samples are no fixed text."""
    while (
        common and common[-1].isalnum() and any(gap[len(common) : len(common) + 1].isalnum() for gap in gaps)
    ):
        common = common[:-1]
    return common


def _can_be_told_apart(segments: Sequence[Segment]) -> bool:
    """Two parts side by side need an alphabet that says where the first one ends."""
    return all(one.literal or other.literal or one.only != "any" for one, other in pairwise(segments))
