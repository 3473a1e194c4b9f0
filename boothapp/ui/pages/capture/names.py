"""Is it a name that was typed, and may two readings be one person?"""

from dataclasses import replace
from typing import TYPE_CHECKING

from boothapp.domain.capture import Capture
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


def may_be_same(before: Visitor, after: Visitor, typed: bool) -> bool:
    """False only where both have a name and the names differ; a typed one may be a part of the other."""
    first, second = fold(before.name).split(), fold(after.name).split()
    if not (first and second) or sorted(first) == sorted(second):
        return True
    return typed and all(_is_part(word, second) for word in first)


def is_typed(capture: Capture) -> bool:
    """Whether the name was typed by hand, so that it may be a part of the whole one."""
    return capture.format in ("", "name")


def is_another(before: Visitor, capture: Capture, read: "Reading") -> bool:
    """Whether this is somebody else's badge or card; capture: how the one before came in."""
    ids = {capture.badge_id, read.badge_id} - {""}
    return len(ids) > 1 or not may_be_same(before, read.visitor, is_typed(capture))


def together(before: Visitor, after: Visitor, typed: bool) -> Visitor:
    """One person from two readings; a typed name gives way to the whole one on the badge."""
    if typed and after.name:
        before = replace(before, given_name="", family_name="", full_name="")
    return before.updated(after)


def _is_part(word: str, name: list[str]) -> bool:
    """A word of the name, or an initial of one."""
    return any(word == part or (len(word) == 1 and part.startswith(word)) for part in name)
