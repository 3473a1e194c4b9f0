"""Rows of a list as records: cells in the order of the fields, wrong rows counted with reasons."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from boothapp.attendees.columns import Mapping
from boothapp.attendees.number_ids import NumberColumns, Restored, Rows
from boothapp.domain.attendee import IDS, id_keys
from boothapp.domain.attendee_entry import BETWEEN, MAPPED, Batch, Entry, Record, batch_of, entry_of
from boothapp.words import mark

LONGEST_CELL = 2000
EXAMPLES = 5
REASONS = {
    "empty": mark("Empty lines"),
    "nobody": mark("No id, no name and no e-mail"),
    "twice": mark("The same id again, for another line"),
    "broken": mark("Damaged lines"),
}
_ODDITIES = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "NULL", "null", "None", "-", "—", "n/a", "N/A"})

# What stands between the columns of one field; the parts of a name follow each other as the columns do.
_JOINS = {"street": ", ", "given_name": " ", "family_name": " "}
# Cells between strokes: one that begins with a blank, or one that says nothing.
_UNTIDY = re.compile(rf"\|(?: |(?:{'|'.join(map(re.escape, sorted(_ODDITIES)))})\|)")


@dataclass
class Skipped:
    """The rows that are no people: how many for each reason of REASONS, and a few of them with their line."""

    counts: dict[str, int] = field(default_factory=dict)
    examples: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All of them; an empty line at the end of a file is nobody's fault and not counted."""
        return sum(n for reason, n in self.counts.items() if reason != "empty")

    def add(self, reason: str, line: int, row: Sequence[str], times: int = 1) -> None:
        """Counts a row."""
        self.counts[reason] = self.counts.get(reason, 0) + times
        if reason != "empty" and len(self.examples) < EXAMPLES:
            self.examples.append((line, reason, " · ".join(filter(None, map(str.strip, row)))[:80]))


class People:
    """Turns rows into entries by a mapping; remembers who was seen, so that no id is two people."""

    def __init__(
        self, mapping: Mapping, first_line: int = 1, again: Callable[[], Iterable[Rows]] = list
    ) -> None:
        """first_line: the number of the first row in the file, to name wrong ones by.

        again: reads the rows from the first one anew, where a column has to be judged as a whole.
        """
        places = {name: [at for at, one in enumerate(mapping) if one == name] for name in MAPPED}
        # What has no column is found in the empty cell after the last one.
        self._width, self._line = len(mapping), first_line - 1
        self._pick = itemgetter(*((places[name] or [len(mapping)])[0] for name in MAPPED))
        self._fields = tuple(filter(None, mapping))
        self._mapped = [at for at, name in enumerate(mapping) if name]
        self._joined = [(at, places[name]) for at, name in enumerate(MAPPED) if len(places[name]) > 1]
        self._seen: set[str] = set()
        self.skipped, self._numbers = Skipped(), NumberColumns(mapping, again)

    @property
    def restored(self) -> Restored:
        """The ids that a spreadsheet program had made numbers of."""
        return self._numbers.restored

    def batches(self, source: Iterable[Rows]) -> Iterator[Batch]:
        """A record for each row that is a person; the others are counted in `skipped`."""
        for rows in source:
            self._numbers.put_right(rows)
            yield self._alike(rows) or batch_of(self._one_by_one(rows))
            self._line += len(rows)

    def _alike(self, rows: list[list[str]]) -> Batch | None:
        """All at once where every row is whole and tidy and has an id of its own, else None.

        Six times faster than one by one, which is what keeps the import near a bare insert.
        """
        if self._joined or IDS not in self._fields or set(map(len, rows)) != {self._width}:
            return None
        records = self._records(rows)
        if not _tidy(records):
            return None
        ids = list(map(itemgetter(self._fields.index(IDS)), records))
        if not all(ids) or len(set(ids)) != len(ids) or not self._seen.isdisjoint(ids):
            return None
        keys = id_keys(ids)
        if not all(keys):
            return None
        self._seen.update(ids)
        return Batch(records, keys, range(len(rows)), self._fields)

    def _records(self, rows: list[list[str]]) -> Sequence[Sequence[str]]:
        """Only the columns that are fields, in their own order."""
        if len(self._mapped) == self._width:
            return rows
        if len(self._mapped) == 1:
            return [[row[self._mapped[0]]] for row in rows]
        return list(map(itemgetter(*self._mapped), rows))

    def _one_by_one(self, rows: list[list[str]]) -> Iterator[Entry]:
        for line, row in enumerate(rows, self._line + 1):
            record = self._record(row)
            text = "".join(record)
            if not text:
                self.skipped.add("empty", line, row)
                continue
            if len(text) > LONGEST_CELL:
                record = tuple(cell[:LONGEST_CELL] for cell in record)
            entry = entry_of(record)
            if entry is None or entry.ids[0] in self._seen:
                self.skipped.add("twice" if entry else "nobody", line, row)
                continue
            self._seen.add(entry.ids[0])
            yield entry

    def _record(self, row: list[str]) -> Record:
        width = self._width
        whole = [*row[:width], *[""] * (width - len(row) + 1)]
        record = tuple(map(str.strip, self._pick(whole)))
        if self._joined:
            record = self._with_joined(record, whole)
        if not _ODDITIES.isdisjoint(record):
            record = tuple("" if cell in _ODDITIES else cell for cell in record)
        return record

    def _with_joined(self, record: Record, row: list[str]) -> Record:
        whole = list(record)
        for at, places in self._joined:
            between = _JOINS.get(MAPPED[at], BETWEEN)
            said = (row[place].strip() for place in places)
            whole[at] = between.join(dict.fromkeys(cell for cell in said if cell and cell not in _ODDITIES))
        return tuple(whole)


def _tidy(rows: Sequence[Sequence[str]]) -> bool:
    """Whether no cell begins or ends with a blank, is very long, or says nothing in so many letters."""
    lines = list(map("|".join, rows))
    whole = f"|{'|'.join(lines)}|"
    if max(map(len, lines)) > LONGEST_CELL or " |" in whole or _UNTIDY.search(whole):
        return False
    # Every other blank (tab, line end, no-break space) is not printable.
    return whole.isprintable() or all(cell == cell.strip() for row in rows for cell in row)
