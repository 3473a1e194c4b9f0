"""A save taken back leaves no trace of its lead, or its lead as it was."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from boothapp.actions import capture, drafts, edit, late_card, leads, safety, undo
from boothapp.badge.reading import Reading
from boothapp.domain.capture import Capture
from boothapp.domain.delivery import Delivery
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.errors import Refused
from boothapp.paths import Home
from boothapp.store import leads as rows
from boothapp.store import outbox
from boothapp.store.database import Store
from boothapp.store.lists import Query
from tests import prepared

ANN = Visitor(full_name="Ann Abel", emails=("ann@abel.example",))
FIRST = Draft(visitor=ANN, capture=Capture(format="vcard", badge_id="B1"), consents=("mail",), staff="lange")


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = prepared.with_demo(home, "for this test", 3)
    yield store
    assert all(one.ok for one in safety.check(store))
    store.close()


def again(**more: object) -> Draft:
    """The same visitor's next conversation."""
    values = {"visitor": ANN, "answers": {"budget": ("approved",)}, "consents": ("phone",), **more}
    return Draft(**values)  # type: ignore[arg-type]


def found(store: Store) -> list[str]:
    return [line.id for line in leads.listed(store, Query("abel"))]


def test_a_lead_taken_back_is_nowhere_and_its_draft_is_whole(store: Store) -> None:
    before = store.value("SELECT count(*) FROM outbox")
    saved = capture.save(store, FIRST)
    assert found(store) == [FIRST.id]
    taken = undo.take_back(store, saved, FIRST)
    assert taken.draft == FIRST
    assert taken.changes.topics >= {"leads", "outbox", "drafts"}
    assert found(store) == []
    assert store.value("SELECT count(*) FROM outbox") == before
    assert store.value("SELECT count(*) FROM visits WHERE id = ?", (FIRST.id,)) == 0
    kept = drafts.newest(store, "ad26").kept
    assert kept is not None
    assert kept.draft == FIRST


def test_saved_again_it_has_the_same_number_and_takes_no_other(store: Store) -> None:
    saved = capture.save(store, FIRST)
    undo.take_back(store, saved, FIRST)
    other = capture.save(store, Draft(note="between"))
    second = capture.save(store, FIRST)
    assert (saved.lead.number, other.lead.number, second.lead.number) == ("A-0004", "A-0005", "A-0004")
    assert replace(second.lead, captured_at=saved.lead.captured_at).token == saved.lead.token
    assert drafts.of_show(store, "ad26") == []


def test_an_added_visit_goes_and_the_lead_is_as_it_was(store: Store) -> None:
    before = capture.save(store, FIRST).lead
    draft = again(visitor=replace(ANN, city="Roma"), owner="koval", picture=b"card")
    saved = capture.save(store, draft)
    taken = undo.take_back(store, saved, draft)
    assert taken.draft == draft
    whole = leads.whole(store, before.id)
    assert replace(whole.lead, revision=before.revision) == before
    assert whole.lead.revision == saved.lead.revision + 1
    assert (whole.pictures, [one.action for one in whole.history]) == ((), ["captured", undo.TAKEN_BACK])
    assert store.value("SELECT revision FROM outbox ORDER BY lead DESC LIMIT 1") == whole.lead.revision
    assert capture.save(store, draft).lead.visits[-1].id == draft.id


def test_what_was_corrected_since_stays(store: Store) -> None:
    first = capture.save(store, FIRST).lead
    draft = again(visitor=replace(ANN, city="Roma"))
    saved = capture.save(store, draft)
    edit.correct(store, first.id, {"company": "Abel AG"})
    undo.take_back(store, saved, draft)
    visitor = leads.find(store, first.id).visitor
    assert (visitor.company, visitor.city) == ("Abel AG", "")


def test_what_a_picture_added_meanwhile_comes_along(store: Store) -> None:
    saved = capture.save(store, FIRST)
    card = Reading("card", visitor=Visitor(full_name="Ann Abel", company="Abel AG"))
    late_card.add(store, FIRST.id, card, b"late picture")
    taken = undo.take_back(store, saved, FIRST)
    assert (taken.draft.visitor.company, taken.draft.picture) == ("Abel AG", b"late picture")


@pytest.mark.parametrize(
    ("state", "remote"),
    [("accepted", {}), ("gone", {}), ("sent", {}), ("waiting", {"sent": {"name": "Ann"}})],
)
def test_what_left_the_laptop_is_not_taken_back(
    store: Store, state: str, remote: dict[str, dict[str, str]]
) -> None:
    saved = capture.save(store, FIRST)
    deliver(store, Delivery(FIRST.id, "office", state, 1, **remote))  # type: ignore[arg-type]
    with pytest.raises(Refused, match="at head office already"):
        undo.take_back(store, saved, FIRST)
    assert found(store) == [FIRST.id]
    assert drafts.of_show(store, "ad26") == []


@pytest.mark.parametrize("state", ["held", "needs correction", "review", "waiting"])
def test_what_never_got_there_is_taken_back(store: Store, state: str) -> None:
    saved = capture.save(store, FIRST)
    deliver(store, Delivery(FIRST.id, "office", state, 1))  # type: ignore[arg-type]
    undo.take_back(store, saved, FIRST)
    assert found(store) == []


def test_a_visit_after_the_delivery_is_taken_back(store: Store) -> None:
    capture.save(store, FIRST)
    deliver(store, Delivery(FIRST.id, "office", "accepted", 1, {"lead": "9"}, {"name": "Ann Abel"}))
    draft = again()
    saved = capture.save(store, draft)
    undo.take_back(store, saved, draft)
    assert len(leads.find(store, FIRST.id).visits) == 1


def test_a_lead_with_another_conversation_since_stays(store: Store) -> None:
    saved = capture.save(store, FIRST)
    capture.save(store, again(), datetime.now(UTC) + timedelta(minutes=1))
    with pytest.raises(Refused, match="another conversation"):
        undo.take_back(store, saved, FIRST)
    assert len(leads.find(store, FIRST.id).visits) == 2


def test_a_save_is_taken_back_once(store: Store) -> None:
    saved = capture.save(store, FIRST)
    undo.take_back(store, saved, FIRST)
    with pytest.raises(Refused, match="not there"):
        undo.take_back(store, saved, FIRST)


def deliver(store: Store, delivery: Delivery) -> None:
    row = rows.row_of(store, FIRST.id)
    assert row is not None
    with store.transaction():
        outbox.put_target(store, outbox.TargetEntry("office", "tryton", "http://office.example"))
        outbox.put(store, row, delivery, datetime.now(UTC))
