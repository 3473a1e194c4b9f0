"""The lines of the list, fetched from the store a page at a time as they are scrolled to."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from boothapp.actions import leads
from boothapp.domain.show import Show
from boothapp.store.leads import Line
from boothapp.store.lists import Query
from boothapp.ui.latest import Latest
from boothapp.ui.pages.leads.signs import spoken
from boothapp.ui.tasks import Tasks
from boothapp.ui.widgets.painted_list import ONE, SPOKEN, Index

PAGE = 100
# A refresh reads again what was scrolled to, as far as that costs no more than a few pages.
MOST_AT_ONCE = 1000


class LinesModel(QAbstractListModel):
    """Newest first. Emits shown(found) when the answer to the newest question stands in the list."""

    shown = Signal(int)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question, self._more_lines = Latest(tasks), Latest(tasks)
        self._lines: list[Line] = []
        self._query = Query(limit=PAGE)
        self._more = self._fetching = False
        self.show: Show | None = None

    def ask(self, query: Query) -> None:
        """Shows what this query finds once the store has answered; the lines before stay until then."""
        same = replace(query, limit=self._query.limit) == self._query
        limit = min(max(len(self._lines), PAGE), MOST_AT_ONCE) if same else PAGE
        self._query = replace(query, limit=PAGE)
        self._more_lines.forget()
        self._fetching = False
        asked = replace(query, limit=limit)
        self._question.ask(
            lambda store: leads.listed(store, asked), lambda lines: self._replace(lines, len(lines) == limit)
        )

    def line(self, index: Index) -> Line | None:
        """The line at an index."""
        return self._lines[index.row()] if index.isValid() else None

    def index_of(self, id: str) -> QModelIndex:
        """Where a lead stands; invalid where it is not in the list."""
        at = next((at for at, line in enumerate(self._lines) if line.id == id), -1)
        return self.index(at) if at >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        if role == ONE:
            return line
        return spoken(line, self.show) if role in SPOKEN else None

    def canFetchMore(self, parent: Index) -> bool:
        return self._more and not self._fetching and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        if not self.canFetchMore(parent):
            return
        self._fetching = True
        asked = replace(self._query, below=self._lines[-1].row)
        self._more_lines.ask(lambda store: leads.listed(store, asked), self._append)

    def _append(self, lines: Sequence[Line]) -> None:
        self._fetching, self._more = False, len(lines) == PAGE
        if lines:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()

    def _replace(self, lines: list[Line], more: bool) -> None:
        """Only what is new is announced: the same leads in the same order keep view and selection still."""
        self._more = more
        if [line.row for line in lines] == [line.row for line in self._lines]:
            self._lines = lines
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
        else:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
        self.shown.emit(len(lines))
