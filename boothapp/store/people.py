"""The PINs of this laptop's people, as hashes, and the wrong ones typed since the last right one."""

from typing import TYPE_CHECKING

from boothapp.domain.people import Roster
from boothapp.store.database import Store

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MINUTES = "lock_minutes"
# OWASP Password Storage Cheat Sheet, the least for argon2id: 19 MiB, 2 passes, 1 lane: 20 ms. The store is
# encrypted already and no hash makes four digits long: it only keeps a PIN used elsewhere from being read.
MEMORY_COST, TIME_COST, PARALLELISM = 19456, 2, 1


def roster(store: Store) -> Roster:
    """Who has a PIN, who was made a manager or none, and when the window locks by itself."""
    found = store.tuples("SELECT staff, pin <> '', manager FROM people")
    minutes = store.fact(MINUTES)
    return Roster(
        frozenset(staff for staff, has_pin, _ in found if has_pin),
        {staff: bool(manager) for staff, _, manager in found},
        int(minutes) if minutes else None,
    )


def put_pin(store: Store, staff: str, pin: str, manager: bool) -> None:
    """Keeps a new PIN of this person, inside a transaction."""
    store.run("INSERT OR REPLACE INTO people VALUES (?, ?, ?)", (staff, _hasher().hash(pin), manager))


def drop_pin(store: Store, staff: str) -> None:
    """This person has no PIN from now on, inside a transaction."""
    store.run("UPDATE people SET pin = '' WHERE staff = ?", (staff,))


def mark(store: Store, staff: str, manager: bool) -> None:
    """This person is a manager, or is none, whatever the kit says; inside a transaction."""
    store.run(
        "INSERT INTO people VALUES (?, '', ?) ON CONFLICT (staff) DO UPDATE SET manager = excluded.manager",
        (staff, manager),
    )


def fits(store: Store, staff: str, pin: str) -> bool:
    """Whether this is the person's PIN."""
    return _is_one_of(pin, store.tuples("SELECT pin FROM people WHERE staff = ? AND pin <> ''", (staff,)))


def fits_a_manager(store: Store, pin: str) -> bool:
    """Whether this is the PIN of any manager of this laptop."""
    return _is_one_of(pin, store.tuples("SELECT pin FROM people WHERE manager AND pin <> ''"))


def wrong(store: Store, name: str) -> int:
    """How many wrong ones were typed under this name since the last right one."""
    return int(store.value("SELECT wrong FROM wrong_pins WHERE name = ?", (name,)) or 0)


def count_wrong(store: Store, name: str) -> None:
    """One more wrong one, inside a transaction."""
    store.run(
        "INSERT INTO wrong_pins VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET wrong = wrong + 1", (name,)
    )


def forgive(store: Store, name: str) -> None:
    """The right one was typed, inside a transaction."""
    store.run("DELETE FROM wrong_pins WHERE name = ?", (name,))


def lock_after(store: Store, minutes: int) -> None:
    """The window locks after so many idle minutes, inside a transaction; 0 is never."""
    store.remember(MINUTES, str(minutes))


def _is_one_of(pin: str, hashes: list[tuple[str]]) -> bool:
    from argon2.exceptions import VerifyMismatchError

    hasher = _hasher()
    for (kept,) in hashes:
        try:
            return hasher.verify(kept, pin)
        except VerifyMismatchError:
            continue
    return False


def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(memory_cost=MEMORY_COST, time_cost=TIME_COST, parallelism=PARALLELISM)
