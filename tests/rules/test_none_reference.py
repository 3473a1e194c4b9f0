"""PySide6 6.12.0 loses a reference to None at every void call on Python 3.10 and 3.11, then aborts."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QProgressBar
from pytestqt.qtbot import QtBot

CALLS = 300
immortal = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on: its references are not counted"
)


def lost(call: Callable[[], None]) -> int:
    """References to None lost by CALLS calls."""
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(None)


@immortal
def test_void_calls_keep_their_reference_to_none(qtbot: QtBot) -> None:
    field, bar = QLineEdit(), QProgressBar()
    qtbot.addWidget(field)
    qtbot.addWidget(bar)
    calls: dict[str, Callable[[], None]] = {
        "setText": lambda: field.setText("Hanna"),
        "setValue": lambda: bar.setValue(7),
        "show": field.show,
        "processEvents": QApplication.processEvents,
    }
    # A few may come and go by themselves; the fault loses one at each call.
    assert {name: lost(call) for name, call in calls.items() if abs(lost(call)) > CALLS // 10} == {}
