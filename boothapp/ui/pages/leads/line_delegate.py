"""One line of the list as it is painted: rating bar or tick, name, badge, company, owner, when and a sign."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip

from boothapp.domain.show import Show
from boothapp.store.leads import Line
from boothapp.ui import icons, letters, locale, theme
from boothapp.ui.pages.leads.marks import Marks
from boothapp.ui.pages.leads.signs import owner, sign, title
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.painted_list import ONE, Index, Painting, paint_text
from boothapp.ui.widgets.rating import badge_text, paint_badge
from boothapp.words import tr

HEIGHT = 66
TICK_ZONE = 40
"""The left part of a line, in pixels: a press there selects it."""
_LEFT, _RIGHT, _BAR, _SIGN, _BADGE, _TICK = 22, 14, 4, 16, 26, 20


class LineDelegate(Painting):
    """Paints a Line; all lines have the same height.

    offers_ticks: the line under the mouse shows that a press would select it.
    """

    def __init__(self, parent: QAbstractItemView, marks: Marks) -> None:
        super().__init__(parent)
        self.show: Show | None = None
        self.offers_ticks = self._is_current = False
        self._marks, self._view = marks, parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(280, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self._is_current = index == self._view.currentIndex()
        super().paint(painter, option, index)

    def paint_line(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, line: Line | None) -> None:
        if line is None:
            _paint_waiting(painter, rect.adjusted(_LEFT, 0, -_RIGHT, 0))
            return
        several, marked = self._marks.any(), self._marks.has(line.id)
        _paint_ground(painter, rect, state, self._is_current, marked if several else self._is_current)
        offered = self.offers_ticks and bool(state & QStyle.StateFlag.State_MouseOver)
        left = _LEFT + 22 if several or offered else _LEFT
        outline.box(painter, QRectF(rect.x() + 8, rect.y() + 14, _BAR, rect.height() - 28), 2, line.level)
        if left > _LEFT:
            _paint_tick(painter, QRectF(rect.x() + 19, rect.center().y() - _TICK / 2, _TICK, _TICK), marked)
        inner = rect.adjusted(left, 0, -_RIGHT, 0)
        _paint_first(painter, QRectF(inner.x(), rect.y() + 9, inner.width(), _BADGE), line)
        second = QRectF(inner.x(), rect.y() + 37, inner.width(), 20)
        _paint_second(painter, second, line, owner(line, self.show))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        _option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        line = index.data(ONE)
        text = f"{line.number}, {tr(sign(line).text)}" if isinstance(line, Line) else ""
        QToolTip.showText(event.globalPos(), text, view)
        return True


def _paint_ground(
    painter: QPainter, rect: QRectF, state: QStyle.StateFlag, current: bool, chosen: bool
) -> None:
    """Chosen are the selected lines, or the current one while none is."""
    over = state & QStyle.StateFlag.State_MouseOver
    inset = rect.adjusted(0, 1, 0, -1)
    if chosen or over or current:
        outline.box(painter, inset, 6, "accent_tint" if chosen else "hover")
    else:
        painter.fillRect(
            QRectF(rect.x() + _LEFT, rect.bottom() - 0.5, rect.width() - _LEFT, 1), theme.colour("line")
        )
    if state & QStyle.StateFlag.State_HasFocus:
        outline.ring(painter, inset, 6)


def _paint_tick(painter: QPainter, box: QRectF, on: bool) -> None:
    outline.box(painter, box, 4, "accent" if on else "surface", "" if on else "field_line")
    if on:
        icons.draw(painter, "check", box.adjusted(2, 2, -2, -2), theme.colour("accent_text"))


def _paint_waiting(painter: QPainter, area: QRectF) -> None:
    """Where a line will stand that is still being read."""
    for top, part, height in ((15, 0.45, 12), (40, 0.3, 10)):
        outline.box(painter, QRectF(area.x(), area.y() + top, area.width() * part, height), 5, "hover")


def _paint_first(painter: QPainter, area: QRectF, line: Line) -> None:
    text = badge_text(line.level, line.points)
    width = QFontMetrics(letters.font("label_strong")).horizontalAdvance(text) + 40
    paint_badge(painter, QRectF(area.right() - width, area.y(), width, _BADGE), line.level, text)
    paint_text(painter, area.adjusted(0, 0, -width - 12, 0), title(line), "strong", "text")


def _paint_second(painter: QPainter, area: QRectF, line: Line, owner: str) -> None:
    shown = sign(line)
    place = QRectF(area.right() - _SIGN, area.y() + 2, _SIGN, _SIGN)
    icons.draw(painter, shown.icon, place, theme.colour(shown.tone))
    right = " · ".join(part for part in (owner, locale.moment(line.captured_at)) if part)
    wanted = QFontMetrics(letters.font("label")).horizontalAdvance(right) + 2
    width = min(wanted, area.width() * 0.6)
    beside = QRectF(area.right() - _SIGN - 8 - width, area.y(), width, area.height())
    paint_text(painter, beside, right, "label", "text_muted")
    company = line.company if line.company != title(line) else line.number
    left = QRectF(area.x(), area.y(), beside.x() - area.x() - 16, area.height())
    paint_text(painter, left, company, "label", "text_muted")
