"""Which lines of one scanner belong together: a badge of several lines comes as so many lines with Enter.

What shows where it ends (a card, JSON) is gathered up to there; labels and a person's block are one badge
only where the readers make one person of the whole. Any other line, such as an id, never waits.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from boothapp.badge import labels, shapes
from boothapp.badge.clues import Clues, Way
from boothapp.badge.layouts import US
from boothapp.badge.payload import from_bytes

Line = TypeVar("Line", bound=str | bytes)
# A block has no more lines; labels may have some more, and a card with its photo thousands.
_MOST_WORDS, _MOST_LABELS, _MOST = 8, 60, 20_000
_IN_DOUBT, _SEVERAL, _MOST_READ = ("labels", "words"), 2, 6
# Longer than any label or first line of a block.
_LONGEST = 256
_BEGINNINGS = (
    ("card", re.compile(r"BEGIN:VCARD\b", re.IGNORECASE)),
    ("json", re.compile(r"[{\[](?=\s*(?:[\"{\[]|$))")),
    ("code", re.compile(r"(?:MECARD|BIZCARD):", re.IGNORECASE)),
    ("memory", re.compile(r"(?:MEMORY|NAME1):", re.IGNORECASE)),
)
_START = re.compile(r"BEGIN:VCARD|MECARD:|BIZCARD:|MEMORY:|https?://", re.IGNORECASE)
# A first line as long as it likes.
_LONG_START = re.compile(r"\s*(?:BEGIN:VCARD|MECARD:|BIZCARD:|MEMORY:|[{\[])", re.IGNORECASE)
_MEMORY = re.compile(r"(MEMORY|NAME\d|TEL\d|MAIL\d|ADD\d?):", re.IGNORECASE)
_CODE = re.compile(r"\s*[A-Z-]{1,12}:", re.IGNORECASE)
_LABEL = re.compile(r"([^\W\d_][\w .;=/-]{0,39}?)\s?[:=](?!//)\s*(\S.*)?")
_CARD_KEYS = frozenset(("N", "FN", "ORG", "TITLE", "TEL", "EMAIL", "ADR", "URL", "NOTE", "ROLE"))
# A name: two to five words of letters. What may follow it: no cell of a badge with signs between them.
_NAME = re.compile(r"[^\W\d_][^\W\d_.'’-]*(?:[ ,]+[^\W\d_][\w.'’-]*){1,4}")
# A second label in the same line.
_ONE_MORE = re.compile(r"[;|^,&]\s*[\w .-]{1,20}[:=]")
_WORDS = re.compile(r"[^|^;\t{}\[\]<>]+")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')


@dataclass
class Guess:
    """What lines begin, as typed one way; keys: the labels so far; depth: of open brackets."""

    kind: str
    way: Way = (US, "")
    keys: set[str] = field(default_factory=set)
    depth: int = 0
    count: int = 0

    def meant(self, text: str) -> str:
        """A line, or several, as the scanner means them."""
        return self.way[0].back(text, self.way[1])

    def goes_on(self, text: str) -> bool:
        """Whether a line may be one more of the same badge."""
        if self.kind in ("card", "json"):
            return self.count < _MOST
        meant = self.meant(text).strip()
        return not _START.match(meant) and _GOES_ON[self.kind](self, meant)

    def is_stopped(self, text: str) -> bool:
        """Whether words end before a line, as it is an id."""
        return self.kind == "words" and shapes.is_id(self.meant(text).strip())

    def ends(self, text: str) -> bool:
        """Takes note of a line, and tells whether the badge ends with it."""
        self.count += 1
        return _ENDS[self.kind](self, self.meant(text).strip())


class Lines(Generic[Line]):
    """Takes a scanner's lines one by one, and gives the badges they make; clues: of a keyboard, else None."""

    def __init__(self, clues: Clues | None = None) -> None:
        self._clues = clues
        self._guesses: list[Guess] = []
        self._lines: list[Line] = []

    @property
    def open(self) -> bool:
        """Whether lines wait for more."""
        return bool(self._lines)

    @property
    def kind(self) -> str:
        """What waits may be, "" where nothing does."""
        return self._guesses[0].kind if self._guesses else ""

    @property
    def ends_itself(self) -> bool:
        """Whether what waits shows its own end, which may take its time."""
        return any(guess.kind in ("card", "json") for guess in self._guesses)

    def add(self, line: Line, text: str) -> list[list[Line]]:
        """The badges that are whole now; text: of the line."""
        done: list[list[Line]] = []
        guesses = [guess for guess in self._guesses if guess.goes_on(text)]
        if not guesses or any(guess.is_stopped(text) for guess in self._guesses):
            done, guesses = self.rest(), self._begun(text)
        if not guesses:
            return [*done, [line]]
        self._guesses = guesses
        self._lines.append(line)
        ended = [guess.ends(text) for guess in guesses]
        return [*done, *self.rest()] if any(ended) else done

    def rest(self) -> list[list[Line]]:
        """The badges in the lines that wait: no more comes."""
        lines, guesses = self._lines, self._guesses
        self._lines, self._guesses = [], []
        one = len(lines) < _SEVERAL or guesses[0].kind not in _IN_DOUBT or self._is_person(lines, guesses)
        return [lines] if one and lines else [[line] for line in lines]

    def _begun(self, text: str) -> list[Guess]:
        """What the line may begin, typed in any way; words only where nothing says more."""
        if len(text) > _LONGEST and not _LONG_START.match(text):
            return []
        ways = self._clues.ways() if self._clues else []
        found = [Guess(kind, way) for way in ((US, ""), *ways) if (kind := _kind(way[0].back(text, way[1])))]
        sure = [guess for guess in found if guess.kind not in _IN_DOUBT]
        return sure or [guess for guess in found if guess.kind == "labels"] or found

    def _is_person(self, lines: list[Line], guesses: list[Guess]) -> bool:
        """Whether the readers make one person of all the lines."""
        from boothapp.badge import wedge

        whole = "\n".join(line if isinstance(line, str) else from_bytes(line).text for line in lines)
        if _is_one_person(guesses[0].kind, wedge.meant(whole, self._clues).text if self._clues else whole):
            return True
        return any(_is_one_person(guess.kind, guess.meant(whole)) for guess in guesses[:_MOST_READ])


