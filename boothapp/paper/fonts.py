"""The bundled fonts on paper: which face draws which letter, and how wide a line is."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Literal, NamedTuple

from boothapp import paths
from boothapp.paper.reading import JOINERS, clean, visual
from boothapp.paper.shaping import shaped

Weight = Literal["regular", "strong"]
MAIN: Mapping[Weight, str] = {"regular": "Inter-Regular", "strong": "Inter-SemiBold"}
# Scripts whose letters change with their neighbours, one weight each: the first and last letter of each.
SHAPED: tuple[tuple[str, int, int], ...] = (
    ("NotoSansDevanagari-Regular", 0x0900, 0x097F),
    ("NotoSansBengali-Regular", 0x0980, 0x09FF),
    ("NotoSansGurmukhi-Regular", 0x0A00, 0x0A7F),
    ("NotoSansGujarati-Regular", 0x0A80, 0x0AFF),
    ("NotoSansOriya-Regular", 0x0B00, 0x0B7F),
    ("NotoSansTamil-Regular", 0x0B80, 0x0BFF),
    ("NotoSansTelugu-Regular", 0x0C00, 0x0C7F),
    ("NotoSansKannada-Regular", 0x0C80, 0x0CFF),
    ("NotoSansMalayalam-Regular", 0x0D00, 0x0D7F),
    ("NotoSansSinhala-Regular", 0x0D80, 0x0DFF),
    ("NotoSansThai-Regular", 0x0E00, 0x0E7F),
    ("NotoSansLao-Regular", 0x0E80, 0x0EFF),
    ("NotoSansMyanmar-Regular", 0x1000, 0x109F),
    ("NotoSansKhmer-Regular", 0x1780, 0x17FF),
)
# Asked in this order for a letter the main face lacks.
ONE_WEIGHT: tuple[tuple[str, int, int], ...] = (
    ("NotoSansArmenian-Regular", 0x0530, 0xFB17),
    ("NotoSansGeorgian-Regular", 0x10A0, 0x2D2F),
    ("NotoSansEthiopic-Regular", 0x1200, 0xAB2F),
    *SHAPED,
    ("DroidSansFallback", 0x1100, 0xFFEF),
)
FALLBACKS: Mapping[Weight, tuple[tuple[str, int, int], ...]] = {
    "regular": (
        ("NotoSansHebrew-Regular", 0x0590, 0xFB4F),
        ("NotoSansArabic-Regular", 0x0600, 0xFEFF),
        *ONE_WEIGHT,
    ),
    "strong": (
        ("NotoSansHebrew-Bold", 0x0590, 0xFB4F),
        ("NotoSansArabic-Bold", 0x0600, 0xFEFF),
        *ONE_WEIGHT,
    ),
}
_SHAPED_FACES = frozenset(name for name, _, _ in SHAPED)
SUBSTITUTE = "?"
# Unicode's groups of what is no letter: symbols such as emoji, their modifiers, and places not given out.
SYMBOLS = ("So", "Sk", "Cn", "Co")


class Run(NamedTuple):
    """A piece of a line that one font draws."""

    font: str
    text: str

    @property
    def is_shaped(self) -> bool:
        """Whether the letters have to be shaped before they are drawn."""
        return self.font in _SHAPED_FACES


def main(weight: Weight) -> str:
    """The registered name of the main face in this weight."""
    _letters(MAIN[weight])
    return MAIN[weight]


@lru_cache(maxsize=4096)
def runs(text: str, weight: Weight = "regular") -> tuple[Run, ...]:
    """A clean logical line as runs from left to right, right-to-left letters joined and turned round.

    Symbols that no face has, such as emoji, are left out; a letter that none has is a question mark: who
    prints names asks `printable` first.
    """
    line = visual(text)
    if _letters(MAIN[weight]).issuperset(line):
        return (Run(MAIN[weight], line),) if line else ()
    # Where a symbol is left out, the blanks around it are one.
    left = " ".join("".join(char for char in line if _drawable(char, weight)).split())
    drawn = [drawable for char in left for drawable in _drawable(char, weight)]
    return tuple(
        Run(font, "".join(char for _, char in group))
        for font, group in groupby(_joined(drawn), itemgetter(0))
    )


@lru_cache(maxsize=4096)
def printable(text: str, weight: Weight = "regular") -> bool:
    """Whether every letter of the text has a face that draws it, and there is something to draw."""
    line = visual(clean(text).replace("\n", " "))
    if _letters(MAIN[weight]).issuperset(line):
        return True
    letters = [drawable for char in line for drawable in _drawable(char, weight)]
    if line.strip() and not any(font and char.strip() for font, char in letters):
        return False
    return letters.count((MAIN[weight], SUBSTITUTE)) == line.count(SUBSTITUTE)


@lru_cache(maxsize=4096)
def width(text: str, weight: Weight, size: float) -> float:
    """The drawn width of a clean logical line, in points."""
    return float(sum(_run_width(run, size) for run in runs(text, weight)))


def _run_width(run: Run, size: float) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    if run.is_shaped:
        return shaped(*run).advance * size / 1000
    return float(stringWidth(run.text, run.font, size))


def _joined(drawn: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """A joiner goes with the letter before it, for it shapes that letter; elsewhere it draws nothing."""
    before = ""
    for font, char in drawn:
        if char in JOINERS:
            if before in _SHAPED_FACES:
                yield before, char
        else:
            yield font, char
            before = font


def _drawable(char: str, weight: Weight) -> list[tuple[str, str]]:
    if char in JOINERS:
        return [("", char)]
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
