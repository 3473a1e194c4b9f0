"""A signature as strokes, small enough to be kept with every lead and sharp at every size."""

from itertools import pairwise
from math import dist

Point = tuple[int, int]
Stroke = tuple[Point, ...]
Strokes = tuple[Stroke, ...]
"""Places on a field of WIDE by HIGH, from its top left."""

WIDE, HIGH = 1000, 400
MOST_POINTS = 1500
"""A long name written slowly has about 600; a packed one stays under 14 kB."""
LEAST_WAY = 150
"""So far the pen has to go: a dot or a slip of the finger is no signature."""
_NEAR = 4


def is_signed(strokes: Strokes) -> bool:
    """Whether somebody wrote, rather than touched."""
    return sum(dist(*two) for stroke in strokes for two in pairwise(stroke)) >= LEAST_WAY


def slim(strokes: Strokes) -> Strokes:
    """The strokes inside the field, without points that nobody would miss; never more than MOST_POINTS."""
    near, found = _NEAR, tuple(_thinned(stroke, _NEAR) for stroke in strokes)
    while sum(map(len, found)) > MOST_POINTS:
        near *= 2
        # A field full of dots has more strokes than points allowed: the first ones are the name.
        found = tuple(_thinned(stroke, near) for stroke in found)[:MOST_POINTS]
        if all(len(stroke) <= 2 for stroke in found):
            return found[: MOST_POINTS // 2]
    return found


def packed(strokes: Strokes) -> str:
    """The strokes as one line of text."""
    return ";".join(" ".join(f"{x},{y}" for x, y in stroke) for stroke in strokes)


def unpacked(text: str) -> Strokes:
    """The strokes of `packed`; () for "", ValueError for any other text."""
    strokes = (stroke.split(" ") for stroke in text.split(";")) if text else ()
    return tuple(tuple(_point(point) for point in stroke) for stroke in strokes)


def _point(text: str) -> Point:
    x, y = text.split(",")
    return int(x), int(y)


def _thinned(stroke: Stroke, near: int) -> Stroke:
    """The first point, the last one, and those between that are further away than `near`."""
    inside = [(min(max(x, 0), WIDE), min(max(y, 0), HIGH)) for x, y in stroke]
    kept = inside[:1]
    for point in inside[1:-1]:
        if dist(kept[-1], point) > near:
            kept.append(point)
    return tuple(kept if len(inside) < 2 else [*kept, inside[-1]])
