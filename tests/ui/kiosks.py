"""The kiosk in the real window for tests: begun, typed into, waited for."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boothapp.app import Program
from boothapp.domain.visitor import Visitor
from boothapp.ui.kiosk.entry import Entry
from boothapp.ui.kiosk.keeper import Kiosk
from boothapp.ui.kiosk.page import KioskPage
from boothapp.ui.kiosk.start import Start
from boothapp.ui.kiosk.thanks import Thanks
from boothapp.ui.lock.idle import Moment
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.pins import with_pins
from tests.ui.program import click, type_text

ANNA = Visitor(full_name="Anna Vogel", company="Vogel AG", emails=("anna@vogel.example",))


@pytest.fixture
def kiosk(qtbot: QtBot, program: Program, page: CapturePage) -> Iterator[Kiosk]:
    """The visitors have the window; somebody of the staff is in the middle of a conversation behind it."""
    with_pins(program, qtbot)
    program.desk.choose_staff("lange")
    made = program.kiosk
    made.whole_screen = False
    program.window.kiosk_wanted.emit()
    assert program.window.kept
    yield made
    program.window.kept = False


def shown(kiosk: Kiosk) -> KioskPage:
    assert kiosk.page is not None
    assert kiosk.page.isVisible()
    return kiosk.page


def entry(kiosk: Kiosk, language: str = "en") -> Entry:
    view = shown(kiosk).view()
    if isinstance(view, Start):
        click(view.tiles[language])
    view = shown(kiosk).view()
    assert isinstance(view, Entry)
    return view


def press(view: QWidget, keys: str) -> None:
    """A person's keys to whatever has the keyboard."""
    QTest.keySequence(QApplication.focusWidget() or view.window(), keys)


def fill(view: Entry, visitor: Visitor = ANNA) -> None:
    for field, text in (("full_name", visitor.name), ("company", visitor.company), ("emails", visitor.email)):
        view.person.fields[field].only().setFocus()
        type_text(text)


def thanks(qtbot: QtBot, kiosk: Kiosk) -> Thanks:
    view = shown(kiosk).view()
    assert isinstance(view, Thanks)
    qtbot.waitUntil(lambda: bool(view.number.text()))
    return view


def later(kiosk: Kiosk, seconds: float) -> None:
    at = kiosk.patience.clock()
    kiosk.patience.clock = lambda: Moment(at.steady + seconds, at.wall + seconds)
    kiosk.patience.look()
