"""A save is taken back on the real page, with Ctrl+Z or the button, and saved again as the same lead."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boothapp.actions import leads
from boothapp.app import Program
from boothapp.domain.delivery import Delivery
from boothapp.store import leads as lead_rows
from boothapp.store import outbox
from boothapp.store.database import Store
from boothapp.store.lists import Query
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.program import CARD, CONTROL, key, saved, stored
from tests.ui.test_drafts import in_message, typed, waiting

KEY = Qt.Key


def found(program: Program, text: str) -> list[str]:
    return [line.number for line in stored(program, lambda store: leads.listed(store, Query(text)))]


def test_a_save_is_taken_back_and_saved_again_as_the_same_lead(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    page.scanning.take_text(CARD)
    qtbot.waitUntil(lambda: page.talk.person.visitor().company == "Чорноморська верф")
    page.talk.questions.rows["budget"].answers.choose("planned")
    before = page.draft()
    key(KEY.Key_Return, CONTROL)
    in_message(program, qtbot, "A-0001")
    assert found(program, "ґедзь") == ["A-0001"]
    key(KEY.Key_Z, CONTROL)
    in_message(program, qtbot, "A-0001 is taken back and stands in the form again.")
    assert (saved(program), found(program, "ґедзь")) == ([], [])
    assert stored(program, outbox.unsent) == 0
    assert page.draft().visitor.name == before.visitor.name
    assert (page.draft().id, page.draft().answers) == (before.id, before.answers)
    assert [one.draft.id for one in waiting(program)] == [before.id]
    key(KEY.Key_Return, CONTROL)
    [lead] = saved(program)
    assert (lead.id, lead.number, lead.token) == (before.id, "A-0001", before.token)
    assert waiting(program) == []


def test_the_next_visitor_waits_while_a_save_is_taken_back(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    typed(page, "full_name", "Anna Vogel")
    page.save()
    in_message(program, qtbot, "A-0001")
    typed(page, "full_name", "Next")
    program.window.message.undo_button.click()
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Anna Vogel")
    in_message(program, qtbot, "The conversation under way waits among the drafts.")
    qtbot.waitUntil(lambda: page.drafts.button.isVisible())
    assert [one.draft.visitor.name for one in waiting(program) if one.aside] == ["Next"]


def test_an_added_visit_is_taken_back_and_the_lead_is_as_before(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    for need in ("", "urgent"):
        page.scanning.take_text(CARD)
        qtbot.waitUntil(lambda: page.talk.person.visitor().company == "Чорноморська верф")
        page.talk.questions.rows["need"].answers.choose(need)
        program.window.message.hide()
        key(KEY.Key_Return, CONTROL)
        qtbot.waitUntil(program.window.message.isVisible)
    assert len(saved(program)[0].visits) == 2
    key(KEY.Key_Z, CONTROL)
    in_message(program, qtbot, "is taken back")
    [lead] = saved(program)
    assert (len(lead.visits), lead.rating.points) == (1, 0)
    assert dict(page.draft().answers)["need"] == ("urgent",)
    whole = stored(program, lambda store: leads.whole(store, lead.id))
    assert [one.action for one in whole.history] == ["captured", "taken back"]


def test_what_head_office_has_is_not_taken_back(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    typed(page, "full_name", "Anna Vogel")
    page.save()
    in_message(program, qtbot, "A-0001")
    stored(program, deliver)
    key(KEY.Key_Z, CONTROL)
    in_message(program, qtbot, "A-0001 is at head office already, or on its way there.")
    assert len(saved(program)) == 1
    assert page.talk.person.visitor().label == ""


def deliver(store: Store) -> None:
    with store.transaction():
        outbox.put_target(store, outbox.TargetEntry("office", "tryton", "http://office.example"))
        row = lead_rows.by_number(store, "A-0001")
        assert row is not None
        outbox.put(store, row, Delivery("", "office", "accepted", 1), datetime.now(UTC))


def test_a_save_is_taken_back_from_another_place(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    typed(page, "full_name", "Anna Vogel")
    page.save()
    in_message(program, qtbot, "A-0001")
    program.window.go("leads")
    program.window.message.undo_button.click()
    qtbot.waitUntil(lambda: program.window.here() == "capture")
    assert page.talk.person.visitor().name == "Anna Vogel"
    assert page.scan.hasFocus()
