"""Badges whose values carry labels: "VQC:ID:1;FN:Anna;LN:Bee", "name: ...; email: ...", labelled lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from urllib.parse import unquote_plus

from boothapp.badge import labels
from boothapp.badge.labelled_parts import MOST_PARTS, Parts
from boothapp.badge.payload import Found, Payload

# Between the parts, the least ambiguous first; a backslash before one makes it a part of the value.
SEPARATORS = ("\n", ";", "|", "^", "\t", "&", ",")
_LABEL = re.compile(r"\s*([^:=\s][^:=\n]{0,39}?)\s*[:=](?!//)\s*(.*)", re.DOTALL)
# The mark of a vendor before the first label: "VQC:T:E;...".
_VENDOR = re.compile(r"[A-Z][A-Z0-9]{1,11}:(?=[A-Za-z]{1,20}[:=])")
_ESCAPE = re.compile(r"\\([\\;:,|^&\"])")
_FEWEST_KNOWN = 2
_MARK = re.compile(r"[:=](?!//)\s*")
_LABEL_WORDS = 3
# JSON that could not be read: its signs would stay in the values.
_JSON = ("{", "[{", '["')


@dataclass(frozen=True)
class Split:
    """A text taken apart at one separator: (label or "", value) in order."""

    pairs: tuple[tuple[str, str], ...]

    @cached_property
    def known(self) -> int:
        """How many different fields have a label."""
        return len(set(self._meant) - {"", "-"})

    @property
    def mostly_known(self) -> bool:
        """Whether at least half of the labels are known: in a text about something else, a few may be."""
        return 2 * sum(map(bool, self._meant)) >= len(self._meant)

    @cached_property
    def _meant(self) -> list[str]:
        return [labels.field_of(label) for label, _ in self.pairs if label]


def recognise(payload: Payload) -> Found | None:
    """At least two known labels, one alone, or a vendor's mark before the first."""
    text = payload.short.replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith(_JSON):
        return None
    bare = _VENDOR.sub("", text, count=1) if _VENDOR.match(text) else text
    splits = (Split(tuple(_pairs(bare, separator))) for separator in SEPARATORS)
    best = max(splits, key=lambda split: split.known)
    if best.known < _FEWEST_KNOWN:
        best = max(best, Split(tuple(_run_together(bare))), key=lambda split: split.known)
    alone = best.known == 1 == len(best.pairs)
    enough = best.known >= _FEWEST_KNOWN and best.mostly_known
    if not (alone or enough or (best.known and bare != text)):
        return None
    parts = Parts()
    for label, value in best.pairs:
        parts.take(label, value) if label else parts.keep("", value)
    return parts.found("labelled", count=len(best.pairs))


def _pairs(text: str, separator: str) -> Iterator[tuple[str, str]]:
    pieces = re.split(rf"(?<!\\){re.escape(separator)}", text, maxsplit=MOST_PARTS)
    for piece in filter(str.strip, pieces[:MOST_PARTS]):
        match = _LABEL.fullmatch(piece)
        label, value = (match[1], match[2]) if match else ("", piece)
        if separator == "&":
            label, value = unquote_plus(label), unquote_plus(value)
        yield label, _ESCAPE.sub(r"\1", value).strip()


def _run_together(text: str) -> Iterator[tuple[str, str]]:
    """ID: 12 Name: Anna: line ends became blanks, and only the labels say where a value begins."""
    marks = [
        found for mark in islice(_MARK.finditer(text), MOST_PARTS) if (found := _label_before(text, mark))
    ]
    start, label = 0, ""
    for begin, end, following in marks:
        yield label, text[start:begin].strip()
        start, label = end, following
    yield label, text[start:].strip()


def _label_before(text: str, mark: re.Match[str]) -> tuple[int, int, str] | None:
    """Where the longest known label before a colon begins, where its value does, and the label."""
    end = mark.start() - (text[mark.start() - 1 : mark.start()] == " ")
    before = text[max(0, end - labels.LONGEST) : end]
    words = before.split(" ")
    tried = (" ".join(words[-count:]) for count in range(min(_LABEL_WORDS, len(words)), 0, -1))
    label = next((one for one in tried if labels.field_of(one) not in ("", "-")), "")
    return (end - len(label), mark.end(), label) if label else None
