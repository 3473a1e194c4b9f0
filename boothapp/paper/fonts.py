"""The bundled fonts on paper: which face draws which letter, and how wide a line is."""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

from boothapp import paths
from boothapp.paper.reading import visual

Weight = Literal["regular", "strong"]
MAIN: Mapping[Weight, str] = {"regular": "Inter-Regular", "strong": "Inter-SemiBold"}
# Asked in this order for a letter the main face lacks; the first and last letter each is asked for.
FALLBACKS: Mapping[Weight, tuple[tuple[str, int, int], ...]] = {
    "regular": (
        ("NotoSansHebrew-Regular", 0x0590, 0xFB4F),
        ("NotoSansArabic-Regular", 0x0600, 0xFEFF),
        ("DroidSansFallback", 0x1100, 0xFFEF),
    ),
    "strong": (
        ("NotoSansHebrew-Bold", 0x0590, 0xFB4F),
        ("NotoSansArabic-Bold", 0x0600, 0xFEFF),
        ("DroidSansFallback", 0x1100, 0xFFEF),
    ),
}
SUBSTITUTE = "□"
# Unicode's groups of what is no letter: symbols such as emoji, their modifiers, and places not given out.
SYMBOLS = ("So", "Sk", "Cn", "Co")


class Run(NamedTuple):
    """A piece of a line that one font draws."""

    font: str
    text: str


def main(weight: Weight) -> str:
    """The registered name of the main face in this weight."""
    _letters(MAIN[weight])
    return MAIN[weight]


@lru_cache(maxsize=4096)
def runs(text: str, weight: Weight = "regular") -> tuple[Run, ...]:
    """A clean logical line as runs from left to right, right-to-left letters joined and turned round.

    Symbols that no face has, such as emoji, are left out; a letter that none has shows as a square.
    """
    line = visual(text)
    if _letters(MAIN[weight]).issuperset(line):
        return (Run(MAIN[weight], line),) if line else ()
    drawn = [drawable for char in line for drawable in _drawable(char, weight)]
    return tuple(
        Run(font, "".join(char for _, char in group)) for font, group in groupby(drawn, lambda item: item[0])
    )


@lru_cache(maxsize=4096)
def width(text: str, weight: Weight, size: float) -> float:
    """The drawn width of a clean logical line, in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(sum(stringWidth(run.text, run.font, size) for run in runs(text, weight)))


def _drawable(char: str, weight: Weight) -> list[tuple[str, str]]:
    font = _font(char, weight)
    if font is not None:
        return [(font, char)]
    plain = unicodedata.normalize("NFKC", char)
    if plain == char:
        return [] if unicodedata.category(char) in SYMBOLS else [(MAIN[weight], SUBSTITUTE)]
    return [pair for part in plain for pair in _drawable(part, weight)]


def _font(char: str, weight: Weight) -> str | None:
    if char in _letters(MAIN[weight]):
        return MAIN[weight]
    for name, first, last in FALLBACKS[weight]:
        if first <= ord(char) <= last and char in _letters(name):
            return name
    return None


@cache
def _letters(name: str) -> frozenset[str]:
    """Registers a face once and gives the letters it has; the large ones wait until a letter asks."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    # Not asciiReadable: that would embed all of ASCII in each face and make a sheet twice as large.
    face = TTFont(name, str(paths.resources() / "fonts" / f"{name}.ttf"), asciiReadable=False)
    pdfmetrics.registerFont(face)
    return frozenset(chr(code) for code in face.face.charToGlyph)
