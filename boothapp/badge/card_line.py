"""A line of text on a card: what it says, where it stands, how surely it was read."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

Point = tuple[float, float]
# Below this share of the letters that fit into its box, a line was seen but not read.
_READ = 0.35
# Letters of a usual face are about half as wide as high; the box is a third higher than they are.
_LETTERS_PER_HEIGHT = 2.2


@dataclass(frozen=True)
class Line:
    """text: as read; left, top, right, bottom: in pixels of the upright card; score: 0 to 1."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    score: float = 1.0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def part(self, text: str, begin: float, end: float) -> "Line":
        """The piece of this line from one share of its width to another."""
        width = self.right - self.left
        return replace(self, text=text, left=self.left + begin * width, right=self.left + end * width)


@dataclass(frozen=True)
class Seen:
    """A line as the eye gives it: its four corners clockwise from the first letter's top."""

    text: str
    corners: tuple[Point, ...]
    score: float

    @property
    def unread(self) -> bool:
        """Whether most letters of the line are of an alphabet that the eye does not know."""
        (left, top), (right, _), _, (_, bottom) = self.corners
        room = _LETTERS_PER_HEIGHT * abs(right - left) / max(abs(bottom - top), 1)
        return sum(letter.isalnum() for letter in self.text) < _READ * room


# An elided article before a capital, as in l'Est, is often read as a capital I.
_ARTICLE = re.compile(r"(?<![^\W\d_])I(?=['’][^\W\d_])")


# So are the last letters of an Italian legal form.
_FORM = re.compile(r"(?<=\bS\.r\.)\s?I(?=\b)")


def level(seen: Sequence[Seen]) -> list[Line]:
    """The lines as they would lie on a card held straight, from top to bottom."""
    angle = median([_slope(one) for one in seen] or [0.0])
    cos, sin = math.cos(angle), math.sin(angle)
    lines = []
    for one in seen:
        turned = [(x * cos + y * sin, y * cos - x * sin) for x, y in one.corners]
        (_, top), (_, top2), (_, bottom), (_, bottom2) = turned
        left, right = min(x for x, _ in turned), max(x for x, _ in turned)
        text = _FORM.sub("l", _ARTICLE.sub("l", one.text))
        lines.append(Line(text, left, (top + top2) / 2, right, (bottom + bottom2) / 2, one.score))
    return sorted(lines, key=lambda line: (line.top, line.left))


def _slope(one: Seen) -> float:
    (left, top), (right, top2), *_ = one.corners
    return math.atan2(top2 - top, right - left)


def stand_together(first: Line, second: Line) -> bool:
    """Whether the second is the first's next line: right below, of one height, and on one edge or axis."""
    alike = min(first.height, second.height) > 0.8 * max(first.height, second.height)
    return alike and stand_near(first, second)


def stand_near(first: Line, second: Line) -> bool:
    """Whether the second stands right below the first, of any height, and on one edge or axis with it."""
    height = max(first.height, second.height)
    edges = (first.left - second.left, first.middle - second.middle, first.right - second.right)
    return -0.4 * height < second.top - first.bottom < 0.8 * height and min(map(abs, edges)) < 0.7 * height
