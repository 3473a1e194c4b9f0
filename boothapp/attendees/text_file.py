"""A CSV or TSV file as rows: separator and quotes found out, wrong lines told and passed over."""

import csv
import os
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import TextIO

from boothapp.attendees.alphabet import Writing, writing

SEPARATORS = ",;\t|"
LONGEST_LINE = 256 * 1024
"""Characters; 17 fields of a person take a few hundred."""

AT_ONCE, ROWS = 1 << 21, 10_000
"""Characters, and rows, read in one go."""

MOST_LINES_IN_A_ROW = 40
"""An address or a note may run over lines; more is a quotation mark that never ends."""

_SAMPLE_LINES = 60


class ChangedError(OSError):
    """The file is another one than when it was looked through, or changes while it is read."""


@dataclass
class TextFile:
    """A text table; width: cells in most rows; `broken` counts lines of the last reading that are no row.

    stamp: when it was written, and its size; reading raises ChangedError where they are others.
    """

    file: Path
    writing: Writing
    separator: str
    quote: str
    escape: str | None = None
    width: int = 1
    broken: int = field(default=0, init=False)
    stamp: tuple[int, int] = (0, 0)

    @property
    def size(self) -> int:
        """About how many rows there are."""
        return self.writing.lines

    def batches(self) -> Iterator[list[list[str]]]:
        """Every row from the beginning, some thousand at a time, in little memory."""
        self.broken = 0
        with self.file.open(encoding=self.writing.codec, errors="replace", newline="") as source:
            if not source.readline(LONGEST_LINE).lower().startswith("sep="):
                source.seek(0)
            for batch in self._long(source) if self.writing.long_lines else self._short(source):
                if _stamp(source) != self.stamp:
                    raise ChangedError
                yield batch

    def _long(self, source: TextIO) -> Iterator[list[list[str]]]:
        rows = self._careful([], source)
        while batch := list(islice(rows, ROWS)):
            yield batch

    def _short(self, source: TextIO) -> Iterator[list[list[str]]]:
        while text := source.read(AT_ONCE) + source.readline():
            yield self._unquoted(text) or self._quoted(text, source)

    def _unquoted(self, text: str) -> list[list[str]]:
        """The rows where cells are bare, in half the time of a reader; [] where they may not be."""
        if any(sign in text for sign in filter(None, (self.quote, self.escape, self.separator + " "))):
            return []
        end = _line_end(text)
        lines = text.removesuffix(end).split(end) if end else [""]
        if "" in lines or max(map(len, lines)) > csv.field_size_limit():
            return []
        return [line.split(self.separator) for line in lines]

    def _quoted(self, text: str, source: TextIO) -> list[list[str]]:
        lines = StringIO(text, newline="").readlines()
        return self._quick(lines) or list(self._careful(lines, source))

    def _quick(self, lines: list[str]) -> list[list[str]]:
        """The rows where every line is one; [] where a row runs over lines, or a line is none."""
        try:
            rows = list(self._reader(lines))
            # The last cell may go on in the lines that are not read yet.
            next(self._reader(lines[-1:], strict=True), None)
        except csv.Error:
            return []
        return rows if len(rows) == len(lines) else []

    def _careful(self, lines: list[str], source: TextIO) -> Iterator[list[str]]:
        """Row by row, and no line lost; the last row may need more lines than were given."""
        left, all_of_it = deque(lines), not lines
        while left or all_of_it:
            line = self._line(left, source)
            if not line:
                return
            row = self._row(line, left, source)
            if row is None:
                self.broken += 1
            else:
                yield row

    def _line(self, left: "deque[str]", source: TextIO) -> str:
        """The next line, "" at the end; one that is too long is passed over and counted."""
        while line := left.popleft() if left else source.readline(LONGEST_LINE):
            if len(line) < LONGEST_LINE or line.endswith(("\n", "\r")):
                return line
            self._pass_over(source)
        return ""

    def _pass_over(self, source: TextIO) -> None:
        self.broken += 1
        while (rest := source.readline(LONGEST_LINE)) and not rest.endswith(("\n", "\r")):
            pass

    def _row(self, line: str, left: "deque[str]", source: TextIO) -> list[str] | None:
        """The row that begins with this line; None where its quotation mark never ends."""
        held = [line]
        try:
            row = next(self._reader(self._going_on(held, left, source), strict=True), [])
        except csv.Error:
            row = None
        if len(held) > 1 and (row is None or len(row) > self.width or any(map(self._is_whole, held[1:]))):
            left.extendleft(reversed(held[1:]))
            return None
        return self._leniently(line) if row is None else row

    def _going_on(self, held: list[str], left: "deque[str]", source: TextIO) -> Iterator[str]:
        yield held[0]
        while len(held) < MOST_LINES_IN_A_ROW and (line := self._line(left, source)):
            held.append(line)
            yield line

    def _is_whole(self, line: str) -> bool:
        """Whether a line is a row of its own; in a note or an address there are blanks about the commas."""
        if not 1 < self.width == line.count(self.separator) + 1:
            return False
        start = line.partition(self.separator)[0].strip()
        return self.separator + " " not in line or (" " not in start and any(map(str.isdigit, start)))

    def _leniently(self, line: str) -> list[str] | None:
        try:
            return next(self._reader([line]), [])
        except csv.Error:
            return None

    def _reader(self, lines: Iterable[str], strict: bool = False) -> "Iterator[list[str]]":
        return csv.reader(
            lines,
            delimiter=self.separator,
            quotechar=self.quote,
            escapechar=self.escape,
            skipinitialspace=True,
            strict=strict,
        )


