"""Which part of a badge goes into which field, judged over all samples."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations

from boothapp.badge.learn_id import rule_of
from boothapp.badge.learn_layouts import Layout
from boothapp.badge.likeness import MEANT, likeness
from boothapp.badge.profile import CUTS
from boothapp.badge.profile_parts import Parts
from boothapp.domain.badge_profile import BADGE_ID, LIST_FIELDS, Cut, IdRule, Take
from boothapp.domain.folding import fold

# A part of a part is only looked for where badges do write two things into one.
CUT_FIELDS = ("given_name", "family_name", "city", "region", "postal_code", "country")
JOINED_FIELDS = ("full_name", "street", "company", "note")
ALL_CUTS: tuple[Cut, ...] = tuple(CUTS)
WHOLE: tuple[Cut, ...] = ("",)
_MOST_JOINED, _MOST_CANDIDATES = 3, 6
_CUT_COSTS, _USED_COSTS = 0.03, 0.01
_SAME_SCORE = 0.005
_NAME = ("given_name", "family_name")

Wanted = list[tuple[Parts, str]]
"""The parts of each sample for which it was said what should come out, and that."""


@dataclass
class Found:
    """takes: what was found; rule: how ids are written; doubtful: field -> another part as likely."""

    takes: list[Take] = field(default_factory=list)
    rule: IdRule = field(default_factory=IdRule)
    doubtful: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Choice:
    score: float
    takes: tuple[Take, ...]


def find(layout: Layout, expected: Sequence[Mapping[str, str]], known: Sequence[Mapping[str, str]]) -> Found:
    """known: what the app reads of each sample by itself, where the profile only adds to that."""
    found = Found()
    for name in _in_order(expected):
        if name == "full_name" and _is_put_together(found, expected):
            continue
        if any(_lacks(name, said, had) for said, had in zip(expected, known, strict=True)):
            _find_field(name, layout, expected, found)
    return found


def _in_order(expected: Sequence[Mapping[str, str]]) -> list[str]:
    """The badge id and the names first: others may be inside or put together of them."""
    first = (BADGE_ID, *_NAME)
    named = {name for each in expected for name, value in each.items() if value.strip()}
    return [name for name in first if name in named] + sorted(named - set(first))


def _is_put_together(found: Found, expected: Sequence[Mapping[str, str]]) -> bool:
    given = {take.field for take in found.takes} >= set(_NAME)
    wholes = [
        (" ".join(each.get(name, "") for name in _NAME), each.get("full_name", "")) for each in expected
    ]
    return given and all(fold(put) == fold(whole) for put, whole in wholes if whole)


def _lacks(name: str, said: Mapping[str, str], had: Mapping[str, str]) -> bool:
    value = said.get(name, "")
    return bool(value) and likeness(name, had.get(name, ""), value) < MEANT


def _find_field(name: str, layout: Layout, expected: Sequence[Mapping[str, str]], found: Found) -> None:
    for wanted in _wanted(name, layout, expected):
        choices = sorted(_choices(name, layout, wanted, found), key=lambda choice: -choice.score)
        if not choices:
            continue
        best = choices[0]
        found.takes += [take for take in best.takes if take not in found.takes]
        rival = next((one for one in choices[1:] if _is_rival(one, best, wanted)), None)
        if rival:
            found.doubtful[name] = rival.takes[0].part
        if name == BADGE_ID:
            found.rule = _rule(best.takes[0], layout, expected) or found.rule


def _wanted(name: str, layout: Layout, expected: Sequence[Mapping[str, str]]) -> Iterator[Wanted]:
    """One for each item of a list, else one."""
    rows = [
        (read, items_of(name, each.get(name, ""))) for read, each in zip(layout.read, expected, strict=True)
    ]
    for at in range(max(len(items) for _, items in rows)):
        yield [(read, items[at]) for read, items in rows if len(items) > at]


def items_of(name: str, text: str) -> list[str]:
    """What was said for a field, item by item."""
    texts = text.split(",") if name in LIST_FIELDS else [text]
    return [item.strip() for item in texts if item.strip()]


def _choices(name: str, layout: Layout, wanted: Wanted, found: Found) -> Iterator[_Choice]:
    for part in _part_names(layout):
        for cut in ALL_CUTS if name in CUT_FIELDS else WHOLE:
            score = _score(name, part, cut, wanted)
            taken = any(take.part == part and not cut for take in found.takes)
            if score > 0:
                cost = (_CUT_COSTS if cut else 0) + (_USED_COSTS if taken else 0)
                yield _Choice(score - cost, (Take(part, name, cut),))
    if name in JOINED_FIELDS:
        yield from _joined(name, layout, wanted)


def _part_names(layout: Layout) -> list[str]:
    return list(dict.fromkeys(part for read in layout.read for part in read))


def _score(name: str, part: str, cut: Cut, wanted: Wanted) -> float:
    """The mean likeness; 0 where less than half of the samples have what was said there."""
    scores = []
    for read, value in wanted:
        whole = read.get(part, "")
        taken = CUTS[cut](whole)
        if cut and taken == whole:
            return 0.0
        scores.append(likeness(name, taken, value))
        missed = sum(score < MEANT for score in scores)
        if 2 * missed >= len(wanted):
            return 0.0
    return sum(scores) / len(scores)


def _joined(name: str, layout: Layout, wanted: Wanted) -> Iterator[_Choice]:
    """Two or three parts that together are what was said, in the same order on every badge."""
    inside = [
        part
        for part in _part_names(layout)
        if all(_is_inside(read.get(part, ""), value) for read, value in wanted)
    ]
    for count in range(2, _MOST_JOINED + 1):
        for group in permutations(inside[:_MOST_CANDIDATES], count):
            scores = [likeness(name, " ".join(read[part] for part in group), value) for read, value in wanted]
            if min(scores) >= MEANT:
                yield _Choice(sum(scores) / len(scores), tuple(Take(part, name) for part in group))


def _is_inside(text: str, whole: str) -> bool:
    words = set(fold(text).split())
    return bool(words) and words < set(fold(whole).split())


def _is_rival(one: _Choice, best: _Choice, wanted: Wanted) -> bool:
    """Another part that says the same on every sample: nothing tells the two apart."""
    mine, other = best.takes[0], one.takes[0]
    if (
        len(one.takes) > 1
        or len(best.takes) > 1
        or other.part == mine.part
        or one.score < best.score - 2 * _CUT_COSTS
    ):
        return False
    pairs = [(read.get(mine.part, ""), read.get(other.part, "")) for read, _ in wanted]
    # The last part counted from the front and from the end is one and the same.
    twin = all(had == too for had, too in pairs) and mine.part.startswith("-") != other.part.startswith("-")
    return all(had and CUTS[mine.cut](had) == CUTS[other.cut](too) for had, too in pairs) and not twin


def _rule(take: Take, layout: Layout, expected: Sequence[Mapping[str, str]]) -> IdRule | None:
    rows = [
        (read[take.part], each.get(BADGE_ID, "")) for read, each in zip(layout.read, expected, strict=True)
        if read.get(take.part)
    ]  # fmt: skip
    return rule_of([id for id, _ in rows], [want for _, want in rows]) if rows else None
