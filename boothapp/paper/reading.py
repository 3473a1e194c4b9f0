"""The order letters are drawn in: clean text, joined Arabic letters, right-to-left runs turned round."""

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]")
# Points of Hebrew: names are written without them, and they can't be placed after turning round.
HEBREW_POINTS = re.compile("[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]")
# Zero width non-joiner: Persian needs it until the letters are joined.
NON_JOINER = "\u200c"
JOINER = "\u200d"
JOINERS = (NON_JOINER, JOINER)
# Between letters of India and its neighbours the two choose the shape; anywhere else they are not drawn.
_STRAY_JOINER = re.compile("(?<![\u0900-\u0dff\u1000-\u109f\u1780-\u17ff])[\u200c\u200d]")
MIRRORED = {")": "(", "]": "[", "}": "{", "»": "«", ">": "<"}


def clean(text: str) -> str:
    """The text with composed letters and no control, direction or invisible signs; line ends stay."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if composed.isascii() and composed.isprintable():
        return composed
    return "".join(map(_shown, composed))


def visual(line: str) -> str:
    """One clean line in the order it is drawn from left to right; its first strong letter sets the base."""
    if not RIGHT_TO_LEFT.search(line):
        return _STRAY_JOINER.sub("", line)
    from bidi import get_display

    joined = _joiner()(HEBREW_POINTS.sub("", line)) if ARABIC.search(line) else HEBREW_POINTS.sub("", line)
    return _mirrored(cast(str, get_display(_STRAY_JOINER.sub("", joined))))


def _shown(char: str) -> str:
    if char == "\n" or char in JOINERS:
        return char
    if char.isspace():
        return " " if char != "\u00a0" else char
    if "\ufe00" <= char <= "\ufe0f" or unicodedata.category(char) in ("Cc", "Cf"):
        return ""
    return char


@cache
def _joiner() -> "Callable[[str], str]":
    from arabic_reshaper import ArabicReshaper

    return cast("Callable[[str], str]", ArabicReshaper({"delete_harakat": True}).reshape)


def _mirrored(line: str) -> str:
    # The bidi library orders brackets but leaves their shapes: a pair that closes before it opens was turned.
    opening = {opens: closes for closes, opens in MIRRORED.items()}
    plain, turned, drawn = dict.fromkeys(opening, 0), dict.fromkeys(opening, 0), []
    for char in line:
        if (opens := MIRRORED.get(char)) is not None:
            counter, step, shape = (plain, -1, char) if plain[opens] else (turned, 1, opens)
            counter[opens] += step
            drawn.append(shape)
        elif char in opening:
            counter, step, shape = (turned, -1, opening[char]) if turned[char] else (plain, 1, char)
            counter[char] += step
            drawn.append(shape)
        else:
            drawn.append(char)
    return "".join(drawn)
