"""One payload of the corpus with the visitor that a reader must find."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from boothapp.badge.reading import ANY_FLOOR, Floor, Reading, read_text


@dataclass(frozen=True)
class Item:
    """group: the line of the table it counts in; wanted: "format", "badge_id" and the visitor's fields.

    loose: fields that may hold anything, such as a note that repeats the whole text.
    """

    group: str
    raw: str | bytes
    wanted: Mapping[str, Any]
    floor: Floor = ANY_FLOOR
    loose: frozenset[str] = frozenset()

    def reading(self) -> Reading:
        """What the reader makes of it."""
        return read_text(self.raw, floor=self.floor)

    def found(self) -> dict[str, Any]:
        """The fields that were found, without the loose ones."""
        reading = self.reading()
        found = {"format": reading.format, "badge_id": reading.badge_id, **reading.visitor.known()}
        proposed = self._proposed(found)
        return {
            name: value
            for name, value in found.items()
            if value and name not in self.loose and name not in proposed
        }

    def _proposed(self, found: Mapping[str, Any]) -> set[str]:
        """Name parts that only the full name gives: tests/unit/badge/test_names.py says which are right."""
        words = set(str(self.wanted.get("full_name", "")).split())
        parts = {"given_name", "family_name"}
        if parts & self.wanted.keys():
            return set()
        return {name for name in parts if words and set(str(found.get(name, "")).split()) <= words}

    def wrong(self) -> dict[str, tuple[Any, Any]]:
        """Field -> (wanted, found) where they differ; a field nobody wants is wrong too."""
        found, wanted = self.found(), self.wanted
        return {
            name: (wanted.get(name), found.get(name))
            for name in {**wanted, **found}
            if wanted.get(name) != found.get(name)
        }
