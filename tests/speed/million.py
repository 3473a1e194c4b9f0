"""The list of a million leads: its first rows against Qt's own model, and its memory while rows pass by.

The leads are put into the store by SQL, all with the same few words: what is measured is the list.
"""

import os
import resource
import tempfile
import time
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QModelIndex
from PySide6.QtSql import QSqlDatabase, QSqlQueryModel

from boothapp.actions import demo
from boothapp.paths import Home
from boothapp.store import listed, lists
from boothapp.store.database import Store, open_store
from boothapp.store.lists import Query
from boothapp.ui.pages.leads.lines import PAGE, LinesModel
from boothapp.ui.tasks import Tasks
from boothapp.ui.widgets.painted_list import ONE
from tests.speed.ratio import Bench, Pair, alternating
from tests.speed.stores import PASSPHRASE

LEADS = 1_000_000
ROUNDS = 15
PAGED, WARM = 100_000, 5_000
_COUNTED = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {LEADS})"
_LEADS = f"""{_COUNTED} INSERT INTO leads SELECT i, printf('x%07d', i), printf('A-%07d', i), 't', :show, '',
    printf('Visitor %07d', i), 'Firm', '', '{{"full_name":"Visitor"}}', 'warm', 5, '{{}}', 'weber', 'call',
    '2027-04-22', 1, '2027-04-20T09:00:00+00:00', '2027-04-20T09:00:00+00:00', '[]', '[]' FROM n"""
_LISTED = f"""{_COUNTED} INSERT INTO listed
    SELECT i, :all, 5, printf('visitor %07d', i), 'firm', 'weber', '2027-04-22', '[]' FROM n"""
_COPIED = ("leads", "deliveries", "outcomes")


class Million:
    """A home with a million leads, the same rows in a plain SQLite file, and the lanes over the home."""

    def __init__(self) -> None:
        # On the disk of the checkout: a memory disk would prove nothing.
        self._folder = tempfile.TemporaryDirectory(dir=Path(__file__).parents[2], prefix=".bench-")
        self.home, self.plain = Home(Path(self._folder.name)), Path(self._folder.name) / "plain.db"
        self.app = QCoreApplication.instance() or QCoreApplication([])
        store = open_store(self.home, PASSPHRASE)
        demo.make(store, 0)
        self.show = store.fact("show")
        _fill(store, self.show)
        _copy(store, self.plain)
        store.close()
        self.tasks = Tasks(lambda: open_store(self.home, PASSPHRASE))

    def first_rows(self, model: LinesModel) -> None:
        """Asks as the page does, and reads the first page of the answer."""
        arrived: list[int] = []
        heard = model.shown.connect(arrived.append)
        model.ask(Query(show=self.show))
        self.until(lambda: bool(arrived))
        model.shown.disconnect(heard)
        assert all(model.data(model.index(row), ONE) for row in range(PAGE))

    def until(self, condition: Callable[[], bool]) -> None:
        """Lets the answers arrive."""
        while not condition():
            self.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


@cache
def _million() -> Million:
    return Million()


def first_rows() -> Pair:
    """Both sides in turn, each a new question with its answer read."""
    here = _million()
    database = QSqlDatabase.addDatabase("QSQLITE", "plain")
    database.setDatabaseName(str(here.plain))
    assert database.open()

    def asked() -> float:
        model = LinesModel(here.tasks)
        took = _timed(lambda: here.first_rows(model))
        here.until(lambda: model.rowCount() == LEADS)
        return took

    return alternating(asked, lambda: _timed(lambda: _bare(database)), ROUNDS)


def _bare(database: QSqlDatabase) -> None:
    model = QSqlQueryModel()
    model.setQuery(f"{lists.LINES} ORDER BY l.row DESC", database)
    columns = range(model.columnCount())
    assert all(model.data(model.index(row, column)) is not None for row in range(PAGE) for column in columns)


def memory() -> Pair:
    """Resident memory after 100,000 rows were looked at, page by page, against that after the first 5,000."""
    here = _million()
    # The engine's own cache is full before, whatever is looked at.
    here.tasks.in_store(lambda store: store.value("SELECT sum(length(visitor)) FROM leads"))
    model, seen = LinesModel(here.tasks), {}
    here.first_rows(model)
    here.until(lambda: model.rowCount() == LEADS)
    for row in range(0, PAGED, PAGE):
        index = model.index(row)
        here.until(partial(_is_read, model, index))
        if row in (WARM, PAGED - PAGE):
            seen[row] = _resident()
    return Pair(seen[PAGED - PAGE], seen[WARM])


def _is_read(model: LinesModel, index: QModelIndex) -> bool:
    return model.data(index, ONE) is not None


def _resident() -> float:
    """MiB of this process; where the system does not tell those of now, the peak so far."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _fill(store: Store, show: str) -> None:
    store.db.execute("PRAGMA journal_mode = OFF")
    with store.transaction():
        store.run("INSERT INTO list_values (facet, value, show) VALUES ('all', '', ?)", (show,))
        every = store.value("SELECT last_insert_rowid()")
        store.db.execute(_LEADS, {"show": show})
        store.db.execute(_LISTED, {"all": every})
        store.run("INSERT INTO list_facets SELECT show, row FROM listed ORDER BY row")
        listed.know(store)
    store.db.execute("PRAGMA journal_mode = WAL")


def _copy(store: Store, file: Path) -> None:
    """The tables that lines are read from, unencrypted."""
    store.db.execute("PRAGMA foreign_keys = OFF")
    store.db.execute("ATTACH ? AS plain KEY ''", [str(file)])
    for name in _COPIED:
        made = store.value("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", (name,))
        store.db.execute(str(made).replace(f"CREATE TABLE {name}", f"CREATE TABLE plain.{name}", 1))
        store.db.execute(f"INSERT INTO plain.{name} SELECT * FROM main.{name}")
    store.db.execute("DETACH plain")


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


QT = "QSqlQueryModel over an unencrypted copy, first 100 rows read"
BENCHES = (
    Bench("first rows of 1,000,000 leads", QT, 3.0, "ms", first_rows),
    Bench("memory of the list, 100,000 rows paged", "after 5,000 rows", 1.05, "MiB", memory),
)
