"""Rows of a list as records for the store: cells in the order of the fields, wrong rows counted with reasons."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from boothapp.attendees.columns import Mapping
from boothapp.domain.attendee_entry import BETWEEN, MAPPED, Entry, Record, entry_of
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

    def __init__(self, mapping: Mapping, first_line: int = 1) -> None:
        """first_line: the number of the first row in the file, to name wrong ones by."""
        places = {name: [at for at, one in enumerate(mapping) if one == name] for name in MAPPED}
        # What has no column is found in the empty cell after the last one.
        self._width, self._line = len(mapping), first_line - 1
        self._pick = itemgetter(*((places[name] or [len(mapping)])[0] for name in MAPPED))
        self._joined = [(at, places[name]) for at, name in enumerate(MAPPED) if len(places[name]) > 1]
        self._seen: set[str] = set()
        self.skipped = Skipped()

    def entries(self, rows: Iterable[list[str]]) -> Iterator[Entry]:
        """An entry for each row that is a person; the others are counted in `skipped`."""
        for row in rows:
            self._line += 1
            record = self._record(row)
            text = "".join(record)
            if not text:
                self.skipped.add("empty", self._line, row)
                continue
            if len(text) > LONGEST_CELL:
                record = tuple(cell[:LONGEST_CELL] for cell in record)
            entry = entry_of(record)
            if entry is None or entry.ids[0] in self._seen:
                self.skipped.add("twice" if entry else "nobody", self._line, row)
                continue
            self._seen.add(entry.ids[0])
            yield entry

    def _record(self, row: list[str]) -> Record:
        width = self._width
        if len(row) != width:
            row = [*row[:width], *[""] * (width - len(row))]
        record = tuple(map(str.strip, self._pick([*row, ""])))
        if self._joined:
            record = self._with_joined(record, row)
        if not _ODDITIES.isdisjoint(record):
            record = tuple("" if cell in _ODDITIES else cell for cell in record)
        return record

    def _with_joined(self, record: Record, row: list[str]) -> Record:
        whole = list(record)
        for at, places in self._joined:
            between = ", " if MAPPED[at] == "street" else BETWEEN
            said = (row[place].strip() for place in places)
            whole[at] = between.join(dict.fromkeys(cell for cell in said if cell and cell not in _ODDITIES))
        return tuple(whole)
