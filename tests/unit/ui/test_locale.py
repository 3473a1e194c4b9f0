"""Days and amounts are written as each language of the window writes them; plurals have all their forms."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from boothapp import words
from boothapp.badge import countries
from boothapp.settings import SETTINGS
from boothapp.ui import locale
from boothapp.words import plural

ADVENT = date(2031, 12, 3)
NO_BREAK = "\u00a0"


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    words.use("en")


@pytest.mark.parametrize(
    ("language", "day", "amount"),
    [
        ("en", "3 Dec 2031", "1,234.50 EUR"),
        ("uk", "3 груд. 2031", "1 234,50 EUR"),
        ("de", "3. Dez. 2031", "1.234,50 EUR"),
    ],
)
def test_days_and_amounts(language: str, day: str, amount: str) -> None:
    words.use(language)
    assert locale.day(ADVENT).replace(NO_BREAK, " ") == day
    assert locale.amount(Decimal("1234.5"), "EUR").replace(NO_BREAK, " ") == amount
    assert locale.amount(Decimal("-7"), "EUR") == f"-7{NO_BREAK}EUR"


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {1: "1 lead", 2: "2 leads", 5: "5 leads", 21: "21 leads", 0: "0 leads"}),
        ("uk", {1: "1 лід", 2: "2 ліди", 5: "5 лідів", 21: "21 лід", 112: "112 лідів", 0: "0 лідів"}),
        ("de", {1: "1 Lead", 2: "2 Leads", 0: "0 Leads", 1234: "1.234 Leads"}),
    ],
)
def test_plurals(language: str, forms: dict[int, str]) -> None:
    assert {n: plural("{n} lead", "{n} leads", n, language) for n in forms} == forms


def test_every_language_of_the_window_can_be_chosen_and_is_found_again() -> None:
    assert set(SETTINGS["language"].allowed) == {"", *words.LANGUAGES}
    for language in words.LANGUAGES:
        words.use(language)
        assert words.language() == language


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("de", ["Deutschland", "Israel", "Belarus", "Österreich"]),
        ("uk", ["Німеччина", "Ізраїль", "Білорусь", "Австрія"]),
        ("en", ["Germany", "Israel", "Belarus", "Austria"]),
    ],
)
def test_countries_in_the_language_of_the_window(language: str, names: list[str]) -> None:
    known = countries.names(language)
    shown = [known[code] for code in ("DE", "IL", "BY", "AT")]
    assert shown == names
    assert [countries.code(name) for name in shown] == ["DE", "IL", "BY", "AT"]
