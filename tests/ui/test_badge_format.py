"""The badge format on the Show page of the real program: badges in, a format kept, Capture reads by it."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boothapp.actions import shows
from boothapp.app import Program
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.pages.show.badge_format.panel import BadgeFormatPanel
from boothapp.ui.small_screen import SMALLEST
from tests.ui import seen
from tests.ui.program import CONTROL, burst, click, dropped, key, stored, type_text
from tests.ui.seen import beyond
from tests.unit.badge.photographs import picture_of

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


def start_with(qtbot: QtBot, panel: BadgeFormatPanel, *fields: str) -> None:
    """Three badges, of which only these fields were said and learnt."""
    for text in BADGES:
        said = dict(zip(FIELDS, text.split("^"), strict=True))
        panel.samples.add(text, {name: said[name] for name in fields})
    wait_for_lesson(qtbot, panel)


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
    assert [sample.text for sample in panel.samples.value()] == list(BADGES)
    assert panel.samples.cells[2]["company"].text() == "Ost KG"
    wait_for_lesson(qtbot, panel)
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
    text = QMimeData()
    text.setText(BADGES[1])
    panel.scanning.take(text)
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


def test_keep_takes_what_stands_on_the_page_even_at_once(
    qtbot: QtBot, program: Program, panel: BadgeFormatPanel
) -> None:
    start_with(qtbot, panel, "family_name")
    for at in range(3):
        say(panel, at)
    assert panel._pause.isActive()
    key(KEY.Key_Return, CONTROL)
    qtbot.waitUntil(panel.kept.isVisible)
    kept = stored(program, shows.current).badge
    assert kept is not None
    assert "part 3 is the given name" in panel.kept.words.text()


def test_what_nobody_saw_and_does_not_fit_is_not_kept(
    qtbot: QtBot, program: Program, panel: BadgeFormatPanel
) -> None:
    start_with(qtbot, panel, *FIELDS)
    cell = panel.samples.cells[2]["given_name"].input
    cell.setFocus()
    cell.selectAll()
    type_text("Peter")
    key(KEY.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: panel.message.text().startswith("Not kept yet"))
    assert stored(program, shows.current).badge is None
    key(KEY.Key_Return, CONTROL)
    qtbot.waitUntil(panel.kept.isVisible)


def test_pictures_of_badges_are_samples_and_others_are_refused_in_words(
    qtbot: QtBot, panel: BadgeFormatPanel, tmp_path: Path
) -> None:
    photograph = QImage.fromData(picture_of(BADGES[0]))
    QApplication.clipboard().setImage(photograph)
    click(panel.paste)
    qtbot.waitUntil(lambda: len(panel.samples.cells) == 1)
    assert panel.samples.value()[0].text == BADGES[0]
    file = tmp_path / "badge.png"
    file.write_bytes(picture_of(BADGES[1]))
    panel.scanning.take(dropped(file))
    assert panel.message.text() == "Looking at the picture…"
    qtbot.waitUntil(lambda: len(panel.samples.cells) == 2)
    assert panel.message.text() == ""
    empty = QImage(300, 200, QImage.Format.Format_RGB32)
    empty.fill(Qt.GlobalColor.white)
    panel.scanning.take_picture(empty)
    qtbot.waitUntil(lambda: "No code was found" in panel.message.text())
    assert len(panel.samples.cells) == 2


def test_the_keyboard_meets_the_badges_before_the_buttons_below(
    qtbot: QtBot, program: Program, panel: BadgeFormatPanel
) -> None:
    start_with(qtbot, panel, *FIELDS)
    panel.scan.setFocus()
    stops = seen.tab_stops(program.window)
    at = [stops.index(cells[name].input) for cells in panel.samples.cells for name in FIELDS]
    below = [stops.index(button) for button in (panel.proposal.again, panel.proposal.keep)]
    assert stops.index(panel.paste) < min(at)
    assert max(at) < below[0] < below[1]
    assert [seen.name(remover) for remover in panel.samples.removers] == [
        "Take badge 1 away", "Take badge 2 away", "Take badge 3 away",
    ]  # fmt: skip


def test_the_keyboard_stays_where_a_badge_was_taken_away(qtbot: QtBot, panel: BadgeFormatPanel) -> None:
    start_with(qtbot, panel, *FIELDS)
    panel.samples.removers[1].setFocus()
    key(KEY.Key_Return)
    assert QApplication.focusWidget() is panel.samples.removers[1]
    key(KEY.Key_Return)
    assert QApplication.focusWidget() is panel.samples.removers[0]
    key(KEY.Key_Return)
    assert QApplication.focusWidget() is panel.scan


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize(("width", "height"), [SMALLEST, (1024, 600), (1280, 700)])
def test_four_badges_and_every_button_fit_the_window(
    qtbot: QtBot, program: Program, panel: BadgeFormatPanel, language: str, width: int, height: int
) -> None:
    program.window.resize(width, height)
    program.window.speak(language)
    start_with(qtbot, panel, *FIELDS)
    panel.samples.add(BADGES[0], {"given_name": "Peter"})
    wait_for_lesson(qtbot, panel)
    qtbot.waitUntil(lambda: panel.proposal.doubts.text() != "")
    assert beyond(program.window, panel) == []
    assert panel.samples.width() <= panel.stack.width()
    for cells in panel.samples.cells:
        assert cells["company"].width() >= 110


def test_what_is_told_covers_nothing_of_the_panel(
    qtbot: QtBot, program: Program, panel: BadgeFormatPanel
) -> None:
    start_with(qtbot, panel, *FIELDS)
    click(panel.proposal.keep)
    message = program.window.message
    qtbot.waitUntil(message.isVisible)
    # It slides in from below.
    qtbot.waitUntil(lambda: not _where(program, message).intersects(_where(program, panel)))
    assert QRect(QPoint(), program.window.size()).contains(_where(program, message))


def _where(program: Program, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(program.window, QPoint()), widget.size())
