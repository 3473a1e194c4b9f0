"""Clean text, and the order it is drawn in."""

import unicodedata

import pytest

from boothapp.paper.reading import clean, visual


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Anna\x00 \x07Lindqvist\x1b", "Anna Lindqvist"),
        ("a\tb\u2003c", "a b c"),
        ("two\r\nlines\rthree", "two\nlines\nthree"),
        ("Muu\u0308ller", "Muüller"),
        ("\u202eevil\u202c", "evil"),
        ("soft\u00adhyphen", "softhyphen"),
        ("", ""),
    ],
)
def test_clean(given: str, shown: str) -> None:
    assert clean(given) == shown


def test_latin_and_cjk_stay_as_they_are() -> None:
    assert visual("Ґедзь (Acme) 三菱") == "Ґедзь (Acme) 三菱"


@pytest.mark.parametrize(
    ("logical", "drawn"),
    [
        ("שלום", "םולש"),
        ("שלום (Acme) 12", "12 (Acme) םולש"),
        ("Acme (שלום) 12", "Acme (םולש) 12"),
        ("(שלום)", "(םולש)"),
        ("Acme, 12", "Acme, 12"),
    ],
)
def test_right_to_left_runs_are_turned_with_their_brackets(logical: str, drawn: str) -> None:
    assert visual(logical) == drawn


def test_hebrew_points_are_left_out() -> None:
    assert visual("שָׁלוֹם") == visual("שלום")


def test_arabic_letters_are_joined() -> None:
    drawn = visual("محمد")
    assert all("\ufe70" <= letter <= "\ufeff" for letter in drawn)
    assert unicodedata.normalize("NFKC", drawn) == "محمد"[::-1]


def test_persian_non_joiner_parts_the_letters_and_is_not_drawn() -> None:
    apart, together = visual(clean("می\u200cخواهم")), visual("میخواهم")
    assert "\u200c" not in apart
    assert apart != together
