"""Conversations kept while people type, and taken up again."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from boothapp.actions import capture, drafts, station
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.errors import EnvironmentFault
from boothapp.paths import Home
from boothapp.store import outbox
from boothapp.store.database import Store, open_store
from tests import prepared

ANN = Draft(visitor=Visitor(full_name="Ann Abel"), picture=b"card")


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = prepared.with_demo(home, "for this test")
    yield store
    store.close()


def ids(store: Store) -> list[str]:
    return [one.draft.id for one in drafts.of_show(store, "ad26")]


def test_a_draft_is_kept_once_and_an_empty_one_not_at_all(store: Store) -> None:
    for _ in range(2):
        assert drafts.keep(store, ANN).topics == {"drafts"}
    assert ids(store) == [ANN.id]
    drafts.keep(store, Draft(id=ANN.id))
    drafts.keep(store, Draft())
    assert ids(store) == []


def test_a_save_removes_its_draft_and_no_other(store: Store) -> None:
    other = Draft(note="another")
    for draft in (ANN, other):
        drafts.keep(store, draft)
    capture.save(store, ANN)
    assert ids(store) == [other.id]


def test_a_save_that_fails_leaves_its_draft(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts.keep(store, ANN)

    def full(*_: object) -> None:
        raise EnvironmentFault("The disk is full.")

    monkeypatch.setattr(outbox, "queue", full)
    with pytest.raises(EnvironmentFault):
        capture.save(store, ANN)
    assert ids(store) == [ANN.id]


def test_the_newest_of_this_station_comes_back_and_none_put_aside(store: Store) -> None:
    now = datetime.now(UTC)
    aside, elsewhere = Draft(note="put aside"), Draft(note="of another laptop")
    drafts.keep(store, Draft(note="older"), at=now)
    drafts.keep(store, ANN, at=now + timedelta(seconds=1))
    drafts.keep(store, aside, aside=True, at=now + timedelta(seconds=2))
    station.name(store, "B")
    drafts.keep(store, elsewhere, at=now + timedelta(seconds=3))
    station.name(store, "A")
    kept = drafts.newest(store, "ad26").kept
    assert kept is not None
    assert kept.draft == ANN
    assert drafts.newest(store, "another").kept is None


def test_what_another_person_held_does_not_come_back_by_itself(store: Store) -> None:
    now = datetime.now(UTC)
    drafts.keep(store, Draft(note="of nobody"), at=now)
    drafts.keep(store, Draft(note="of Lange", staff="lange"), at=now + timedelta(seconds=1))
    found = {who: drafts.newest(store, "ad26", who).kept for who in ("bondar", "lange", "")}
    notes = {who: kept.draft.note for who, kept in found.items() if kept}
    assert notes == {"bondar": "of nobody", "lange": "of Lange", "": "of Lange"}


def test_two_open_stores_hold_their_own_drafts(store: Store, home: Home) -> None:
    drafts.keep(store, ANN)
    other = open_store(home, "for this test")
    assert ids(other) == []
    assert drafts.newest(other, "ad26").kept is None
    assert (drafts.take_up(other, ANN.id).kept, drafts.forget(other, ANN.id).kept) == (None, None)
    drafts.keep(store, ANN, aside=True)
    assert drafts.take_up(other, ANN.id).kept is not None
    assert ids(store) == []
    other.close()
    assert ids(store) == [ANN.id]


def test_a_draft_taken_up_is_the_one_to_come_back(store: Store) -> None:
    drafts.keep(store, ANN, aside=True)
    taken = drafts.take_up(store, ANN.id)
    assert taken.kept is not None
    assert taken.kept.draft == ANN
    assert drafts.newest(store, "ad26").kept == taken.kept
    assert drafts.take_up(store, "nothing").kept is None


def test_a_deleted_draft_is_put_back_whole(store: Store) -> None:
    drafts.keep(store, ANN, aside=True)
    taken = drafts.forget(store, ANN.id)
    assert (ids(store), taken.changes.topics) == ([], {"drafts"})
    assert taken.kept is not None
    drafts.put_back(store, taken.kept)
    assert drafts.take_up(store, ANN.id).kept is not None
    assert drafts.forget(store, "nothing").kept is None
