"""What is asked at every keystroke and every save goes by an index, however many leads there are."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest

from boothapp.actions import capture, demo
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.paths import Home
from boothapp.store import crowd, day, leads, listed, lists, outbox, together
from boothapp.store.database import Store, open_store
from boothapp.store.lists import Query
from tests import prepared


@pytest.fixture
def asked(home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Store, list[str]]]:
    """A store, and the steps of every query asked of it since."""
    store = prepared.with_demo(home, "for this test", 20)
    with store.transaction():
        store.run("INSERT INTO shows (id, name, kit) SELECT 's', name, kit FROM shows")
        store.run("UPDATE leads SET show = 's', tags = '[]'")
    steps: list[str] = []
    connection = store.db

    class Explained:
        """The connection, noting how it goes about each question."""

        def __getattr__(self, name: str) -> object:
            return getattr(connection, name)

        def execute(self, sql: str, values: Sequence[object] = ()) -> object:
            if sql.startswith("SELECT"):
                plan = connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)
                # Only the outer query: what is looked up for one lead may sort its one or two rows.
                steps.extend(detail for _, parent, _, detail in plan if parent == 0)
            return connection.execute(sql, values)

    with monkeypatch.context() as patched:
        patched.setattr(store, "db", Explained())
        yield store, steps
    store.close()


OVERDUE = {"due": ("<2027-01-01", "2027-01-01")}
HOT = {"rating": ("hot", "warm"), "station": ("A",)}
# Lists within a query are no table; what is to be listed again, and a crowd, are mostly nothing.
READ_WHOLE = ("SCAN c", "VIRTUAL TABLE", "json_each", "(subquery", "list_stale")
QUESTIONS: dict[str, Callable[[Store], object]] = {
    "badge": lambda store: leads.by_badge(store, "s", "SB1"),
    "mail": lambda store: leads.by_email(store, "s", "a@b.example"),
    "id": lambda store: leads.row_of(store, "x"),
    "visit": lambda store: leads.has_visit(store, 1, "x"),
    "typed": lambda store: lists.page(store, Query("mül", show="s")),
    "typed and hot": lambda store: lists.page(store, Query("mül", level="hot", show="s")),
    "newest": lambda store: lists.page(store, Query(show="s")),
    "hot": lambda store: lists.page(store, Query(level="hot", show="s")),
    **{
        f"by {sort}": partial(lists.page, query=Query(show="s", sort=sort, limit=5, after=("m", 7)))
        for sort in lists.SORTS
        if sort != "newest"
    },
    "by name, hot": lambda store: lists.page(store, Query(show="s", sort="name", filters=HOT)),
    "by name, typed": lambda store: lists.page(store, Query("mül", show="s", sort="name")),
    "filtered": lambda store: lists.page(store, Query(show="s", filters=HOT)),
    "filtered twice": lambda store: lists.page(store, Query(show="s", filters=HOT | {"owner": ("koval",)})),
    "filtered and typed": lambda store: lists.page(store, Query("mül", show="s", filters=HOT)),
    "overdue": lambda store: lists.page(store, Query(show="s", filters=OVERDUE)),
    "from the end": lambda store: lists.page(store, Query(show="s", back=True, skip=3)),
    "place": lambda store: lists.before(store, Query(show="s", sort="name"), 1),
    "total": lambda store: lists.total(store, Query(show="s", filters=HOT)),
    "facets": lambda store: lists.facets(store, Query(show="s", filters=HOT)),
    "facets overdue": lambda store: lists.facets(store, Query(show="s", filters=OVERDUE), OVERDUE),
    "listing": listed.catch_up,
    "counts": lambda store: lists.counts(store, Query(show="s")),
    "day": lambda store: day.counts(store, "s", "2026-11-17"),
    "days": lambda store: day.days(store, "s"),
    "newest moment": lambda store: day.newest(store, "s"),
    "queue": lambda store: crowd.of_show(store, "s"),
    "whole number": lambda store: lists.places(store, Query("+49 40 5550123", show="s", limit=8)),
    "name and company": lambda store: lists.places(store, Query("anna vogel werft", show="s", limit=8)),
    "together": lambda store: together.of_lead(store, 1),
    "waits": lambda store: crowd.row_of(store, "x"),
    "delivery": lambda store: outbox.delivery(store, 1, "office"),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_nothing_is_sorted_and_no_table_is_read_whole(asked: tuple[Store, list[str]], name: str) -> None:
    store, steps = asked
    QUESTIONS[name](store)
    assert steps
    assert not [step for step in steps if "TEMP B-TREE" in step]
    whole = [step for step in steps if step.startswith("SCAN") and not any(one in step for one in READ_WHOLE)]
    # The newest leads are the table itself, read backwards up to the limit.
    assert whole == (["SCAN l"] if name == "newest" else [])


def test_a_save_prepares_no_statement_anew_however_many_were_run_before(home: Home) -> None:
    store = open_store(home, "for this test")
    demo.make(store, 0)
    for name in ("First One", "Next One"):
        capture.save(store, Draft(visitor=Visitor(full_name=name)))
    prepared: list[int] = []

    def prepares(action: int, *_what: object) -> int:
        prepared.append(action)
        return 0

    # The engine asks it about all that a statement does, each time it prepares one.
    store.db.set_authorizer(prepares)
    capture.save(store, Draft(visitor=Visitor(full_name="Last of Old")))
    prepared.clear()
    capture.save(store, Draft(visitor=Visitor(full_name="One More")))
    store.close()
    assert not prepared
