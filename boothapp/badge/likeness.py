"""How well a part of a badge is what a person says should come out: people write it as they see it."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

from boothapp.badge import countries
from boothapp.domain.badge_profile import BADGE_ID
from boothapp.domain.folding import fold

EXACT, FOLDED, SAME, REORDERED, MORE, LESS = 1.0, 0.95, 0.9, 0.7, 0.5, 0.2
# From here on the value is what was meant; below, words are missing.
MEANT = 0.25
# Fewer digits are no phone number that could be told from another.
_FEWEST_DIGITS = 6
_LONGEST_COUNTRY_CODE = 3
_WEB = re.compile(r"(?i)^(?:https?://)?(?:www\.)?|/+$")
_BLANK = re.compile(r"[\s\-./_]+")


def likeness(field: str, value: str, expected: str) -> float:
    """From 0, another thing, to 1, exactly this."""
    value, expected = value.strip(), expected.strip()
    if not value or not expected:
        return 0.0
    if _plain(value) == _plain(expected):
        return EXACT
    return _LIKE.get(field, _text)(value, expected)


def is_same(field: str, value: str, expected: str) -> bool:
    """Whether a value is what was said, all of it and no more.

    Large and small letters, marks on letters and blanks never count; nor do signs between words, except in an
    id; a phone number may lack its country's code, a web address its beginning, a country may be its code.
    """
    value, expected = value.strip(), expected.strip()
    if _plain(value) == _plain(expected):
        return True
    if field == BADGE_ID:
        return "".join(value.split()).casefold() == "".join(expected.split()).casefold()
    if field == "phones":
        return _is_same_phone(value, expected)
    return bool(value and expected) and _LIKE.get(field, _text)(value, expected) >= SAME


def _is_same_phone(value: str, expected: str) -> bool:
    had, wanted = (re.sub(r"\D", "", text).lstrip("0") for text in (value, expected))
    (short, _), (long, written) = sorted(((had, value), (wanted, expected)), key=lambda pair: len(pair[0]))
    code = len(long) - len(short)
    international = written.lstrip("( ").startswith(("+", "00"))
    whole = not code or (code <= _LONGEST_COUNTRY_CODE and international)
    return whole and len(short) >= _FEWEST_DIGITS and long.endswith(short)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _text(value: str, expected: str) -> float:
    had, wanted = list(_words(value)), list(_words(expected))
    if had == wanted:
        return FOLDED if had else 0.0
    if sorted(had) == sorted(wanted):
        return REORDERED
    return _inside(wanted, had) * MORE or _inside(had, wanted) * LESS


@lru_cache(4_096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(text).split())


def _inside(few: list[str], many: list[str]) -> float:
    """How much of the longer one the shorter is, 0.5 to 1; 0 where it is not wholly in it."""
    if not few or not set(few) <= set(many) or max(map(len, few)) < 2:
        return 0.0
    return 0.5 + 0.5 * min(len(few) / len(many), 1.0)


def _phone(value: str, expected: str) -> float:
    had, wanted = (re.sub(r"\D", "", text).lstrip("0") for text in (value, expected))
    short, long = sorted((had, wanted), key=len)
    return SAME if len(short) >= _FEWEST_DIGITS and long.endswith(short) else 0.0


def _mail(value: str, expected: str) -> float:
    return FOLDED if value.casefold() == expected.casefold() else 0.0


def _web(value: str, expected: str) -> float:
    had, wanted = (_WEB.sub("", text).casefold() for text in (value, expected))
    return SAME if had == wanted else 0.0


def _country(value: str, expected: str) -> float:
    code = countries.code(value)
    return SAME if code and code == countries.code(expected) else _text(value, expected)


def _id(value: str, expected: str) -> float:
    same = (unicodedata.normalize("NFKC", text).casefold() for text in (value, expected))
    had, wanted = (_BLANK.sub("", text) for text in same)
    if had == wanted:
        return FOLDED
    inside = len(wanted) > 1 and wanted in had
    return SAME if inside or (wanted.lstrip("0") == had.lstrip("0") and had) else 0.0


_LIKE: Mapping[str, Callable[[str, str], float]] = {
    BADGE_ID: _id,
    "phones": _phone,
    "emails": _mail,
    "website": _web,
    "country": _country,
}
