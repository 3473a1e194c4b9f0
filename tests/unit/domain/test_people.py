"""PINs, waits and who may do what, as tables."""

import pytest

from boothapp.domain.people import DEEDS, Deed, Roster, is_pin, wait_after
from boothapp.domain.show import Staff

ANNA, BO = Staff("anna", "Anna", manager=True), Staff("bo", "Bo")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("1234", True),
        ("0000", True),
        ("123456789012", True),
        ("123", False),
        ("1234567890123", False),
        ("12a4", False),
        ("12 4", False),
        ("١٢٣٤", False),
        ("", False),
    ],
)
def test_a_pin_is_four_to_twelve_digits(text: str, is_one: bool) -> None:
    assert is_pin(text) == is_one


def test_each_wrong_one_waits_longer_up_to_a_minute() -> None:
    assert [wait_after(wrong) for wrong in range(9)] == [0, 1, 2, 4, 8, 16, 32, 60, 60]
    assert wait_after(10**9) == 60


@pytest.mark.parametrize("deed", DEEDS)
def test_without_a_managers_pin_everybody_may_do_everything(deed: Deed) -> None:
    for roster in (Roster(), Roster(frozenset({"bo"}), {"bo": False}), Roster(marks={"anna": True})):
        assert roster.may(deed, raised=False)


@pytest.mark.parametrize(
    ("deed", "may"),
    [
        ("capture", True),
        ("edit", True),
        ("sheet", True),
        ("consent", True),
        ("costs", False),
        ("crm", False),
        ("export", False),
        ("people", False),
    ],
)
def test_a_managers_pin_guards_costs_crm_export_and_people(deed: Deed, may: bool) -> None:
    roster = Roster(frozenset({"anna"}), {"anna": True})
    assert roster.may(deed, raised=False) == may
    assert roster.may(deed, raised=True)


def test_the_kit_names_managers_until_somebody_says_otherwise_here() -> None:
    assert [Roster().is_manager(one) for one in (ANNA, BO)] == [True, False]
    said = Roster(marks={"anna": False, "bo": True})
    assert [said.is_manager(one) for one in (ANNA, BO)] == [False, True]


@pytest.mark.parametrize(
    ("roster", "minutes"),
    [
        (Roster(), 0),
        (Roster(frozenset({"bo"})), 10),
        (Roster(frozenset({"bo"}), minutes_chosen=0), 0),
        (Roster(minutes_chosen=5), 5),
    ],
)
def test_the_window_locks_by_itself_where_anyone_has_a_pin(roster: Roster, minutes: int) -> None:
    assert roster.minutes == minutes
