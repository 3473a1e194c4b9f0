"""Nothing leads out of the kiosk but a PIN: no key, no scan, no close, no menu."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boothapp.app import ENDING, Program
from boothapp.ui import keys
from boothapp.ui.kiosk.entry import Entry
from boothapp.ui.kiosk.keeper import Kiosk
from boothapp.ui.kiosk.leaving import Leaving
from boothapp.ui.kiosk.patience import WAITS
from boothapp.ui.kiosk.start import Start
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.words import language
from tests.ui.kiosks import entry, fill, kiosk, later, press, shown
from tests.ui.pins import MANAGER, STAFF, assert_same, talk, texts, type_pin, with_pins
from tests.ui.program import burst, click, saved, type_text

__all__ = ["kiosk"]

EVERY_KEY = sorted({
    *(one for page in keys.PAGES.values() for act in page.values() for one in act.keys),
    *(one for table in (keys.INSIDE, keys.EVERYWHERE) for act in table.values() for one in act.keys),
    "Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "F10", "F11", "Alt+F4", "Alt+C", "Ctrl+Q", "Ctrl+W", "Ctrl+N",
    "Alt+Space", "Menu", "Backspace", "Alt+Left",
})  # fmt: skip


def test_without_a_pin_it_does_not_start_and_says_why(program: Program, page: CapturePage) -> None:
    program.window.kiosk_wanted.emit()
    assert not program.window.kept
    assert "Set a PIN first" in program.window.message.words.text()
    assert program.window.here() == "show"


def test_it_is_started_from_the_menu_but_not_from_the_lock(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    wanted = "Kiosk: visitors enter themselves"
    assert wanted in [one.text() for one in program.window.menu().actions()]
    program.lock.lock()
    assert wanted not in [one.text() for one in program.window.menu().actions()]


def test_nothing_but_the_visitors_page_is_to_be_seen(program: Program, kiosk: Kiosk) -> None:
    window = program.window
    for part in (window.rail, window.state, window.bars, *window.pages().values()):
        assert not part.isVisible()
    program.desk.say("A-0043 Ada Byron, cold, 2")
    assert "Ada" not in texts(window)
    assert not window.message.isVisible()


def test_the_whole_screen_is_taken_and_taken_again(qtbot: QtBot, program: Program, page: CapturePage) -> None:
    with_pins(program, qtbot)
    program.window.kiosk_wanted.emit()
    assert program.window.isFullScreen()
    program.window.showNormal()
    qtbot.waitUntil(program.window.isFullScreen)
    program.kiosk._leave("lange")
    assert not program.window.isFullScreen()
    assert program.window.rail.isVisible()


@pytest.mark.parametrize("where", ["start", "entry", "consent", "thanks", "leave"])
def test_no_key_leads_out(qtbot: QtBot, program: Program, kiosk: Kiosk, where: str) -> None:
    if where in ("entry", "consent", "thanks"):
        view = entry(kiosk)
        fill(view)
        if where != "entry":
            click(view.go_on)
        if where == "thanks":
            click(view.go_on)
    elif where == "leave":
        click(shown(kiosk).staff_button)
    for one in EVERY_KEY:
        if not (where == "leave" and one in ("Esc", "Space", "Return")):
            press(program.window, one)
        assert program.window.kept
        assert shown(kiosk).isVisible()
        assert QApplication.activePopupWidget() is None
        assert not program.window.rail.isVisible()
        assert program.lock.asks == ""
        assert program.window.stack.currentWidget() is kiosk.page


def test_closing_the_window_asks_for_the_pin_but_the_system_may_end_it(
    program: Program, kiosk: Kiosk, qapp: QApplication
) -> None:
    assert not program.window.close()
    assert isinstance(shown(kiosk).view(), Leaving)
    qapp.setProperty(ENDING, True)
    assert program.window.close()
    qapp.setProperty(ENDING, None)
    assert program.settings.get("geometry") == ""


def test_a_right_click_and_a_dropped_file_do_nothing(program: Program, kiosk: Kiosk) -> None:
    view = entry(kiosk)
    for part in (shown(kiosk), view, view.person.fields["full_name"].only()):
        menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), part.mapToGlobal(QPoint(5, 5)))
        QApplication.sendEvent(part, menu)
        assert QApplication.activePopupWidget() is None
    assert not any(one.acceptDrops() for one in view.findChildren(QWidget))


OTHERS = (
    "https://evil.example/?press=enter",
    "Hello world",
    "     ",
    "\t\t\t\t",
    "WIFI:T:WPA;S:stand;P:secret;;",
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
)


@pytest.mark.parametrize("focus", ["start", "tile", "go_on", "tick", "leave"])
def test_a_scan_of_anything_else_presses_no_button(
    qtbot: QtBot, program: Program, kiosk: Kiosk, focus: str
) -> None:
    if focus in ("go_on", "tick"):
        view = entry(kiosk)
        fill(view)
        click(view.go_on)
    elif focus == "leave":
        click(shown(kiosk).staff_button)
    before = shown(kiosk).view()
    for scan in OTHERS:
        if isinstance(before, Entry):
            (before.go_on if focus == "go_on" else before.consent.ticks["mail"]).setFocus()
        elif isinstance(before, Start):
            (before.tiles["de"] if focus == "tile" else before).setFocus()
        burst(scan)
        qtbot.waitUntil(lambda: not program.guard.holding())
        program.tasks.settle()
        QTest.qWait(30)
        assert shown(kiosk).view() is before, scan
        assert language() == "en"
        if isinstance(before, Entry):
            assert before.steps.currentIndex() == 1
            assert before.consent.given()["consents"] == ()
    assert saved(program) == []


def test_what_others_copied_is_not_pasted(program: Program, kiosk: Kiosk) -> None:
    QApplication.clipboard().setText("A-0042 Oksana Gedz")
    line = entry(kiosk).person.fields["full_name"].only()
    line.setFocus()
    press(line, "Ctrl+V")
    press(line, "Shift+Ins")
    QTest.mouseClick(line, Qt.MouseButton.MiddleButton)
    assert line.text() == ""
    type_text("Anna")
    line.selectAll()
    press(line, "Ctrl+C")
    press(line, "Ctrl+X")
    assert QApplication.clipboard().text() == "A-0042 Oksana Gedz"
    assert line.text() == "Anna"


def test_only_a_pin_takes_the_laptop_back_and_everything_is_as_before(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    program.desk.choose_staff("lange")
    before = talk(page)
    program.kiosk.whole_screen = False
    program.window.kiosk_wanted.emit()
    kiosk = program.kiosk
    entry(kiosk, "uk")
    click(shown(kiosk).staff_button)
    assert language() == "en"
    leaving = shown(kiosk).view()
    assert isinstance(leaving, Leaving)
    assert set(leaving.people) == {"lange", "bondar"}
    type_pin(qtbot, leaving, "0000")
    qtbot.waitUntil(lambda: "This is not the right one." in leaving.message.text())
    assert program.window.kept
    qtbot.waitUntil(leaving.go_on.isEnabled)
    type_pin(qtbot, leaving, MANAGER)
    qtbot.waitUntil(page.isVisible)
    assert not program.window.kept
    assert program.window.rail.isVisible()
    assert program.window.state.isVisible()
    assert_same(page.draft(), before, staff="lange")
    assert program.desk.staff == "lange"


def test_whoever_types_the_pin_is_signed_in(qtbot: QtBot, program: Program, kiosk: Kiosk) -> None:
    click(shown(kiosk).staff_button)
    leaving = shown(kiosk).view()
    assert isinstance(leaving, Leaving)
    qtbot.waitUntil(leaving.people["bondar"].isVisible)
    click(leaving.people["bondar"])
    type_pin(qtbot, leaving, STAFF)
    qtbot.waitUntil(lambda: not program.window.kept)
    assert program.desk.staff == "bondar"


def test_the_question_for_the_pin_goes_by_itself_and_by_cancel(program: Program, kiosk: Kiosk) -> None:
    click(shown(kiosk).staff_button)
    leaving = shown(kiosk).view()
    assert isinstance(leaving, Leaving)
    later(kiosk, WAITS)
    assert isinstance(shown(kiosk).view(), Start)
    click(shown(kiosk).staff_button)
    again = shown(kiosk).view()
    assert isinstance(again, Leaving)
    click(again.cancel)
    assert isinstance(shown(kiosk).view(), Start)


def test_the_idle_lock_leaves_the_visitors_alone(program: Program, kiosk: Kiosk) -> None:
    program.lock.idle.over.emit()
    program.desk.signed_in.lock_wanted.emit()
    assert program.lock.asks == ""
    assert isinstance(shown(kiosk).view(), Start)
