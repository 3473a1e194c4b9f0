"""Test your scanner: what arrives is shown, the set-up code teaches, nothing becomes a lead."""

import os
import pty
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from boothapp import words
from boothapp.actions import badges
from boothapp.app import Program
from boothapp.badge.calibration import CODE
from boothapp.badge.serial_line import Framing, LineState
from boothapp.paths import Home
from boothapp.settings import Settings
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.pages.show.page import ShowPage
from boothapp.ui.pages.show.parts import PARTS
from boothapp.ui.pages.show.scanner.panel import FORGOTTEN, LEARNT, ScannerPanel
from boothapp.ui.scanner import Scanner
from boothapp.ui.small_screen import SMALLEST
from boothapp.ui.widgets.facts import Facts
from boothapp.ui.window import Place
from tests.ui import seen
from tests.ui.program import click, saved
from tests.ui.typing_scanner import scan

CARD = "BEGIN:VCARD\nVERSION:3.0\nN:Doe;Jane\nORG:Tyne Fabrication\nEMAIL:jane@tyne.example\nEND:VCARD"
ALONE = tuple(part for part in PARTS if part.key == "scanner")


@pytest.fixture
def panel(program: Program, page: CapturePage, qtbot: QtBot) -> ScannerPanel:
    """The panel alone on the Show page of the real program."""
    window, desk = program.window, program.desk
    window._places["show"] = Place("show", "Show", "store", lambda parent: ShowPage(desk, ALONE, parent))
    shown = window.go("show")
    assert isinstance(shown, ShowPage)
    made = shown.panels["scanner"]
    assert isinstance(made, ScannerPanel)
    made.teaching.print_button.setFocus()
    return made


def texts(panel: ScannerPanel) -> str:
    """Everything the result says."""
    labels = [label for facts in panel.result.findChildren(Facts) for label in facts.children()]
    return "\n".join(label.text() for label in labels if hasattr(label, "text")).replace("\u200b", "")


def test_a_card_shows_how_it_came_and_what_it_says(
    panel: ScannerPanel, qtbot: QtBot, program: Program
) -> None:
    scan(CARD, "ua")
    qtbot.waitUntil(lambda: panel.reading is not None)
    said = texts(panel)
    for part in (
        "ИУПШТЖМСФКВ‹Return›",
        "BEGIN:VCARD",
        "Jane",
        "Tyne Fabrication",
        "vCard",
        "Ukrainian",
        "ms a key",
    ):
        assert part in said, said
    assert (program.window.here(), saved(program)) == ("show", [])


def test_the_set_up_code_teaches_and_is_forgotten(
    panel: ScannerPanel, qtbot: QtBot, program: Program, home: Home
) -> None:
    scanner = program.desk.scanner
    scan(CODE, "ua", prefix=("F9",), suffix=("F10",))
    qtbot.waitUntil(scanner.is_taught)
    kept = Scanner(Settings(home))
    assert (kept.prefix, kept.suffix, kept.layout) == (("F9",), ("F10",), scanner.layout)
    assert panel.teaching.message.text().startswith("Learnt")
    panel.teaching.save_button.setFocus()
    scan("AD26000001", "ua", prefix=("F9",), suffix=("F10",))
    qtbot.waitUntil(lambda: panel.reading is not None)
    assert panel.reading is not None
    assert panel.reading[1].badge_id == "AD26000001"
    click(panel.teaching.forget_button)
    assert not scanner.is_taught()
    assert panel.teaching.forget_button.isHidden()


def test_a_code_with_signs_missing_is_said_and_changes_nothing(
    panel: ScannerPanel, qtbot: QtBot, program: Program
) -> None:
    scan(CODE.replace("k ", ""), "us")
    qtbot.waitUntil(lambda: "93 of 94" in panel.teaching.message.text())
    assert not program.desk.scanner.is_taught()


def test_a_lost_suffix_is_said(panel: ScannerPanel, qtbot: QtBot, program: Program) -> None:
    program.settings.choose("scanner_prefix", "F9")
    program.settings.choose("scanner_suffix", "F10")
    program.desk.scanner.changed.emit()
    scan("AD26000001", prefix=("F9",), suffix=())
    qtbot.waitUntil(lambda: panel.reading is not None)
    assert "did not come" in texts(panel)