def read(file: Path, code_page: str = "", codec: str = "") -> TextFile:
    """Looks through the file and finds out how it is written; codec: as people have chosen."""
    how = writing(file, code_page, codec)
    if how.binary:
        return TextFile(file, how, ",", '"')
    lines = _first_lines(file, how)
    separator = _named(lines) or _likely(lines)
    text = "".join(lines)
    quote = "'" if text.count("'" + separator + "'") > text.count('"' + separator + '"') else '"'
    escape = (
        "\\" if f"\\{quote}" in text and quote * 2 not in text.replace(separator + quote * 2, "") else None
    )
    with file.open(encoding=how.codec) as source:
        stamp = _stamp(source)
    return TextFile(file, how, separator, quote, escape, _width(lines, separator), stamp)


def _stamp(source: TextIO) -> tuple[int, int]:
    found = os.fstat(source.fileno())
    return found.st_mtime_ns, found.st_size


def _line_end(text: str) -> str:
    """What every line of the text ends with, "" where they differ."""
    returns = text.count("\r")
    if not returns:
        return "\n"
    return "\r\n" if returns == text.count("\r\n") == text.count("\n") else ""


def _first_lines(file: Path, how: Writing) -> list[str]:
    with file.open(encoding=how.codec, errors="replace", newline="") as source:
        lines = (source.readline(LONGEST_LINE) for _ in range(_SAMPLE_LINES))
        return [line for line in lines if len(line) < LONGEST_LINE]


def _named(lines: list[str]) -> str:
    """Spreadsheet programs may write "sep=;" as the first line."""
    first = lines[0].strip().lower() if lines else ""
    return first[4:5] if first.startswith("sep=") else ""


def _likely(lines: list[str]) -> str:
    """The separator that gives most rows the same number of cells, and many of them."""
    scores = {one: _score(lines, one) for one in SEPARATORS}
    return max(scores, key=lambda one: scores[one])


def _width(lines: list[str], separator: str) -> int:
    counts = Counter(line.count(separator) + 1 for line in lines if line.strip())
    return counts.most_common(1)[0][0] if counts else 1


def _score(lines: list[str], separator: str) -> float:
    try:
        rows = [row for row in csv.reader(filter(str.strip, lines), delimiter=separator) if row]
    except csv.Error:
        return 0.0
    widths = Counter(len(row) for row in rows)
    if not widths:
        return 0.0
    width, often = widths.most_common(1)[0]
    return (often / len(rows)) * (1 - 1 / width)
