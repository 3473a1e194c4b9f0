"""Ctrl+Z and Undo take back what was done last, or nothing: never another lead, never past the door."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boothapp.actions import shows
from boothapp.app import Program
from boothapp.store.database import Store
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.pages.leads import LeadsPage
from boothapp.ui.pages.leads.together import Together
from tests.ui.program import CONTROL, burst, key, saved, stored
from tests.ui.test_drafts import in_message, typed

KEY = Qt.Key
BEN = "MECARD:N:Boll,Ben;ORG:Werft Nord;EMAIL:ben@w.example;;"


def with_save(program: Program, page: CapturePage, qtbot: QtBot, who: str = "Anna Vogel") -> None:
    typed(page, "full_name", who)
    page.save()
    in_message(program, qtbot, who)


def names(program: Program) -> list[str]:
    return [lead.visitor.name for lead in saved(program)]


def test_nothing_is_undone_at_the_door(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    with_save(program, page, qtbot)
    undo = program.window.message._undo
    program.window.show_wanted.emit("other")
    assert program.window.at_door()
    assert not program.window.message.isVisible()
    key(KEY.Key_Z, CONTROL)
    # A message that came late, with an Undo of the page that was left.
    program.desk.say("Sent to the printer.", undo)
    assert not program.window.message.undo_button.isVisible()
    program.desk.place_wanted.emit("capture", "")
    assert program.window.at_door()
    assert names(program) == ["Anna Vogel"]


def test_a_save_of_the_show_before_is_not_taken_back_into_the_next(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    def another(store: Store) -> None:
        first = shows.current(store)
        shows.take(store, replace(first, id="b2", name="Show B"))
        shows.open_again(store, first.id)

    stored(program, another)
    with_save(program, page, qtbot)
    undo = program.window.message._undo
    assert undo is not None
    program.window.show_wanted.emit("other")
    qtbot.waitUntil(lambda: "b2" in getattr(program.door.step, "known", ()))
    program.door.step.known["b2"].click()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not program.window.at_door())
    assert not program.window.message.isVisible()
    undo()
    in_message(program, qtbot, "A-0001 is of a show that is not open now.")
    assert [lead.show for lead in saved(program)] == ["ad26"]


def test_undo_reaches_a_save_from_an_empty_note(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    with_save(program, page, qtbot)
    page.talk.note.input.setFocus()
    key(KEY.Key_Z, CONTROL)
    in_message(program, qtbot, "is taken back")
    assert names(program) == []


def test_undo_in_a_note_takes_the_last_words_back_first(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    with_save(program, page, qtbot)
    page.talk.note.input.setFocus()
    burst("quiet", end=False)
    qtbot.waitUntil(lambda: page.talk.note.text() == "quiet")
    key(KEY.Key_Z, CONTROL)
    assert names(program) == ["Anna Vogel"]


@pytest.mark.parametrize("by_scan", [False, True])
def test_undo_waits_for_the_save_under_way(
    program: Program, page: CapturePage, qtbot: QtBot, by_scan: bool
) -> None:
    with_save(program, page, qtbot)
    if by_scan:
        page.crowd_button.setChecked(True)
        with_save(program, page, qtbot, "Cem Conte")
    else:
        typed(page, "full_name", "Ben Boll")
    busy = threading.Event()
    program.tasks.ask(lambda _store: busy.wait(20), lambda _nothing: None)
    if by_scan:
        page.scanning.take_scan(BEN)
        qtbot.waitUntil(lambda: not program.window.message.undo_button.isEnabled())
    else:
        page.save()
    key(KEY.Key_Z, CONTROL)
    busy.set()
    in_message(program, qtbot, "Ben Boll")
    assert names(program) == ["Anna Vogel", *(["Cem Conte"] if by_scan else []), "Ben Boll"]
    key(KEY.Key_Z, CONTROL)
    in_message(program, qtbot, "is taken back")
    assert "Ben Boll" not in names(program)


def test_a_message_that_nothing_was_done_leaves_the_undo(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    with_save(program, page, qtbot)
    key(KEY.Key_J, CONTROL)
    in_message(program, qtbot, "A-0001 Anna Vogel, cold, 0\nNobody waits to be completed.")
    page.lately.stop()
    page.save()
    in_message(program, qtbot, "A-0001 Anna Vogel, cold, 0\nThere is nothing to save yet.")
    key(KEY.Key_Z, CONTROL)
    in_message(program, qtbot, "is taken back")
    assert names(program) == []


def test_ctrl_z_on_the_leads_takes_back_what_was_done_last(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    for who in ("Anna Vogel", "Ben Boll", "Cem Conte"):
        with_save(program, page, qtbot, who)
    leads = program.window.go("leads")
    assert isinstance(leads, LeadsPage)
    qtbot.waitUntil(lambda: leads.detail.lead() != "")
    leads.delete_button.click()
    in_message(program, qtbot, "is deleted.")
    leads.list.setFocus()
    key(KEY.Key_A, CONTROL)
    together = leads.side.currentWidget()
    assert isinstance(together, Together)
    together.add.set_text("vip")
    together.apply_button.click()
    in_message(program, qtbot, "2 leads: tags set.")
    for said, left in (("2 leads are as they were before.", 2), ("Cem Conte is back.", 3)):
        # Ten seconds later.
        program.window.message.hide()
        leads.list.setFocus()
        key(KEY.Key_Z, CONTROL)
        in_message(program, qtbot, said)
        assert [lead.tags for lead in saved(program)] == [()] * left
    key(KEY.Key_Z, CONTROL)
    assert len(saved(program)) == 3


def test_what_a_message_took_back_is_not_taken_back_again(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    for who in ("Anna Vogel", "Ben Boll"):
        with_save(program, page, qtbot, who)
    leads = program.window.go("leads")
    assert isinstance(leads, LeadsPage)
    qtbot.waitUntil(lambda: leads.detail.lead() != "")
    for gone in ("Ben Boll is deleted.", "Anna Vogel is deleted."):
        qtbot.waitUntil(lambda gone=gone: leads.detail.accessibleName() in gone)
        leads.delete_button.click()
        in_message(program, qtbot, gone)
    program.window.message.undo_button.click()
    in_message(program, qtbot, "Anna Vogel is back.")
    leads.list.setFocus()
    key(KEY.Key_Z, CONTROL)
    in_message(program, qtbot, "Ben Boll is back.")
