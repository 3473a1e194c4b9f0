"""The key of a consent may be a scanner's first: when keys were pressed tells, not when they were taken."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt, QThread, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boothapp.app import Program
from boothapp.ui import key_times
from boothapp.ui.pages.capture.page import CapturePage

KEY, NONE = Qt.Key, Qt.KeyboardModifier.NoModifier
BUSY = 120
"""Milliseconds without a look at the keyboard: longer than a scanner takes from key to key."""


def tick(program: Program) -> int:
    """Presses F2 at the window; gives its own time in milliseconds."""
    window: Any = program.window.windowHandle()
    QTest.keyClick(window, KEY.Key_F2)
    return round(key_times.last() * 1000)


def next_key(which: Qt.Key, at: int) -> None:
    """The first that the window hears of a key that was pressed at this millisecond."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, which, NONE)
    event.setTimestamp(at)
    QApplication.sendEvent(QApplication.focusWidget(), event)


@pytest.mark.parametrize("key", [KEY.Key_1, KEY.Key_F3])
def test_a_persons_next_key_that_waited_for_a_busy_window_leaves_the_tick(
    program: Program, page: CapturePage, key: Qt.Key
) -> None:
    pressed = tick(program)
    next_key(key, pressed + 300)
    assert page.consents.value() == ("mail",)


def test_a_scanners_next_key_takes_the_tick_back_however_busy_the_window(
    program: Program, page: CapturePage
) -> None:
    pressed = tick(program)
    assert page.consents.value() == ("mail",)
    QThread.msleep(BUSY)
    next_key(KEY.Key_A, pressed + 10)
    assert page.consents.value() == ()


def test_where_keys_are_stamped_late_no_consent_stands_that_a_scanner_may_have_given(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    found: list[tuple[str, ...]] = []

    def busy() -> None:
        pressed = tick(program)
        QThread.msleep(BUSY)
        next_key(KEY.Key_A, pressed + BUSY)
        found.append(page.consents.value())

    key_times.watch(page, late=True)
    try:
        # The window sleeps and wakes before it is busy.
        QTimer.singleShot(20, lambda: QTimer.singleShot(20, busy))
        qtbot.waitUntil(lambda: bool(found))
        assert found == [()]
    finally:
        key_times.rest()
