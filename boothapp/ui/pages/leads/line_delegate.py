"""One line of the list as it is painted: rating bar, name and badge, company, owner, when and a sign."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from boothapp.domain.show import Show
from boothapp.store.leads import Line
from boothapp.ui import icons, letters, locale, theme
from boothapp.ui.pages.leads.lines import LINE
from boothapp.ui.pages.leads.signs import owner, sign, title
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.rating import badge_text, paint_badge
from boothapp.words import tr

HEIGHT = 66
_LEFT, _RIGHT, _BAR, _SIGN, _BADGE = 22, 14, 4, 16, 26
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class LineDelegate(QStyledItemDelegate):
    """Paints a Line; all lines have the same height."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.show: Show | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(280, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(LINE)
        if not isinstance(line, Line):
            return
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, rect, option.state)
        outline.box(painter, QRectF(rect.x() + 8, rect.y() + 14, _BAR, rect.height() - 28), 2, line.level)
        inner = rect.adjusted(_LEFT, 0, -_RIGHT, 0)
        _paint_first(painter, QRectF(inner.x(), rect.y() + 9, inner.width(), _BADGE), line)
        second = QRectF(inner.x(), rect.y() + 37, inner.width(), 20)
        _paint_second(painter, second, line, owner(line, self.show))
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        _option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        line = index.data(LINE)
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
    _paint_text(painter, area.adjusted(0, 0, -width - 12, 0), title(line), "strong", "text")


def _paint_second(painter: QPainter, area: QRectF, line: Line, owner: str) -> None:
    shown = sign(line)
    place = QRectF(area.right() - _SIGN, area.y() + 2, _SIGN, _SIGN)
    icons.draw(painter, shown.icon, place, theme.colour(shown.tone))
    right = " · ".join(part for part in (owner, locale.moment(line.captured_at)) if part)
    wanted = QFontMetrics(letters.font("label")).horizontalAdvance(right) + 2
    width = min(wanted, area.width() * 0.6)
    beside = QRectF(area.right() - _SIGN - 8 - width, area.y(), width, area.height())
    _paint_text(painter, beside, right, "label", "text_muted")
    company = line.company if line.company != title(line) else line.number
    left = QRectF(area.x(), area.y(), beside.x() - area.x() - 16, area.height())
    _paint_text(painter, left, company, "label", "text_muted")


def _paint_text(painter: QPainter, area: QRectF, text: str, role: str, colour: str) -> None:
    painter.setFont(letters.font(role))
    painter.setPen(theme.colour(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, _MIDDLE | Qt.AlignmentFlag.AlignLeft, shown)
