"""Where the parts of the capture page stand: two columns that scroll alone, scan field above, foot below."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from boothapp.ui import tokens
from boothapp.ui.widgets.card import Scroll, column, row
from boothapp.ui.widgets.foot import Foot
from boothapp.ui.widgets.scan_field import ScanField
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark

_BETWEEN = 16
# A product or piece with a name too long for any window may not push the other column out of it.
_MOST = 430


class Side(Scroll):
    """A column that scrolls alone; its bar comes out of the margin, so that no field moves.

    It asks for the width its parts need: on a narrow window the wider one gives way, and nothing is cut off.
    """

    def __init__(self, parent: QWidget, left: int, right: int) -> None:
        self.inner = QWidget()
        super().__init__(self.inner, parent)
        self._left, self._right, self.parts = left, right, column(8)
        self.inner.setLayout(self.parts)
        self._above: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.verticalScrollBar().rangeChanged.connect(lambda _least, most: self._make_room(most > 0))
        self._make_room(False)

    def sizeHint(self) -> QSize:
        return QSize(self._needed(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._needed(), super().minimumSizeHint().height())

    def stand_below(self, above: QWidget) -> None:
        """Keeps what stands above as wide as this column's parts."""
        self._above = above

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._above is not None:
            self._above.setFixedWidth(self.width() - self._left - self._right)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _needed(self) -> int:
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() > 0 else 0
        return min(self.inner.minimumSizeHint().width() + taken, _MOST)

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


def tools(scan: ScanField, camera: QWidget) -> QHBoxLayout:
    """The page's name, the scan field and what opens beside it."""
    line = row()
    line.setContentsMargins(tokens.size("page"), 4, _BETWEEN, 4)
    line.addWidget(Words(mark("Capture"), "title", parent=scan.parentWidget()))
    # The title stands apart where there is room for it; the tools are one group.
    line.addItem(QSpacerItem(_BETWEEN - line.spacing(), 0, QSizePolicy.Policy.Maximum))
    line.addWidget(scan, 1)
    line.addWidget(camera)
    return line


def top(tools: QHBoxLayout, state: Words, thought: Side) -> QHBoxLayout:
    """The tools above the conversation, the show's name above the rest."""
    whole, right = row(0), row(0)
    right.setContentsMargins(0, 4, tokens.size("page"), 4)
    state.setWordWrap(True)
    thought.stand_below(state)
    right.addWidget(state)
    whole.addLayout(tools, 2)
    whole.addLayout(right, 1)
    return whole
