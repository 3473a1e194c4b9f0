"""Where a scan begins and ends by the keys that the scanner puts before and after it."""

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from boothapp.ui.scan_keys import HeldKey

Names = tuple[str, ...]


class Seen(Enum):
    """What a key is to a scan with marks."""

    NOTHING = 0
    BEGINNING = 1
    BEGUN = 2
    INSIDE = 3
    ENDED = 4


class ScanMarks:
    """Follows the keys of one scanner by name; prefix: at least one key, suffix: may be none."""

    def __init__(self, prefix: Sequence[str] = (), suffix: Sequence[str] = ()) -> None:
        self.prefix, self.suffix = tuple(prefix), tuple(suffix)
        self._met: list[str] = []
        self.open = False

    def see(self, name: str) -> Seen:
        """Takes the next key pressed."""
        self._met.append(name)
        if not self.open:
            return self._before()
        ended = bool(self.suffix) and tuple(self._met[-len(self.suffix) :]) == self.suffix
        return Seen.ENDED if ended else Seen.INSIDE

    def may_be(self, name: str) -> bool:
        """Whether a key would begin the prefix or go on with it; takes nothing."""
        met = (*self._met, name)
        return met == self.prefix[: len(met)]

    def inside(self, presses: "Sequence[HeldKey]", whole: bool = True) -> "list[HeldKey]":
        """The presses between prefix and suffix; whole: the suffix came too."""
        end = len(presses) - (len(self.suffix) if whole else 0)
        return list(presses[len(self.prefix) : max(end, len(self.prefix))])

    def half(self) -> bool:
        """Whether some of the prefix has come, and not yet all of it."""
        return bool(self._met) and not self.open

    def forget(self) -> None:
        """The scan is over, or it was none."""
        self._met, self.open = [], False

    def _before(self) -> Seen:
        if not self.prefix or tuple(self._met) != self.prefix[: len(self._met)]:
            self._met = []
            return Seen.NOTHING
        self.open = len(self._met) == len(self.prefix)
        if self.open:
            self._met = []
        return Seen.BEGUN if self.open else Seen.BEGINNING
