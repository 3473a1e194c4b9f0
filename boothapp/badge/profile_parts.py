"""The text of a badge taken apart as its profile says: part name -> value. Bounded by the text's length."""

import csv
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any
from urllib.parse import unquote_plus

from boothapp.domain.badge_profile import BLANKS, Alphabet, BadgeProfile, Segment, lacking

Parts = dict[str, str]

LONGEST = 65_536
MOST_PARTS = 500
_DEEPEST = 12
_TAG = re.compile(r"[^\W\d_][\w .#/;=,-]{0,60}")
_CARD_ESCAPE = re.compile(r"\\([\\;,:nN])")
_BLANKS = re.compile(" {2,}")
_HEX = frozenset("0123456789abcdefABCDEF")
ALPHABETS: Mapping[Alphabet, Callable[[str], bool]] = {
    "digits": lambda sign: sign in "0123456789",
    "hex": lambda sign: sign in _HEX,
    "capitals": lambda sign: sign.isascii() and (sign.isdecimal() or sign.isupper()),
    "letters": lambda sign: sign.isascii() and sign.isalnum(),
    "slug": lambda sign: sign.isascii() and (sign.isalnum() or sign in "-_"),
    "any": lambda _sign: True,
}


def consists_of(text: str, alphabet: Alphabet) -> bool:
    """Whether every character is of the alphabet."""
    return all(map(ALPHABETS[alphabet], text))


def common_start(texts: Sequence[str]) -> str:
    """What all texts begin with."""
    shortest = min(texts, key=len, default="")
    same = (len(set(signs)) == 1 for signs in zip(*texts, strict=False))
    return shortest[: next((at for at, one in enumerate(same) if not one), len(shortest))]


def trimmed(text: str) -> str:
    """The text as far as it is read, without what scanners add; tabs may be delimiters and stay."""
    return text[:LONGEST].strip("\ufeff\x00\r\n")


def of(text: str, profile: BadgeProfile) -> Parts | None:
    """The parts of a badge, None where the text is not written as the profile says."""
    if not text.startswith(profile.start) or any(lacking(profile)):
        return None
    return _KINDS[profile.kind](text[len(profile.start) :], profile)


def split(text: str, delimiter: str) -> list[str]:
    """Between delimiters; a part in quotation marks may hold the delimiter."""
    if delimiter == BLANKS:
        return _BLANKS.split(text.strip(), MOST_PARTS)
    pieces = text.split(delimiter, MOST_PARTS)
    if len(delimiter) == 1 and any(piece.lstrip().startswith('"') for piece in pieces):
        try:
            rows = list(csv.reader([text], delimiter=delimiter, skipinitialspace=True))
        except (csv.Error, TypeError):
            return pieces
        return rows[0] if len(rows) == 1 else pieces
    return pieces


def _delimited(text: str, profile: BadgeProfile) -> Parts | None:
    pieces = split(text, profile.delimiter)
    if profile.count:
        pieces = _of_length(pieces, profile.count, profile.delimiter.isspace())
    elif len(pieces) < max(profile.least, 2) or any(map(str.strip, pieces[profile.most or MOST_PARTS + 1 :])):
        return None
    return numbered(pieces, ends=not profile.count) if pieces else None


def _columns(text: str, profile: BadgeProfile) -> Parts | None:
    """None where one column holds all, or columns begin in words or hold runs of blanks too often."""
    starts = sorted({max(at, 1) - 1 for at in profile.columns})[:MOST_PARTS]
    pieces = [text[start:end] for start, end in pairwise((*starts, len(text)))]
    cut = sum(bool(text[at - 1 : at].strip() and text[at : at + 1].strip()) for at in starts if at)
    torn = sum("  " in piece.strip() for piece in pieces)
    several = sum(map(bool, map(str.strip, pieces))) > 1
    return numbered(pieces, ends=False) if several and 2 * (cut + torn) <= len(starts) else None


