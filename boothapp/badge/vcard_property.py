"""One vCard line -> property: parameters, quoted-printable, base64, charset, parts, backslashes."""

import base64
import binascii
import quopri
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import NamedTuple

from boothapp.badge import charset, other_script
from boothapp.badge.alphabet import LONGEST_SAMPLE
from boothapp.badge.vcard_lines import LONGEST_HEAD, Line

_HEAD = re.compile(rb"[^:\"]*+(?:\"[^\"]*+\"[^:\"]*+)*+:")
_PARAMETER = re.compile(rb"[^;\"]*+(?:\"[^\"]*+\"[^;\"]*+)*+")
_LOST_LABEL = re.compile(rb"=[89A-F][0-9A-F]")
_SEMICOLON = re.compile(r"(?<!\\)((?:\\\\)*);")
_QUOTED_SEMICOLON = re.compile(rb"(?<!\\)((?:\\\\)*);")
_ESCAPE = re.compile(r"\\([\\;,:nN\"])")
_LINE_BREAKS = {"n": "\n", "N": "\n"}
_QUOTED_PRINTABLE = frozenset({"quoted-printable", "q", "qp"})
_BASE64 = frozenset({"base64", "b"})

# Fields in which "=F8" can only be quoted-printable that lost its label.
_NAMES_AND_PLACES = frozenset({"FN", "N", "ORG", "TITLE", "ADR"})


NO_PARAMETERS: Mapping[str, str] = MappingProxyType({})


class Property(NamedTuple):
    """A property of a card: words such as "work" and "pref", other parameters, the value's text parts."""

    name: str
    group: str = ""
    words: frozenset[str] = frozenset()
    parameters: Mapping[str, str] = NO_PARAMETERS
    parts: tuple[str, ...] = ("",)

    @property
    def text(self) -> str:
        """The whole value, where its semicolons mean nothing."""
        return ";".join(self.parts).strip()

    @property
    def preference(self) -> int:
        """1 is best: PREF=1 (RFC 6350, 5.3) or the word "pref"; 101 is none."""
        rank = self.parameters.get("pref", "")
        if rank.isascii() and rank.isdigit():
            return int(rank[:3])
        return 1 if "pref" in self.words else 101


@dataclass
class Decoder:
    """Reads lines with the charsets of one payload; certain turns False at the first guess."""

    content: bytes
    code_page: str = ""
    certain: bool = True

    def __post_init__(self) -> None:
        self._named = charset.named_in(self.content)

    @cached_property
    def _guess(self) -> str:
        """One guess for the whole payload: a single name may be too short to tell."""
        sample = self.content[:LONGEST_SAMPLE]
        return other_script.guess(quopri.decodestring(sample) if sample.isascii() else sample)

    @cached_property
    def _page(self) -> str:
        """The show's code page, unless the payload as a whole speaks against it."""
        sample = self.content[:LONGEST_SAMPLE]
        return charset.trusted(quopri.decodestring(sample) if sample.isascii() else sample, self.code_page)

    def read(self, line: Line) -> Property | None:
        """The property of a line; None where there is no value."""
        head = _HEAD.match(line.rest[:LONGEST_HEAD])
        colon = head.end() if head else line.rest[:LONGEST_HEAD].find(b":") + 1
        if not colon:
            return None
        words, parameters = _parameters(line.rest[: colon - 1])
        parts = self._parts(line.name, line.rest[colon:], words | {parameters.get("encoding", "").lower()})
        return Property(line.name, line.group, words, parameters, parts)

    def _parts(self, name: str, value: bytes, words: frozenset[str]) -> tuple[str, ...]:
        if words & _QUOTED_PRINTABLE:
            quoted = _QUOTED_SEMICOLON.sub(b"\\1\0", value).split(b"\0")
            return tuple(unescaped(self._text(quopri.decodestring(part))) for part in quoted)
        if words & _BASE64:
            value = _from_base64(value)
        if name in _NAMES_AND_PLACES and _LOST_LABEL.search(value):
            value = quopri.decodestring(value)
        text = self._text(value).replace("\0", " ")
        if "\\" not in text:
            return tuple(text.split(";"))
        return tuple(unescaped(part) for part in _SEMICOLON.sub("\\1\0", text).split("\0"))

    def _text(self, raw: bytes) -> str:
        text, certain = charset.decode(raw, self._named, self._page, "")
        if certain:
            return text
        self.certain = False
        return charset.decode(raw, guess=self._guess)[0]


def unescaped(text: str) -> str:
    r"""The text with \n as a line break and without the backslashes before \ ; , : and "."""
    return _ESCAPE.sub(lambda match: _LINE_BREAKS.get(match[1], match[1]), text) if "\\" in text else text


@lru_cache(maxsize=256)
def _parameters(head: bytes) -> tuple[frozenset[str], Mapping[str, str]]:
    """Words and named parameters; the same few heads come on every card of a show."""
    words: list[str] = []
    parameters: dict[str, str] = {}
    for match in _PARAMETER.finditer(head):
        name, equals, value = match[0].decode("utf-8", "replace").partition("=")
        name, value = name.strip().lower(), value.strip().strip('"')
        if equals and name != "type":
            parameters.setdefault(name, value)
        else:
            words += (value if equals else name).lower().replace('"', "").split(",")
    return frozenset(word.strip() for word in words if word.strip()), parameters


def _from_base64(value: bytes) -> bytes:
    try:
        return base64.b64decode(value + b"===")
    except (binascii.Error, ValueError):
        return value
