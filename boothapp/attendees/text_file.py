"""A CSV or TSV file as rows: separator and quotes found out, wrong lines told and passed over."""

import csv
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
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


@dataclass
class TextFile:
    """A text table; `broken` counts the lines of the last reading that are no row."""

    file: Path
    writing: Writing
    separator: str
    quote: str
    escape: str | None = None
    broken: int = field(default=0, init=False)

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
            if self.writing.long_lines:
                while batch := list(islice(self._careful([], source), ROWS)):
                    yield batch
                return
            while lines := source.readlines(AT_ONCE):
                yield self._quick(lines) or list(self._careful(lines, source))

    def _quick(self, lines: list[str]) -> list[list[str]]:
        """The rows where every line is one; [] where a row runs over lines, or a line is none."""
        try:
            rows = list(self._reader(iter(lines)))
        except csv.Error:
            return []
        return rows if len(rows) == len(lines) else []

    def _careful(self, lines: list[str], source: TextIO) -> Iterator[list[str]]:
        """Row by row; the last one may need more lines than were given."""
        held: list[str] = []
        left = deque(lines)
        reader = self._reader(self._lines(left, source, held))
        while left or not lines or held:
            held.clear()
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error:
                self.broken += 1
                row = []
            if len(held) > MOST_LINES_IN_A_ROW:
                yield from self._one_by_one(held)
            else:
                yield row
            held.clear()

    def _lines(self, left: "deque[str]", source: TextIO, held: list[str]) -> Iterator[str]:
        while line := left.popleft() if left else source.readline(LONGEST_LINE):
            if len(line) >= LONGEST_LINE and not line.endswith(("\n", "\r")):
                self._pass_over(source)
                continue
            held.append(line)
            yield line

    def _pass_over(self, source: TextIO) -> None:
        self.broken += 1
        while (rest := source.readline(LONGEST_LINE)) and not rest.endswith(("\n", "\r")):
            pass

    def _one_by_one(self, lines: list[str]) -> Iterator[list[str]]:
        """The lines swallowed by a quotation mark that never ends, each on its own."""
        self.broken += 1
        for line in lines[1:]:
            yield next(csv.reader([line], delimiter=self.separator, quoting=csv.QUOTE_NONE), [])

    def _reader(self, lines: Iterator[str]) -> "Iterator[list[str]]":
        return csv.reader(
            lines,
            delimiter=self.separator,
            quotechar=self.quote,
            escapechar=self.escape,
            skipinitialspace=True,
        )


def read(file: Path, code_page: str = "") -> TextFile:
    """Looks through the file and finds out how it is written."""
    how = writing(file, code_page)
    if how.binary:
        return TextFile(file, how, ",", '"')
    lines = _first_lines(file, how)
    separator = _named(lines) or _likely(lines)
    text = "".join(lines)
    quote = "'" if text.count("'" + separator + "'") > text.count('"' + separator + '"') else '"'
    escape = (
        "\\" if f"\\{quote}" in text and quote * 2 not in text.replace(separator + quote * 2, "") else None
    )
    return TextFile(file, how, separator, quote, escape)


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
