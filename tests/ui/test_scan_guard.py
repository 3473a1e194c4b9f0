"""A scan typed by a scanner while the keyboard is anywhere: it never answers, types or presses anything."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from boothapp.ui.scan_guard import ScanGuard
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.choice import Choice
from boothapp.ui.widgets.field import Field
from boothapp.ui.widgets.scan_field import ScanField
from boothapp.ui.widgets.segments import AnswerRow, Option
from tests.ui.program import burst
from tests.ui.seen import show

KEY = Qt.Key


class Stand(QWidget):
    """A page with one of each thing that a scan could hit."""

    def __init__(self) -> None:
        super().__init__()
        self.scan, self.company = ScanField(), Field("Company")
        self.budget = AnswerRow("Budget", [Option(str(n), f"Answer {n}") for n in (1, 2, 3)])
        self.save = Button("Save")
        self.scans: list[str] = []
        self.saved: list[bool] = []
        layout = column()
        self.owner = Choice("Owner", [("a", "Ann"), ("m", "Mira"), ("d", "Dan")])
        for part in (self.scan, self.company, self.budget, self.owner, self.save):
            layout.addWidget(part)
        self.setLayout(layout)
        self.save.clicked.connect(lambda: self.saved.append(True))


@pytest.fixture
def stand(qtbot: QtBot, qapp: QApplication) -> Iterator[Stand]:
    made = Stand()
    guard = ScanGuard(made.scans.append)
    guard.watch()
    show(qtbot, made)
    yield made
    guard.rest()


def test_a_scan_in_a_row_of_answers_answers_nothing(stand: Stand, qtbot: QtBot) -> None:
    stand.budget.answers.take_focus()
    burst("123123")
    qtbot.waitUntil(lambda: bool(stand.scans))
    assert stand.scans == ["123123"]
    assert stand.budget.answers.value() == ""


def test_a_scan_on_a_button_presses_nothing(stand: Stand, qtbot: QtBot) -> None:
    stand.save.setFocus()
    burst("N:Gedz, Oksana;")
    qtbot.waitUntil(lambda: bool(stand.scans))
    assert stand.scans == ["N:Gedz, Oksana;"]
    assert stand.saved == []


def test_a_scan_in_a_field_leaves_its_text_alone(stand: Stand, qtbot: QtBot) -> None:
    stand.company.set_text("Zorya")
    stand.company.setFocus()
    burst("https://badge.example/A1")
    qtbot.waitUntil(lambda: bool(stand.scans))
    assert stand.company.text() == "Zorya"


def test_a_persons_digit_answers(stand: Stand, qtbot: QtBot) -> None:
    stand.budget.answers.take_focus()
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_2)
    qtbot.waitUntil(lambda: stand.budget.answers.value() == "2")
    assert stand.scans == []


def test_a_persons_letters_and_space_arrive(stand: Stand, qtbot: QtBot) -> None:
    stand.company.setFocus()
    for letter in "Zor":
        QTest.keyClicks(stand.company.input, letter)
    qtbot.waitUntil(lambda: stand.company.text() == "Zor")
    stand.save.setFocus()
    QTest.keyClick(stand.save, KEY.Key_Space)
    qtbot.waitUntil(lambda: bool(stand.saved))


def test_a_key_that_types_nothing_lets_the_held_ones_go_first(stand: Stand) -> None:
    stand.company.setFocus()
    QTest.keyClicks(stand.company.input, "Zo")
    QTest.keyClick(stand.company.input, KEY.Key_Backspace)
    assert stand.company.text() == "Z"


def test_the_scan_field_itself_is_left_alone(stand: Stand) -> None:
    stand.scan.setFocus()
    heard: list[str] = []
    stand.scan.scanned.connect(heard.append)
    burst("MECARD:N:Gedz;;")
    assert heard == ["MECARD:N:Gedz;;"]
    assert stand.scans == []


JANE, OTTO = "MECARD:N:Doe,Jane;;", "MECARD:N:Kranz,Otto;;"


@pytest.mark.parametrize("where", ["budget", "owner", "save", "company"])
def test_a_scan_with_shift_changes_nothing_where_it_falls(stand: Stand, qtbot: QtBot, where: str) -> None:
    before = stand.owner.value()
    place = getattr(stand, where)
    place.answers.take_focus() if where == "budget" else place.setFocus()
    burst("MECARD:N:Doe,Jane;TEL:+441915550123;;")
    qtbot.waitUntil(lambda: bool(stand.scans))
    assert stand.scans == ["MECARD:N:Doe,Jane;TEL:+441915550123;;"]
    assert (stand.budget.answers.value(), stand.owner.value(), stand.company.text()) == ("", before, "")
    assert stand.saved == []


def test_two_badges_held_together_are_two_scans(stand: Stand, qtbot: QtBot) -> None:
    stand.budget.answers.take_focus()
    burst(JANE)
    burst(OTTO)
    qtbot.waitUntil(lambda: bool(stand.scans))
    assert stand.scans == [JANE, OTTO]


def test_a_card_of_many_lines_is_one_scan(stand: Stand, qtbot: QtBot) -> None:
    lines = ("BEGIN:VCARD", "VERSION:3.0", "N:Doe;Jane", "END:VCARD")
    stand.save.setFocus()
    for line in lines:
        burst(line)
    burst("AD26000001")
    qtbot.waitUntil(lambda: bool(stand.scans))
    assert stand.scans == ["\r\n".join(lines), "AD26000001"]


def test_the_keyboard_moves_in_the_middle_of_a_scan(stand: Stand, qtbot: QtBot) -> None:
    stand.budget.answers.take_focus()
    burst(JANE[:9], end=False)
    stand.scan.setFocus()
    burst(JANE[9:])
    qtbot.waitUntil(lambda: bool(stand.scans))
    assert (stand.scans, stand.scan.text()) == ([JANE], "")


def test_a_quick_typist_is_believed_in_a_field(stand: Stand, qtbot: QtBot) -> None:
    stand.company.setFocus()
    burst("Tyne Fabrication 2", end=False)
    qtbot.waitUntil(lambda: stand.company.text() == "Tyne Fabrication 2")
    QTest.keyPress(stand.company.input, KEY.Key_Shift)
    QTest.keyClick(stand.company.input, "A")
    QTest.keyClick(stand.company.input, KEY.Key_Backspace)
    assert stand.company.text() == "Tyne Fabrication 2"
    assert stand.scans == []


def test_a_passphrase_is_nobodys_scan(stand: Stand) -> None:
    stand.company.input.setEchoMode(QLineEdit.EchoMode.Password)
    stand.company.setFocus()
    burst("tide42")
    assert (stand.company.text(), stand.scans) == ("tide42", [])


def test_a_sign_typed_with_altgr_on_windows_is_part_of_the_scan(stand: Stand, qtbot: QtBot) -> None:
    stand.save.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    for sign in "jane@tyne.example":
        modifier = both if sign == "@" else Qt.KeyboardModifier.NoModifier
        key = KEY.Key_Q if sign == "@" else KEY(ord(sign.upper()))
        QTest.sendKeyEvent(QTest.KeyAction.Click, stand.save, key, sign, modifier)
    burst("")
    qtbot.waitUntil(lambda: bool(stand.scans))
    assert (stand.scans, stand.saved) == (["jane@tyne.example"], [])


def test_a_persons_last_key_before_a_scan_stays_in_its_field(stand: Stand, qtbot: QtBot) -> None:
    stand.company.set_text("Zory")
    stand.company.setFocus()
    stand.company.input.end(False)
    burst("aMECARD:N:Doe,Jane;;")
    qtbot.waitUntil(lambda: bool(stand.scans))
    assert (stand.scans, stand.company.text()) == (["MECARD:N:Doe,Jane;;"], "Zorya")
