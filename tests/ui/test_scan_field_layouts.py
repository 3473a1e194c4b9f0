"""Scans on another layout into the real program: the form is filled, and the page says what was done."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boothapp.actions import attendees
from boothapp.app import Program
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.widgets.burst import Burst
from tests.ui.program import saved, type_text
from tests.ui.scan_target import CARD
from tests.ui.typing_scanner import MARKS, scan

SAID = "The keyboard is set to Ukrainian."


@pytest.mark.parametrize("where", ["the scan field", "a question", "the note"])
def test_a_card_typed_in_ukrainian_fills_the_form(page: CapturePage, qtbot: QtBot, where: str) -> None:
    if where == "a question":
        page.talk.questions.take_focus()
    elif where == "the note":
        page.talk.note.input.setFocus(Qt.FocusReason.OtherFocusReason)
    scan(CARD, "ua")
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Gedz")
    visitor = page.talk.person.visitor()
    assert (visitor.given_name, visitor.emails) == ("Oksana", ("o.gedz@verf.example",))
    assert (page.scan.text(), page.talk.note.text()) == ("", "")
    assert page.talk.notice.text().startswith(SAID)


def test_a_ukrainian_name_stays_a_name(page: CapturePage, qtbot: QtBot, program: Program) -> None:
    type_text("Оксана Ґедзь")
    scan("\n", suffix=())
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Оксана Ґедзь")


def test_a_scan_after_a_typed_name_on_a_ukrainian_keyboard(
    page: CapturePage, qtbot: QtBot, program: Program
) -> None:
    type_text("Іван")
    scan("MECARD:N:Doe,Jane;;", "ua")
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")
    page.save()
    assert [lead.visitor.name for lead in saved(program)] == ["Іван", "Jane Doe"]


def test_with_marks_a_scan_leaves_a_typed_name_to_its_visitor(
    page: CapturePage, qtbot: QtBot, program: Program
) -> None:
    program.settings.choose("scanner_prefix", "F9")
    program.settings.choose("scanner_suffix", "F10")
    program.desk.scanner.changed.emit()
    type_text("Іван")
    assert QApplication.focusWidget() is page.scan
    scan(CARD, "ua", prefix=("F9",), suffix=("F10",))
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Gedz")
    page.save()
    assert [lead.visitor.name for lead in saved(program)] == ["Іван", "Oksana Gedz"]


IDS = "Id;Name\nAB-4711;Anna Bee\n"


# On a Turkish keyboard it comes as ab*4711, which the list knows as well.
@pytest.mark.parametrize("keyboard", ["ua", "ru", "de", "fr"])
@pytest.mark.parametrize("where", ["the scan field", "a question"])
def test_an_id_of_the_list_is_known_on_any_keyboard(
    page: CapturePage, qtbot: QtBot, program: Program, tmp_path: Path, where: str, keyboard: str
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(IDS, "utf-8")
    run = program.tasks.in_store
    attendees.take_in(run, attendees.look(run, file))
    if where == "a question":
        page.talk.questions.take_focus()
    scan("ab-4711", keyboard)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Anna Bee")
    assert page.draft().capture.badge_id == "ab-4711"


def test_an_id_without_evidence_stays_and_a_card_before_it_is_evidence(
    page: CapturePage, qtbot: QtBot, program: Program
) -> None:
    scan("ab-4711", "ua")
    qtbot.waitUntil(lambda: page.draft().capture.badge_id == "фи-4711")
    assert "ab-4711" in page.talk.notice.text()
    scan("MECARD:N:Doe,Jane;;", "ua")
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")
    scan("ab-4712", "ua")
    qtbot.waitUntil(lambda: page.draft().capture.badge_id == "ab-4712")
    assert page.draft().capture.raw == "фи-4712".encode()


ANYTHING = ["A1;B2;", "NW-26;104417;Gedz", "Sales_team|x", "#4711"]


@pytest.mark.parametrize("where", ["capture", "badge format"])
def test_a_taught_scanner_is_understood_whatever_it_says(
    page: CapturePage, qtbot: QtBot, program: Program, where: str
) -> None:
    from boothapp.badge.calibration import written
    from boothapp.badge.layouts import LAYOUTS

    for name, value in (("layout", written(LAYOUTS[0])), ("prefix", "F9"), ("suffix", "F10")):
        program.settings.choose(f"scanner_{name}", value)
    program.desk.scanner.changed.emit()
    came: list[str] = []
    if where == "capture":
        page.scanning.read.connect(lambda reading: came.append(reading.text))
        page.save_button.setFocus()
    else:
        panel = program.window.go("show").open_part("badge_format")
        panel.scanning.read.connect(lambda reading: came.append(reading.text))
        panel.paste.setFocus()
    for text in ANYTHING:
        scan(text, "ua", prefix=("F9",), suffix=("F10",))
    qtbot.waitUntil(lambda: len(came) == len(ANYTHING))
    assert came == ANYTHING


@pytest.mark.parametrize("keyboard", ["de", "fr"])
def test_dead_keys_of_a_scanner_lose_no_sign_in_the_scan_field(
    page: CapturePage, qtbot: QtBot, keyboard: str
) -> None:
    scan("MECARD:N:Doe,Jane;TEL:+441915550123;URL:https://x.example/?a=b&c=[d];;", keyboard)
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")
    visitor = page.talk.person.visitor()
    assert visitor.phones[0].e164 == "+441915550123"
    assert visitor.website == "https://x.example/?a=b&c=[d]"


@pytest.mark.parametrize(("pace", "sign"), [(2, "\u0301"), (80, "")])
def test_only_a_scanners_dead_key_is_kept_from_being_composed(qtbot: QtBot, pace: int, sign: str) -> None:
    burst, dead = Burst(), MARKS["\u0301"]
    for at in range(5):
        event = QKeyEvent(QEvent.Type.KeyPress, dead, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(1000 + at * pace)
        said = burst.dead_sign(event)
    assert said == sign
    qtbot.waitUntil(lambda: not burst.on)
