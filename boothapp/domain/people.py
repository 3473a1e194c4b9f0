"""The people of the stand: what each may do, what a PIN is, and how long wrong ones make them wait."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from boothapp.domain.show import Staff

Deed = Literal["capture", "edit", "sheet", "consent", "costs", "crm", "export", "people"]
Part = Literal["staff", "manager"]

DEEDS: Mapping[Deed, Part] = {
    "capture": "staff",
    "edit": "staff",
    "sheet": "staff",
    "consent": "staff",
    "costs": "manager",
    "crm": "manager",
    "export": "manager",
    "people": "manager",
}
"""Who may do what, once a manager has a PIN; before, everybody may do everything."""

SHORTEST, LONGEST = 4, 12
"""Digits of a PIN."""
WAITS = (0, 1, 2, 4, 8, 16, 32, 60)
"""Seconds before the next try, by the wrong ones so far.

At 60 s each, the 10,000 PINs of four digits take a week (NIST SP 800-63B-4, 3.2.2 asks for such a limit).
"""
USUAL_MINUTES = 10
"""Minutes without a key or a touch after which the window locks, where somebody has a PIN."""


def is_pin(text: str) -> bool:
    """Whether this is 4 to 12 digits, typed on any keyboard: 0 to 9 only."""
    return SHORTEST <= len(text) <= LONGEST and text.isascii() and text.isdigit()


def wait_after(wrong: int) -> int:
    """Seconds to wait after so many wrong PINs in a row."""
    return WAITS[min(wrong, len(WAITS) - 1)]


class Roster(NamedTuple):
    """What this laptop knows of its people: who has a PIN, and who is a manager where that was said here.

    minutes_chosen: 0 is never, None where nobody has chosen.
    """

    pins: frozenset[str] = frozenset()
    marks: Mapping[str, bool] = MappingProxyType({})
    minutes_chosen: int | None = None

    def has_pin(self, id: str) -> bool:
        """Whether this person signs in with a PIN."""
        return id in self.pins

    def is_manager(self, person: "Staff") -> bool:
        """What was said on this laptop, else what the kit says."""
        return self.marks.get(person.id, person.manager)

    @property
    def guarded(self) -> bool:
        """Whether a manager has a PIN."""
        return any(self.marks.get(id) for id in self.pins)

    @property
    def minutes(self) -> int:
        """Minutes until the window locks by itself; 0 is never."""
        usual = USUAL_MINUTES if self.pins else 0
        return usual if self.minutes_chosen is None else self.minutes_chosen

    def may(self, deed: Deed, raised: bool) -> bool:
        """Whether it may be done now; raised: a manager's PIN was entered and still holds."""
        return raised or not self.guarded or DEEDS[deed] == "staff"
