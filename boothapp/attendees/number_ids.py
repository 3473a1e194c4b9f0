"""Ids that were numbers for a while: "421.0" and "4.711E+03" are 421 and 4711 again.

pandas writes a column of numbers with a gap as 421.0; a spreadsheet program shortens long numbers to
4.711E+03 when it saves CSV, and to 1.23457E+11 where it drops digits for good.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from operator import itemgetter
from typing import Any

from boothapp.domain.attendee import IDS
from boothapp.words import mark, plural, tr

Rows = list[list[str]]

EXAMPLES = 3
AS_TEXT = mark("A spreadsheet program shortened them: ask for the list with its ids as text.")

# Three zeros after the sign may as well be thousands: 1.000 is left alone.
_WHOLE = re.compile(r"(\d+)[.,]0{1,2}")
_POWER = re.compile(r"(\d)(?:[.,](\d+))?[eE]\+(\d{1,2})")
_DECIMAL = re.compile(r"\d[.,]\d")
# A number holds 15 digits for certain (IEEE 754, binary64).
_MOST_DIGITS = 15
_SIGNS = (".0", ",0", "E+", "e+")


def may_be_in(rows: Rows, at: int) -> bool:
    """Whether a cell of this column may be such a number: asked of thousands at once."""
    try:
        joined = "\n".join(map(itemgetter(at), rows))
    except IndexError:
        joined = "\n".join(_cells(rows, at))
    return any(map(joined.__contains__, _SIGNS))


def whole(text: str) -> str:
    """The digits of a whole number written with a decimal sign, "" for anything else."""
    found = _WHOLE.fullmatch(text)
    if found:
        return found[1]
    digits, places = _powered(text)
    exact = places < len(digits) <= _MOST_DIGITS and not digits[places + 1 :].strip("0")
    return digits[: places + 1] if exact else ""


def is_shortened(text: str) -> bool:
    """Whether digits of this number are missing: a spreadsheet program shows six, a number holds fifteen."""
    digits, places = _powered(text)
    return bool(digits) and (len(digits) <= places or places >= _MOST_DIGITS)


def _powered(text: str) -> tuple[str, int]:
    """The digits and the power of ten of 4.711E+03, none for anything else."""
    found = _POWER.fullmatch(text)
    return (found[1] + (found[2] or ""), int(found[3])) if found else ("", 0)


def are_numbers(ids: Iterable[str]) -> bool:
    """Whether such ids of a column are whole numbers for certain.

    Never where another one has real decimals, nor where 421 stands beside 421.0.
    """
    plain, made = set[str](), set[str]()
    for id in ids:
        if number := whole(id):
            made.add(number)
        elif not is_shortened(id):
            plain.add(id)
    return plain.isdisjoint(made) and not any(map(_DECIMAL.search, plain))


@dataclass
class Restored:
    """What became of such ids: how many are whole again, how many have lost digits, and a few of each."""

    whole: int = 0
    lost: int = 0
    examples: list[tuple[str, str]] = field(default_factory=list)

    def json(self) -> dict[str, Any]:
        """For a command's answer."""
        examples = [{"listed": text, "id": id} for text, id in self.examples]
        return {"restored": self.whole, "lost": self.lost, "examples": examples}

    def id(self, text: str) -> str:
        """The id as it was, "" where digits are lost, the text itself where it is no such number."""
        number = whole(text)
        if not number and not is_shortened(text):
            return text
        self.whole += bool(number)
        self.lost += not number
        if sum(1 for one in self.examples if bool(one[1]) == bool(number)) < EXAMPLES:
            self.examples.append((text, number))
        return number


def told(restored: Restored) -> str:
    """What became of the ids, in a sentence or two; "" where there were none."""
    whole_again = next((f" ({text} = {id})" for text, id in restored.examples if id), "")
    shortened = next((f" ({text})" for text, id in restored.examples if not id), "")
    ids, lost = (
        plural("{n} id was written as a number", "{n} ids were written as numbers", restored.whole),
        plural("{n} id has lost digits", "{n} ids have lost digits", restored.lost),
    )
    parts = (
        f"{ids}{whole_again}." if restored.whole else "",
        f"{lost}{shortened}. {tr(AS_TEXT)}" if restored.lost else "",
    )
    return " ".join(filter(None, parts))


class NumberColumns:
    """Puts the numbers of a table right, in the columns with ids, phones and postal codes."""

    def __init__(self, mapping: Sequence[str], again: Callable[[], Iterable[Rows]]) -> None:
        """again: reads the whole table anew, to see what else stands in a column of ids."""
        self._ids = [at for at, name in enumerate(mapping) if name == IDS]
        self._others = [at for at, name in enumerate(mapping) if name in ("phones", "postal_code")]
        self._again, self._known = again, dict[int, bool]()
        self.restored = Restored()

    def put_right(self, rows: Rows) -> None:
        """Changes the cells of these rows that were numbers for a while."""
        for at in self._ids:
            if may_be_in(rows, at) and self._holds_numbers(at):
                _change(rows, at, self.restored.id)
        for at in self._others:
            if may_be_in(rows, at):
                _change(rows, at, lambda text: whole(text) or text)

    def _holds_numbers(self, at: int) -> bool:
        if at not in self._known:
            self._known[at] = are_numbers(chain.from_iterable(_cells(rows, at) for rows in self._again()))
        return self._known[at]


def _cells(rows: Rows, at: int) -> list[str]:
    return [row[at].strip() for row in rows if at < len(row)]


def _change(rows: Rows, at: int, read: Callable[[str], str]) -> None:
    for row in rows:
        if at < len(row):
            row[at] = read(row[at].strip())
