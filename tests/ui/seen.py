"""What a person meets in a window: the stops of the Tab key and the names a screen reader says."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

kept: list[QWidget] = []


def show(qtbot: QtBot, widget: QWidget) -> None:
    """Shows a widget and waits until it has the keyboard."""
    kept.append(widget)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitActive(widget)
    assert QTest.qWaitForWindowActive(widget)


def name(widget: QWidget) -> str:
    """The name a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def tab_stops(window: QWidget, most: int = 60) -> list[QWidget]:
    """Every widget Tab visits, in order, until it comes round."""
    stops: list[QWidget] = []
    for _ in range(most):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        stop = QApplication.focusWidget()
        if stop is None or stop in stops:
            break
        stops.append(stop)
    return stops
