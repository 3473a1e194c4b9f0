"""Hot, warm or cold: answers and behaviour, and what is not known is not a no."""

import pytest

from boothapp.domain.rating import Basis, Rating, rate
from boothapp.domain.scorecard import Scorecard, TouchPoints
from boothapp.domain.touch import Touch, touch_from

CARD = Scorecard()
WHOLE, HALF = Touch("demo", "live"), Touch("demo", "live", 0.5)


def level(answers: dict[str, str] | None = None, *touches: Touch) -> str:
    said = {question: (option,) for question, option in (answers or {}).items()}
    return rate(CARD, Basis(said, touches)).level


def to_ask(rating: Rating) -> list[str]:
    assert rating.to_hotter is not None
    return [gain.subject for gain in rating.to_hotter.gains]


def test_ready_to_buy_now_is_hot() -> None:
    assert level({"budget": "approved", "authority": "decides", "timing": "quarter"}) == "hot"


def test_interested_without_a_plan_is_cold() -> None:
    assert level({"need": "clear", "timing": "later"}) == "cold"


@pytest.mark.parametrize(
    ("touches", "expected"),
    [
        ((), "cold"),
        ((HALF,), "cold"),
        ((WHOLE,), "warm"),
        ((HALF, HALF), "cold"),
        ((HALF, WHOLE), "warm"),
        ((WHOLE, Touch("trial", "try")), "hot"),
        ((Touch("clicked", "a"),) * 50, "cold"),
    ],
)
def test_behaviour_alone_rates_an_unasked_visitor(touches: tuple[Touch, ...], expected: str) -> None:
    assert level(None, *touches) == expected


@pytest.mark.parametrize(
    ("points", "said", "expected"),
    [
        ({"steel": 2, "plastic": 1, "wood": -1}, ("steel", "wood", "unknown"), 1),
        ({"..50": 0, "51..500": 1, "501..": 3}, ("50",), 0),
        ({"..50": 0, "51..500": 1, "501..": 3}, ("51",), 1),
        ({"..50": 0, "51..500": 1, "501..": 3}, ("120000",), 3),
        ({"1->5": 4}, ("1",), 0),
        ({"1->5": 4}, ("4",), 3),
        ({"1->5": 4}, ("5",), 4),
        ({"1->5": 4}, ("99",), 4),
        ({"1->5": -2}, ("3",), -1),
        ({"1->5": 4}, ("many",), 0),
        ({"10": 3, "1->5": 4}, ("10",), 3),
        ({"5->1": 4, "..": 2}, ("3",), 2),
    ],
)
def test_options_add_up_and_numbers_have_ranges(
    points: dict[str, int], said: tuple[str, ...], expected: int
) -> None:
    rating = rate(Scorecard(answers={"own": points}), Basis({"own": said}))
    assert rating.points == expected == sum(reason.points for reason in rating.reasons)


def test_a_whole_demo_counts_more_than_half_a_one() -> None:
    points = [rate(CARD, Basis({}, (touch,))).points for touch in (HALF, WHOLE)]
    assert 0 < points[0] < points[1]


def test_unanswered_is_not_no() -> None:
    unasked = rate(CARD, Basis({"need": ("urgent",)}))
    refused = rate(CARD, Basis({"need": ("urgent",), "budget": ("none",)}))
    assert unasked.points > refused.points
    assert "budget" in to_ask(unasked)
    assert "budget" not in to_ask(refused)


def test_reasons_add_up_to_the_points() -> None:
    rating = rate(CARD, Basis({"budget": ("planned",), "timing": ("later",)}, (WHOLE, Touch("handed", "x"))))
    assert sum(reason.points for reason in rating.reasons) == rating.points


def test_it_says_how_far_the_next_level_is_and_what_brings_most() -> None:
    hotter = rate(CARD, Basis({"budget": ("approved",)})).to_hotter
    assert hotter is not None
    assert (hotter.level, hotter.missing) == ("warm", 1)
    questions = [gain for gain in hotter.gains if gain.source == "answer"]
    assert [gain.points for gain in questions] == sorted((gain.points for gain in questions), reverse=True)


def test_a_hot_lead_needs_nothing_more() -> None:
    answers = {"budget": ("approved",), "authority": ("decides",), "need": ("urgent",)}
    assert rate(CARD, Basis(answers)).to_hotter is None


def test_an_answer_the_card_does_not_know_is_worth_nothing() -> None:
    assert rate(CARD, Basis({"budget": ("invented",), "colour": ("blue",)})).reasons == ()


def test_the_version_follows_from_the_points() -> None:
    assert Scorecard().version == Scorecard().version
    changed = Scorecard(touches={"demo": TouchPoints(5, 6)})
    assert changed.version != CARD.version
    assert rate(changed, Basis()).scorecard == changed.version


def test_a_touch_is_written_as_kind_and_piece() -> None:
    assert touch_from("demo-half:live") == HALF
    with pytest.raises(ValueError, match="sneezed"):
        touch_from("sneezed:live")
