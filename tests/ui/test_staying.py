"""A close that could not save the conversation: the window stays, says why, and nothing is lost unasked."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from boothapp.actions import leads
from boothapp.app import Program
from boothapp.paths import Home
from boothapp.store import lists
from boothapp.store.database import Store, open_store
from boothapp.store.lists import Query
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.pages.leads import LeadsPage
from boothapp.ui.pages.leads.editing import Editing
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
        "Close it, then try again. What you typed is not saved yet; it is kept on the page."
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


def test_what_another_program_stood_in_the_way_of_is_saved_by_itself_in_order(
    program: Program, page: CapturePage, other: Store, qtbot: QtBot
) -> None:
    page.crowd_button.setChecked(True)
    page.save()
    before = datetime.now(UTC)
    for who in ("Ben", "Cem"):
        page.scanning.take_scan(f"MECARD:N:Boll,{who};;")
    qtbot.waitUntil(lambda: len(page.keeping.unsaved) == 3)
    after = datetime.now(UTC)
    assert page.talk.person.visitor().label == ""
    assert program.window.message.words.text() == (
        "Another program is using the leads. All leads saved so far are safe. "
        "What you entered is kept, and saved by itself as soon as that is over."
    )
    type_text("Next")
    page.keeping._again.setInterval(50)
    page.keeping._again.start()
    # It is tried in vain, and said no more.
    program.window.message.hide()
    qtbot.waitUntil(lambda: page.keeping.unsaved == [])
    qtbot.waitUntil(lambda: len(page.keeping.unsaved) == 3)
    assert not program.window.message.isVisible()
    other.db.execute("ROLLBACK")
    qtbot.waitUntil(program.window.message.isVisible)
    leads = saved(program)
    assert [(lead.number, lead.visitor.name) for lead in leads] == [
        ("A-0001", "Ivan Petrenko"), ("A-0002", "Ben Boll"), ("A-0003", "Cem Boll")
    ]  # fmt: skip
    assert all(before <= lead.captured_at <= after for lead in leads[1:])
    assert leads[0].captured_at <= before
    qtbot.waitUntil(lambda: [one.name for one in page.crowd.waiting] == ["Cem Boll", "Ben Boll"])
    assert page.keeping.refusal is None
    assert page.scan.text() == "Next"


def test_a_save_that_waits_keeps_the_window_open_until_it_is_done(
    program: Program, page: CapturePage, other: Store, qtbot: QtBot
) -> None:
    page.save()
    qtbot.waitUntil(lambda: len(page.keeping.unsaved) == 1)
    assert not program.window.close()
    press(program, "Stay")
    other.db.execute("ROLLBACK")
    assert program.window.close()


def editing(program: Program, page: CapturePage, qtbot: QtBot) -> Editing:
    """The fields of a lead, open on the Leads page."""
    type_text("Ivan Petrenko")
    page.save()
    place = program.window.go("leads")
    assert isinstance(place, LeadsPage)
    qtbot.waitUntil(lambda: place.detail.lead() != "")
    place.edit()
    made = place.side.currentWidget()
    assert isinstance(made, Editing)
    return made


@pytest.mark.parametrize("leave", ["close", "show"])
def test_what_is_typed_beside_the_list_is_saved_when_the_window_or_the_show_is_left(
    program: Program, page: CapturePage, qtbot: QtBot, home: Home, leave: str
) -> None:
    editing(program, page, qtbot).said.set_text("A long remark")
    if leave == "close":
        assert program.window.close()
        program.end()
    else:
        program.window.show_wanted.emit("")
        assert program.window.at_door()
    store = open_store(home, PASSPHRASE)
    [lead] = [leads.find(store, line.id) for line in lists.page(store, Query())]
    store.close()
    assert [remark.text for remark in lead.voice.remarks] == ["A long remark"]


def test_the_window_stays_with_an_edit_that_can_not_be_saved(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    fields = editing(program, page, qtbot)
    fields.person.fields["full_name"].set_text("")
    stored(program, lambda store: store.db.execute("PRAGMA query_only = 1"))
    program.window.go("capture")
    assert not program.window.close()
    assert "not saved yet" in question(program).informativeText()
    press(program, "Stay")
    assert program.window.here() == "leads"
    assert fields.is_changed()
    stored(program, lambda store: store.db.execute("PRAGMA query_only = 0"))
    assert program.window.close()
