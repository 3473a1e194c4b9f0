"""The laptop dies in the middle of a conversation, and the visitor is still standing there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boothapp.app import Program
from boothapp.paths import Home
from tests.faults.test_killed_while_typing import WORDS, killed_after
from tests.journeys.laptop import Laptop
from tests.ui.program import CONTROL, enter, key, start, type_text


@pytest.fixture
def again(qtbot: QtBot, home: Home, laptop: Laptop) -> Iterator[Program]:
    """The window, opened again after the laptop died while somebody typed."""
    assert killed_after(home, len(WORDS)) == "Anna Maria Vogel"
    assert laptop.does("leads") == []
    program = start(qtbot, home)
    yield program
    program.end()


def test_the_conversation_goes_on_and_becomes_one_lead(qtbot: QtBot, again: Program, laptop: Laptop) -> None:
    page = enter(qtbot, again)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name.startswith("Anna Maria Vogel"))
    assert "was not saved" in page.drafts.came_back.message.text()
    page.talk.person.fields["full_name"].set_text("Anna Maria Vogel")
    page.talk.person.fields["company"].input.setFocus()
    type_text("Werft Nord")
    page.talk.questions.rows["budget"].answers.choose("approved")
    conversation = page.draft().id
    key(Qt.Key.Key_Return, CONTROL)
    again.tasks.settle()
    [line] = laptop.does("leads")
    assert (line["lead"], line["number"]) == (conversation, "A-0001")
    assert line["visitor"] == {"name": "Anna Maria Vogel", "company": "Werft Nord"}
    assert len(laptop.does("lead", "A-0001")["visits"]) == 1
    qtbot.waitUntil(again.window.message.isVisible)
    key(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page.talk.person.visitor().company == "Werft Nord")
    assert laptop.does("leads") == []
    assert laptop.does("leads", "--search", "vogel") == []
    key(Qt.Key.Key_Return, CONTROL)
    again.tasks.settle()
    assert [one["lead"] for one in laptop.does("leads", "--search", "vogel")] == [conversation]
    assert all(check["ok"] for check in laptop.does("check")["checks"])
