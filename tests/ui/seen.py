"""What a person meets in a window: the stops of the Tab key and the names a screen reader says."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

kept: list[QWidget] = []


def show(qtbot: QtBot, widget: QWidget) -> None:
    """Shows a widget and waits until it has the keyboard."""
    kept.append(widget)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitActive(widget)
    assert QTest.qWaitForWindowActive(widget)


def forget_closed() -> None:
    """Deletes what was closed before; each part of it would take every new look and style sheet too."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


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


def beyond(window: QWidget, part: QWidget) -> list[str]:
    """The texts and buttons of a part that are too narrow for what they say, or out of the part at a side.

    A part that scrolls may go on below, but nothing may be wider than its place.
    """
    room = QRect(part.mapTo(window, QPoint()), part.size())
    cut = []
    for one in part.findChildren(QWidget):
        inside = isinstance(one.parentWidget(), QLineEdit)
        if inside or not isinstance(one, QAbstractButton | QLabel) or not one.isVisible():
            continue
        place = QRect(one.mapTo(window, QPoint()), one.size())
        outside = place.left() < room.left() or place.right() > min(room.right(), window.width())
        wraps = isinstance(one, QLabel) and one.wordWrap()
        if outside or (not wraps and one.width() < one.sizeHint().width()):
            cut.append(name(one) or one.property("text"))
    return cut
