"""What is asked at every keystroke and every save goes by an index, however many leads there are."""

from collections.abc import Callable, Iterator

import pytest

from boothapp.paths import Home
from boothapp.store import leads, lists, outbox
from boothapp.store.database import Store, open_store
from boothapp.store.lists import Query


@pytest.fixture
def asked(home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Store, list[str]]]:
    """A store, and the steps of every query asked of it since."""
    store = open_store(home, "for this test")
    steps: list[str] = []
    connection = store.db

    class Explained:
        """The connection, noting how it goes about each question."""

        def execute(self, sql: str, values: list[object]) -> object:
            if sql.startswith("SELECT"):
                plan = connection.execute(f"EXPLAIN QUERY PLAN {sql}", values)
                # Only the outer query: what is looked up for one lead may sort its one or two rows.
                steps.extend(detail for _, parent, _, detail in plan if parent == 0)
            return connection.execute(sql, values)

    with monkeypatch.context() as patched:
        patched.setattr(store, "db", Explained())
        yield store, steps
    store.close()


QUESTIONS: dict[str, Callable[[Store], object]] = {
    "badge": lambda store: leads.by_badge(store, "s", "SB1"),
    "mail": lambda store: leads.by_email(store, "s", "a@b.example"),
    "id": lambda store: leads.row_of(store, "x"),
    "visit": lambda store: leads.has_visit(store, 1, "x"),
    "typed": lambda store: lists.page(store, Query("mül", show="s")),
    "typed and hot": lambda store: lists.page(store, Query("mül", level="hot", show="s")),
    "newest": lambda store: lists.page(store, Query(show="s")),
    "hot": lambda store: lists.page(store, Query(level="hot", show="s")),
    "counts": lambda store: lists.counts(store, Query(show="s")),
    "delivery": lambda store: outbox.delivery(store, 1, "office"),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_nothing_is_sorted_and_no_table_is_read_whole(asked: tuple[Store, list[str]], name: str) -> None:
    store, steps = asked
    QUESTIONS[name](store)
    assert steps
    assert not [step for step in steps if "TEMP B-TREE" in step]
    whole = [step for step in steps if step.startswith("SCAN") and "VIRTUAL TABLE" not in step]
    # The newest leads are the table itself, read backwards up to the limit.
    assert whole == (["SCAN l"] if name == "newest" else [])
