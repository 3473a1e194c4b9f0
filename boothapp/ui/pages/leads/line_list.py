"""The list itself: keeps its line while the lines change, selects several, hands on keys it does not need."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from boothapp.ui.pages.leads.line_delegate import HEIGHT, TICK_ZONE, LineDelegate
from boothapp.ui.pages.leads.lines import LinesModel
from boothapp.ui.pages.leads.marks import Marks
from boothapp.ui.widgets.painted_list import as_painted

_KEYS = Qt.Key
_ENTER = (_KEYS.Key_Return, _KEYS.Key_Enter)
_MOVES = (
    _KEYS.Key_Up, _KEYS.Key_Down, _KEYS.Key_PageUp, _KEYS.Key_PageDown, _KEYS.Key_Home, _KEYS.Key_End,
)  # fmt: skip
_SHIFT, _CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class LineList(QTableView):
    """Emits chosen(lead id) when another line is current, opened() at Enter, typed(text) for letters,
    ranged(first row, last row) where a person selects all lines between two.

    A table, for a list view of Qt lays out every line of a million before it shows one.
    """

    chosen = Signal(str)
    opened = Signal()
    typed = Signal(str)
    ranged = Signal(int, int)

    def __init__(self, lines: LinesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._id, self._from = lines, "", -1
        self.marks = Marks(self)
        self.drawn = LineDelegate(self, self.marks)
        self.setModel(lines)
        self.setItemDelegate(self.drawn)
        as_painted(self)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setMinimumSectionSize(0)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.marks.changed.connect(self.viewport().update)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.selectionModel().currentChanged.connect(self._moved)
        self._lines.dataChanged.connect(lambda *_: self._moved(self.currentIndex(), QModelIndex()))

    def lead(self) -> str:
        """The id of the lead chosen, "" where there is none."""
        return self._id

    def beside(self) -> str:
        """The id of the lead below the chosen one, else of the one above; "" where there is no other."""
        at = self._lines.index_of(self._id).row()
        for other in (at + 1, at - 1):
            if line := self._lines.line(self._lines.index(other)):
                return line.id
        return ""

    def settle(self, wanted: str = "") -> None:
        """After new lines: the wanted lead, else the one before, else the first."""
        stays = self._lines.index_of(wanted or self._id)
        if not stays.isValid():
            self.scrollToTop()
        self._go_to(stays.row() if stays.isValid() else 0)
        if not self._lines.rowCount():
            self._take("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~_SHIFT & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER:
            self.opened.emit()
        elif event.key() == _KEYS.Key_A and event.modifiers() == _CONTROL:
            self.marks.hold_all()
        elif event.key() == _KEYS.Key_Space:
            self._toggle(self.currentIndex())
        elif event.key() in _MOVES:
            self._move(_KEYS(event.key()), bool(event.modifiers() & _SHIFT))
        elif plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.indexAt(event.position().toPoint())
        if at.isValid() and event.button() == Qt.MouseButton.LeftButton:
            if event.modifiers() & _SHIFT:
                self._reach(at.row())
                return
            if event.modifiers() & _CONTROL or event.position().x() < TICK_ZONE:
                self._go_to(at.row())
                self._toggle(at)
                return
        self._from = -1
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.drawn.offers_ticks = event.position().x() < TICK_ZONE
        super().mouseMoveEvent(event)
        self.viewport().update()

    def _move(self, key: Qt.Key, selecting: bool) -> None:
        last, now = self._lines.rowCount() - 1, max(self.currentIndex().row(), 0)
        page = max(self.viewport().height() // HEIGHT - 1, 1)
        there = {
            _KEYS.Key_Up: now - 1, _KEYS.Key_Down: now + 1, _KEYS.Key_PageUp: now - page,
            _KEYS.Key_PageDown: now + page, _KEYS.Key_Home: 0, _KEYS.Key_End: last,
        }[key]  # fmt: skip
        if selecting:
            self._reach(min(max(there, 0), last))
        else:
            self._from = -1
            self._go_to(min(max(there, 0), last))

    def _reach(self, row: int) -> None:
        """Selects everything from where the selecting began up to this row."""
        if self._from < 0:
            self._from = max(self.currentIndex().row(), 0)
        self._go_to(row)
        self.ranged.emit(min(self._from, row), max(self._from, row))

    def _toggle(self, index: QModelIndex) -> None:
        line = self._lines.line(index)
        if line is not None:
            self._from = index.row()
            self.marks.toggle(line.id)

    def _go_to(self, row: int) -> None:
        self.setCurrentIndex(self._lines.index(row))

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        line = self._lines.line(current)
        if line is not None:
            self._take(line.id)

    def _take(self, id: str) -> None:
        if id != self._id:
            self._id = id
            self.chosen.emit(id)
