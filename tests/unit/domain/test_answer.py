"""Answers as people give them: numbers with marks between their thousands, ranges, scales, units."""

import pytest

from boothapp.domain.answer import answer_said, doubt, number_in, tidied
from boothapp.domain.question import Kind, Option, Question


def question(kind: Kind, **more: object) -> Question:
    return Question(id="own", text={"en": "Own"}, kind=kind, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("1200", "1200"), (" 1 200 ", "1200"), ("1,200", "1200"), ("1.200", "1200"), ("1'200'000", "1200000"),
        ("1\u202f200", "1200"), ("1.200.000", "1200000"), ("1.200,50", "1200.5"), ("1,200.50", "1200.5"),
        ("1,5", "1.5"), ("0.125", "0.125"), ("0,125", "0.125"), ("-3", "-3"), ("−3", "-3"), ("12.0", "12"),
        ("1.2000", "1.2"), ("007", "7"), ("٣", "3"), ("100", "100"),
    ],
)  # fmt: skip
def test_a_number_is_kept_plain(typed: str, kept: str) -> None:
    assert tidied(question("number"), typed) == kept
    assert doubt(question("number"), typed) == ""


@pytest.mark.parametrize(
    "typed", ["many", "12 robots", "about 5", "1e5", "½", "NaN", "-", ".", "1" * 40, "5-6"]
)
def test_what_is_no_number_stays_as_it_was_typed_and_is_said(typed: str) -> None:
    assert number_in(typed) is None
    assert tidied(question("number"), f" {typed} ") == typed
    assert "number" in doubt(question("number"), typed)


@pytest.mark.parametrize(
    ("asked", "typed", "said"),
    [
        (question("number", least=0), "-1", "It should be 0 or more."),
        (question("number", most=2.5), "3", "It should be 2.5 or less."),
        (question("number", least=1, most=10), "11", "It should be between 1 and 10."),
        (question("number", least=1, most=10), "10", ""),
        (question("scale"), "6", "It should be between 1 and 5."),
        (question("scale", least=0, most=10), "10", ""),
        (question("text", least=1), "none", ""),
        (question("number"), "", ""),
    ],
)
def test_a_range_is_said(asked: Question, typed: str, said: str) -> None:
    assert doubt(asked, typed) == said


def test_a_scale_has_its_steps() -> None:
    assert question("scale").steps == (1, 2, 3, 4, 5)
    assert question("scale", least=0, most=3).steps == (0, 1, 2, 3)


def test_answers_are_read_with_their_units() -> None:
    robots = question("number", unit={"en": "in use", "de": "im Einsatz"})
    assert answer_said(robots, "12", "de") == "12 im Einsatz"
    assert answer_said(question("scale"), "4", "en") == "4 of 5"
    steel = question("several", options=(Option("steel", {"en": "Steel"}),))
    assert [answer_said(steel, one, "en") for one in ("steel", "gone")] == ["Steel", "gone"]
    assert answer_said(None, "raw", "en") == "raw"
