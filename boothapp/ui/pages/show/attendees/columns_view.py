"""The columns of a file, painted as they come into sight; a menu says what one is."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu, QStyle, QStyleOptionViewItem, QWidget

from boothapp.ui import icons, letters, theme, tokens
from boothapp.ui.pages.show.attendees.fields import FIELDS
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.painted_list import ONE, Index, Lines, PaintedList, Painting, paint_text
from boothapp.words import mark, tr

COLUMNS = mark("Columns of the file")
_OPENS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F4)
_CHOICE_WIDTH, _GAP, _RIGHT, _PAD = 210, 16, 8, 12


@dataclass
class Column:
    """One column: its heading ("" for none), its first values, and the field it is taken for."""

    at: int
    heading: str
    values: str
    field: str

    @property
    def name(self) -> str:
        """The heading, else its number."""
        return self.heading or tr("Column {n}").format(n=self.at + 1)


class ColumnsView(PaintedList):
    """One tab stop: arrows move, Space or a press opens the fields. Emits changed() with each choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns, self.menu = Lines(self, _spoken, _tip), QMenu(self)
        self.setModel(self.columns)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.clicked.connect(self.ask)
        self.heading_width = 0
        self.retranslate()

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Shows these; the first is current."""
        self.columns.show(columns)
        self.setCurrentIndex(self.columns.index(0))
        self.retranslate()

    def value(self) -> tuple[str, ...]:
        """The field chosen for each column."""
        return tuple(column.field for column in self.columns.lines)

    def choose(self, at: int, field: str) -> None:
        """Takes a column for this field."""
        index = self.columns.index(at)
        self.columns.lines[at].field = field
        self.columns.dataChanged.emit(index, index)
        self.changed.emit()

    def retranslate(self) -> None:
        """The fields' names, and the columns that have none, in the language spoken now."""
        self.setAccessibleName(tr(COLUMNS))
        metrics = QFontMetrics(letters.font("strong"))
        widths = (metrics.horizontalAdvance(column.name) + 2 for column in self.columns.lines)
        self.heading_width = max(widths, default=0)
        self.viewport().update()

    def ask(self, index: QModelIndex) -> None:
        """Opens the fields at the column, the one chosen current."""
        column: Column = index.data(ONE)
        self.menu.clear()
        for field, text in FIELDS.items():
            action = QAction(tr(text), self.menu)
            action.triggered.connect(lambda _on=False, field=field: self.choose(column.at, field))
            self.menu.addAction(action)
            if field == column.field:
                self.menu.setActiveAction(action)
        chosen = self.menu.activeAction()
        self.menu.setMinimumWidth(_CHOICE_WIDTH)
        place = self.visualRect(index)
        at = self.viewport().mapToGlobal(place.bottomRight())
        at.setX(at.x() - _RIGHT - _CHOICE_WIDTH)
        self.menu.popup(at)
        self.menu.setActiveAction(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENS and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
            self.ask(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _Delegate(Painting):
    """Heading, first values, and a drop-down with the field, drawn as Choice is."""

    def __init__(self, view: ColumnsView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, tokens.size("field") + 6)

    def paint_line(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, line: Column) -> None:
        rect = rect.adjusted(0, 3, -_RIGHT, -3)
        box = QRectF(rect.right() - _CHOICE_WIDTH, rect.y(), _CHOICE_WIDTH, rect.height())
        room = box.x() - rect.x() - _GAP
        heading = min(self._view.heading_width, room * 0.6)
        first = QRectF(rect.x(), rect.y(), heading, rect.height())
        paint_text(painter, first, line.name, "strong", "text")
        values = QRectF(rect.x() + heading + _GAP, rect.y(), room - heading - _GAP, rect.height())
        paint_text(painter, values, line.values, "label", "text_muted")
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        _paint_choice(painter, box, tr(FIELDS[line.field]), focused, self._view.isEnabled())


def _paint_choice(painter: QPainter, box: QRectF, text: str, focused: bool, on: bool) -> None:
    line, width = ("focus", tokens.size("ring")) if focused else ("field_line", 1)
    outline.box(painter, box, tokens.size("radius"), "surface" if on else "background", line, width)
    paint_text(painter, box.adjusted(_PAD, 0, -30, 0), text, "body", "text" if on else "text_muted")
    arrow = QRectF(box.right() - 26, box.center().y() - 8, 16, 16)
    icons.draw(painter, "chevron-down", arrow, theme.colour("text_muted"))


def _spoken(one: Column) -> str:
    return f"{one.name}: {tr(FIELDS[one.field])}"


def _tip(one: Column) -> str:
    return "\n".join(filter(None, (one.name, one.values)))
