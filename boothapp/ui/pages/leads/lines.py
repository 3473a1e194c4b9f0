"""The lines of the list, however many: read from the store a page at a time where they are looked at.

Only the pages last looked at are kept, so a million leads take no more memory than a thousand.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from boothapp.actions import leads
from boothapp.domain.show import Show
from boothapp.store.leads import Line
from boothapp.store.lists import Place, Query
from boothapp.ui.latest import Latest
from boothapp.ui.pages.leads.signs import spoken
from boothapp.ui.tasks import Tasks
from boothapp.ui.widgets.painted_list import ONE, SPOKEN, Index

if TYPE_CHECKING:
    from boothapp.store.database import Store

PAGE, KEPT = 100, 20
# Whoever scrolls quickly passes pages by: only the newest ones are still worth reading.
WAITING = 3
# How many pages apart places are remembered that pages are counted from.
APART = 20


@dataclass(frozen=True)
class _First:
    """The first page, and the page of the lead that is wanted where it is another one."""

    lines: list[Line]
    at: int = 0
    more: Sequence[Line] = ()


class LinesModel(QAbstractListModel):
    """Emits shown(lines known) when the first lines of the newest question are there, counted(all) later."""

    shown = Signal(int)
    counted = Signal(int)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question, self._counting, self._reading = Latest(tasks), Latest(tasks), Latest(tasks)
        self._pages: OrderedDict[int, list[Line]] = OrderedDict()
        self._old: set[int] = set()
        self._places: dict[int, Place] = {}
        self._waiting: list[int] = []
        self._fetching = self._known = False
        self._rows = 0
        self.query, self.total = Query(limit=PAGE), 0
        self.show: Show | None = None

    def ask(self, query: Query, wanted: str = "") -> None:
        """Shows what this query finds once the store has answered; the lines before stay until then.

        wanted: the id of a lead whose page is read as well, wherever it stands.
        """
        self.query = asked = replace(query, limit=PAGE)
        self._reading.forget()
        self._counting.forget()
        self._waiting, self._fetching, self._known = [], False, False

        def look() -> None:
            self._question.ask(lambda store: _first(store, asked, wanted), self._show)

        # The newest leads are read as they are; any other order waits until every lead is in it.
        plain = asked.sort == "newest" and not asked.filters
        look() if plain else self._when_listed(look)

    def line(self, index: Index) -> Line | None:
        """The line at an index; None where it is still being read."""
        if not index.isValid():
            return None
        page, at = divmod(index.row(), PAGE)
        lines = self._pages.get(page, ())
        return lines[at] if at < len(lines) else None

    def index_of(self, id: str) -> QModelIndex:
        """Where a lead stands among the lines that are kept; invalid where it does not."""
        for page, lines in self._pages.items():
            for at, line in enumerate(lines):
                if line.id == id:
                    return self.index(page * PAGE + at)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (ONE, *SPOKEN):
            return None
        self._look_at(index.row() // PAGE)
        line = self.line(index)
        if role == ONE or line is None:
            return line
        return spoken(line, self.show)

    def _look_at(self, page: int) -> None:
        """A page that somebody looks at is kept, and read where it is not there or no longer true."""
        if page in self._pages:
            self._pages.move_to_end(page)
        if (page not in self._pages or page in self._old) and page not in self._waiting:
            self._waiting = [*self._waiting, page][-WAITING:]
            self._fetch()

    def _fetch(self) -> None:
        if self._fetching or not self._waiting:
            return
        self._fetching, page = True, self._waiting[-1]
        asked = self._page_query(page)
        self._reading.ask(lambda store: leads.listed(store, asked), lambda lines: self._take(page, lines))

    def _page_query(self, page: int) -> Query:
        """Counted from the nearest place that is known, or from the end of the list."""
        near = max((at for at in self._places if at <= page), default=0)
        skip, left = (page - near) * PAGE, self._rows - page * PAGE
        behind = max(left - PAGE, 0)
        if self._known and behind < skip:
            return replace(self.query, limit=min(left, PAGE), skip=behind, back=True)
        return replace(self.query, after=self._places.get(near), skip=skip)

    def _take(self, page: int, lines: list[Line]) -> None:
        self._fetching = False
        self._waiting = [one for one in self._waiting if one != page]
        self._keep(page, lines)
        first = page * PAGE
        if lines and first < self._rows:
            self.dataChanged.emit(self.index(first), self.index(min(first + len(lines), self._rows) - 1))
        self._fetch()

    def _keep(self, page: int, lines: list[Line]) -> None:
        self._pages[page] = lines
        self._pages.move_to_end(page)
        self._old.discard(page)
        if len(lines) == PAGE and (page + 1) % APART == 0:
            self._places[page + 1] = (lines[-1].key, lines[-1].row)
        while len(self._pages) > KEPT:
            gone, _ = self._pages.popitem(last=False)
            self._old.discard(gone)

    def _show(self, first: _First) -> None:
        """Only what is new is announced: the same leads in the same order keep view and selection still."""
        self._places.clear()
        before = self._pages.get(0, [])
        if before and [line.row for line in first.lines] == [line.row for line in before]:
            self._old = {*self._pages}
            self._keep(0, first.lines)
            self.dataChanged.emit(self.index(0), self.index(self._rows - 1))
        else:
            self._begin_anew(first)
        if len(first.lines) < PAGE:
            self._count(len(first.lines))
        else:
            self._when_listed(self._ask_total)
        self.shown.emit(self._rows)

    def _when_listed(self, then: Callable[[], None]) -> None:
        """In turns, so that a save in between waits for one turn only, however many leads are new."""

        def heard(more: bool) -> None:
            self._counting.ask(leads.list_some, heard) if more else then()

        self._counting.ask(leads.list_some, heard)

    def _ask_total(self) -> None:
        asked = self.query
        self._counting.ask(lambda store: leads.total(store, asked), self._count)

    def _begin_anew(self, first: _First) -> None:
        self.beginResetModel()
        self._pages.clear()
        self._old.clear()
        self._keep(0, first.lines)
        if first.more:
            self._keep(first.at, list(first.more))
        self._rows = max(len(first.lines), first.at * PAGE + len(first.more))
        self.endResetModel()

    def _count(self, total: int) -> None:
        self.total, self._known = total, True
        if total > self._rows:
            self.beginInsertRows(QModelIndex(), self._rows, total - 1)
            self._rows = total
            self.endInsertRows()
        elif total < self._rows:
            self.beginRemoveRows(QModelIndex(), total, self._rows - 1)
            self._rows = total
            self.endRemoveRows()
        # The page that was the last one has more lines now, or fewer.
        short = {page for page, lines in self._pages.items() if len(lines) != min(PAGE, total - page * PAGE)}
        self._old |= short
        if short:
            self.dataChanged.emit(self.index(0), self.index(self._rows - 1))
        self.counted.emit(total)


def _first(store: "Store", query: Query, wanted: str) -> _First:
    lines = leads.listed(store, query)
    if not wanted or any(line.id == wanted for line in lines):
        return _First(lines)
    at = leads.before(store, query, wanted)
    if at is None:
        return _First(lines)
    page = at // PAGE
    return _First(lines, page, leads.listed(store, replace(query, skip=page * PAGE)))
