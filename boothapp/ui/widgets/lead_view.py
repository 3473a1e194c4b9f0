"""Any number of leads with what was said of each, painted as they come into sight; a press opens one."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Protocol

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from boothapp.ui import icons, letters, theme
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.painted_list import ONE, RIGHT, Index, Lines, PaintedList, Painting, paint_text
from boothapp.ui.widgets.speech import follows_language
from boothapp.words import tr

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST = 58
_TOP, _FIRST, _SIGN, _ARROW, _LEFT, _RIGHT = 7, 22, 20, 16, 38, 34


class Said(Protocol):
    """One lead: who it is, what it is known by, its kind and what was said, in the language spoken now."""

    @property
    def lead(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def more(self) -> str: ...
    @property
    def sign(self) -> tuple[str, str]: ...
    @property
    def kind_text(self) -> str: ...
    @property
    def text(self) -> str: ...


class LeadView(PaintedList):
    """Emits opened(lead id)."""

    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.leads = Lines[Said](self, _spoken, attrgetter("text"))
        self._name = name
        self.setAccessibleName(tr(name))
        self.setModel(self.leads)
        self.setItemDelegate(_Delegate(self))
        # Heights differ, and are asked for a hundred lines at a time.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setMinimumHeight(_LEAST)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def show_leads(self, said: Sequence[Said]) -> None:
        """Shows these; the lead that was current stays current where it is still there."""
        before = self.currentIndex().data(ONE) if self.currentIndex().isValid() else None
        at = self.verticalScrollBar().value()
        self.leads.show(said)
        if before is not None:
            self._go_to(before)
            self.verticalScrollBar().setValue(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self.setAccessibleName(tr(self._name))
            self.scheduleDelayedItemsLayout()
        super().changeEvent(event)

    def _go_to(self, before: Said) -> None:
        key = (before.lead, before.sign)
        at = next((at for at, one in enumerate(self.leads.lines) if (one.lead, one.sign) == key), -1)
        if at >= 0:
            self.setCurrentIndex(self.leads.index(at))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ONE).lead)


class _Delegate(Painting):
    """Sign, name and number, kind at the right, and what was said below, on as many lines as it needs."""

    def __init__(self, view: LeadView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(100, _TOP + _FIRST + _text_height(index.data(ONE), width - _LEFT - _RIGHT) + _TOP)

    def paint_line(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, line: Said) -> None:
        self._paint_ground(painter, rect, state)
        icon, tone = line.sign
        icons.draw(painter, icon, QRectF(rect.x() + 8, rect.y() + _TOP + 1, _SIGN, _SIGN), theme.colour(tone))
        place = QRectF(rect.right() - 24, rect.center().y() - _ARROW / 2, _ARROW, _ARROW)
        icons.draw(painter, "chevron-right", place, theme.colour("accent"))
        inner = rect.adjusted(_LEFT, _TOP, -_RIGHT, -_TOP)
        _paint_first(painter, QRectF(inner.x(), inner.y(), inner.width(), _FIRST), line)
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(inner.adjusted(0, _FIRST, 0, 0), _WRAPPED, line.text)

    def _paint_ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
        inset = rect.adjusted(0, 1, 0, -1)
        if state & QStyle.StateFlag.State_MouseOver:
            outline.box(painter, inset, 6, "hover")
        # The current line has no meaning without the keyboard: here lines are opened, not chosen.
        if state & QStyle.StateFlag.State_HasFocus:
            outline.ring(painter, inset, 6)


_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def _text_height(one: Said, width: int) -> int:
    text = one.text
    if not text:
        return 0
    metrics = QFontMetrics(letters.font("label"))
    return metrics.boundingRect(0, 0, max(width, 60), 10_000, _WRAPPED, text).height()


def _paint_first(painter: QPainter, area: QRectF, one: Said) -> None:
    """The kind never gives way, the number before the name."""
    kind = paint_text(painter, area, one.kind_text, "label", one.sign[1], RIGHT)
    left = area.adjusted(0, 0, -kind - 12, 0)
    name = paint_text(painter, left, one.name, "strong", "text")
    paint_text(painter, left.adjusted(name + 8, 0, 0, 0), one.more, "label", "text_muted")


def _spoken(one: Said) -> str:
    return ", ".join(filter(None, (one.name, one.more, one.kind_text, one.text)))
