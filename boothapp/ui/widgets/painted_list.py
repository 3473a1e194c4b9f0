"""Lists of any length whose lines are painted as they come into sight: the lines, the view, the painting."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from boothapp.ui import letters, theme

Index = QModelIndex | QPersistentModelIndex
ONE = Qt.ItemDataRole.UserRole
"""The role that gives the line itself."""

SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

One = TypeVar("One")


class Lines(QAbstractListModel, Generic[One]):
    """The lines as they were given."""

    def __init__(
        self, parent: QObject, spoken: Callable[[One], str], tip: Callable[[One], str] | None = None
    ) -> None:
        """`spoken` says a line to screen readers, `tip` below the mouse; both in the language spoken now."""
        super().__init__(parent)
        self._spoken, self._tip = spoken, tip
        self.lines: Sequence[One] = ()

    def show(self, lines: Sequence[One]) -> None:
        """Shows these."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.lines[index.row()]
        if role == ONE:
            return one
        if role == Qt.ItemDataRole.ToolTipRole and self._tip:
            return self._tip(one)
        return self._spoken(one) if role in SPOKEN else None


def as_painted(view: QAbstractItemView) -> None:
    """As wide as there is room, without a frame, scrolled by the point."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


class PaintedList(QListView):
    """One column that looks as `as_painted` says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        as_painted(self)


class Painting(QStyledItemDelegate):
    """Paints a line by `paint_line`, which may leave the painter as it likes."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_line(painter, QRectF(option.rect), option.state, index.data(ONE))
        painter.restore()

    def paint_line(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, line: Any) -> None:
        """Paints this line into the rect."""
        raise NotImplementedError


def paint_text(
    painter: QPainter,
    area: QRectF,
    text: str,
    role: str,
    colour: str,
    place: Qt.AlignmentFlag = LEFT,
) -> float:
    """Paints as much of one line as there is room for; gives the width it took."""
    painter.setFont(letters.font(role))
    painter.setPen(theme.colour(colour))
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, place, shown)
    return float(metrics.horizontalAdvance(shown))
