"""Parts that blanks fill up to columns: where each column begins, told by all samples together."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from boothapp.badge import profile_parts as parts
from boothapp.badge.learn_pattern import place
from boothapp.domain.badge_profile import BLANKS, BadgeProfile

_AFTER_A_RUN = re.compile(r"(?<=  )(?=\S)")
_RUNS = re.compile(r"(?<=\S)  +(?=\S)")
_CONTROL = re.compile(r"[\x00-\x1f]")


@dataclass(frozen=True)
class _Line:
    """A badge, and where in it the values stand that should come out: starts and ends, from 0."""

    text: str
    spans: tuple[tuple[int, int], ...]

    def starts(self) -> set[int]:
        """Where a column may begin."""
        after_a_blank = {start for start, _ in self.spans if self.text[start - 1 : start] == " "}
        return self.after_runs() | after_a_blank

    def after_runs(self) -> set[int]:
        """Where text goes on after two blanks or more."""
        return {match.start() for match in _AFTER_A_RUN.finditer(self.text)}

    def says(self, at: int) -> int:
        """1: a column may well begin there; -1: it would cut a word; 0: nothing stands there."""
        before, here = self.text[at - 1 : at], self.text[at : at + 1]
        if not here.strip():
            return 0
        touches = any(at in span for span in self.spans)
        return 1 if touches or not before.strip() else -1

    def forbids(self, at: int) -> bool:
        """Whether a column that begins there would cut a value that should come out whole."""
        return any(start < at < end for start, end in self.spans)

    def gap(self, at: int) -> int:
        """How many blanks stand before it."""
        return at - len(self.text[:at].rstrip())


def by_blanks(texts: Sequence[str], expected: Sequence[Mapping[str, str]]) -> Iterator[BadgeProfile]:
    """Columns of fixed width, or parts divided by two or more blanks; the likelier one first."""
    lines = _lines(texts, expected)
    if not lines or not all("  " in line.text for line in lines):
        return
    columns = _columns(lines)
    # Where text begins elsewhere too, the columns explain less than the blanks.
    whole = all(line.after_runs() <= set(columns) for line in lines)
    made = BadgeProfile(kind="columns", columns=tuple(at + 1 for at in (0, *columns)))
    if columns and whole:
        yield made
    yield from _runs(lines)
    if columns and not whole:
        yield made


def are_uneven(texts: Sequence[str]) -> bool:
    """Whether three blanks or five stand somewhere: two blanks are no fixed delimiter then."""
    return any(len(match[0]) % 2 for text in texts for match in _RUNS.finditer(text))


def _lines(texts: Sequence[str], expected: Sequence[Mapping[str, str]]) -> list[_Line]:
    lines = [parts.trimmed(text).rstrip() for text in texts]
    if any(map(_CONTROL.search, lines)):
        return []
    found = (
        [place(line, name, value) for name, value in said.items()]
        for line, said in zip(lines, expected, strict=True)
    )
    spans = [tuple(span for span in each if span) for each in found]
    return [_Line(line, each) for line, each in zip(lines, spans, strict=True)]


def _columns(lines: Sequence[_Line]) -> list[int]:
    """Where columns begin, from 0 and without the first; none where nothing shows that they are filled up."""
    sure = set[int]().union(*(line.after_runs() for line in lines))
    asked = set[int]().union(*(line.starts() for line in lines))
    kept = [at for at in sorted(asked) if _begins(at, lines, at in sure)][: parts.MOST_PARTS]
    # Numbers set to the right leave an empty room before them, which is theirs.
    if kept and not any(line.text[: kept[0]].strip() for line in lines):
        del kept[0]
    filled_up = any(len({line.gap(at) for line in lines if line.says(at) > 0}) > 1 for at in kept)
    return kept if filled_up else []


def _begins(at: int, lines: Sequence[_Line], sure: bool) -> bool:
    """After a single blank a column is believed only where two badges or more, and all, agree."""
    votes = [vote for line in lines if (vote := line.says(at))]
    if any(line.forbids(at) for line in lines):
        return False
    return sum(votes) > 0 if sure else len(votes) > 1 and min(votes) > 0


def _runs(lines: Sequence[_Line]) -> Iterator[BadgeProfile]:
    counts = [len(parts.split(line.text, BLANKS)) for line in lines]
    least, most = min(counts), max(counts)
    if least == most:
        yield BadgeProfile(kind="delimited", delimiter=BLANKS, count=most)
    elif least > 1:
        yield BadgeProfile(kind="delimited", delimiter=BLANKS, least=least, most=most)
