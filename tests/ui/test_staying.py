"""A close that could not save the conversation: the window stays, says why, and nothing is lost unasked."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from boothapp.app import Program
from boothapp.paths import Home
from boothapp.store import lists
from boothapp.store.database import Store, open_store
from boothapp.store.lists import Query
from boothapp.ui.pages.capture.page import CapturePage
from tests.conftest import PASSPHRASE
from tests.ui.program import burst, saved, stored, type_text


@pytest.fixture
def other(program: Program, page: CapturePage, home: Home) -> Iterator[Store]:
    """Another program that holds the store, until it lets go."""
    stored(program, lambda store: store.db.execute("PRAGMA busy_timeout = 1"))
    other = open_store(home, PASSPHRASE)
    other.db.execute("BEGIN IMMEDIATE")
    type_text("Ivan Petrenko")
    yield other
    other.close()


def names(home: Home) -> list[str]:
    store = open_store(home, PASSPHRASE)
    found = [line.name for line in lists.page(store, Query())]
    store.close()
    return found


def question(program: Program) -> QMessageBox:
    [box] = [box for box in program.window.findChildren(QMessageBox) if box.isVisible()]
    return box


def press(program: Program, text: str) -> None:
    [button] = [button for button in question(program).buttons() if button.text() == text]
    button.click()


def test_the_window_stays_with_the_conversation_and_closes_when_it_is_saved(
    program: Program, page: CapturePage, home: Home, other: Store
) -> None:
    assert not program.window.close()
    assert program.window.isVisible()
    assert page.talk.person.visitor().name == "Ivan Petrenko"
    assert "Another program is using the leads." in question(program).text()
    assert question(program).informativeText() == (
        "Close it, then try again. The conversation is not saved yet; it is kept on the page."
    )
    press(program, "Stay")
    other.db.execute("ROLLBACK")
    assert program.window.close()
    assert names(home) == ["Ivan Petrenko"]


def test_a_person_may_give_the_conversation_up(
    program: Program, page: CapturePage, qtbot: QtBot, home: Home, other: Store
) -> None:
    assert not program.window.close()
    press(program, "Close without it")
    assert not program.window.isVisible()
    other.db.execute("ROLLBACK")
    assert names(home) == []


def test_a_scan_still_comes_in_after_the_window_stayed(
    program: Program, page: CapturePage, qtbot: QtBot, other: Store
) -> None:
    assert not program.window.close()
    press(program, "Stay")
    other.db.execute("ROLLBACK")
    program.window.go("leads")
    burst("MECARD:N:Doe,Jane;;")
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")
    assert [lead.visitor.name for lead in saved(program)] == ["Ivan Petrenko"]


def test_another_show_is_not_chosen_before_the_conversation_is_saved(
    program: Program, page: CapturePage, other: Store, qtbot: QtBot
) -> None:
    program.window.show_wanted.emit("")
    assert program.window.here() == "capture"
    assert page.talk.person.visitor().name == "Ivan Petrenko"
    assert "Another program is using the leads." in program.window.message.words.text()
    other.db.execute("ROLLBACK")
    program.window.show_wanted.emit("")
    assert stored(program, lambda store: store.value("SELECT count(*) FROM leads")) == 1
