"""The badge format on the Show page of the real program: badges in, a format kept, Capture reads by it."""

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boothapp.actions import shows
from boothapp.app import Program
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.pages.show.badge_format.panel import BadgeFormatPanel
from tests.ui import seen
from tests.ui.program import CONTROL, burst, click, key, stored, type_text

KEY = Qt.Key
BADGES = ("1001^Kovalenko^Anna^Acme GmbH", "1002^Meyer^Jan^Nord AG", "1003^Li^Wei^Ost KG")
FIELDS = ("badge_id", "family_name", "given_name", "company")
OTHER = "2077^Petrenko^Ivan^Werft"


@pytest.fixture
def panel(qtbot: QtBot, program: Program, page: CapturePage) -> BadgeFormatPanel:
    made = open_panel(program)
    qtbot.waitUntil(made.scan.hasFocus)
    return made


def open_panel(program: Program) -> BadgeFormatPanel:
    there: Any = program.window.go("show")
    made = there.open_part("badge_format")
    assert isinstance(made, BadgeFormatPanel)
    return made


def say(panel: BadgeFormatPanel, at: int) -> None:
    for name, text in zip(FIELDS, BADGES[at].split("^"), strict=True):
        panel.samples.cells[at][name].input.setFocus()
        panel.samples.cells[at][name].input.selectAll()
        type_text(text)


def show_badges(qtbot: QtBot, panel: BadgeFormatPanel, count: int = 3) -> None:
    for at in range(count):
        panel.scan.setFocus()
        burst(BADGES[at])
        qtbot.waitUntil(lambda at=at: len(panel.samples.cells) == at + 1)
        say(panel, at)
        wait_for_lesson(qtbot, panel)


def wait_for_lesson(qtbot: QtBot, panel: BadgeFormatPanel) -> None:
    samples = len(panel.samples.cells)
    qtbot.waitUntil(lambda: not panel._pause.isActive() and _outcomes(panel) == samples)


def _outcomes(panel: BadgeFormatPanel) -> int:
    best = panel.proposal.proposal
    return len(best.outcomes) if best else 0


def test_three_badges_are_learnt_kept_and_read_on_capture(
    qtbot: QtBot, program: Program, page: CapturePage, panel: BadgeFormatPanel
) -> None:
    show_badges(qtbot, panel)
    assert panel.proposal.words.text().startswith("Parts are divided by ^. Part 1 is the badge id")
    key(KEY.Key_Return, CONTROL)
    qtbot.waitUntil(panel.kept.isVisible)
    kept = stored(program, shows.current).badge
    assert kept is not None
    assert kept.delimiter == "^"
    program.window.go("capture")
    qtbot.waitUntil(page.scan.hasFocus)
    burst(OTHER)
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Petrenko")
    assert page.talk.person.visitor().company == "Werft"
    assert page.draft().capture.format == "profile"


def test_from_the_second_badge_on_the_fields_are_filled_in(qtbot: QtBot, panel: BadgeFormatPanel) -> None:
    show_badges(qtbot, panel, 1)
    panel.scan.setFocus()
    burst(BADGES[1])
    qtbot.waitUntil(lambda: len(panel.samples.cells) == 2)
    assert [panel.samples.cells[1][name].text() for name in FIELDS] == BADGES[1].split("^")


def test_keeping_can_be_undone_and_a_kept_format_forgotten(
    qtbot: QtBot, program: Program, panel: BadgeFormatPanel
) -> None:
    show_badges(qtbot, panel)
    click(panel.proposal.keep)
    qtbot.waitUntil(panel.kept.isVisible)
    click(program.window.message.undo_button)
    qtbot.waitUntil(lambda: not panel.kept.isVisible())
    assert stored(program, shows.current).badge is None
    show_badges(qtbot, panel)
    click(panel.proposal.keep)
    qtbot.waitUntil(panel.kept.isVisible)
    click(panel.kept.forget)
    qtbot.waitUntil(lambda: not panel.kept.isVisible())
    assert stored(program, shows.current).badge is None
    assert panel.stack.currentWidget() is panel.empty


def test_a_wrong_word_is_marked_where_it_stands(qtbot: QtBot, panel: BadgeFormatPanel) -> None:
    show_badges(qtbot, panel)
    cell = panel.samples.cells[2]["given_name"]
    cell.input.setFocus()
    cell.input.selectAll()
    type_text("Peter")
    qtbot.waitUntil(lambda: cell.message.text() == "Comes out as Wei")
    assert "Badge 3: Given name comes out as Wei, not as Peter." in panel.proposal.doubts.text()


def test_a_scan_is_a_sample_wherever_the_keyboard_is(
    qtbot: QtBot, program: Program, panel: BadgeFormatPanel
) -> None:
    panel.paste.setFocus()
    burst(BADGES[0])
    qtbot.waitUntil(lambda: len(panel.samples.cells) == 1)
    assert program.window.here() == "show"
    assert QApplication.focusWidget() is panel.scan
    show: Any = program.window.pages()["show"]
    show.open_part("scanner")
    program.window.go("capture")
    burst(BADGES[1])
    qtbot.waitUntil(lambda: program.window.here() == "capture")
    assert len(panel.samples.cells) == 1


def test_badges_are_pasted_and_dropped(qtbot: QtBot, panel: BadgeFormatPanel) -> None:
    QApplication.clipboard().setText(BADGES[0])
    click(panel.paste)
    qtbot.waitUntil(lambda: len(panel.samples.cells) == 1)
    dropped = QMimeData()
    dropped.setText(BADGES[1])
    panel.scanning.take(dropped)
    qtbot.waitUntil(lambda: len(panel.samples.cells) == 2)
    click(panel.samples.removers[0])
    assert [sample.text for sample in panel.samples.value()] == [BADGES[1]]


def test_more_badges_than_needed_are_refused(qtbot: QtBot, panel: BadgeFormatPanel) -> None:
    for number in range(4):
        panel.take_scan(f"{number}^A^B")
        qtbot.waitUntil(lambda number=number: len(panel.samples.cells) == number + 1)
    panel.take_scan("5^A^B")
    qtbot.waitUntil(lambda: "enough" in panel.message.text())
    assert len(panel.samples.cells) == 4


def test_more_fields_and_another_language_lose_nothing(
    qtbot: QtBot, program: Program, panel: BadgeFormatPanel
) -> None:
    show_badges(qtbot, panel, 1)
    click(panel.samples.more)
    panel.samples.cells[0]["note"].input.setFocus()
    type_text("VIP")
    program.window.speak("uk")
    assert panel.samples.cells[0]["note"].text() == "VIP"
    assert panel.samples.cells[0]["company"].text() == "Acme GmbH"
    assert panel.proposal.words.text().startswith("Частини розділяє ^. Частина 1 — номер бейджа")
    qtbot.waitUntil(lambda: "Вивчено лише з 1 бейджа" in panel.proposal.doubts.text())


def test_the_keyboard_goes_down_a_badge_and_every_stop_has_a_name(
    qtbot: QtBot, program: Program, panel: BadgeFormatPanel
) -> None:
    show_badges(qtbot, panel, 2)
    panel.samples.cells[0]["badge_id"].input.setFocus()
    key(KEY.Key_Tab)
    assert QApplication.focusWidget() is panel.samples.cells[0]["given_name"].input
    key(KEY.Key_Escape)
    assert QApplication.focusWidget() is panel.scan
    assert [stop for stop in seen.tab_stops(program.window) if not seen.name(stop)] == []
