"""vCard bytes -> lines: folding, soft line breaks, several cards and cards inside cards."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FOLDED_END = re.compile(rb"\n(?![ \t])")
_QUOTED_END = re.compile(rb"(?i)(?<!=)\n(?![ \t])|\n(?=END:VCARD)")
_BLANK_LINES = re.compile(rb"\n[ \t\n]*\n")
_SOFT_BREAK = re.compile(rb"=[ \t]*\n")
_NAME = re.compile(rb"[ \t]*(?:([\w-]{1,60})\.)?([A-Za-z][A-Za-z0-9_-]{0,60})[ \t]*(?=[;:])")
_VERSION_2 = re.compile(rb"(?i)\nVERSION[^:\n]{0,40}:[ \t]*2\.1")
_QUOTED = re.compile(rb"(?i)[;=]quoted-printable\b|encoding=q\b")
_CARD = re.compile(rb"(?im)^BEGIN[ \t]*:[ \t]*VCARD")
_CARD_INSIDE = re.compile(rb"(?im)^AGENT[^\n]*\nBEGIN[ \t]*:[ \t]*VCARD")

LONGEST_HEAD = 4_000
# A longer line is cut before it is decoded: no field of a visitor is that long.
LONGEST_LINE = 200_000
MOST_LINES = 200_000


class Line(NamedTuple):
    """One unfolded property, not yet decoded: NAME, group in small letters, the rest after the name."""

    name: str
    group: str
    rest: bytes


class Lines:
    """The lines of a payload of one or more cards; cut turns True if there are more lines than are read."""

    def __init__(self, raw: bytes) -> None:
        unified = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").strip(b"\x00 \t\n")
        self.raw = _BLANK_LINES.sub(b"\n", unified) + b"\n"
        self.cut = False
        # vCard 2.1 folds between words and keeps the space; later versions add one to be removed.
        self._keeps_space = bool(_VERSION_2.search(self.raw))

    @property
    def cards(self) -> int:
        """How many cards there are, cards inside cards not counted."""
        return len(_CARD.findall(self.raw)) - len(_CARD_INSIDE.findall(self.raw))

    def each_card(self, wanted: frozenset[str]) -> Iterator[list[Line]]:
        """The lines of one card after the other, unfolded, only the wanted names; none for an empty card."""
        return (card for card in self._split(wanted) if card)

    def _split(self, wanted: frozenset[str]) -> Iterator[list[Line]]:
        card: list[Line] = []
        depth, last = 0, ""
        for name, group, rest in self._named():
            if name == "BEGIN" and depth and last != "AGENT":
                yield card
                card, depth = [], 1
            elif name == "BEGIN":
                depth += 1
            elif name == "END":
                depth = max(depth - 1, 0)
                if not depth:
                    yield card
                    card = []
            elif depth == 1 and name in wanted:
                card.append(Line(name, group, self._unfolded(rest)))
            last = name
        yield card

    def _named(self) -> Iterator[tuple[str, str, bytes]]:
        start, count = 0, 0
        while start < len(self.raw):
            count += 1
            if count > MOST_LINES:
                self.cut = True
                return
            name = _NAME.match(self.raw, start)
            end = self._end(start)
            if name:
                group = (name[1] or b"").decode("ascii", "replace").lower()
                yield (
                    name[2].decode("ascii").upper(),
                    group,
                    self.raw[name.end() : min(end, name.end() + LONGEST_LINE)],
                )
            start = end + 1

    def _end(self, start: int) -> int:
        end = self._search(_FOLDED_END, start)
        if self.raw[end - 1 : end] == b"=" and _is_quoted(self.raw[start : start + LONGEST_HEAD]):
            return self._search(_QUOTED_END, end)
        return end

    def _search(self, pattern: re.Pattern[bytes], start: int) -> int:
        match = pattern.search(self.raw, start)
        return match.start() if match else len(self.raw)

    def _unfolded(self, rest: bytes) -> bytes:
        if b"\n" not in rest:
            return rest
        if _is_quoted(rest[:LONGEST_HEAD]):
            rest = _SOFT_BREAK.sub(b"", rest)
        if not self._keeps_space:
            rest = rest.replace(b"\n ", b"").replace(b"\n\t", b"")
        return rest.replace(b"\n", b"")


def _is_quoted(line: bytes) -> bool:
    return bool(_QUOTED.search(line.partition(b":")[0]))
