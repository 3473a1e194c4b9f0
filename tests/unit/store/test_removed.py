"""A deleted lead is in no table, and comes back whole."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from boothapp.actions import capture
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.paths import Home
from boothapp.store import leads, listed, removed, search
from boothapp.store.database import Row, Store
from tests import prepared

AT = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = prepared.with_demo(home, "for this test", 60)
    yield store
    store.close()


def everything(store: Store) -> dict[str, list[Row]]:
    """Every row of every table a lead has something in."""
    tables = [name for name, _ in removed._parts(store)]
    return {table: sorted(store.rows(f"SELECT * FROM {table} "), key=repr) for table in (*tables, "leads")}


def take_out(store: Store, row: int) -> str:
    id = leads.get(store, row).id
    with store.transaction():
        removed.keep_and_take_out(store, row, AT)
    return id


def put_back(store: Store, id: str) -> int | None:
    with store.transaction():
        return removed.put_back(store, id)


def test_every_table_that_knows_of_leads_is_known(store: Store) -> None:
    tables = [row["name"] for row in store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    with_lead = {
        table
        for table in tables
        if "lead" in {column["name"] for column in store.rows(f"PRAGMA table_info({table})")}
    }
    assert {table for table, _ in removed._parts(store)} == with_lead


def test_every_lead_comes_back_whole(store: Store) -> None:
    before = everything(store)
    rows = [row["row"] for row in before["leads"]]
    ids = [take_out(store, row) for row in rows]
    assert all(not rows for rows in everything(store).values())
    assert store.value("SELECT count(*) FROM search_docsize") == 0
    assert [put_back(store, id) for id in reversed(ids)] == list(reversed(rows))
    assert everything(store) == before
    assert store.value("SELECT count(*) FROM search_docsize") == len(rows)
    assert store.value("SELECT count(*) FROM removed") == 0


def test_nobody_takes_the_row_of_a_lead_that_may_come_back(store: Store) -> None:
    last = take_out(store, 60)
    saved = capture.save(store, Draft(visitor=Visitor(full_name="Next One")))
    assert leads.row_of(store, saved.lead.id) == 61
    assert put_back(store, last) == 60
    assert not search.lacks(store)


def test_a_lead_whose_words_are_not_in_the_index_yet_is_deleted_too(store: Store) -> None:
    saved = capture.save(store, Draft(visitor=Visitor(full_name="Next One")))
    row = leads.row_of(store, saved.lead.id)
    assert row is not None
    take_out(store, row)
    assert store.value("SELECT count(*) FROM search_docsize") == 60
    assert put_back(store, saved.lead.id) == row


def test_a_target_that_is_gone_leaves_its_deliveries_behind(store: Store) -> None:
    row = int(store.value("SELECT lead FROM deliveries LIMIT 1"))
    with store.transaction():
        store.run("DELETE FROM deliveries WHERE lead <> ?", (row,))
        store.run("DELETE FROM outcomes WHERE lead <> ?", (row,))
    id = take_out(store, row)
    with store.transaction():
        store.run("DELETE FROM targets")
    assert put_back(store, id) == row
    assert store.value("SELECT count(*) FROM deliveries") == 0


def test_what_is_forgotten_does_not_come_back(store: Store) -> None:
    id = take_out(store, 1)
    removed.forget_all(store)
    assert put_back(store, id) is None


def listed_rows(store: Store) -> tuple[list[Row], list[Row]]:
    """What the list of leads is sorted and filtered by."""
    listed.catch_up(store)
    return store.rows("SELECT * FROM listed ORDER BY row"), store.rows(
        "SELECT * FROM list_facets ORDER BY 1, 2"
    )


@pytest.mark.parametrize("row", [1, 30, 60])
def test_a_lead_that_comes_back_is_sorted_and_filtered_as_before(store: Store, row: int) -> None:
    lines, facets = listed_rows(store)
    id = take_out(store, row)
    less, fewer = listed_rows(store)
    assert row not in {line["row"] for line in less}
    assert row not in {facet["row"] for facet in fewer}
    put_back(store, id)
    assert listed_rows(store) == (lines, facets)
