"""Which codes before the camera are new: not those still in view, and not those just saved."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

Key = tuple[str, bytes]
"""A code's symbology and its bytes."""

# A hand that shakes or a thumb on the code is no other visitor: seconds out of sight before a code is new.
AWAY = 2.0
# A badge of a conversation just saved lies or hangs near the camera longer; both in seconds.
SAVED_AWAY, JUST_SAVED = 8.0, 60.0


@dataclass(frozen=True)
class Sight:
    """The codes of one frame that are new, and those left out because they were just saved."""

    new: tuple[Key, ...]
    saved: tuple[Key, ...]


class InView:
    """Counts in seconds of its clock, so that a fast camera forgets no sooner than a slow one."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self._seen: dict[Key, float] = {}
        self._saved: dict[Key, float] = {}
        self._found: set[Key] = set()

    def begin(self) -> None:
        """The camera opens: what was just saved may lie before it still, anything else is new."""
        now = self.clock()
        self._seen = {key: now for key in self._saved if self._is_just_saved(key, now)}

    def see(self, keys: Iterable[Key]) -> Sight:
        """What a frame shows."""
        now, new, saved = self.clock(), [], []
        for key in keys:
            just_saved = self._is_just_saved(key, now)
            away = SAVED_AWAY if just_saved else AWAY
            if key not in self._seen or now - self._seen[key] >= away:
                new.append(key)
            elif just_saved:
                saved.append(key)
            self._seen[key] = now
        return Sight(tuple(new), tuple(saved))

    def found(self, keys: Iterable[Key]) -> None:
        """These were taken for the conversation under way."""
        self._found |= set(keys)

    def saved(self) -> None:
        """The conversation of what was found is saved."""
        now = self.clock()
        self._saved = {key: at for key, at in self._saved.items() if now - at < JUST_SAVED}
        self._saved |= dict.fromkeys(self._found, now)
        self._found = set()

    def _is_just_saved(self, key: Key, now: float) -> bool:
        return key in self._saved and now - self._saved[key] < JUST_SAVED
