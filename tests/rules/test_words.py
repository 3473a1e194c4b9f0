"""Every text marked for people has its words in every other language, with the same places to fill in."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from build_spec.translations import catalogue_files, marked, read, untranslated

CATALOGUES = catalogue_files()
PLACES = re.compile(r"\{(\w*)[^}]*\}")


def forms(text: object) -> list[str]:
    """The forms of a message: one, or one for each plural."""
    return [text] if isinstance(text, str) else [str(form) for form in text or ()]  # type: ignore[attr-defined]


def places(text: object) -> set[str]:
    """The names in braces over all forms of a message."""
    return {name for form in forms(text) for name in PLACES.findall(form)}


def language(path: Path) -> str:
    return path.parent.parent.name


@pytest.mark.parametrize("path", CATALOGUES, ids=language)
def test_every_marked_text_is_translated(path: Path) -> None:
    catalogue = read(path)
    missing = [message.id for message in marked() if message.id and message.id not in catalogue]
    assert missing + untranslated(catalogue) == [], "run `make translations`, then give the words"


@pytest.mark.parametrize("path", CATALOGUES, ids=language)
def test_no_words_are_left_from_texts_that_are_gone(path: Path) -> None:
    wanted = marked()
    assert [message.id for message in read(path) if message.id and message.id not in wanted] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=language)
def test_words_keep_the_places_to_fill_in(path: Path) -> None:
    assert [message.id for message in read(path) if message.id and not same_places(message)] == []


def same_places(message: Message) -> bool:
    """Whether the words fill in exactly what the English text fills in, over all plural forms."""
    return not any(forms(message.string)) or places(message.string) == places(message.id)


def test_there_are_catalogues() -> None:
    assert [language(path) for path in CATALOGUES] == ["de", "uk"]


def test_a_lost_place_is_found() -> None:
    assert same_places(Message("Saved {number}", "Збережено {number}"))
    assert not same_places(Message("Saved {number}", "Збережено"))
