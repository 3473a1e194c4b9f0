"""The real program on a home of its own, for tests: made, led through the door, closed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boothapp.actions import leads as lead_actions
from boothapp.app import Program
from boothapp.domain.lead import Lead
from boothapp.paths import Home
from boothapp.store import lists
from boothapp.store.database import Store
from boothapp.store.lists import Query
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.scan_guard import ScanGuard
from tests import prepared
from tests.conftest import PASSPHRASE
from tests.ui import seen

CONTROL = Qt.KeyboardModifier.ControlModifier
CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ґедзь;Оксана\r\nFN:Оксана Ґедзь\r\nORG:Чорноморська верф\r\n"
    "TITLE:Головна інженерка\r\nEMAIL:o.gedz@verf.example\r\nTEL:+380 44 555 01 23\r\n"
    "ADR:;;;Одеса;;;Україна\r\nEND:VCARD\r\n"
)


def with_demo_show(home: Home) -> None:
    """A store with the demo show and no leads."""
    prepared.with_demo(home, PASSPHRASE).close()


def start(qtbot: QtBot, home: Home) -> Program:
    """The program with its window shown, at the door."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    program = Program(application, home)
    program.window.resize(1280, 700)
    seen.show(qtbot, program.window)
    return program


def enter(qtbot: QtBot, program: Program) -> CapturePage:
    """Through the door to the capture page."""
    program.begin()
    qtbot.waitUntil(lambda: program.window.pages() != {})
    page = program.window.pages()["capture"]
    assert isinstance(page, CapturePage)
    qtbot.waitUntil(lambda: page.scan.hasFocus() and program.guard.watching)
    return page


def stored(program: Program, fn: Callable[[Store], Any]) -> Any:
    """What the store says, after everything begun before."""
    return program.tasks.in_store(fn)


def key(which: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key of a person to whatever has the keyboard."""
    QTest.keyClick(QApplication.focusWidget(), which, modifier)
    _let_through()


def type_text(text: str) -> None:
    """Letters of any alphabet to whatever has the keyboard; QTest's own are ASCII only."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(QApplication.focusWidget(), event)
    _let_through()


def burst(text: str, end: bool = True) -> None:
    """Types as a scanner does, with Shift and Enter, wherever the keyboard is."""
    for letter in text:
        if letter.isupper() or letter in ":;@":
            QTest.keyPress(QApplication.focusWidget(), Qt.Key.Key_Shift)
        if letter == "\n":
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        else:
            QTest.keyClick(QApplication.focusWidget(), letter)
        if letter.isupper() or letter in ":;@":
            QTest.keyRelease(QApplication.focusWidget(), Qt.Key.Key_Shift)
    if end:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def _let_through() -> None:
    """A person's next key comes long after the guard has given this one on."""
    guards = [guard for window in QApplication.topLevelWidgets() for guard in window.findChildren(ScanGuard)]
    while any(guard.holding() for guard in guards):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def saved(program: Program) -> list[Lead]:
    """Every lead of the store, the first saved first."""
    lines = stored(program, lambda store: lists.page(store, Query()))
    ids = [line.id for line in reversed(lines)]
    return [stored(program, lambda store, id=id: lead_actions.find(store, id)) for id in ids]


def pictures(program: Program, lead: Lead) -> list[bytes]:
    """The pictures kept with a lead."""
    whole = stored(program, lambda store: lead_actions.whole(store, lead.id))
    return [picture.data for picture in whole.pictures]


def dropped(*files: Path) -> QMimeData:
    """What comes with files that are dropped or pasted."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def click(widget: QWidget) -> None:
    """A mouse click in the middle."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(widget.width() // 2, widget.height() // 2))
