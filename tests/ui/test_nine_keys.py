"""A complete, qualified, consented lead from a scan takes at most nine keys, or at most eight taps.

The numbers are those of the Keystroke-Level Model in the product's facts: four answers, two interests, one
consent, and the save, which is Ctrl and Enter. They are counted where the system hands a person's events to
the window, so that whatever the page asks for in between counts too, and a tap lands on what is seen there.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boothapp.app import Program
from boothapp.domain.lead import Lead
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.program import burst, saved
from tests.ui.typing_scanner import scan

MOST_KEYS, MOST_TAPS = 9, 8
BADGE = "MECARD:N:Byron,Ada;ORG:Analytical Engines;EMAIL:ada@engine.example;TEL:+442079460123;;"
NEXT_BADGE = "MECARD:N:Doe,Jane;EMAIL:jane@tyne.example;;"
ANSWERS = {"budget": "approved", "authority": "decides", "need": "clear", "timing": "quarter"}
INTERESTS, CONSENT = ("arm", "vision"), "mail"
KEY, NONE, CONTROL = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
COMPLETE = {
    "name": "Ada Byron",
    "company": "Analytical Engines",
    "email": "ada@engine.example",
    "phone": "+442079460123",
    "answers": {question: (option,) for question, option in ANSWERS.items()},
    "interests": INTERESTS,
    "allowed": (CONSENT,),
    "rating": ("hot", 11),
    "visits": 1,
    "flags": (),
}


class Counter(QObject):
    """Counts the keys and taps of a person, Ctrl and the like too, as they reach the window."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = self.taps = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What goes on from there to the parts inside, or comes again from the guard, is the same key. Of a
        # key that is a shortcut only the question whether it is one ever comes: Qt asks it once of each key.
        if watched.isWindowType():
            self.keys += event.type() == QEvent.Type.ShortcutOverride
            self.taps += event.type() == QEvent.Type.MouseButtonPress
        return False


class Person:
    """At the keyboard or the touch screen of the window."""

    def __init__(self, program: Program, page: CapturePage, qtbot: QtBot) -> None:
        self._program, self.page, self._qtbot = program, page, qtbot
        self._screen: Any = program.window.windowHandle()

    def scans(self) -> None:
        """The badge is in the form, and the first question waits."""
        burst(BADGE)
        budget = self.page.talk.questions.rows["budget"].answers
        self._qtbot.waitUntil(lambda: budget.focus_index() == 0)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """One key, once it is known that it is no scanner's."""
        QTest.keyClick(self._screen, key, modifier)
        while self._program.guard.holding():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def tap(self, part: QWidget) -> None:
        """One tap in the middle of a part, on whatever is there."""
        place = part.mapTo(self._program.window, part.rect().center())
        QTest.mouseClick(self._screen, Qt.MouseButton.LeftButton, NONE, place)

    def saved(self) -> Lead:
        """The one lead there is; nothing asks, and the next badge goes into a form of its own."""
        assert QApplication.activeModalWidget() is None
        assert QApplication.activePopupWidget() is None
        assert self.page.scan.hasFocus()
        [lead] = saved(self._program)
        burst(NEXT_BADGE)
        self._qtbot.waitUntil(lambda: self.page.talk.person.visitor().family_name == "Doe")
        assert (self.page.talk.answers(), self.page.consents.value()) == ({}, ())
        return lead


@pytest.fixture
def person(program: Program, page: CapturePage, qtbot: QtBot) -> Person:
    return Person(program, page, qtbot)


@pytest.fixture
def counter(person: Person, qapp: QApplication) -> Iterator[Counter]:
    """Counts from after the scan: the trigger is pulled once on either way."""
    person.scans()
    made = Counter()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def whole(lead: Lead) -> dict[str, object]:
    """What makes it complete."""
    return {
        "name": lead.visitor.name,
        "company": lead.visitor.company,
        "email": lead.visitor.email,
        "phone": lead.visitor.phones[0].e164,
        "answers": dict(lead.basis.answers),
        "interests": lead.interests,
        "allowed": lead.allowed,
        "rating": (lead.rating.level, lead.rating.points),
        "visits": len(lead.visits),
        "flags": lead.flags,
    }


def test_every_key_and_tap_is_counted_once(person: Person, counter: Counter) -> None:
    person.press(KEY.Key_3)
    assert counter.keys == 1
    person.press(KEY.Key_Tab)
    person.press(KEY.Key_Escape)
    assert counter.keys == 3
    person.press(KEY.Key_M, CONTROL)
    assert (counter.keys, counter.taps) == (5, 0)
    person.tap(person.page.talk.note)
    assert (counter.keys, counter.taps) == (5, 1)


def test_a_scan_that_begins_with_the_key_of_a_consent_ticks_nothing(person: Person, counter: Counter) -> None:
    page = person.page
    page.talk.questions.take_focus()
    scan("AD26000007", prefix=("F2",))
    assert page.consents.value() == ()
    person.press(KEY.Key_F2)
    assert page.consents.value() == (CONSENT,)


def test_a_complete_lead_takes_at_most_nine_keys(person: Person, counter: Counter) -> None:
    for digit in (KEY.Key_1, KEY.Key_1, KEY.Key_2, KEY.Key_1):
        person.press(digit)
    for digit in (KEY.Key_1, KEY.Key_3):
        person.press(digit)
    person.press(KEY.Key_F2)
    person.press(KEY.Key_Return, CONTROL)
    assert whole(person.saved()) == COMPLETE
    assert (counter.keys, counter.taps) == (MOST_KEYS, 0)


def test_a_complete_lead_takes_at_most_eight_taps(person: Person, counter: Counter) -> None:
    page = person.page
    for question, option in ANSWERS.items():
        segments = page.talk.questions.rows[question].answers.findChildren(QWidget)
        person.tap(next(part for part in segments if part.option.key == option))
    for chip in page.talk.interests.findChildren(QWidget):
        if chip.item.key in INTERESTS:
            person.tap(chip)
    person.tap(page.consents.ticks[CONSENT])
    person.tap(page.save_button)
    assert whole(person.saved()) == COMPLETE
    assert (counter.keys, counter.taps) == (0, MOST_TAPS)
