"""PINs of the stand's people: entered, set, changed, taken away; wrong ones make everybody wait longer.

The wait runs while the program runs, and begins anew with it: neither a restart nor the laptop's clock helps.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from boothapp.domain.changes import Changes, changed
from boothapp.domain.people import LONGEST, SHORTEST, Roster, is_pin, wait_after
from boothapp.errors import Refused, WrongCall
from boothapp.store import key, people
from boothapp.store.database import Store
from boothapp.words import tr

Clock = Callable[[], float]
MANAGER, RECOVERY = "manager", "recovery"
"""The names under which wrong PINs of managers and wrong recovery keys are counted."""


@dataclass(frozen=True, slots=True)
class Tried:
    """Whether it was right; wait: seconds until the next try; counted: a wrong one, not one too early."""

    right: bool
    wait: float = 0.0
    counted: bool = False
    changes: Changes = field(default_factory=Changes)


def of_person(staff: str) -> str:
    """The name under which this person's wrong PINs are counted."""
    return f"pin:{staff}"


def roster(store: Store) -> Roster:
    """Who has a PIN on this laptop, who is a manager, and when the window locks."""
    return people.roster(store)


def waiting(store: Store, name: str, clock: Clock = time.monotonic) -> float:
    """Seconds until the next try under this name; 0.0 where it may be made now."""
    wait = wait_after(people.wrong(store, name))
    if not wait:
        return 0.0
    now = clock()
    return max(0.0, wait - (now - store.tried.setdefault(name, now)))


def enter(store: Store, staff: str, pin: str, clock: Clock = time.monotonic) -> Tried:
    """Tries a person's PIN."""
    return _try(store, of_person(staff), lambda: people.fits(store, staff, pin), clock)


def enter_manager(store: Store, pin: str, clock: Clock = time.monotonic) -> Tried:
    """Tries the PIN of any manager of this laptop."""
    return _try(store, MANAGER, lambda: people.fits_a_manager(store, pin), clock)


def recover(store: Store, secret: str, clock: Clock = time.monotonic) -> Tried:
    """Tries the passphrase or the recovery key of the leads."""
    return _try(store, RECOVERY, lambda: key.opens(store.home, secret), clock)


def reset(store: Store, staff: str, secret: str, clock: Clock = time.monotonic) -> Tried:
    """Takes a forgotten PIN away, with the passphrase or the recovery key of the leads."""
    tried = recover(store, secret, clock)
    return Tried(True, changes=_drop(store, staff)) if tried.right else tried


def can_recover(store: Store) -> bool:
    """Whether a forgotten PIN could be reset: there is a passphrase or a recovery key."""
    return key.can_be_proved(store.home)


def set_pin(store: Store, staff: str, pin: str, manager: bool, raised: bool = False) -> Changes:
    """Gives a person a PIN; raised: a manager's PIN was entered.

    Raises WrongCall for what is no PIN, Refused where a manager or the present PIN is asked first.
    """
    _must_be_allowed(store, staff, raised)
    return _put(store, staff, pin, manager)


def change_pin(
    store: Store, staff: str, present: str, pin: str, manager: bool, clock: Clock = time.monotonic
) -> Tried:
    """Changes a person's PIN, who knows the present one; raises WrongCall for what is no PIN."""
    _must_be_pin(pin)
    tried = enter(store, staff, present, clock)
    return Tried(True, changes=_put(store, staff, pin, manager)) if tried.right else tried


def take_away(store: Store, staff: str, raised: bool = False) -> Changes:
    """The person signs in without a PIN again; raises Refused where a manager is asked first."""
    _must_be_allowed(store, staff, raised)
    return _drop(store, staff)


def take_own_away(store: Store, staff: str, present: str, clock: Clock = time.monotonic) -> Tried:
    """The same for a person who knows the present PIN."""
    tried = enter(store, staff, present, clock)
    return Tried(True, changes=_drop(store, staff)) if tried.right else tried


def mark_manager(store: Store, staff: str, manager: bool, raised: bool = False) -> Changes:
    """Makes a person a manager, or none; raises Refused where a manager is asked first."""
    if people.roster(store).guarded and not raised:
        raise _only_a_manager()
    with store.transaction():
        people.mark(store, staff, manager)
    return changed("people")


def lock_after(store: Store, minutes: int, raised: bool = False) -> Changes:
    """The window locks after so many idle minutes; 0 is never. Raises Refused where a manager is asked."""
    if people.roster(store).guarded and not raised:
        raise _only_a_manager()
    with store.transaction():
        people.lock_after(store, minutes)
    return changed("people")


def _try(store: Store, name: str, right: Callable[[], bool], clock: Clock) -> Tried:
    if wait := waiting(store, name, clock):
        return Tried(False, wait)
    with store.transaction():
        # Counted before it is looked at: a program killed in between has used up its try.
        people.count_wrong(store, name)
    if not right():
        store.tried[name] = clock()
        return Tried(False, waiting(store, name, clock), counted=True)
    with store.transaction():
        people.forgive(store, name)
    return Tried(True)


def _put(store: Store, staff: str, pin: str, manager: bool) -> Changes:
    _must_be_pin(pin)
    with store.transaction():
        people.put_pin(store, staff, pin, manager)
        people.forgive(store, of_person(staff))
    return changed("people")


def _drop(store: Store, staff: str) -> Changes:
    with store.transaction():
        people.drop_pin(store, staff)
        people.forgive(store, of_person(staff))
    return changed("people")


def _must_be_allowed(store: Store, staff: str, raised: bool) -> None:
    known = people.roster(store)
    if not raised and (known.guarded or known.has_pin(staff)):
        raise _only_a_manager()


def _only_a_manager() -> Refused:
    return Refused(
        tr("Only a manager may change this."),
        safe=tr("Nothing was changed."),
        step=tr("Type a manager's PIN first."),
    )


def _must_be_pin(pin: str) -> None:
    if not is_pin(pin):
        raise WrongCall(
            tr("A PIN has {least} to {most} digits.").format(least=SHORTEST, most=LONGEST),
            safe=tr("Nothing was changed."),
        )
