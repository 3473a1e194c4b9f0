"""Exact fields by format: how many payloads, how many fields were wanted, how many came out exact."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.corpus.item import Item

HEADINGS = ("format", "payloads", "exact", "wanted", "errors")


@dataclass
class Count:
    """One line of the table, and the first payloads that went wrong."""

    group: str
    payloads: int = 0
    exact: int = 0
    wanted: int = 0
    errors: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        """Whether every field of every payload is exact."""
        return self.payloads > 0 and self.exact == self.wanted and not self.errors

    def add(self, item: Item) -> None:
        """Reads one payload; an exception is an error and no exact field."""
        self.payloads += 1
        self.wanted += len(item.wanted)
        try:
            wrong = item.wrong()
        except Exception as fault:  # noqa: BLE001 - counted and shown
            self.errors += 1
            self.wrong.append(f"{item.raw!r}: {fault!r}")
            return
        self.exact += len(item.wanted.keys() - wrong.keys())
        # A field nobody wants is one more that had to stay empty.
        self.wanted += len(wrong.keys() - item.wanted.keys())
        if wrong:
            self.wrong.append(f"{item.raw!r}: {wrong}")


def counted(items: Iterable[Item]) -> list[Count]:
    """The counts by group, in the order the groups come."""
    counts: dict[str, Count] = {}
    for item in items:
        counts.setdefault(item.group, Count(item.group)).add(item)
    return list(counts.values())


def table(counts: list[Count]) -> str:
    """The counts as lines with a sum."""
    rows = [(each.group, each.payloads, each.exact, each.wanted, each.errors) for each in counts]
    sums = [sum(int(row[column]) for row in rows) for column in range(1, len(HEADINGS))]
    lines = [HEADINGS, *rows, ("together", *sums)]
    return "\n".join(f"{row[0]:<34}" + "".join(f"{cell:>10}" for cell in row[1:]) for row in lines)
