"""The lock in the real window: nothing of any lead to see, nothing lost behind it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boothapp.actions import people
from boothapp.app import Program
from boothapp.paths import Home
from boothapp.ui.lock.idle import Moment
from boothapp.ui.lock.page import LockPage
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.pins import MANAGER, NO_GRAB, assert_same, locked, talk, texts, type_pin, with_pins
from tests.ui.program import CONTROL, burst, click, key, saved, start, stored
from tests.ui.seen import name, tab_stops

CARD = "BEGIN:VCARD\nVERSION:3.0\nN:Doe;Jane\nORG:Tyne Fabrication\nEMAIL:jane.doe@tyne.example\nEND:VCARD"


def test_esc_leaves_the_question_for_a_pin_but_never_the_lock(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    program.desk.signed_in.choose("bondar")
    key(Qt.Key.Key_Escape)
    qtbot.waitUntil(page.isVisible)
    assert program.desk.staff == ""
    program.desk.choose_staff("lange")
    program.lock.lock()
    qtbot.waitUntil(locked(program).pad.field.hasFocus)
    key(Qt.Key.Key_Escape)
    assert locked(program).isVisible()


def test_the_lock_keeps_the_conversation_and_shows_nothing_of_it(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    program.desk.choose_staff("lange")
    before = talk(page)
    program.window.message.say("A-0042 Oksana Gedz, hot, 11", lambda: None)
    page.talk.note.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, CONTROL)
    asked = locked(program)
    assert "Oksana" not in texts(program.window)
    assert "Wants two cells" not in texts(program.window)
    assert not any(one.isVisible() for one in program.window.pages().values())
    assert not program.window.message.isVisible()
    for which in (Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_P, Qt.Key.Key_Z):
        key(which, CONTROL)
    assert not page.isVisible()
    program.desk.say("A-0043 Ada Byron, cold, 2")
    assert "Ada" not in texts(program.window)
    type_pin(qtbot, asked, MANAGER)
    qtbot.waitUntil(page.isVisible)
    assert page.draft() == before
    assert saved(program) == []
    assert QApplication.focusWidget() is page.talk.note.input
    assert program.window.message.words.text() == "A-0043 Ada Byron, cold, 2"


def test_whoever_has_no_pin_comes_in_with_a_tap_on_the_name(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    before = talk(page)
    program.lock.lock()
    asked = locked(program)
    assert not asked.pad.isVisible()
    click(asked.people["lange"])
    assert asked.pad.isVisible()
    click(asked.people["weber"])
    qtbot.waitUntil(page.isVisible)
    assert program.desk.staff == "weber"
    assert_same(page.draft(), before, staff="weber")


def test_every_stop_of_the_lock_has_a_name_and_fits(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    program.desk.choose_staff("lange")
    program.lock.lock()
    program.window.resize(960, 560)
    asked = locked(program)
    stops = tab_stops(program.window)
    assert [one for one in stops if not name(one)] == []
    assert {asked.pad.field, asked.people["lange"], asked.go_on, asked.forgot} <= set(stops)
    for part in (asked.go_on, asked.forgot, asked.pad.back, asked.people["lange"]):
        assert asked.rect().contains(part.mapTo(asked, part.rect().bottomRight()))
    assert all(button.height() >= 44 for button in asked.pad.digits.values())


def test_a_scan_at_the_lock_is_held_back_and_taken_afterwards(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    program.desk.choose_staff("lange")
    before = talk(page)
    program.lock.lock()
    asked = locked(program)
    qtbot.waitUntil(asked.pad.field.hasFocus)
    burst(CARD)
    qtbot.waitUntil(lambda: "1 scan is held back" in texts(asked))
    assert (asked.pad.field.pin(), program.lock.asks) == ("", "lock")
    type_pin(qtbot, asked, MANAGER)
    qtbot.waitUntil(page.isVisible)
    assert page.draft() == before
    held = program.lock.held
    assert held is not None
    assert held.isVisible()
    click(held.take_button)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Jane Doe")
    assert not held.isVisible()
    qtbot.waitUntil(lambda: len(saved(program)) == 1)


def test_held_scans_can_be_dropped(qtbot: QtBot, program: Program, page: CapturePage) -> None:
    program.lock.lock()
    for scan in ("AD26000001", b"AD26000002"):
        program._scanned(scan)
    click(locked(program).people["weber"])
    held = program.lock.held
    assert held is not None
    qtbot.waitUntil(lambda: held.said.text() == "2 scans came while the window was locked.")
    click(held.drop_button)
    assert (held.scans, held.isVisible()) == ([], False)


@pytest.fixture
def again(qtbot: QtBot, program: Program, page: CapturePage, home: Home) -> Iterator[Callable[[], Program]]:
    """Ends the program and starts it anew on the same home."""
    made: list[Program] = []

    def restart() -> Program:
        program.window.close()
        made.append(start(qtbot, home))
        made[-1].begin()
        qtbot.waitUntil(lambda: made[-1].window.pages() != {})
        return made[-1]

    yield restart
    for one in made:
        one.end()


def test_the_program_starts_locked_and_a_restart_shortens_no_wait(
    qtbot: QtBot, program: Program, again: Callable[[], Program]
) -> None:
    with_pins(program, qtbot)
    program.desk.choose_staff("lange")
    for _ in range(4):
        program.tasks.change(lambda store: people.enter(store, "lange", "9999", lambda: next(later)))
    later = iter(range(1000, 1_000_000, 100))
    restarted = again()
    asked = locked(restarted)
    assert not restarted.window.pages()["capture"].isVisible()
    assert asked.people["lange"].isChecked()
    qtbot.waitUntil(lambda: "The next try in 8 seconds." in asked.message.text())
    assert not asked.go_on.isEnabled()
    type_pin(qtbot, asked, MANAGER)
    assert restarted.lock.asks == "lock"
    click(asked.people["weber"])
    qtbot.waitUntil(restarted.window.pages()["capture"].isVisible)


def test_the_window_locks_after_the_idle_minutes_and_swallows_the_key_that_wakes_it(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    program.desk.choose_staff("lange")
    idle = program.lock.idle
    at = idle.clock()
    handle = program.window.windowHandle()
    idle.clock = lambda: Moment(at.steady + 599, at.wall + 599)
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    idle.clock = lambda: Moment(at.steady + 1198, at.wall + 1198)
    assert not idle.look()
    # The laptop slept: only the clock on the wall went on.
    idle.clock = lambda: Moment(at.steady + 1198, at.wall + 90_000)
    QTest.keyClick(handle, Qt.Key.Key_A)
    assert locked(program).isVisible()
    assert page.scan.text() == ""


def test_a_clock_set_back_keeps_nobody_in(qtbot: QtBot, program: Program, page: CapturePage) -> None:
    with_pins(program, qtbot)
    at = program.lock.idle.clock()
    program.lock.idle.clock = lambda: Moment(at.steady + 601, at.wall - 90_000)
    assert program.lock.idle.look()
    assert locked(program).isVisible()


@NO_GRAB
def test_an_open_menu_does_not_stay_above_the_lock(qtbot: QtBot, program: Program, page: CapturePage) -> None:
    qtbot.waitUntil(program.window.state.items["who"].isVisible)
    click(program.window.state.items["who"])
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    program.lock.idle.over.emit()
    assert QApplication.activePopupWidget() is None
    assert locked(program).isVisible()


def test_what_is_no_pin_is_said_and_counts_as_no_try(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    program.desk.choose_staff("lange")
    program.lock.lock()
    asked = locked(program)
    for digit in "271":
        click(asked.pad.digits[digit])
    click(asked.go_on)
    assert asked.message.text() == "A PIN has 4 to 12 digits."
    assert stored(program, lambda store: people.waiting(store, people.of_person("lange"))) == 0


def test_the_lock_speaks_another_language_at_once(qtbot: QtBot, program: Program, page: CapturePage) -> None:
    program.lock.lock()
    program._scanned("AD26000001")
    program.window.speak("uk")
    asked = locked(program)
    assert asked.title.text() == "Заблоковано"
    # From here nobody gets to another show, whose people may have no PIN.
    assert "Нова виставка…" not in [one.text() for one in program.window.menu().actions()]
    assert asked.scans.text() == "1 сканування затримано. Його можна взяти після входу."
    assert "Керівниця стенда" in asked.people["lange"].accessibleDescription()


def test_a_late_event_of_the_closed_page_does_no_harm(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    program.window.go("leads")
    program.lock.lock()
    program.desk.place_wanted.emit("capture", "")
    assert locked(program).isVisible()
    click(locked(program).people["weber"])
    qtbot.waitUntil(page.isVisible)
    assert program.window.here() == "capture"
    QApplication.sendEvent(locked_page(program), QEvent(QEvent.Type.StyleChange))


def locked_page(program: Program) -> LockPage:
    assert program.lock.page is not None
    return program.lock.page


def test_three_hundred_people_with_long_names_fit_into_the_smallest_window(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    from dataclasses import replace

    from boothapp.domain.show import Staff

    with_pins(program, qtbot)
    program.desk.choose_staff("lange")
    show = program.desk.show
    assert show is not None
    many = tuple(Staff(f"p{n}", f"Olexandra-Victoria {n} " + "von Langenfeld " * 8) for n in range(300))
    program.desk.show = replace(show, staff=(*many, *show.staff))
    program.window.resize(960, 560)
    program.lock.lock()
    asked = locked(program)
    before = dict(asked.people)
    assert len(before) == 304
    qtbot.waitUntil(lambda: not asked.people["lange"].visibleRegion().isEmpty())
    assert asked.rect().contains(asked.forgot.mapTo(asked, asked.forgot.rect().bottomRight()))
    type_pin(qtbot, asked, MANAGER)
    qtbot.waitUntil(page.isVisible)
    program.lock.lock()
    assert asked.people == before


def test_a_show_without_staff_is_locked_and_opened_by_one_button(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    from dataclasses import replace

    assert program.desk.show is not None
    program.desk.show = replace(program.desk.show, staff=())
    program.lock.lock()
    asked = locked(program)
    assert not page.isVisible()
    assert asked.go_on.hasFocus()
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(page.isVisible)
