"""Breaking, shrinking and trimming."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boothapp.paper.fonts import width
from boothapp.paper.lines import ELLIPSIS, fit, shorten, wrap

WORDS = st.text("abc Ґї三菱。שלомمرحبا-@.", max_size=80)
ROOM = 60.0


@given(WORDS)
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str) -> None:
    lines = wrap(text.strip(), "regular", 10, ROOM)
    assert all(width(line, "regular", 10) <= ROOM + 0.01 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_words_stay_whole_where_they_can() -> None:
    assert wrap("one two three four", "regular", 10, 50) == ("one two", "three four")


def test_a_no_break_space_keeps_its_words_together() -> None:
    assert wrap("call on 22\u00a0April", "regular", 10, 60) == ("call on", "22\u00a0April")


def test_cjk_breaks_anywhere_but_not_before_a_full_stop() -> None:
    lines = wrap("三菱電機株式会社。名古屋", "regular", 10, 80.5)
    assert lines == ("三菱電機株式会", "社。名古屋")


def test_a_word_too_long_is_cut() -> None:
    assert len(wrap("Donaudampfschifffahrt", "regular", 10, 40)) > 1


def test_a_forced_line_end_is_kept() -> None:
    assert wrap("one\ntwo", "regular", 10, 500) == ("one", "two")


def test_fit_takes_the_largest_size_that_needs_no_more_lines() -> None:
    assert fit("Anna Lindqvist", "strong", (34, 20), 500, 1).size == 34
    assert fit("Anna Lindqvist", "strong", (34, 20), 160, 1).size == 20


def test_fit_would_rather_shrink_than_cut_a_word() -> None:
    fitted = fit("Weißenfels-Großmann", "strong", (34, 20), 260, 2)
    assert (fitted.size, fitted.lines, fitted.trimmed) == (20, ("Weißenfels-Großmann",), False)


def test_fit_trims_what_cannot_be_shown() -> None:
    fitted = fit("one two three four five six seven eight nine", "regular", (10,), 60, 2)
    assert fitted.trimmed
    assert len(fitted.lines) == 2
    assert fitted.lines[-1].endswith(ELLIPSIS)
    assert width(fitted.lines[-1], "regular", 10) <= 60


def test_fit_leaves_no_short_word_alone_on_the_last_line() -> None:
    most = "Palletising cell and all its main dimensions in one"
    room = width(most, "strong", 12) + 1
    assert wrap(f"{most} page", "strong", 12, room) == (most, "page")
    assert " " in fit(f"{most} page", "strong", (12,), room, 2).lines[-1]


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_has_no_lines(text: str) -> None:
    assert fit(text, "regular", (10,), 100, 3).lines == ()


@given(WORDS, st.floats(20, 200))
def test_a_shortened_line_fits(text: str, room: float) -> None:
    assert width(shorten(text, "regular", 10, room), "regular", 10) <= room
