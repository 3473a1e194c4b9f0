"""Leads with what was said of each: chips by kind above, a line a lead, a press anywhere opens it.

A few with buttons are rows; many are painted by lead_view."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from boothapp.ui import tokens
from boothapp.ui.widgets.buttons import IconButton
from boothapp.ui.widgets.card import Card, Scroll, column, emptied, row
from boothapp.ui.widgets.chips import ChipItem, Chips
from boothapp.ui.widgets.facts import value
from boothapp.ui.widgets.sign import Sign
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, plural, tr

OPEN = mark("Open the lead")
_NARROW = 560

One = TypeVar("One")


class LeadRow(QWidget):
    """One lead: sign, name, what it is known by and what was said; its buttons, the arrow that opens it."""

    def __init__(
        self, name: str, about: str, text: str, sign: tuple[str, str], buttons: Sequence[QWidget] = ()
    ) -> None:
        """`sign` is the icon and its colour role."""
        super().__init__()
        self.open_button = IconButton(OPEN, "chevron-right")
        self.open_button.setAccessibleName(f"{tr(OPEN)}: {name}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words, whole = column(1), row(12)
        self._head, self._middle, self._several = row(), row(12), len(buttons) > 1
        self._head.addWidget(_pressed_through(name, "", "strong", wraps=False))
        self._head.addWidget(_pressed_through(about, "muted", "label"), 1)
        words.addLayout(self._head)
        if text:
            words.addWidget(_pressed_through(text, "muted", "label"))
        whole.addWidget(Sign(*sign, 20), 0, Qt.AlignmentFlag.AlignTop)
        self._middle.addLayout(words, 1)
        if buttons:
            beside = row(12)
            for button in buttons:
                beside.addWidget(button)
            self._middle.addLayout(beside)
        whole.addLayout(self._middle, 1)
        whole.addWidget(self.open_button)
        whole.setContentsMargins(0, 6, 0, 6)
        self.setLayout(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the lead is known by, and several buttons, stand below where there is no room beside."""
        narrow, ways = event.size().width() < _NARROW, QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._head.setSpacing(0 if narrow else tokens.size("gap"))
        self._middle.setDirection(ways.TopToBottom if narrow and self._several else ways.LeftToRight)
        super().resizeEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press anywhere on the line opens the lead, as its button does."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.open_button.click()


class LeadKinds(Card):
    """A sentence and chips of kinds over leads. Emits opened(lead id)."""

    opened = Signal(str)

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        """`role` is that of the letters of its sentence."""
        super().__init__(parent=parent)
        self.summary, self.chips = Words("", role), Chips("", single=True)
        self.summary.setWordWrap(True)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.chips)

    def show_kinds(self, name: str, texts: Mapping[str, str], counts: Mapping[str, int]) -> None:
        """Chips of the kinds that are there; one kind alone needs none."""
        found = [ChipItem(kind, tr(text), counts[kind]) for kind, text in texts.items() if counts.get(kind)]
        self.chips.set_items(tr(name), found)
        self.chips.setVisible(len(found) > 1)

    def wanted(self, leads: Sequence[tuple[str, One]]) -> list[One]:
        """Those of the kind chosen, all where none is; `leads` are (kind, lead)."""
        chosen = self.chips.value()
        return [one for kind, one in leads if not chosen or kind in chosen]


class LeadList(LeadKinds):
    """A few leads as rows; whoever fills it calls `show_rows` too, when the chips change."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        """`role` is that of the letters of its sentence."""
        super().__init__(role, parent)
        self._inside: QVBoxLayout = column(0)
        self._inside.setContentsMargins(0, 0, 4, 0)
        inner = QWidget()
        inner.setLayout(self._inside)
        self.body.addWidget(Scroll(inner), 1)

    def show_rows(self, rows: Sequence[LeadRow], left: int) -> None:
        """Shows these, and how many are left."""
        emptied(self._inside)
        for line in rows:
            self._inside.addWidget(line)
        if left > 0:
            self._inside.addWidget(Words(plural("and {n} more", "and {n} more", left), "label", "muted"))
        self._inside.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)


def _pressed_through(text: str, tone: str, role: str, wraps: bool = True) -> QWidget:
    """A text whose press belongs to the line it stands in."""
    label = value(text, tone, role, wraps)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return label
