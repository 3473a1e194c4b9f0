"""Is it a name that was typed, and may two readings be one person?"""

from dataclasses import replace
from typing import TYPE_CHECKING

from boothapp.domain.folding import fold
from boothapp.domain.visitor import Visitor

if TYPE_CHECKING:
    from boothapp.badge.reading import Reading

MOST_WORDS = 5
_MARKS = str.maketrans("", "", "-'’ʼ.")


def with_typed_name(reading: "Reading") -> "Reading":
    """A few words of letters, or one that begins like a name, typed where badges are scanned: a name."""
    if reading.format not in ("text", "id") or not is_name(reading.text):
        return reading
    name = " ".join(reading.text.split())
    return replace(reading, format="name", badge_id="", visitor=Visitor(full_name=name))


def is_name(text: str) -> bool:
    """Whether what was typed where badges are scanned is a name."""
    parts = text.translate(_MARKS).split()
    letters = bool(parts) and len(parts) <= MOST_WORDS and all(part.isalpha() for part in parts)
    return letters and (len(parts) > 1 or parts[0].istitle())


def may_be_same(before: Visitor, after: Visitor) -> bool:
    """False only where both have a name and the names differ."""
    names = fold(before.name).split(), fold(after.name).split()
    return not (names[0] and names[1]) or sorted(names[0]) == sorted(names[1])
