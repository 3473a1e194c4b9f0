"""A scan typed by a scanner while the keyboard is anywhere: it never answers, types or presses anything."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt, QThread, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from boothapp.ui import key_times
from boothapp.ui.scan_guard import GAP, STALL, ScanGuard
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


def waited(text: str, pace: int, begin: int = 1000) -> None:
    """Keys that were pressed at this pace in milliseconds, waited for a busy window and come all at once."""
    for place, letter in enumerate(text):
        code = KEY.Key_Return if letter == "\n" else KEY(ord(letter.upper()))
        for kind, later in ((QEvent.Type.KeyPress, 0), (QEvent.Type.KeyRelease, pace // 2)):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letter.replace("\n", "\r"))
            event.setTimestamp(begin + place * pace + later)
            QApplication.sendEvent(QApplication.focusWidget(), event)


@pytest.mark.parametrize("pace", [60, 110])
def test_a_persons_answers_after_a_stall_are_answers(stand: Stand, qtbot: QtBot, pace: int) -> None:
    stand.budget.answers.take_focus()
    waited("1213", pace)
    qtbot.waitUntil(lambda: stand.budget.answers.value() == "3")
    assert stand.scans == []


@pytest.mark.parametrize("pace", [60, 90])
def test_what_a_person_typed_in_a_stall_stands_in_the_field(stand: Stand, qtbot: QtBot, pace: int) -> None:
    stand.company.setFocus()
    waited("hall 3b of 12345\n", pace)
    qtbot.waitUntil(lambda: stand.company.text() == "hall 3b of 12345")
    assert stand.scans == []


def test_a_late_look_first_takes_the_keys_that_wait(stand: Stand, qtbot: QtBot) -> None:
    stand.budget.answers.take_focus()
    waited("ad2600", 4)
    # The window is busy for longer than any pause in a scan, and the rest of it waits.
    QThread.msleep(GAP + STALL + GAP)
    QTimer.singleShot(0, lambda: waited("0001\n", 4, 1024))
    qtbot.waitUntil(lambda: bool(stand.scans))
    assert stand.scans == ["ad26000001"]


def test_a_few_quick_digits_without_an_enter_are_answers(stand: Stand, qtbot: QtBot) -> None:
    stand.budget.answers.take_focus()
    burst("1213", end=False)
    qtbot.waitUntil(lambda: stand.budget.answers.value() == "3")
    burst("47110012", end=False)
    qtbot.waitUntil(lambda: stand.scans == ["47110012"])


def test_where_keys_are_stamped_late_a_stall_proves_nothing(
    qapp: QApplication, qtbot: QtBot, stand: Stand
) -> None:
    key_times.watch(stand, late=True)
    try:
        stand.budget.answers.take_focus()
        slept: list[None] = []
        QTimer.singleShot(20, lambda: slept.append(None))
        qtbot.waitUntil(lambda: bool(slept))

        def busy() -> None:
            waited("1", 2)
            QThread.msleep(400)
            waited("213\n", 2, 1400)

        QTimer.singleShot(20, busy)
        qtbot.waitUntil(lambda: stand.budget.answers.value() == "3")
        assert stand.scans == []

        def busy_amid_a_scan() -> None:
            waited("471", 2, 2000)
            QThread.msleep(100)
            waited("10012345678\n", 2, 2100)

        QTimer.singleShot(20, busy_amid_a_scan)
        qtbot.waitUntil(lambda: stand.scans == ["47110012345678"])
    finally:
        key_times.rest()


INTO_TEXT = [
    "12345^Jane^Doe^Tyne^jane@tyne.example",
    '{"id":"A77","name":"Bob Blum","email":"bob@blum.example"}',
    "FN:Carl;LN:Cox;CO:Cox Ltd;EM:carl@cox.example",
    "mailto:dora@dorn.example",
    "ABCDEFGHIJ",
]


@pytest.mark.parametrize("text", INTO_TEXT)
def test_a_scan_of_any_kind_into_a_field_is_a_scan(stand: Stand, qtbot: QtBot, text: str) -> None:
    stand.company.setFocus()
    burst(text)
    qtbot.waitUntil(lambda: bool(stand.scans))
    assert (stand.scans, stand.company.text()) == ([text], "")


@pytest.mark.parametrize(
    "text", ["jane@tyne.example\n", "Jane Doe, Tyne Fabrication, jane@tyne.example", "Zorya\n"]
)
def test_what_a_text_expander_types_stays_in_the_field(stand: Stand, qtbot: QtBot, text: str) -> None:
    stand.company.setFocus()
    burst(text, end=False)
    qtbot.waitUntil(lambda: stand.company.text() == text.strip())
    assert stand.scans == []


def test_a_quick_person_is_no_scanner_even_with_an_enter(stand: Stand, qtbot: QtBot) -> None:
    stand.company.setFocus()
    waited("ABCDEFGHIJ\n", 60)
    qtbot.waitUntil(lambda: stand.company.text() == "ABCDEFGHIJ")
    assert stand.scans == []
