"""What the next step promises the visitor."""

from datetime import date

import pytest

from boothapp.domain.next_step import STEPS, NextStep
from boothapp.sheets.promise import DAYS, PROMISES, day_text, promise

DAY = date(2027, 4, 22)


def test_a_call_is_promised_with_its_day() -> None:
    assert promise(NextStep("call", DAY), "en") == "We call you on 22\u00a0April 2027."


def test_a_sentence_ends_with_one_full_stop() -> None:
    words = promise(NextStep("call", DAY), "uk")
    assert words.endswith(".")
    assert not words.endswith("..")


@pytest.mark.parametrize("step", [None, NextStep("none", DAY)])
def test_nothing_agreed_promises_nothing(step: NextStep | None) -> None:
    assert promise(step, "en") == ""


def test_every_step_but_none_has_its_promise() -> None:
    assert set(PROMISES) == set(STEPS) - {"none"}


def test_twelve_months() -> None:
    assert [day_text(date(2027, month, 1), "en") for month in range(1, 13)] == [
        wording.format(day=1, year=2027).replace(" ", "\u00a0", 1) for wording in DAYS
    ]
    assert len(set(DAYS)) == 12
