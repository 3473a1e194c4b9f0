"""The lock, the people and the drafts together: what is said belongs to who held it, and is never lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boothapp.actions import drafts
from boothapp.app import Program
from boothapp.domain.draft import Draft, is_empty
from boothapp.domain.visitor import Visitor
from boothapp.paths import Home
from boothapp.store.drafts import Kept
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.pins import MANAGER, STAFF, locked, talk, texts, type_pin, with_pins
from tests.ui.program import CONTROL, click, enter, key, saved, start, stored, with_demo_show

ANNA = Draft(visitor=Visitor(full_name="Anna Vogel", company="Werft Nord"), staff="lange")


def waiting(program: Program) -> list[Kept]:
    return stored(program, lambda store: drafts.of_show(store, "ad26"))  # type: ignore[no-any-return]


def test_what_is_under_way_stays_for_who_comes_back_and_waits_when_somebody_else_does(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    program.desk.choose_staff("lange")
    before = talk(page)
    program.lock.lock()
    # A power cut now loses nothing.
    assert [one.draft for one in waiting(program)] == [before]
    type_pin(qtbot, locked(program), MANAGER)
    qtbot.waitUntil(page.isVisible)
    assert page.draft() == before
    program.lock.lock()
    click(locked(program).people["bondar"])
    type_pin(qtbot, locked(program), STAFF)
    qtbot.waitUntil(lambda: program.desk.staff == "bondar")
    assert is_empty(page.draft())
    assert [(one.draft, one.aside) for one in waiting(program)] == [(before, True)]
    assert "The conversation of Mira Lange waits" in program.window.message.words.text()
    assert saved(program) == []


def test_undo_after_the_switch_is_for_a_wrong_name(qtbot: QtBot, program: Program, page: CapturePage) -> None:
    program.desk.choose_staff("lange")
    talk(page)
    program.lock.lock()
    click(locked(program).people["weber"])
    qtbot.waitUntil(program.window.message.isVisible)
    key(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Oksana Gedz")
    page.save()
    [lead] = saved(program)
    assert lead.visits[0].staff == "weber"


def test_a_locked_window_shows_no_draft_and_no_undo(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    program.desk.choose_staff("lange")
    stored(program, lambda store: drafts.keep(store, ANNA, aside=True))
    page.drafts._count()
    qtbot.waitUntil(page.drafts.button.isVisible)
    page.drafts.toggle()
    page.drafts.panel.lines[0].delete.click()
    qtbot.waitUntil(program.window.message.isVisible)
    talk(page)
    program.lock.lock()
    asked = locked(program)
    for which in (Qt.Key.Key_Z, Qt.Key.Key_D):
        key(which, CONTROL)
    stored(program, lambda store: drafts.keep(store, Draft(note="Of another window"), aside=True))
    page.drafts._count()
    qtbot.waitUntil(lambda: len(page.drafts.waiting) == 1)
    for parted in (page.drafts.panel, page.drafts.button, program.window.message):
        assert not parted.isVisible()
    said = texts(program.window)
    assert [word for word in ("Anna", "Oksana", "Of another", "Undo", "Drafts") if word in said] == []
    assert asked.isAncestorOf(QApplication.focusWidget())
    assert [one.draft.id for one in waiting(program) if one.draft.id == ANNA.id] == []


@pytest.fixture
def begun_locked(qtbot: QtBot, home: Home) -> "Callable[[], tuple[Program, CapturePage]]":
    """A program that was ended while a conversation was under way, and has PINs."""
    with_demo_show(home)
    made = start(qtbot, home)
    enter(qtbot, made)
    with_pins(made, qtbot)
    made.desk.choose_staff("lange")
    stored(made, lambda store: drafts.keep(store, ANNA))
    made.end()
    made.window.hide()

    def begin() -> tuple[Program, CapturePage]:
        program = start(qtbot, home)
        program.begin()
        qtbot.waitUntil(lambda: program.lock.page is not None and program.lock.page.isVisible())
        page = program.window.pages()["capture"]
        assert isinstance(page, CapturePage)
        return program, page

    return begin


@pytest.mark.parametrize(("who", "pin", "stays"), [("lange", MANAGER, True), ("bondar", STAFF, False)])
def test_a_conversation_that_comes_back_behind_the_lock_waits_for_its_holder(
    qtbot: QtBot,
    begun_locked: "Callable[[], tuple[Program, CapturePage]]",
    who: str,
    pin: str,
    stays: bool,
) -> None:
    program, page = begun_locked()
    program.tasks.settle()
    assert "Anna" not in texts(program.window)
    click(locked(program).people[who])
    type_pin(qtbot, locked(program), pin)
    qtbot.waitUntil(page.isVisible)
    if stays:
        qtbot.waitUntil(lambda: page.draft() == ANNA)
    else:
        qtbot.waitUntil(lambda: [one.draft for one in page.drafts.waiting] == [ANNA])
        assert is_empty(page.draft())
    program.tasks.settle()
    assert [one.draft.id for one in waiting(program)] == [ANNA.id]
    program.end()
