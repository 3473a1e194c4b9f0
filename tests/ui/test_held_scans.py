"""What is scanned while the window is locked: in the store at once, dropped only with a way back."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boothapp.actions import drafts, people
from boothapp.app import Program
from boothapp.paths import Home
from boothapp.store.database import open_store
from boothapp.ui.lock.held_scans import HeldScans
from boothapp.ui.lock.idle import Moment
from boothapp.ui.pages.capture.page import CapturePage
from tests.conftest import PASSPHRASE
from tests.ui.pins import locked
from tests.ui.program import CONTROL, burst, click, key, saved
from tests.ui.test_drafts import in_message, waiting

BEN = "MECARD:N:Boll,Ben;ORG:Werft Nord;EMAIL:ben@w.example;;"
CEM = "MECARD:N:Conte,Cem;ORG:Tyne;EMAIL:cem@t.example;;"


def names(program: Program) -> list[str]:
    return [one.draft.visitor.name for one in waiting(program)]


def held(program: Program) -> HeldScans:
    assert program.lock.held is not None
    return program.lock.held


def test_a_scan_at_the_lock_is_a_draft_after_the_window_was_closed(
    qtbot: QtBot, program: Program, page: CapturePage, home: Home
) -> None:
    program.lock.lock()
    qtbot.waitUntil(locked(program).isVisible)
    burst(BEN)
    qtbot.waitUntil(lambda: program.lock.held is not None)
    program.window.close()
    program.end()
    store = open_store(home, PASSPHRASE)
    [kept] = drafts.of_show(store, "ad26")
    store.close()
    assert (kept.draft.visitor.name, kept.draft.capture.raw) == ("Ben Boll", BEN.encode())


def test_scans_at_the_lock_wait_among_the_drafts_and_leave_the_bar_when_taken_up_there(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    program.lock.lock()
    for scan in (BEN, CEM.encode(), "AD26000001"):
        program._scanned(scan)
    assert names(program) == ["", "Cem Conte", "Ben Boll"]
    click(locked(program).people["weber"])
    qtbot.waitUntil(lambda: len(page.drafts.waiting) == 3)
    page.drafts.take_up(waiting(program)[1].draft.id)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Cem Conte")
    qtbot.waitUntil(lambda: held(program).said.text() == "2 scans came while the window was locked.")
    held(program).take_button.click()
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Ben Boll")
    assert [lead.visitor.name for lead in saved(program)] == ["Cem Conte"]
    assert [one.draft.visitor.name for one in waiting(program) if one.aside] == [""]


def test_scans_that_were_dropped_come_back(qtbot: QtBot, program: Program, page: CapturePage) -> None:
    program.lock.lock()
    program._scanned(BEN)
    program._scanned(CEM)
    click(locked(program).people["weber"])
    click(held(program).drop_button)
    in_message(program, qtbot, "2 scans are dropped.")
    assert (names(program), held(program).isVisible()) == ([], False)
    key(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(held(program).isVisible)
    assert names(program) == ["Cem Conte", "Ben Boll"]
    held(program).take_button.click()
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Ben Boll")


def test_a_private_document_at_the_lock_is_written_down_nowhere(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    program.lock.lock()
    program._scanned(
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
    )
    program._scanned(BEN)
    assert names(program) == ["Ben Boll"]
    assert len(held(program).scans) == 2


def test_whoever_scans_with_a_serial_scanner_is_at_the_laptop(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    program.tasks.change(lambda store: people.lock_after(store, 2))
    qtbot.waitUntil(lambda: program.desk.signed_in.roster.minutes == 2)
    at = [0.0]
    program.lock.idle.clock = lambda: Moment(at[0], at[0])
    program.lock.idle._touched = Moment(0, 0)
    for _ in range(9):
        at[0] += 20
        program.desk.scanner.received.emit(BEN.encode())
        program.lock.idle.look()
    assert program.lock.asks == ""
    at[0] += 121
    program.desk.scanner.received.emit(BEN.encode())
    assert program.lock.asks == "lock"