def test_the_sheet_is_saved_as_pdf(panel: ScannerPanel, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    panel.ask_file = lambda proposed: str(file)
    click(panel.teaching.save_button)
    qtbot.waitUntil(lambda: "sheet.pdf" in panel.teaching.message.text())
    assert file.read_bytes().startswith(b"%PDF")


def test_a_serial_scan_is_shown_and_reaches_capture(
    panel: ScannerPanel, qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    master, slave = pty.openpty()
    port = os.ttyname(slave)
    program.desk.scanner.use_port(port, Framing.GAP)
    panel.connection.retranslate()
    qtbot.waitUntil(lambda: program.desk.scanner.line_state is LineState.READY)
    assert panel.connection.state.text() == "The scanner is connected."
    os.write(master, "MECARD:N:Ґедзь,Оксана;;\r\n".encode())
    qtbot.waitUntil(lambda: panel.reading is not None)
    assert "Ґедзь" in texts(panel)
    assert "serial port" in texts(panel)
    program.window.go("capture")
    os.write(master, "MECARD:N:Ґедзь,Оксана;;\r\n".encode())
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Ґедзь")
    program.desk.scanner.use_port("", Framing.GAP)
    assert program.desk.scanner.line_state is None
    os.close(master)
    os.close(slave)


def test_everything_is_reached_by_keyboard_and_named(panel: ScannerPanel, program: Program) -> None:
    program.settings.choose("scanner_layout", "ua")
    program.desk.scanner.changed.emit()
    stops = seen.tab_stops(program.window)
    wanted = (*panel.findChildren(type(panel.teaching.print_button)), panel.connection.how)
    assert [seen.name(one) for one in wanted if one.isVisible() and one not in stops] == []
    assert all(seen.name(one) for one in wanted if one.isVisible())


def test_it_speaks_another_language(panel: ScannerPanel, qtbot: QtBot, program: Program) -> None:
    scan(CARD)
    qtbot.waitUntil(lambda: panel.reading is not None)
    program.window.speak("uk")
    assert words.tr("Came by") in texts(panel)


def test_the_set_up_code_itself_is_no_badge(panel: ScannerPanel, qtbot: QtBot, program: Program) -> None:
    scan(CODE)
    qtbot.waitUntil(program.desk.scanner.is_taught)
    assert panel.reading is None
    assert saved(program) == []


def test_the_newest_scan_stays_though_an_older_one_is_read_later(
    panel: ScannerPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, scan_as_ever = Event(), badges.scan

    def slow(text: str, *rest: Any, **more: Any) -> Any:
        if "First" in text:
            go_on.wait(10)
        return scan_as_ever(text, *rest, **more)

    monkeypatch.setattr(badges, "scan", slow)
    panel.take_scan("MECARD:N:First,A;;")
    assert panel.state.text() == "Reading what came…"
    panel.take_scan("MECARD:N:Second,B;;")
    qtbot.waitUntil(lambda: "Second" in texts(panel))
    assert panel.state.text() == "Nothing is saved from here"
    go_on.set()
    panel._desk.tasks.settle()
    done: list[bool] = []
    panel._desk.tasks.read(lambda: True, done.append)
    panel._desk.tasks.read(lambda: True, done.append)
    qtbot.waitUntil(lambda: len(done) == 2)
    assert "Second" in texts(panel)
    assert "First" not in texts(panel)


def test_a_scan_waits_for_no_printer_and_no_network(panel: ScannerPanel, qtbot: QtBot) -> None:
    go_on = Event()
    for _ in range(2):
        panel._desk.tasks.beside(lambda: go_on.wait(10))
    try:
        panel.take_scan("MECARD:N:Doe,Jane;;")
        qtbot.waitUntil(lambda: "Jane" in texts(panel), timeout=4000)
    finally:
        go_on.set()


def test_a_text_without_keys_does_not_show_those_of_the_scan_before(
    panel: ScannerPanel, qtbot: QtBot
) -> None:
    scan("AD26000001", "ua")
    qtbot.waitUntil(lambda: panel.reading is not None)
    panel.take_scan("MECARD:N:Doe,Jane;;")
    qtbot.waitUntil(lambda: "Jane" in texts(panel))
    assert panel.reading is not None
    assert panel.reading[0].strokes == ()


def test_what_the_set_up_code_said_is_said_in_the_language_spoken_now(
    panel: ScannerPanel, qtbot: QtBot, program: Program
) -> None:
    scan(CODE.replace("k ", ""), "us")
    qtbot.waitUntil(lambda: "93 of 94" in panel.teaching.message.text())
    program.window.speak("uk")
    assert "93" in panel.teaching.message.text()
    assert "signs" not in panel.teaching.message.text()
    scan(CODE, "ua")
    qtbot.waitUntil(program.desk.scanner.is_taught)
    assert panel.teaching.message.text().startswith(words.tr(LEARNT))
    program.window.speak("en")
    assert panel.teaching.message.text().startswith("Learnt. Now scan")
    click(panel.teaching.forget_button)
    program.window.speak("uk")
    assert panel.teaching.message.text() == words.tr(FORGOTTEN)


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize(("width", "height"), [SMALLEST, (1024, 600), (1280, 700)])
def test_everything_fits_the_window(
    panel: ScannerPanel, qtbot: QtBot, program: Program, language: str, width: int, height: int
) -> None:
    program.window.resize(width, height)
    program.window.speak(language)
    scan(CARD, "ua")
    qtbot.waitUntil(lambda: panel.reading is not None)
    program.desk.tasks.settle()
    assert seen.beyond(program.window, panel) == []
    assert seen.beyond(program.window, panel.result) == []
