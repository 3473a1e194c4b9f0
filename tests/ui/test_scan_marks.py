"""A scan into a dialog, a list or a menu, on any layout: exact, and nothing there is touched."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QMenu,
)
from pytestqt.qtbot import QtBot

from boothapp.badge import wedge
from boothapp.badge.calibration import CODE, teach
from boothapp.paths import Home
from boothapp.settings import Settings
from boothapp.ui.scan_guard import ScanGuard
from boothapp.ui.scanner import Arrival, Scanner
from tests.ui import seen
from tests.ui.scan_target import CARD, LAYOUTS, MARKS, UNTOUCHED, Question
from tests.ui.typing_scanner import named, press, scan

WHERE = [*(("line", keyboard) for keyboard in LAYOUTS), ("combo", "ua"), ("button", "ua"), ("combo", "fr")]


class Till:
    """The guard with a scanner set up in a home of its own, and what it delivered."""

    def __init__(self, home: Home) -> None:
        self.scanner = Scanner(Settings(home))
        self.scans: list[str] = []
        self.arrived: list[Arrival] = []
        self.scanner.arrived.connect(self.arrived.append)
        self.guard = ScanGuard(self.scans.append, None, self.scanner)
        self.guard.watch()

    def learn(self, kind: str, question: Question, qtbot: QtBot, keyboard: str = "us") -> None:
        """Scans the set-up code, as the test page would."""
        question.button.setFocus()
        prefix, suffix = MARKS[kind]
        scan(CODE, keyboard, prefix=prefix, suffix=suffix)
        qtbot.waitUntil(lambda: bool(self.arrived))
        self.scanner.learn(teach(self.arrived.pop().strokes))
        self.scans.clear()


@pytest.fixture
def till(qapp: QApplication, home: Home) -> Iterator[Till]:
    made = Till(home)
    yield made
    made.guard.rest()


@pytest.fixture
def question(qtbot: QtBot, till: Till) -> Question:
    made = Question()
    seen.show(qtbot, made)
    return made


def lines(text: str) -> list[str]:
    return wedge.meant(text).text.split("\n") if "\r" not in text else wedge.meant(text).text.split("\r\n")


@pytest.mark.parametrize(("place", "keyboard"), WHERE)
@pytest.mark.parametrize("kind", MARKS)
def test_a_card_into_a_dialog_arrives_exact_and_touches_nothing(
    till: Till, question: Question, qtbot: QtBot, kind: str, place: str, keyboard: str
) -> None:
    if kind != "pace":
        till.learn(kind, question, qtbot)
    before = question.state()
    getattr(question, place).setFocus()
    prefix, suffix = MARKS[kind]
    scan(CARD, keyboard, prefix=prefix, suffix=suffix)
    qtbot.waitUntil(lambda: bool(till.scans))
    assert [lines(text) for text in till.scans] == [CARD.split("\n")]
    assert question.state() == before
    assert not till.guard.holding()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("kind", MARKS)
def test_a_scan_into_an_open_list_or_menu_chooses_nothing(
    till: Till, question: Question, qtbot: QtBot, kind: str
) -> None:
    if kind != "pace":
        till.learn(kind, question, qtbot)
    prefix, suffix = MARKS[kind]
    question.combo.showPopup()
    scan(CARD, "ua", prefix=prefix, suffix=suffix)
    qtbot.waitUntil(lambda: len(till.scans) == 1)
    question.combo.hidePopup()
    chosen: list[str] = []
    menu = QMenu(question)
    for name in ("Undo", "Бюджет", "1"):
        menu.addAction(name, lambda name=name: chosen.append(name))
    menu.popup(question.pos())
    scan(CARD, "us", prefix=prefix, suffix=suffix)
    qtbot.waitUntil(lambda: len(till.scans) == 2)
    menu.close()
    assert ([lines(text) for text in till.scans], chosen) == ([CARD.split("\n")] * 2, [])
    assert question.combo.currentText() == "Cold"


def test_a_scan_goes_on_when_a_dialog_opens(till: Till, question: Question, qtbot: QtBot) -> None:
    till.learn("F-keys", question, qtbot)
    question.button.setFocus()
    scan("AD2600", prefix=("F9",), suffix=())
    other = Question()
    seen.show(qtbot, other)
    scan("0001", suffix=("F10",))
    qtbot.waitUntil(lambda: bool(till.scans))
    assert (till.scans, other.state()) == (["AD26000001"], UNTOUCHED)


def test_a_lost_suffix_keeps_what_came_and_frees_the_keyboard(
    till: Till, question: Question, qtbot: QtBot
) -> None:
    till.learn("F-keys", question, qtbot)
    question.line.setFocus()
    scan("AD26000001", prefix=("F9",), suffix=())
    assert till.guard.holding()
    qtbot.waitUntil(lambda: till.scans == ["AD26000001"])
    assert not till.arrived[-1].whole
    press(named("x"))
    qtbot.waitUntil(lambda: question.line.text() == "Zoryax")


def test_half_a_prefix_is_a_persons_key(till: Till, question: Question, qtbot: QtBot) -> None:
    question.button.setFocus()
    scan(CODE, prefix=("~", "~"))
    qtbot.waitUntil(lambda: bool(till.arrived))
    till.scanner.learn(teach(till.arrived.pop().strokes))
    till.scans.clear()
    question.line.setFocus()
    press(named("~"))
    qtbot.waitUntil(lambda: question.line.text() == "Zorya~")
    press(named("~"))
    press(named("b"))
    qtbot.waitUntil(lambda: question.line.text() == "Zorya~~b")
    scan("AD26000001", prefix=("~", "~"))
    qtbot.waitUntil(lambda: till.scans == ["AD26000001"])
    assert question.line.text() == "Zorya~~b"


def test_a_key_that_is_held_down_is_not_part_of_a_scan(till: Till, question: Question, qtbot: QtBot) -> None:
    till.learn("F-keys", question, qtbot)
    question.line.setFocus()
    scan("AD26", prefix=("F9",), suffix=())
    again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a", True)
    QApplication.sendEvent(question.line, again)
    scan("0001", suffix=("F10",))
    qtbot.waitUntil(lambda: till.scans == ["AD260001"])
    assert question.line.text() == "Zorya"


def test_the_release_of_a_scanned_key_presses_nothing(till: Till, question: Question, qtbot: QtBot) -> None:
    question.button.setFocus()
    for sign in "AD 26000001":
        press(named(sign))
    QTest.keyPress(question.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(till.scans))
    releases: list[QEvent] = []
    question.button.installEventFilter(Ear(releases))
    QTest.keyRelease(question.button, Qt.Key.Key_Space)
    assert (question.presses, releases) == (0, [])


class Ear(Question):
    """Hears the releases that come to a widget."""

    def __init__(self, heard: list[QEvent]) -> None:
        super().__init__()
        seen.kept.append(self)
        self.heard = heard

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease:
            self.heard.append(event)
        return False


def test_a_letter_of_a_dead_key_stays_in_its_place(till: Till, question: Question, qtbot: QtBot) -> None:
    question.line.setFocus()
    scan("MECARD:N:Doe,Jane;NOTE:a", "de", suffix=())
    composed = QInputMethodEvent()
    composed.setCommitString("É")
    QApplication.sendEvent(question.line, composed)
    scan("1;;", "de")
    qtbot.waitUntil(lambda: bool(till.scans))
    assert wedge.meant(till.scans[0]).text == "MECARD:N:Doe,Jane;NOTE:a=E1;;"
    assert question.line.text() == "Zorya"


def test_an_f_key_after_a_scan_that_nobody_has_taught_breaks_nothing(
    till: Till, question: Question, qtbot: QtBot
) -> None:
    question.combo.setFocus()
    scan("AD26000001", prefix=("F9",), suffix=("F10",))
    qtbot.waitUntil(lambda: till.scans == ["AD26000001"])
    assert [stroke.name for stroke in till.arrived[0].strokes][:2] == ["F9", "A"]
    assert till.arrived[0].strokes[-1].name == "F10"
    assert question.state() == UNTOUCHED


def test_what_was_taught_is_kept_for_the_next_start(
    till: Till, question: Question, qtbot: QtBot, home: Home
) -> None:
    till.learn("STX, ETX", question, qtbot, "ua")
    again = Scanner(Settings(home))
    assert (again.prefix, again.suffix) == (("Ctrl+B",), ("Ctrl+C",))
    assert again.layout is not None
    assert again.layout.key == "ua"
    again.forget()
    assert (again.prefix, again.suffix, again.layout, again.is_taught()) == ((), (), None, False)
