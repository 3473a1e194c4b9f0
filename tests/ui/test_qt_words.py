"""Qt's own dialogs speak the language of the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from boothapp.ui.qt_words import QtWords

Standard = QDialogButtonBox.StandardButton


@pytest.fixture
def spoken(qapp: QApplication) -> Iterator[QtWords]:
    made = QtWords(qapp)
    yield made
    made.speak("en")


def cancel() -> str:
    """The word on a new Cancel button, without its accelerator."""
    box = QDialogButtonBox(Standard.Cancel)
    return box.button(Standard.Cancel).text().replace("&", "")


def test_standard_buttons_follow_the_language(spoken: QtWords) -> None:
    assert cancel() == "Cancel"
    spoken.speak("uk")
    assert cancel() == "Скасувати"
    spoken.speak("de")
    assert cancel() == "Abbrechen"
    spoken.speak("en")
    assert cancel() == "Cancel"


def test_a_language_that_qt_does_not_have_leaves_english(spoken: QtWords) -> None:
    spoken.speak("uk")
    spoken.speak("xx")
    assert cancel() == "Cancel"
