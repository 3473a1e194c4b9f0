"""A deleted lead is in no list, search, pack or sending, and comes back until the next start."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from boothapp.actions import capture, claims, crowd, delete, demo, leads, packs, safety, shows, targets
from boothapp.actions.lane import here
from boothapp.domain.capture import Capture
from boothapp.domain.delivery import Delivery
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.errors import Refused, WrongCall
from boothapp.paths import Home
from boothapp.store import leads as rows
from boothapp.store import outbox
from boothapp.store.database import Store, open_store
from boothapp.store.lists import Query
from tests import prepared

ANN = Draft(visitor=Visitor(full_name="Ann Abel", emails=("ann@abel.example",)), consents=("mail",))
OTHER = Draft(visitor=Visitor(full_name="Otto Kranz", emails=("otto@kranz.example",)), consents=("mail",))
OPTIONS = {"database": "ci", "user": "boothapp"}


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = prepared.with_demo(home, "for this test")
    shows.start_new(store, "Autumn Dock", demo.demo_show())
    targets.add(store, "office", "tryton", "http://127.0.0.1:9", OPTIONS)
    for draft in (ANN, OTHER):
        capture.save(store, draft)
    yield store
    store.close()


def deliver(store: Store, delivery: Delivery) -> int:
    row = rows.row_of(store, ANN.id)
    assert row is not None
    with store.transaction():
        outbox.put(store, row, delivery, datetime.now(UTC))
    return row


def test_it_is_nowhere(store: Store) -> None:
    deleted = delete.delete(store, "A-0001")
    assert (deleted.lead.id, deleted.at_head_office) == (ANN.id, False)
    assert deleted.changes.leads == (ANN.id,)
    show = shows.current(store)
    assert [line.id for line in leads.listed(store, Query())] == [OTHER.id]
    assert leads.listed(store, Query("abel")) == []
    assert sum(leads.counts(store, Query(show=show.id)).values()) == 1
    assert (outbox.unsent(store), outbox.waiting(store, "office")) == (1, 1)
    assert len(rows.of_show(store, show.id)) == 1
    assert capture.seen(store, Draft(visitor=ANN.visitor)) is None
    with pytest.raises(WrongCall):
        leads.find(store, ANN.id)


def test_it_is_in_no_pack(store: Store, home: Home) -> None:
    delete.delete(store, ANN.id)
    assert packs.write(here(store), home.root.parent / "pack.zip").leads == 1


def test_a_lead_deleted_while_a_pack_is_made_is_left_out(
    store: Store, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packs, "CHUNK", 1)

    def told(_done: int, _all: int) -> None:
        if leads.listed(store, Query("kranz")):
            delete.delete(store, OTHER.id)

    assert packs.write(here(store), home.root.parent / "pack.zip", progress=told).leads == 1


def test_it_comes_back_with_its_history(store: Store) -> None:
    before = leads.whole(store, ANN.id)
    delete.delete(store, ANN.id)
    restored = delete.put_back(store, ANN.id, "lange")
    after = leads.whole(store, ANN.id)
    assert (restored.lead, after.lead, after.pictures) == (before.lead, before.lead, before.pictures)
    assert after.history[:-1] == before.history
    assert (after.history[-1].action, after.history[-1].staff) == (delete.PUT_BACK, "lange")
    assert [line.id for line in leads.listed(store, Query("abel"))] == [ANN.id]


def test_head_office_keeps_what_it_has(store: Store) -> None:
    deliver(store, Delivery(ANN.id, "office", "accepted", 1, {"lead": "9"}))
    assert delete.delete(store, ANN.id).at_head_office
    delete.put_back(store, ANN.id)
    assert [one.state for one in leads.whole(store, ANN.id).deliveries] == ["accepted"]


def test_a_lead_that_is_being_sent_stays_until_that_is_over(store: Store) -> None:
    soon = datetime.now(UTC) + timedelta(minutes=1)
    deliver(store, Delivery(ANN.id, "office", "sent", not_before=soon))
    with pytest.raises(Refused, match="being sent"):
        delete.delete(store, ANN.id)
    assert leads.find(store, ANN.id).id == ANN.id
    assert delete.delete(store, ANN.id, soon + timedelta(seconds=1)).at_head_office


def test_a_sending_that_has_begun_passes_over_it(store: Store) -> None:
    round = claims.begin(store, "office", ["A-0001"], with_demo=False)
    assert len(round.rows) == 2
    delete.delete(store, ANN.id)
    assert len(claims.pack(store, round, round.rows).rows) == 1


def test_after_the_next_start_it_is_gone_for_good(store: Store) -> None:
    delete.delete(store, ANN.id)
    delete.forget(store)
    with pytest.raises(Refused, match="before the last start"):
        delete.put_back(store, ANN.id)


def test_a_second_program_forgets_nothing_while_the_one_that_deleted_it_runs(
    store: Store, home: Home
) -> None:
    first = open_store(home, "for this test")
    delete.delete(first, ANN.id)
    delete.forget(store)
    delete.put_back(first, ANN.id)
    delete.delete(first, ANN.id)
    first.close()
    delete.forget(store)
    with pytest.raises(Refused, match="before the last start"):
        delete.put_back(store, ANN.id)


def test_a_conversation_saved_after_its_lead_was_deleted_is_a_lead_of_its_own(store: Store) -> None:
    badge = Capture(format="id", badge_id="B1", raw=b"B1")
    scanned = crowd.scan(store, Draft(visitor=Visitor(full_name="Ben Boll"), capture=badge, picture=b"card"))
    begun = crowd.take_up(store, scanned.visit).kept
    assert begun is not None
    said = replace(begun.draft, note="Wants a cell", picture=b"card")
    before = delete.delete(store, scanned.lead.id).lead
    saved = capture.save(store, said).lead
    assert (saved.notes, saved.number) == (("Wants a cell",), "A-0004")
    assert not capture.save(store, said).changes
    restored = delete.put_back(store, scanned.lead.id).lead
    assert restored == before
    assert leads.find(store, saved.id).notes == ("Wants a cell",)
    assert [one.number for one in crowd.waiting(store, shows.current(store).id)] == [before.number]
    assert all(one.ok for one in safety.check(store))


def test_a_lead_that_is_there_is_not_put_back_once_more(store: Store) -> None:
    with pytest.raises(Refused, match="there already"):
        delete.put_back(store, ANN.id)


def test_an_ordinary_save_asks_nothing_about_deleted_leads(store: Store) -> None:
    asked: list[str] = []
    store.db.set_trace_callback(asked.append)
    capture.save(store, Draft(visitor=Visitor(full_name="Cem Conte")))
    capture.save(store, replace(ANN, id=Draft().id, note="again"))
    store.db.set_trace_callback(None)
    assert [sql for sql in asked if "FROM removed WHERE id" in sql] == []
    assert [sql for sql in asked if sql in ("BEGIN IMMEDIATE", "COMMIT")] == ["BEGIN IMMEDIATE", "COMMIT"] * 2
