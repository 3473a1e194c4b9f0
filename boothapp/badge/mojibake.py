"""UTF-8 that some program took for another alphabet on its way ("MÃ¼ller", "РћРєСЃР°РЅР°"), put right.

Only where the way back is exact, and what comes out is plainly better: words of one script, letters in use.
"""

import codecs
import re
from dataclasses import replace
from functools import lru_cache
from typing import Any

from boothapp.domain.visitor import TEXT_FIELDS, Visitor

_RUN = re.compile(r"[^\x00-\x7f]+")
_CHUNK = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+")
# The letters and signs of names and addresses: Latin, Greek, Cyrillic, Hebrew, Arabic, kana, CJK, Hangul.
_IN_USE = re.compile(
    "[\u00a0\u00a1\u00ab\u00ae\u00b0-\u00b7\u00ba\u00bb\u00bf-\u017f\u01cd-\u01dc\u0218-\u021b\u0386-\u03ce"
    "\u0401-\u040f\u0410-\u045f\u0490\u0491\u05d0-\u05ea\u0621-\u064a\u067e\u0686\u0698\u06a9\u06af\u06cc"
    "\u1e00-\u1eff\u2010-\u201e\u2022\u2026\u20ac\u2116\u2122\u3001-\u30ff\u3400-\u9fff\uac00-\ud7a3]+"
)
# Latin text gone through a Cyrillic page makes words of two scripts; other text needs more proof than this.
_FEWEST_LETTERS = 6


# Letter -> byte.
Page = dict[int, int]


@lru_cache(maxsize=1)
def _pages() -> tuple[Page, ...]:
    """The pages taken by mistake; bytes with no letter there stay as they are."""
    return tuple(_page(name) for name in ("cp1252", "latin-1", "cp1251"))


def _page(name: str) -> Page:
    table: Page = {}
    for byte in range(128, 256):
        letter = codecs.decode(bytes([byte]), name, "replace")
        table[byte if letter == "\N{REPLACEMENT CHARACTER}" else ord(letter)] = byte
    return table


def mended(visitor: Visitor) -> Visitor:
    """The visitor with every text field put right that is certain; itself where nothing was wrong."""
    texts = {name: text for name in TEXT_FIELDS if not (text := getattr(visitor, name)).isascii()}
    if not texts:
        return visitor
    # All fields went the same way, and together they prove more than a short name.
    page = _taken_for(" ".join(texts.values()))
    better = {name: _through(text, page) if page else repaired(text) for name, text in texts.items()}
    changes: dict[str, Any] = {name: text for name, text in better.items() if text != texts[name]}
    return replace(visitor, **changes) if changes else visitor


def repaired(text: str) -> str:
    """The text as it was meant, or as it is."""
    page = _taken_for(text)
    return _through(text, page) if page else text


def _taken_for(text: str) -> Page | None:
    """The page this text was read by although it is UTF-8, if that is certain."""
    better = ((page, _through(text, page)) for page in _pages())
    return next((page for page, meant in better if meant and _is_better(text, meant)), None)


def _through(text: str, page: Page) -> str:
    """The text with every foreign run turned back into UTF-8; "" where one of them isn't."""
    try:
        return _RUN.sub(lambda run: bytes(page[ord(letter)] for letter in run[0]).decode(), text)
    except (KeyError, UnicodeDecodeError):
        return ""


def _is_better(before: str, after: str) -> bool:
    runs = _RUN.findall(after)
    if not runs or not all(_IN_USE.fullmatch(run) for run in runs) or _mixed(after, _WORD):
        return False
    latin = _scripts(before) <= {0}
    return latin or _mixed(before, _CHUNK) or sum(map(len, _RUN.findall(before))) >= _FEWEST_LETTERS


def _mixed(text: str, piece: re.Pattern[str]) -> bool:
    return any(len(_scripts(word)) > 1 for word in piece.findall(text))


def _scripts(text: str) -> set[int]:
    """The scripts of a text's letters: 0 Latin, 1 Greek, 2 Cyrillic, 3 any other."""
    return {_script(letter) for letter in text if letter.isalpha()}


def _script(letter: str) -> int:
    if letter.isascii() or letter <= "\u024f" or "\u1e00" <= letter <= "\u1eff":
        return 0
    if "\u0370" <= letter <= "\u03ff":
        return 1
    return 2 if "\u0400" <= letter <= "\u052f" else 3