def _of_length(pieces: list[str], count: int, may_lack: bool) -> list[str]:
    """As many as there should be: empty ones too many go; scanners drop tabs and blanks at the end."""
    if any(piece.strip() for piece in pieces[count:]):
        return []
    lacking = count - len(pieces)
    if lacking > 0 and not (may_lack and len(pieces) > max(1, count // 2)):
        return []
    return [*pieces[:count], *[""] * lacking]


def numbered(pieces: list[str], ends: bool) -> Parts:
    """Pieces by position from 1 and, where asked, also from the end: -1."""
    parts = {str(at): piece.strip() for at, piece in enumerate(pieces, 1)}
    if ends:
        parts |= {str(at - len(pieces)): piece.strip() for at, piece in enumerate(pieces)}
    return parts


def _tagged(text: str, profile: BadgeProfile) -> Parts | None:
    clean = _from_card if profile.base else str
    tag_of = _property if profile.base else str
    parts: Parts = {}
    for tag, value in _pairs(text, profile.delimiter, profile.tag):
        parts.setdefault(tag_of(tag), clean(value.strip()))
    decoded = {tag: unquote_plus(value) for tag, value in parts.items()} if profile.encoded else parts
    return decoded or None


def _pairs(text: str, delimiter: str, mark: str) -> Iterator[tuple[str, str]]:
    """Tags with their values; a piece with no tag goes on with the value before it."""
    tag, value = "", ""
    for piece in text.replace("\r\n", "\n").split(delimiter, MOST_PARTS):
        name, found, rest = piece.partition(mark)
        if found and _TAG.fullmatch(name.strip()):
            if tag:
                yield tag, value
            tag, value = name.strip(), rest
        elif tag:
            value += delimiter + piece
    if tag:
        yield tag, value.removesuffix(delimiter)


def _property(tag: str) -> str:
    """The name of a card's property, without group and parameters."""
    return tag.partition(";")[0].rpartition(".")[2].strip().upper()


def _from_card(value: str) -> str:
    return _CARD_ESCAPE.sub(lambda match: " " if match[1] in "nN" else match[1], value)


def _json(text: str, _profile: BadgeProfile) -> Parts | None:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict | list):
        return None
    found: Parts = {}
    for path, value in _leaves(data, "", 0):
        found.setdefault(path, value)
        if len(found) >= MOST_PARTS:
            break
    return found or None


def _leaves(data: Any, path: str, depth: int) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict | list) and depth < _DEEPEST:
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _leaves(value, f"{path}/{key}" if path else str(key), depth + 1)
    elif isinstance(data, str) or (isinstance(data, int | float) and not isinstance(data, bool)):
        yield path, str(data).strip()


def _pattern(text: str, profile: BadgeProfile) -> Parts | None:
    parts: Parts = {}
    at = 0
    for here, following in zip(profile.pattern, (*profile.pattern[1:], None), strict=True):
        end = _end(text, at, here, following)
        if end is None:
            return None
        if here.part:
            parts[here.part] = _decoded(text[at:end].strip(), profile)
        at = end
    return parts if at == len(text) and parts else None


def _end(text: str, at: int, here: Segment, following: Segment | None) -> int | None:
    if here.literal:
        return at + len(here.literal) if text.startswith(here.literal, at) else None
    if here.only != "any":
        belongs = ALPHABETS[here.only]
        return next((end for end in range(at, len(text)) if not belongs(text[end])), len(text))
    if following is None or not following.literal:
        return len(text)
    found = text.find(following.literal, at)
    return found if found >= 0 else None


def _decoded(text: str, profile: BadgeProfile) -> str:
    return unquote_plus(text) if profile.encoded else text


def _id(text: str, _profile: BadgeProfile) -> Parts | None:
    return {"1": text} if text and not any(map(str.isspace, text)) else None


_KINDS: Mapping[str, Callable[[str, BadgeProfile], Parts | None]] = {
    "delimited": _delimited,
    "columns": _columns,
    "tagged": _tagged,
    "json": _json,
    "pattern": _pattern,
    "id": _id,
}
