"""Names are found as people type them."""

import pytest

from boothapp.domain.folding import fold, search_key


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("muller", "Müller"), ("mueller", "Müller"), ("müll", "Müller"), ("иванов", "Іванов"),
        ("иванов", "Иванов"), ("іванов", "Иванов"), ("三菱", "三菱電機"), ("電機", "三菱電機"),
        ("국", "한국"),
        ("obrien", "O'Brien"), ("o’brien", "OBrien"), ("weiss", "Weiß"), ("weiß", "Weiss"),
        ("lukasz", "Łukasz"), ("soren", "Søren"), ("гедзь", "Ґедзь"), ("елкин", "Ёлкин"),
        ("николаи", "Николай"), ("παπαδ", "Παπαδόπουλος"), ("nguyen", "Nguyễn"), ("ABC", "ＡＢＣ"),
        ("o.gedz@werft", "o.gedz@werft.example"),
    ],
)  # fmt: skip
def test_typed_finds_name(typed: str, name: str) -> None:
    words = search_key(name).split()
    assert all(any(word.startswith(part) for word in words) for part in fold(typed).split())
    assert fold(typed)


def test_other_names_are_not_found() -> None:
    assert not any(word.startswith(fold("maller")) for word in search_key("Müller").split())


@pytest.mark.parametrize("text", ["", "   ", "\0", "!?", "\u200b"])
def test_nothing_stays_nothing(text: str) -> None:
    assert fold(text) == ""
