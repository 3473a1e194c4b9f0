"""Identities: unique, in the order of time, and safe to read aloud."""

from uuid import UUID

import pytest

from boothapp.domain.ids import TOKEN_LENGTH, TOKEN_LETTERS, following, new_id, new_token
from boothapp.domain.station import Station


def test_ids_are_version_7_and_unique() -> None:
    made = [new_id() for _ in range(1000)]
    assert len(set(made)) == 1000
    assert {UUID(one).version for one in made} == {7}
    assert {UUID(one).variant for one in made} == {"specified in RFC 4122"}


def test_a_later_id_sorts_later_within_a_millisecond_too() -> None:
    made = [new_id() for _ in range(5000)]
    assert made == sorted(made)


def test_an_id_made_of_another_is_the_same_each_time_and_none_before_it() -> None:
    first = new_id()
    made = [first]
    for _ in range(1000):
        made.append(following(made[-1]))
    assert len(set(made)) == 1001
    assert {(UUID(one).version, one[:18]) for one in made} == {(7, first[:18])}
    assert following(first) == made[1]


def test_tokens_hold_no_letters_that_look_alike() -> None:
    token = new_token()
    assert len(token) == TOKEN_LENGTH
    assert set(token) <= set(TOKEN_LETTERS)
    assert not set("ilou") & set(TOKEN_LETTERS)


def test_a_number_is_said_with_its_station() -> None:
    assert Station("B").number(42) == "B-0042"
    assert Station("B").number(12345) == "B-12345"


@pytest.mark.parametrize("letter", ["", "b", "ABCD", "1", "Ґ", "A-"])
def test_a_station_is_named_by_one_to_three_letters(letter: str) -> None:
    with pytest.raises(ValueError, match=f"^{letter}$"):
        Station(letter)
