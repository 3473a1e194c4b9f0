"""A lead is deleted on the Leads page without a question, and put back with one key."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boothapp.actions import capture, delete, leads
from boothapp.app import Program
from boothapp.domain.delivery import Delivery
from boothapp.domain.draft import Draft
from boothapp.paths import Home
from boothapp.store import leads as rows
from boothapp.store import outbox
from boothapp.store.database import Store, open_store
from boothapp.store.lists import Query
from boothapp.ui.pages.leads import LeadsPage
from tests.conftest import PASSPHRASE
from tests.ui.program import CONTROL, burst, enter, key, saved, start, stored, with_demo_show
from tests.ui.stand import Stand
from tests.ui.test_drafts import in_message

KEPT = "SELECT count(*) FROM removed"
UNDO = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


COUNT = 5


@pytest.fixture
def page(here: Stand) -> LeadsPage:
    made = LeadsPage(here.desk)
    here.visit(made)
    here.qtbot.waitUntil(lambda: made.detail.lead() != "")
    return made


def listed(here: Stand) -> list[str]:
    return [line.number for line in here.store(lambda store: leads.listed(store, Query()))]


def last_undo(here: Stand) -> Callable[[], None]:
    undo = here.undo[-1]
    assert undo is not None
    return undo


def test_a_lead_is_deleted_with_the_keyboard_and_the_next_one_is_shown(here: Stand, page: LeadsPage) -> None:
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    here.qtbot.waitUntil(lambda: page.detail.lead() == page.list.lead())
    below = page.list.beside()
    number = page.lines.line(page.list.currentIndex()).number  # type: ignore[union-attr]
    QTest.keyClick(page.list, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    here.qtbot.waitUntil(lambda: page.detail.lead() == below)
    assert number not in listed(here)
    assert page.lines.rowCount() == 4
    assert here.said[-1].startswith(number)
    assert here.said[-1].endswith("is deleted.")
    assert page.list.hasFocus()


def test_undo_puts_it_back(here: Stand, page: LeadsPage) -> None:
    id, before = page.detail.lead(), listed(here)
    page.delete_button.click()
    here.qtbot.waitUntil(lambda: page.lines.rowCount() == 4)
    last_undo(here)()
    here.qtbot.waitUntil(lambda: page.lines.rowCount() == 5)
    assert listed(here) == before
    assert here.said[-1].endswith("is back.")
    whole = here.store(lambda store: leads.whole(store, id))
    assert whole.history[-1].action == "put back"


def test_keys_put_back_one_after_the_other_long_after_the_message(here: Stand, page: LeadsPage) -> None:
    before = listed(here)
    for left in (4, 3):
        page.delete_button.click()
        here.qtbot.waitUntil(lambda left=left: page.lines.rowCount() == left and not page._stale)
        here.qtbot.waitUntil(lambda: page.detail.lead() == page.list.lead())
    page.list.setFocus()
    for there in (4, 5, 5):
        QTest.keyClick(page.list, *UNDO)
        here.qtbot.waitUntil(lambda there=there: page.lines.rowCount() == there)
    assert listed(here) == before


def test_the_last_lead_leaves_the_empty_page(here: Stand, page: LeadsPage) -> None:
    for left in range(4, -1, -1):
        here.qtbot.waitUntil(lambda: page._shown is not None and page._shown.id == page.list.lead())
        page.delete_button.click()
        here.qtbot.waitUntil(lambda left=left: page.lines.rowCount() == left)
    assert page.stack.currentWidget() is page.none
    assert not page.foot.isVisible()


def test_what_head_office_has_stays_there_and_that_is_said(here: Stand, page: LeadsPage) -> None:
    id = page.detail.lead()

    def deliver(store: Store) -> None:
        row = rows.row_of(store, id)
        assert row is not None
        with store.transaction():
            outbox.put_target(store, outbox.TargetEntry("office", "tryton", "http://office.example"))
            outbox.put(store, row, Delivery(id, "office", "accepted", 1), datetime.now(UTC))

    here.store(deliver)
    page.delete_button.click()
    here.qtbot.waitUntil(lambda: "Head office keeps what it has of this lead." in "".join(here.said))


def test_a_refusal_is_said_and_the_lead_stays(here: Stand, page: LeadsPage) -> None:
    id = page.detail.lead()
    here.store(lambda store: delete.delete(store, id))
    page.deleting.put_back("nothing")
    here.qtbot.waitUntil(lambda: "not kept any more" in "".join(here.said))


def test_what_was_deleted_before_this_start_is_forgotten(qtbot: QtBot, home: Home, program: Program) -> None:
    store = open_store(home, PASSPHRASE)
    saved = capture.save(store, Draft(note="to be deleted"))
    delete.delete(store, saved.lead.id)
    assert store.value(KEPT) == 1
    store.close()
    enter(qtbot, program)
    qtbot.waitUntil(lambda: stored(program, lambda store: store.value(KEPT)) == 0)


def test_a_lead_deleted_while_its_conversation_is_open_comes_back_beside_what_was_saved(
    qtbot: QtBot, home: Home
) -> None:
    with_demo_show(home)
    program = start(qtbot, home)
    page = enter(qtbot, program)
    key(Qt.Key.Key_R, CONTROL)
    burst("MECARD:N:Boll,Ben;EMAIL:ben@boll.example;;")
    qtbot.waitUntil(lambda: len(page.crowd.waiting) == 1)
    key(Qt.Key.Key_J, CONTROL)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Ben Boll")
    page.talk.note.set_text("Wants a cell")
    there = program.window.go("leads")
    assert isinstance(there, LeadsPage)
    qtbot.waitUntil(lambda: there.detail.lead() != "")
    there.delete_button.click()
    qtbot.waitUntil(lambda: saved(program) == [])
    program.window.go("capture")
    key(Qt.Key.Key_Return, CONTROL)
    in_message(program, qtbot, "A-0002 Ben Boll")
    # While a message offers Undo, the key is the message's.
    program.window.message.hide()
    program.window.go("leads")
    qtbot.waitUntil(lambda: there.lines.rowCount() == 1)
    there.list.setFocus()
    key(*UNDO)
    qtbot.waitUntil(lambda: [lead.number for lead in saved(program)] == ["A-0001", "A-0002"])
    assert [lead.notes for lead in saved(program)] == [(), ("Wants a cell",)]
    program.end()


def test_a_second_window_leaves_what_the_first_one_deleted(qtbot: QtBot, home: Home) -> None:
    with_demo_show(home)
    first = start(qtbot, home)
    page = enter(qtbot, first)
    page.talk.note.set_text("to be deleted")
    page.save()
    in_message(first, qtbot, "A-0001")
    there = first.window.go("leads")
    assert isinstance(there, LeadsPage)
    qtbot.waitUntil(lambda: there.detail.lead() != "")
    there.delete_button.click()
    in_message(first, qtbot, "is deleted.")
    second = start(qtbot, home)
    enter(qtbot, second)
    # Behind what a program does at its start.
    second.tasks.settle()
    second.end()
    first.window.message.undo_button.click()
    in_message(first, qtbot, "is back.")
    assert [lead.number for lead in saved(first)] == ["A-0001"]
    first.end()
