"""Rapid mode on the real page: badge after badge, each a lead, completed from the queue."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boothapp.actions import crowd, drafts
from boothapp.app import Program
from boothapp.errors import EnvironmentFault
from boothapp.store.crowd import Waiting
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.program import CONTROL, burst, key, saved, stored, type_text
from tests.ui.seen import name, tab_stops
from tests.ui.test_drafts import in_message, typed

KEY = Qt.Key
NAMES = tuple(f"{family},{given}" for family in ("Abel", "Boll", "Conte", "Dietz") for given in
              ("Ann", "Ben", "Cem", "Dana", "Eva"))  # fmt: skip


def badge(who: str) -> str:
    return f"MECARD:N:{who};TEL:+4419155501{NAMES.index(who):02};;"


def queue(program: Program) -> list[Waiting]:
    return list(stored(program, lambda store: crowd.waiting(store, "ad26")))


def scanned(program: Program, page: CapturePage, qtbot: QtBot, *who: str) -> None:
    """The mode is on, and these have been scanned."""
    if not page.crowd.button.isChecked():
        key(KEY.Key_R, CONTROL)
    before = len(page.crowd.waiting)
    for one in who:
        burst(badge(one))
    qtbot.waitUntil(lambda: len(page.crowd.waiting) == before + len(who), timeout=20000)


def test_twenty_badges_at_once_are_twenty_leads_and_the_form_stays_as_it_is(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    typed(page, "full_name", "Anna Vogel")
    page.scan.setFocus()
    scanned(program, page, qtbot, *NAMES)
    leads = saved(program)
    assert [lead.visitor.name for lead in leads] == [" ".join(reversed(one.split(","))) for one in NAMES]
    assert len({lead.number for lead in leads}) == 20
    assert page.talk.person.visitor().name == "Anna Vogel"
    assert [line.one for line in page.crowd.panel.lines] == page.crowd.waiting
    assert page.crowd.button.text() == "20"
    assert page.scan.hasFocus()


def test_one_of_the_queue_is_completed_as_the_same_lead(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    scanned(program, page, qtbot, *NAMES[:3])
    key(KEY.Key_J, CONTROL)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Cem Abel")
    page.talk.questions.rows["budget"].answers.choose("approved")
    key(KEY.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(page.crowd.waiting) == 2)
    leads = saved(program)
    assert [lead.visits[0].answers for lead in leads] == [{}, {}, {"budget": ("approved",)}]
    assert [len(lead.visits) for lead in leads] == [1, 1, 1]
    page.crowd.panel.lines[1].complete.click()
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Ann Abel")


def test_a_scan_while_one_is_completed_leaves_the_form_alone(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    scanned(program, page, qtbot, NAMES[0])
    key(KEY.Key_J, CONTROL)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Ann Abel")
    page.scan.setFocus()
    scanned(program, page, qtbot, NAMES[1])
    assert page.talk.person.visitor().name == "Ann Abel"
    assert len(saved(program)) == 2


def test_each_scan_is_taken_back_alone_and_comes_back(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    scanned(program, page, qtbot, *NAMES[:3])
    page.crowd.panel.lines[1].undo.click()
    qtbot.waitUntil(lambda: len(page.crowd.waiting) == 2)
    assert [lead.visitor.name for lead in saved(program)] == ["Ann Abel", "Cem Abel"]
    in_message(program, qtbot, "The scan of A-0002 Ben Abel is taken back.")
    key(KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: len(page.crowd.waiting) == 3)
    assert [one.name for one in queue(program)] == ["Cem Abel", "Ben Abel", "Ann Abel"]


def test_the_last_scan_is_taken_back_with_the_undo_key(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    scanned(program, page, qtbot, NAMES[0])
    in_message(program, qtbot, "A-0001 Ann Abel. 1 waits to be completed.")
    key(KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page.crowd.waiting == [])
    assert saved(program) == []


def test_what_was_typed_since_stays_when_the_scan_is_taken_back(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    scanned(program, page, qtbot, NAMES[0])
    key(KEY.Key_J, CONTROL)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Ann Abel")
    page.talk.note.set_text("Wants 20 arms by May")
    page.talk.questions.rows["budget"].answers.choose("approved")
    key(KEY.Key_Z, CONTROL)
    in_message(program, qtbot, "The scan of A-0001 Ann Abel is taken back. What was typed since stays")
    assert saved(program) == []
    assert page.draft().note == "Wants 20 arms by May"
    [kept] = stored(program, lambda store: drafts.of_show(store, "ad26"))
    assert kept.draft.answers == {"budget": ("approved",)}
    key(KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: len(page.crowd.waiting) == 1)
    key(KEY.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: page.crowd.waiting == [])
    [lead] = saved(program)
    assert (lead.number, lead.notes, lead.visits[0].answers) == (
        "A-0001",
        ("Wants 20 arms by May",),
        {"budget": ("approved",)},
    )


def test_a_scan_that_was_only_opened_leaves_a_fresh_form_when_it_is_taken_back(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    scanned(program, page, qtbot, NAMES[0])
    key(KEY.Key_J, CONTROL)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Ann Abel")
    page.crowd.panel.lines[0].undo.click()
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "")
    assert saved(program) == []
    assert stored(program, lambda store: drafts.of_show(store, "ad26")) == []


def test_the_same_badge_twice_is_said_and_waits_once(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    same = "MECARD:N:Abel,Ann;EMAIL:ann@abel.example;;"
    key(KEY.Key_R, CONTROL)
    burst(same)
    qtbot.waitUntil(lambda: len(page.crowd.waiting) == 1)
    burst(same)
    in_message(program, qtbot, "A-0001 Ann Abel waits to be completed already.")
    assert len(saved(program)) == 1


def test_a_name_typed_by_hand_goes_into_the_form(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    key(KEY.Key_R, CONTROL)
    type_text("Jane Doe")
    key(KEY.Key_Tab)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Jane Doe")
    assert saved(program) == []


def test_without_the_mode_a_scan_comes_into_the_form(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    key(KEY.Key_R, CONTROL)
    assert page.crowd.panel.isVisible()
    key(KEY.Key_R, CONTROL)
    assert not page.crowd.panel.isVisible()
    burst(badge(NAMES[0]))
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Ann Abel")
    assert saved(program) == []


def test_a_disk_that_refuses_loses_no_scan(
    program: Program, page: CapturePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise EnvironmentFault("The disk is full.")

    key(KEY.Key_R, CONTROL)
    with monkeypatch.context() as full:
        full.setattr(crowd, "scan", refuse)
        for one in NAMES[:3]:
            burst(badge(one))
        qtbot.waitUntil(lambda: len(page.keeping.unsaved) == 2)
    page.save()
    assert sorted(lead.visitor.name for lead in saved(program)) == ["Ann Abel", "Ben Abel", "Cem Abel"]


def test_the_queue_is_reached_and_named_for_the_keyboard(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    scanned(program, page, qtbot, *NAMES[:2])
    first = page.crowd.panel.lines[0]
    assert name(first.complete) == "Complete: Ben Abel"
    assert name(first.undo) == "Take this scan back: Ben Abel"
    assert name(page.crowd.button) == "Rapid mode: 2 to complete"
    stops = tab_stops(program.window)
    assert stops.index(first.undo) == stops.index(first.complete) + 1
    page.crowd.panel.close_button.click()
    assert not page.crowd.button.isChecked()
    assert page.scan.hasFocus()


def test_the_queue_is_there_after_the_next_start(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    scanned(program, page, qtbot, NAMES[0])
    page.crowd.waiting = []
    page.crowd.count()
    qtbot.waitUntil(lambda: [one.name for one in page.crowd.waiting] == ["Ann Abel"])
