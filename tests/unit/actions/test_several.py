"""Several leads get an owner, a next step or tags at once, in one transaction, and all is taken back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from boothapp.actions import capture, edit, leads, several
from boothapp.actions.several import Selected, Wanted
from boothapp.domain.draft import Draft
from boothapp.domain.lead import Lead
from boothapp.domain.visitor import Visitor
from boothapp.errors import WrongCall
from boothapp.paths import Home
from boothapp.store import lists
from boothapp.store.database import Store
from boothapp.store.lists import Query
from tests import prepared

NOW = datetime(2027, 4, 20, 9, 0, tzinfo=UTC)
DAY = date(2027, 5, 1)


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    """The demo show with four leads, A-0001 to A-0004."""
    opened = prepared.with_demo(home, "for this test")
    for name in ("Ada", "Bo", "Cleo", "Dan"):
        capture.save(opened, Draft(visitor=Visitor(full_name=name), staff="lange"))
    yield opened
    opened.close()


def every(store: Store) -> list[Lead]:
    return [leads.find(store, f"A-000{at}") for at in range(1, 5)]


def ids(store: Store, *places: int) -> Selected:
    return Selected(frozenset(every(store)[at].id for at in places))


def test_owner_step_day_and_tags_are_set_with_history_and_outbox(store: Store) -> None:
    wanted = Wanted("koval", "offer", DAY, ("VIP", "vip", "Press"))
    done = several.apply(store, ids(store, 0, 2), wanted, "lange", NOW)
    assert (done.count, done.fields) == (2, ("owner", "next_step", "tags"))
    assert done.changes.topics == {"leads", "outbox"}
    for at, lead in enumerate(every(store)):
        step = lead.next_step
        assert step is not None
        set_here = at in (0, 2)
        assert ((lead.owner, step.kind, lead.tags) == ("koval", "offer", ("VIP", "Press"))) == set_here
        assert lead.revision == (2 if set_here else 1)
        assert store.value("SELECT revision FROM outbox WHERE lead = ?", (at + 1,)) == lead.revision
    last = leads.whole(store, "A-0001").history[-1]
    assert (last.at, last.staff, last.station, last.action) == (NOW, "lange", "A", "edited")
    assert last.detail["fields"]["tags"] == []
    assert last.detail["together"] == 2


def test_those_that_have_it_already_stay_as_they_are(store: Store) -> None:
    several.apply(store, ids(store, 0), Wanted(add=("VIP",)))
    done = several.apply(store, ids(store, 0, 1), Wanted(add=("vip",)))
    assert done.count == 1
    assert [lead.revision for lead in every(store)] == [2, 2, 1, 1]
    nothing = several.apply(store, ids(store, 0, 1), Wanted(add=("VIP",)))
    assert (nothing.count, bool(nothing.changes)) == (0, False)


def test_a_step_without_a_day_keeps_the_day(store: Store) -> None:
    before = every(store)[0].next_step
    several.apply(store, ids(store, 0), Wanted(step="visit"))
    after = every(store)[0].next_step
    assert before is not None
    assert after is not None
    assert (after.kind, after.due) == ("visit", before.due)


def test_all_found_but_one(store: Store) -> None:
    but = every(store)[1].id
    query = Query(show=store.fact("show"), filters={"owner": (every(store)[0].owner,)})
    done = several.apply(store, Selected(frozenset({but}), query), Wanted(add=("Fair",)))
    assert done.count == 3
    assert [bool(lead.tags) for lead in every(store)] == [True, False, True, True]


def test_all_of_it_is_taken_back_but_not_what_came_since(store: Store) -> None:
    before = every(store)
    done = several.apply(store, ids(store, 0, 1), Wanted("koval", "offer", DAY, ("VIP",)))
    edit.correct(store, "A-0002", {"owner": "weber"})
    undone = several.take_back(store, done, "lange", NOW)
    assert undone.count == 2
    after = every(store)
    assert (after[0].owner, after[0].next_step, after[0].tags) == (before[0].owner, before[0].next_step, ())
    assert (after[1].owner, after[1].next_step, after[1].tags) == ("weber", before[1].next_step, ())
    last = leads.whole(store, "A-0001").history[-1]
    assert last.detail["undoes"] == done.lines[before[0].id]


@pytest.mark.parametrize("wanted", [Wanted(owner="nobody"), Wanted(step="dance")])
def test_what_is_not_there_is_said_and_nothing_changes(store: Store, wanted: Wanted) -> None:
    with pytest.raises(WrongCall):
        several.apply(store, ids(store, 0, 1), wanted)
    assert [lead.revision for lead in every(store)] == [1, 1, 1, 1]


def test_more_than_the_most_are_refused_whole(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(several, "MOST", 3)
    for selected in (ids(store, 0, 1, 2, 3), Selected(query=Query(show=store.fact("show")))):
        with pytest.raises(WrongCall, match="More than 3"):
            several.apply(store, selected, Wanted(add=("VIP",)))
    assert [lead.tags for lead in every(store)] == [(), (), (), ()]


def test_a_fault_in_the_middle_leaves_all_as_it_was(store: Store) -> None:
    with store.transaction():
        store.run("CREATE TRIGGER full BEFORE UPDATE ON leads WHEN OLD.row = 2 BEGIN"
                  " SELECT RAISE(ABORT, 'database or disk is full'); END")  # fmt: skip
    with pytest.raises(Exception, match="full"):
        several.apply(store, ids(store, 0, 1, 2), Wanted(add=("VIP",)))
    assert [lead.tags for lead in every(store)] == [(), (), (), ()]
    assert [len(leads.whole(store, f"A-000{at}").history) for at in range(1, 5)] == [1, 1, 1, 1]


def test_tags_are_found_and_told(store: Store) -> None:
    several.apply(store, ids(store, 3), Wanted(add=("VIP",)))
    found = lists.page(store, Query(show=store.fact("show"), filters={"tag": ("VIP",)}))
    assert [(line.name, line.tags) for line in found] == [("Dan", ("VIP",))]
    assert leads.whole_json(store, "A-0004")["tags"] == ["VIP"]


def test_all_that_are_found_are_named_unless_they_are_too_many(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = Query(limit=2, skip=1)
    assert several.found(store, query) == {lead.id for lead in every(store)}
    assert several.found(store, Query("cleo")) == {every(store)[2].id}
    monkeypatch.setattr(several, "MOST", 3)
    assert several.found(store, query) is None
