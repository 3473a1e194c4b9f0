"""Every text a window shows or says, as Qt holds it and as it is painted, and whether it has room."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)

DOTS = "…"
_WRAPS = Qt.TextFlag.TextWordWrap.value
_NO_END = 100_000.0


@dataclass(frozen=True)
class Said:
    """One text: who says it, in which way, and what."""

    who: str
    way: str
    text: str


@dataclass(frozen=True)
class Painted:
    """One text as it was painted: the room given to it, Qt's flags and the face."""

    text: str
    room: QRectF
    flags: int
    face: QFont

    def fits(self) -> bool:
        """Whether all of it stands inside its room; a point of letters' own side bearing is let through."""
        measure = QFontMetricsF(self.face)
        if not self.flags & _WRAPS:
            return measure.horizontalAdvance(self.text) <= self.room.width() + 1
        endless = QRectF(0, 0, self.room.width(), _NO_END)
        needed = measure.boundingRect(endless, self.flags & _WRAPS, self.text)
        return needed.height() <= self.room.height() + 1 and needed.width() <= self.room.width() + 1


def said(window: QWidget) -> list[Said]:
    """Every text of every part that can be seen, with tooltips and what a screen reader says."""
    parts = [window, *(part for part in window.findChildren(QWidget) if part.isVisible())]
    return [Said(type(part).__name__, way, text) for part in parts for way, text in _texts(part) if text]


def of_actions(who: str, actions: list[QAction]) -> list[Said]:
    """The texts of a menu."""
    return [Said(who, "action", action.text()) for action in actions if action.text()]


def _texts(part: QWidget) -> Iterator[tuple[str, str]]:
    yield "tooltip", part.toolTip()
    yield "name", part.accessibleName()
    yield "description", part.accessibleDescription()
    if isinstance(part, QLabel | QAbstractButton):
        yield "text", part.text()
    if isinstance(part, QLineEdit | QPlainTextEdit):
        yield "placeholder", part.placeholderText()
    if isinstance(part, QComboBox):
        yield from (("item", part.itemText(at)) for at in range(part.count()))
    yield from (("action", action.text()) for action in part.actions())


@contextmanager
def painted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Painted]]:
    """Notes every text that our own controls paint meanwhile."""
    notes: list[Painted] = []
    paint = QPainter.drawText

    def note(painter: QPainter, *what: Any) -> Any:
        area, rest = what[0], what[1:]
        text = next((part for part in rest if isinstance(part, str)), "")
        flags = rest[0] if rest and not isinstance(rest[0], str) else 0
        if text and hasattr(area, "width"):
            notes.append(Painted(text, QRectF(area), _number(flags), QFont(painter.font())))
        return paint(painter, *what)

    with monkeypatch.context() as patch:
        patch.setattr(QPainter, "drawText", note)
        yield notes


def _number(flags: Any) -> int:
    return int(getattr(flags, "value", flags))


def cramped(window: QWidget) -> list[Said]:
    """The texts that Qt itself paints and that lack room: labels, and the hints in empty fields."""
    parts = [part for part in window.findChildren(QWidget) if part.isVisible()]
    return [said for part in parts if (said := _cramped(part))]


def _cramped(part: QWidget) -> Said | None:
    if isinstance(part, QLabel) and part.text() and not _is_rich(part):
        room, measure = QRectF(part.contentsRect()), QFontMetricsF(part.font())
        return None if _has_room(part.text(), room, part.wordWrap(), measure) else _as_text(part, part.text())
    if isinstance(part, QLineEdit) and part.placeholderText() and not part.text():
        room = QRectF(_inside(part))
        whole = _has_room(part.placeholderText(), room, False, QFontMetricsF(part.font()))
        return None if whole else _as_text(part, part.placeholderText())
    return None


def _inside(line: QLineEdit) -> QRect:
    """Where a line's text stands: inside its frame, the signs beside it and two points of Qt's own."""
    frame = QStyleOptionFrame()
    line.initStyleOption(frame)
    contents = QStyle.SubElement.SE_LineEditContents
    inside = line.style().subElementRect(contents, frame, line).marginsRemoved(line.textMargins())
    return inside.adjusted(2, 0, -2, 0)


def _has_room(text: str, room: QRectF, wraps: bool, measure: QFontMetricsF) -> bool:
    if not wraps:
        return max(map(measure.horizontalAdvance, text.split("\n"))) <= room.width() + 1
    needed = measure.boundingRect(QRectF(0, 0, room.width(), _NO_END), _WRAPS, text)
    return needed.width() <= room.width() + 1 and needed.height() <= room.height() + 2


def _as_text(part: QWidget, text: str) -> Said:
    return Said(type(part).__name__, "cut off", text)


def _is_rich(label: QLabel) -> bool:
    return label.textFormat() == Qt.TextFormat.RichText or "<" in label.text()


def outside(window: QWidget) -> list[Said]:
    """The parts that stand out of the window, or at the side out of what scrolls them."""
    parts = [part for part in window.findChildren(QWidget) if part.isVisible() and not part.isWindow()]
    return [Said(type(part).__name__, "outside", _words(part)) for part in parts if _is_outside(window, part)]


def _is_outside(window: QWidget, part: QWidget) -> bool:
    parent = part.parentWidget()
    while parent is not None and parent is not window and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    frame = parent.viewport() if isinstance(parent, QScrollArea) else window
    if not frame.isAncestorOf(part):
        return False
    at = part.mapTo(frame, part.rect().topLeft())
    beside = at.x() < 0 or at.x() + part.width() > frame.width()
    below = frame is window and (at.y() < 0 or at.y() + part.height() > frame.height())
    return beside or below


def _words(part: QWidget) -> str:
    return part.accessibleName() or str(part.property("text") or part.geometry())
