"""The list itself: keeps its selection while the lines change, and gives keys to those they belong to."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from boothapp.ui.pages.leads.line_delegate import LineDelegate
from boothapp.ui.pages.leads.lines import LinesModel
from boothapp.ui.widgets.painted_list import PaintedList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineList(PaintedList):
    """Emits chosen(lead id) when another line is current, opened() at Enter, typed(text) for letters."""

    chosen = Signal(str)
    opened = Signal()
    typed = Signal(str)

    def __init__(self, lines: LinesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._id = lines, ""
        self.drawn = LineDelegate(self)
        self.setModel(lines)
        self.setItemDelegate(self.drawn)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self.selectionModel().currentChanged.connect(self._moved)

    def lead(self) -> str:
        """The id of the lead chosen, "" where there is none."""
        return self._id

    def settle(self, wanted: str = "") -> None:
        """After new lines: the wanted lead, else the one before, else the first."""
        stays = self._lines.index_of(wanted or self._id)
        first = self._lines.index(0)
        if not stays.isValid():
            self.scrollToTop()
        self.setCurrentIndex(stays if stays.isValid() else first)
        if not self._lines.rowCount():
            self._take("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER:
            self.opened.emit()
        elif plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        line = self._lines.line(current)
        if line is not None:
            self._take(line.id)

    def _take(self, id: str) -> None:
        if id != self._id:
            self._id = id
            self.chosen.emit(id)
