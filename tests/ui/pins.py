"""PINs at the stand for tests of the real window: set, typed at the lock, and a conversation under way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from boothapp.actions import people
from boothapp.app import Program
from boothapp.domain.changes import Changes
from boothapp.store.database import Store
from boothapp.ui.lock.page import LockPage
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.program import key, type_text

MANAGER, STAFF = "271828", "161803"
NO_GRAB = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def with_pins(program: Program, qtbot: QtBot) -> None:
    """A manager and an engineer have a PIN; nobody's holds."""

    def give(store: Store) -> Changes:
        people.set_pin(store, "lange", MANAGER, manager=True)
        return people.set_pin(store, "bondar", STAFF, manager=False, raised=True)

    program.tasks.change(give)
    qtbot.waitUntil(lambda: len(program.desk.signed_in.roster.pins) == 2)


def texts(widget: QWidget) -> str:
    """Everything that can be read in the window now."""
    shown = [one for one in widget.findChildren(QWidget) if one.isVisible()]
    said = [one.property("text") for one in shown if isinstance(one, QLabel | QAbstractButton)]
    return "\n".join(str(text) for text in [*said, *(str(one.property("text") or "") for one in shown)])


def locked(program: Program) -> LockPage:
    page = program.lock.page
    assert page is not None
    assert page.isVisible()
    return page


def type_pin(qtbot: QtBot, page: LockPage, pin: str) -> None:
    """A person's keys, then Enter."""
    qtbot.waitUntil(page.pad.field.hasFocus)
    for digit in pin:
        type_text(digit)
    key(Qt.Key.Key_Return)


def talk(page: CapturePage) -> object:
    """A conversation under way; what it says now."""
    page.talk.person.show_visitor(page.talk.person.visitor().updated(visitor()))
    page.talk.questions.rows["budget"].answers.choose("planned")
    page.talk.note.set_text("Wants two cells by May")
    page.think()
    return page.draft()


def visitor() -> object:
    from boothapp.domain.visitor import Visitor

    return Visitor(full_name="Oksana Gedz", company="Verf")


def assert_same(now: object, before: object, staff: str) -> None:
    from dataclasses import replace

    assert now == replace(before, staff=staff)  # type: ignore[type-var]
