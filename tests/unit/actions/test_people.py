"""PINs on a real store: kept as hashes, slow after wrong ones, reset with what opens the leads."""

from collections.abc import Iterator

import pytest

from boothapp.actions import people
from boothapp.errors import Refused, WrongCall
from boothapp.paths import Home
from boothapp.store import key
from boothapp.store.database import Store, open_store
from tests import prepared
from tests.conftest import PASSPHRASE


class Clock:
    """A clock that only a test moves, in seconds."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    opened = prepared.empty(home, PASSPHRASE)
    yield opened
    opened.close()


def test_nobody_has_a_pin_at_first(store: Store) -> None:
    roster = people.roster(store)
    assert (roster.pins, roster.guarded, roster.minutes) == (frozenset(), False, 0)
    assert not people.enter(store, "anna", "1234").right


def test_a_pin_opens_and_is_nowhere_plain(store: Store, clock: Clock) -> None:
    changes = people.set_pin(store, "anna", "428160", manager=False)
    assert changes.topics == {"people"}
    assert people.enter(store, "anna", "428160", clock).right
    assert not people.enter(store, "bo", "428160", clock).right
    (kept,) = store.tuples("SELECT pin FROM people")
    assert "428160" not in kept[0]
    assert kept[0].startswith("$argon2id$")


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "abcd", "12 34"])
def test_what_is_no_pin_is_refused_and_changes_nothing(store: Store, pin: str) -> None:
    with pytest.raises(WrongCall, match="4 to 12 digits"):
        people.set_pin(store, "anna", pin, manager=False)
    assert people.roster(store).pins == frozenset()


def test_wrong_ones_wait_longer_and_a_right_one_too_early_is_not_even_looked_at(
    store: Store, clock: Clock
) -> None:
    people.set_pin(store, "anna", "1234", manager=False)
    waits = []
    for _ in range(8):
        tried = people.enter(store, "anna", "9999", clock)
        assert (tried.right, tried.counted) == (False, True)
        waits.append(tried.wait)
        clock.now += tried.wait
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
    clock.now -= 0.5
    early = people.enter(store, "anna", "1234", clock)
    assert (early.right, early.counted, early.wait) == (False, False, 0.5)
    clock.now += 0.5
    assert people.enter(store, "anna", "1234", clock).right
    assert people.waiting(store, people.of_person("anna"), clock) == 0


def test_one_persons_wrong_ones_keep_nobody_else_waiting(store: Store, clock: Clock) -> None:
    people.set_pin(store, "anna", "1234", manager=False)
    people.set_pin(store, "bo", "5678", manager=False)
    people.enter(store, "anna", "9999", clock)
    assert people.enter(store, "bo", "5678", clock).right


def test_a_restart_shortens_no_wait(home: Home, clock: Clock) -> None:
    first = open_store(home, PASSPHRASE)
    people.set_pin(first, "anna", "1234", manager=False)
    for _ in range(3):
        clock.now += people.enter(first, "anna", "9999", clock).wait
    first.close()
    clock.now += 3600
    again = open_store(home, PASSPHRASE)
    assert people.enter(again, "anna", "1234", clock).wait == 4
    clock.now += 4
    assert people.enter(again, "anna", "1234", clock).right
    again.close()


def test_a_program_killed_while_it_looked_has_used_up_its_try(
    store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.set_pin(store, "anna", "1234", manager=False)

    def killed(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("boothapp.store.people.fits", killed)
    with pytest.raises(KeyboardInterrupt):
        people.enter(store, "anna", "9999", clock)
    assert people.waiting(store, people.of_person("anna"), clock) == 1


def test_any_managers_pin_is_a_managers_and_nobody_elses(store: Store, clock: Clock) -> None:
    people.set_pin(store, "bo", "1111", manager=False)
    assert not people.roster(store).guarded
    people.set_pin(store, "anna", "2222", manager=True)
    people.set_pin(store, "cleo", "3333", manager=True, raised=True)
    assert people.roster(store).guarded
    for pin, right in (("2222", True), ("3333", True), ("1111", False)):
        assert people.enter_manager(store, pin, clock).right == right


def test_once_a_manager_has_a_pin_only_managers_set_any(store: Store) -> None:
    people.set_pin(store, "anna", "2222", manager=True)
    for forbidden in (
        lambda: people.set_pin(store, "bo", "1111", manager=False),
        lambda: people.take_away(store, "anna"),
        lambda: people.mark_manager(store, "bo", True),
        lambda: people.lock_after(store, 0),
    ):
        with pytest.raises(Refused, match="Only a manager"):
            forbidden()
    people.set_pin(store, "bo", "1111", manager=False, raised=True)
    people.mark_manager(store, "bo", True, raised=True)
    people.lock_after(store, 5, raised=True)
    people.take_away(store, "anna", raised=True)
    roster = people.roster(store)
    assert (roster.pins, roster.marks, roster.minutes) == ({"bo"}, {"anna": True, "bo": True}, 5)


def test_whoever_knows_the_present_pin_changes_it_or_takes_it_away(store: Store, clock: Clock) -> None:
    people.set_pin(store, "bo", "1111", manager=False)
    with pytest.raises(Refused):
        people.set_pin(store, "bo", "2222", manager=False)
    wrong = people.change_pin(store, "bo", "9999", "2222", False, clock)
    assert (wrong.right, wrong.wait, bool(wrong.changes)) == (False, 1, False)
    clock.now += 1
    assert people.change_pin(store, "bo", "1111", "2222", False, clock).changes.topics == {"people"}
    assert not people.enter(store, "bo", "1111", clock).right
    clock.now += 1
    assert people.take_own_away(store, "bo", "2222", clock).right
    assert people.roster(store).pins == frozenset()


def test_a_present_pin_is_not_asked_in_vain_for_what_is_no_pin(store: Store, clock: Clock) -> None:
    people.set_pin(store, "bo", "1111", manager=False)
    with pytest.raises(WrongCall):
        people.change_pin(store, "bo", "9999", "12", False, clock)
    assert people.waiting(store, people.of_person("bo"), clock) == 0


def test_a_forgotten_pin_is_reset_with_what_opens_the_leads(store: Store, clock: Clock) -> None:
    people.set_pin(store, "anna", "2222", manager=True)
    code = key.make_recovery(store.home, store.key)
    assert people.can_recover(store)
    wrong = people.reset(store, "anna", "not it", clock)
    assert (wrong.right, wrong.wait) == (False, 1)
    assert people.roster(store).has_pin("anna")
    clock.now += 1
    assert people.reset(store, "anna", code.lower(), clock).changes.topics == {"people"}
    assert not people.roster(store).has_pin("anna")
    people.set_pin(store, "anna", "3333", manager=True)
    assert people.reset(store, "anna", PASSPHRASE, clock).right


def test_removing_a_pin_forgives_its_wrong_ones(store: Store, clock: Clock) -> None:
    people.set_pin(store, "anna", "2222", manager=False)
    people.enter(store, "anna", "9999", clock)
    people.reset(store, "anna", PASSPHRASE, clock)
    people.set_pin(store, "anna", "4444", manager=False)
    assert people.enter(store, "anna", "4444", clock).right
