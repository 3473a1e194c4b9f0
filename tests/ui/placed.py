"""Whether parts of a window stand on each other, and whether each that takes the keyboard can be reached."""

from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from boothapp.ui import reading_order
from boothapp.ui.widgets.message_line import MessageLine
from boothapp.ui.widgets.overlay import Overlay
from tests.ui.texts import Said

_PARTS = (QLabel, QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox)
# These lie over a page on purpose, and go again.
_OVER = (MessageLine, Overlay)
_EDGE = 1


def overlapping(window: QWidget) -> list[Said]:
    """Texts, buttons and fields that stand on another one."""
    there = [(part, seen(window, part)) for part in window.findChildren(QWidget) if _stands(part)]
    found = []
    for (one, place), (other, beside) in combinations(there, 2):
        both = place.intersected(beside)
        if min(both.width(), both.height()) > _EDGE and _layer(one) is _layer(other):
            found.append(Said(type(one).__name__, f"stands on {_words(other)}", _words(one)))
    return found


def unreached(window: QWidget) -> list[Said]:
    """What takes the keyboard by Tab and can't be seen then, however the window is scrolled."""
    found = []
    for stop in reading_order.stops(window):
        stop.setFocus()
        reading_order.bring_into_view(stop)
        shown, most = seen(window, stop), window.size()
        wide, high = min(stop.width(), most.width() // 2), min(stop.height(), most.height() // 2)
        if shown.width() < wide - _EDGE or shown.height() < high - _EDGE:
            found.append(
                Said(type(stop).__name__, f"seen {shown.getRect()} of {stop.size().toTuple()}", _words(stop))
            )
    return found


def _stands(part: QWidget) -> bool:
    if not isinstance(part, _PARTS) or not part.isVisible():
        return False
    parent = part.parentWidget()
    while parent is not None:
        if isinstance(parent, _PARTS):
            return False
        parent = parent.parentWidget()
    return bool(part.property("text") or not isinstance(part, QLabel))


def _layer(part: QWidget) -> QWidget | None:
    parent = part.parentWidget()
    while parent is not None and not isinstance(parent, _OVER):
        parent = parent.parentWidget()
    return parent


def seen(window: QWidget, part: QWidget) -> QRect:
    """The place of a part in its window, as far as what scrolls it shows it."""
    place = QRect(part.mapTo(window, QPoint()), part.size())
    parent = part.parentWidget()
    while parent is not None and parent is not window:
        place = place.intersected(QRect(parent.mapTo(window, QPoint()), parent.size()))
        parent = parent.parentWidget()
    return place.intersected(window.rect())


def _words(part: QWidget) -> str:
    return part.accessibleName() or str(part.property("text") or part.geometry())
