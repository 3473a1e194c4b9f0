"""Where the parts of the capture page stand: two columns that scroll alone, scan field above, foot below."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from boothapp.ui import tokens
from boothapp.ui.widgets.card import Scroll, column, row
from boothapp.ui.widgets.foot import Foot
from boothapp.ui.widgets.scan_field import ScanField
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark

_BETWEEN = 16


class Side(Scroll):
    """A column that scrolls alone; its bar comes out of the margin, so that no field moves."""

    def __init__(self, parent: QWidget, left: int, right: int) -> None:
        self.inner = QWidget()
        super().__init__(self.inner, parent)
        self._left, self._right, self.parts = left, right, column(8)
        self.inner.setLayout(self.parts)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.verticalScrollBar().rangeChanged.connect(lambda _least, most: self._make_room(most > 0))
        self._make_room(False)

    def _make_room(self, bar: bool) -> None:
        taken = self.verticalScrollBar().sizeHint().width() if bar else 0
        self.parts.setContentsMargins(self._left, 0, max(self._right - taken, 0), 2)


def talk_side(page: QWidget) -> Side:
    """The conversation's side."""
    return Side(page, tokens.size("page"), _BETWEEN)


def thought_side(page: QWidget) -> Side:
    """The side of what the app thinks."""
    return Side(page, 0, tokens.size("page"))


def lay_out(page: QWidget, top: QHBoxLayout, left: Side, right: Side, foot: Foot) -> None:
    """Everything in its place, the foot always in sight."""
    right.parts.addStretch(1)
    sides, whole = row(0), column(0)
    sides.addWidget(left, 2)
    sides.addWidget(right, 1)
    whole.addLayout(top)
    whole.addLayout(sides, 1)
    whole.addWidget(foot)
    page.setLayout(whole)


def top(scan: ScanField, camera: QWidget, state: Words) -> QHBoxLayout:
    """The scan field with the camera's button above the conversation, the show's name above the rest."""
    margin = tokens.size("page")
    whole, left, right = row(0), row(_BETWEEN), row(0)
    left.setContentsMargins(margin, 4, _BETWEEN, 4)
    right.setContentsMargins(0, 4, margin, 4)
    left.addWidget(Words(mark("Capture"), "title", parent=scan.parentWidget()))
    left.addWidget(scan, 1)
    left.addWidget(camera)
    state.setWordWrap(True)
    right.addWidget(state)
    whole.addLayout(left, 2)
    whole.addLayout(right, 1)
    return whole
