"""What is known of a scan beside its text: who typed it, on which layout, and which ids the show has."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from boothapp.badge.layouts import LAYOUTS, LOCKS, US, Layout

Knows = Callable[[str], bool]
# A layout and one of LOCKS.
Way = tuple[Layout, str]
# Where Caps Lock is a Shift Lock on Windows.
_SHIFT_LOCKED = frozenset({"de", "fr"})
_AS_TYPED: Way = (US, "")


class Habit:
    """How this laptop's scanner has typed since the start, by scans that left no doubt; the latest first."""

    def __init__(self) -> None:
        self.ways: tuple[Way, ...] = ()

    def saw(self, way: Way) -> None:
        """A scan was certainly typed this way; (US, "") says that nothing had to be put back."""
        self.ways = (way, *(other for other in self.ways if other != way))

    def is_as_meant(self) -> bool:
        """Whether nothing had to be put back the last time."""
        return self.ways[:1] == (_AS_TYPED,)

    def latest(self) -> Way | None:
        """The way of the last such scan, None where it came as the scanner meant it, or there was none."""
        return self.ways[0] if self.ways and self.ways[0] != _AS_TYPED else None


@dataclass(frozen=True)
class Clues:
    """learnt: this laptop's own layout; sure: no person typed it.

    lock: what the keys prove, "caps" with Caps Lock on, "" with it off; None where they prove neither;
    keyboard: the layouts, by key, on which the keys that were pressed type what came; () where nobody knows;
    knows: whether a text holds one of the show's ids; habit: what earlier scans have shown;
    marked: it came between the keys that this laptop was taught for it, as was the layout.
    """

    learnt: Layout | None = None
    sure: bool = False
    knows: Knows | None = None
    habit: Habit = field(default_factory=Habit)
    keyboard: Sequence[str] = ()
    marked: bool = False
    lock: str | None = None

    def trusted(self) -> Iterator[Way]:
        """The ways that this laptop's scanner is known to type."""
        latest = self.habit.latest()
        if latest and (not self.keyboard or latest[0].key in (*self.keyboard, "own")):
            yield from self._turned(latest)
        if self.learnt is not None and self.learnt != US:
            yield from self._turned((self.learnt, ""))

    def named(self) -> Iterator[Way]:
        """The ways that the keys name."""
        layouts = [layout for layout in LAYOUTS if layout.key in self.keyboard]
        every = ((layout, lock) for layout in layouts for lock in LOCKS if _differs(layout, lock))
        return filter(self._may_be, every)

    def taught(self) -> Iterator[Way]:
        """The ways that the taught scanner can have typed: on the layout of now, where its keys name that."""
        if self.marked and self.learnt is not None:
            own = self.learnt.key in self.keyboard if self.keyboard else self.learnt != US
            yield from self._turned((self.learnt, "")) if own else self.named()

    def ways(self) -> list[Way]:
        """Every way to type, the likely first; a text may come as it was meant, which is not among them."""
        layouts = (*(() if self.learnt is None else (self.learnt,)), US, *LAYOUTS)
        every = ((layout, lock) for lock in LOCKS for layout in layouts if _differs(layout, lock))
        return list(dict.fromkeys((*self.trusted(), *self.named(), *filter(self._may_be, every))))

    def allows(self, way: Way) -> bool:
        """Whether the keys could have typed it this way, as far as they are known."""
        named = not self.keyboard or way[0].key in (*self.keyboard, "own")
        return named and self._may_be(way)

    def _may_be(self, way: Way) -> bool:
        """Whether Caps Lock is as the keys say; a layout learnt under it has it in its own letters."""
        return self.lock is None or way[0].is_locked() or bool(way[1]) == bool(self.lock)

    def _turned(self, way: Way) -> Iterator[Way]:
        """The way under the lock that the keys prove."""
        known = way if self._may_be(way) else (way[0], self.lock or "")
        return iter(() if known == _AS_TYPED else (known,))


NO_CLUES = Clues()


def _differs(layout: Layout, lock: str) -> bool:
    return layout.key != US.key if not lock else lock != "shift" or layout.key in _SHIFT_LOCKED