def waiting(lines: Iterable[str], clues: Clues) -> str:
    """The kind of badge that the last of these lines may go on with, "" for none."""
    one: Lines[str] = Lines(clues)
    for line in lines:
        one.add(line, line)
    return one.kind


def gathered(lines: Iterable[str], clues: Clues) -> Iterator[list[str]]:
    """The badges in all the lines of a burst."""
    one: Lines[str] = Lines(clues)
    for line in lines:
        yield from one.add(line, line)
    yield from one.rest()


def _is_one_person(kind: str, text: str) -> bool:
    from boothapp.badge.reading import read_text

    found = read_text(text)
    if kind == "labels":
        return found.format in ("labelled", "vcard") and len(found.visitor.known()) + bool(found.badge_id) > 1
    mails = sum(shapes.is_email(line.strip()) for line in text.splitlines())
    return found.format == "delimited" and bool(found.visitor.name) and mails <= 1


def _kind(text: str) -> str:
    """What a line may begin, "" for a badge of one line."""
    bare = text.strip()
    begun = next((kind for kind, start in _BEGINNINGS if start.match(bare)), "")
    if begun:
        return begun
    if label := _label(bare):
        return "labels" if label in _CARD_KEYS or labels.field_of(label) else ""
    return "words" if _NAME.fullmatch(bare) and not shapes.is_company(bare) else ""


def _label(text: str) -> str:
    """The label of a line that has one alone, without what a card says about it."""
    match = _LABEL.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return ""
    label = match[1].partition(";")[0].strip()
    if label.upper() in _CARD_KEYS:
        return label.upper()
    return "" if _ONE_MORE.search(match[2] or "") else label


def _code_goes_on(_guess: Guess, meant: str) -> bool:
    return _CODE.match(meant) is not None


def _memory_goes_on(guess: Guess, meant: str) -> bool:
    key = _MEMORY.match(meant)
    return key is not None and key[1].upper() not in guess.keys


def _labels_go_on(guess: Guess, meant: str) -> bool:
    """With the first label again another badge begins."""
    label = _label(meant)
    return guess.count < _MOST_LABELS and bool(label) and label.casefold() not in guess.keys


def _words_go_on(guess: Guess, meant: str) -> bool:
    return guess.count < _MOST_WORDS and _WORDS.fullmatch(meant) is not None


def _card_ends(_guess: Guess, meant: str) -> bool:
    return "END:VCARD" in meant.upper()


def _json_ends(guess: Guess, meant: str) -> bool:
    bare = _QUOTED.sub("", meant)
    guess.depth += sum(map(bare.count, "{[")) - sum(map(bare.count, "}]"))
    return guess.depth <= 0


def _code_ends(_guess: Guess, meant: str) -> bool:
    return meant.endswith(";;")


def _memory_ends(guess: Guess, meant: str) -> bool:
    if key := _MEMORY.match(meant):
        guess.keys.add(key[1].upper())
    return False


def _labels_end(guess: Guess, meant: str) -> bool:
    guess.keys = guess.keys or {_label(meant).casefold()}
    return False


def _words_end(_guess: Guess, _meant: str) -> bool:
    return False


_GOES_ON: Mapping[str, Callable[[Guess, str], bool]] = {
    "code": _code_goes_on, "memory": _memory_goes_on, "labels": _labels_go_on, "words": _words_go_on,
}  # fmt: skip
_ENDS: Mapping[str, Callable[[Guess, str], bool]] = {
    "card": _card_ends, "json": _json_ends, "code": _code_ends, "memory": _memory_ends,
    "labels": _labels_end, "words": _words_end,
}  # fmt: skip
