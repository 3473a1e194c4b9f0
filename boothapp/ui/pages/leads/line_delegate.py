"""One line of the list as it is painted: rating bar, name and badge, company, owner, when and a sign."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip, QWidget

from boothapp.domain.show import Show
from boothapp.store.leads import Line
from boothapp.ui import icons, letters, locale, theme
from boothapp.ui.pages.leads.signs import owner, sign, title
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.painted_list import ONE, Index, Painting, paint_text
from boothapp.ui.widgets.rating import badge_text, paint_badge
from boothapp.words import tr

HEIGHT = 66
_LEFT, _RIGHT, _BAR, _SIGN, _BADGE = 22, 14, 4, 16, 26


class LineDelegate(Painting):
    """Paints a Line; all lines have the same height."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.show: Show | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(280, HEIGHT)

    def paint_line(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, line: Line) -> None:
        _paint_ground(painter, rect, state)
        outline.box(painter, QRectF(rect.x() + 8, rect.y() + 14, _BAR, rect.height() - 28), 2, line.level)
        inner = rect.adjusted(_LEFT, 0, -_RIGHT, 0)
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


def _paint_ground(painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
    chosen, over = state & QStyle.StateFlag.State_Selected, state & QStyle.StateFlag.State_MouseOver
    inset = rect.adjusted(0, 1, 0, -1)
    if chosen or over:
        outline.box(painter, inset, 6, "accent_tint" if chosen else "hover")
    else:
        painter.fillRect(
            QRectF(rect.x() + _LEFT, rect.bottom() - 0.5, rect.width() - _LEFT, 1), theme.colour("line")
        )
    if state & QStyle.StateFlag.State_HasFocus:
        outline.ring(painter, inset, 6)


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
