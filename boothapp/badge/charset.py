"""Bytes -> text: UTF-8, then what the payload names, then the show's code page, then a guess that is said."""

import codecs
import re
from collections.abc import Iterable
from functools import lru_cache

from boothapp.badge import other_script
from boothapp.badge.alphabet import is_doubtful

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")
_NAMED = re.compile(rb"(?i);\s*charset\s*=\s*\"?([A-Za-z0-9_.-]{1,40})")
_NAMES_READ = 8
# Writers name the narrow set and send the wide one (WHATWG Encoding Standard, section 4.2).
_WIDER = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# Python's names for things that are no alphabet of a text.
_NOT_TEXT = frozenset(
    {"idna", "punycode", "unicode_escape", "unicode-escape", "raw-unicode-escape", "undefined", "mbcs", "oem"}
)
# These look like ASCII, so that they have to be tried before UTF-8.
_SEVEN_BIT = ("iso2022", "hz", "utf-7", "utf-16", "utf-32")


def by_mark(raw: bytes) -> str | None:
    """The text if a byte order mark says how to read it, else None."""
    for mark, codec in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) if codec == "utf-8" else 0 :].decode(codec, "replace")
    return None


def named_in(raw: bytes) -> tuple[str, ...]:
    """The charsets named by any property of a card; one of them serves the whole card."""
    names = (match[1].decode("ascii") for match in _NAMED.finditer(raw))
    seen: dict[str, None] = {}
    for name in names:
        seen[name.lower()] = None
        if len(seen) == _NAMES_READ:
            break
    return tuple(seen)


def decode(
    raw: bytes, named: Iterable[str] = (), code_page: str = "", guess: str | None = None
) -> tuple[str, bool]:
    """The text, and whether it is certain rather than guessed.

    guess: the code page to fall back on; None: the likely one of these bytes.
    """
    known = [found for found in map(codec, (*named, code_page)) if found]
    early = [name for name in known if name.startswith(_SEVEN_BIT) and _uses(raw, name)]
    for name in (*early, "utf-8", *known):
        try:
            return raw.decode(name), True
        except (UnicodeDecodeError, LookupError):
            continue
    try:
        return raw.decode((other_script.guess(raw) if guess is None else guess) or "cp1252"), False
    except UnicodeDecodeError:
        return raw.decode("latin-1"), False


def trusted(raw: bytes, code_page: str) -> str:
    """The show's code page, or "" where these bytes clearly are of another alphabet."""
    return "" if is_doubtful(raw, codec(code_page)) else code_page


@lru_cache(maxsize=256)
def codec(name: str) -> str:
    """Python's codec for a charset's name, widened to what writers really send; "" if unknown."""
    if not _NAME.fullmatch(name):
        return ""
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    if found.name in _NOT_TEXT or not found._is_text_encoding:
        return ""
    return _WIDER.get(found.name, found.name)


def _uses(raw: bytes, name: str) -> bool:
    if name.startswith("iso2022"):
        return b"\x1b" in raw
    if name.startswith(("utf-16", "utf-32")):
        return b"\x00" in raw
    return (b"~{" if name == "hz" else b"+") in raw
