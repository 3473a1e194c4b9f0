"""Breaking text into lines: at spaces, between CJK letters, and inside a word only when it can't fit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from boothapp.paper.fonts import Weight, width
from boothapp.paper.reading import ARABIC, clean

ELLIPSIS = "…"
CJK = "\u2e80-\u2fff\u3001-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef"
# Signs that must not begin a line stay with the letter before them.
CLOSING = "、。，．）」』】〕》！？：；ー々"
# Clean text has no blanks but the space and the no-break space, which keeps its words together.
TOKENS = re.compile(rf"[ \n]+|[{CJK}][{CLOSING}]*|[^ \n{CJK}]+")


@dataclass(frozen=True, slots=True)
class Fitted:
    """Text as it goes on paper: the size chosen, its lines, and whether something had to be left out."""

    size: float
    lines: tuple[str, ...]
    trimmed: bool = False


def fit(text: str, weight: Weight, sizes: Sequence[float], room: float, most: int) -> Fitted:
    """The text at the largest of the sizes that needs at most so many lines; else the smallest, trimmed."""
    shown = clean(text).strip()
    for size in sizes:
        lines = wrap(shown, weight, size, room)
        if len(lines) <= most and _whole(shown, weight, size, room):
            return Fitted(size, _balanced(shown, weight, size, room, lines))
    lines = wrap(shown, weight, sizes[-1], room)
    if len(lines) <= most:
        return Fitted(sizes[-1], lines)
    rest = " ".join(lines[most - 1 :])
    return Fitted(sizes[-1], (*lines[: most - 1], shorten(rest, weight, sizes[-1], room)), trimmed=True)


def wrap(text: str, weight: Weight, size: float, room: float) -> tuple[str, ...]:
    """Clean text as lines no wider than room points; an empty text has no lines."""
    if not text:
        return ()
    return tuple(line for part in text.split("\n") for line in _paragraph(part, weight, size, room))


def shorten(line: str, weight: Weight, size: float, room: float) -> str:
    """The beginning of a line that fits with an ellipsis, cut between words where one is near."""
    low, high = 0, len(line)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width(line[:middle].rstrip() + ELLIPSIS, weight, size) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    kept = line[:low].rstrip()
    at_word = kept.rpartition(" ")[0] if low < len(line) and not line[low].isspace() else kept
    return (at_word if len(at_word) > len(kept) * 0.7 else kept).rstrip(" ,;:.") + ELLIPSIS


def _balanced(text: str, weight: Weight, size: float, room: float, lines: tuple[str, ...]) -> tuple[str, ...]:
    # A single short word on the last line looks like a mistake: the tightest of these rooms evens the lines.
    if len(lines) < 2 or width(lines[-1], weight, size) > room / 2:
        return lines
    for share in (0.65, 0.75, 0.85):
        tighter = wrap(text, weight, size, room * share)
        if len(tighter) == len(lines) and _whole(text, weight, size, room * share):
            return tighter
    return lines


def _whole(text: str, weight: Weight, size: float, room: float) -> bool:
    return all(width(token, weight, size) <= room for token in TOKENS.findall(text))


def _paragraph(text: str, weight: Weight, size: float, room: float) -> Iterator[str]:
    line, used = "", 0.0
    # Joined Arabic letters are not as wide as the same letters apart: only there the whole line is measured.
    joined = ARABIC.search(text)
    for token in _tokens(text, weight, size, room):
        longer = width(line + token, weight, size) if joined else used + width(token, weight, size)
        if line and longer > room and not token.isspace():
            yield line.rstrip()
            line, longer = "", width(token, weight, size)
        if line or not token.isspace():
            line, used = line + token, longer
    if line.strip():
        yield line.rstrip()


def _tokens(text: str, weight: Weight, size: float, room: float) -> Iterator[str]:
    for token in TOKENS.findall(text):
        if width(token, weight, size) <= room or token.isspace():
            yield token
        else:
            yield from _pieces(token, weight, size, room)


def _pieces(word: str, weight: Weight, size: float, room: float) -> Iterator[str]:
    piece = ""
    for char in word:
        if piece and width(piece + char, weight, size) > room:
            yield piece
            piece = ""
        piece += char
    yield piece
