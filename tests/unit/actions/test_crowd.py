"""Badges scanned in a crowd: each a lead at once, completed later as the same conversation."""

from dataclasses import replace

import pytest

from boothapp.actions import capture, crowd, delete, drafts, leads, undo
from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.errors import Refused
from boothapp.store.crowd import Waiting
from boothapp.store.database import Store

SHOW = "ad26"


@pytest.fixture
def store(sound_store: Store) -> Store:
    return sound_store


def badge(name: str, id: str) -> Draft:
    return Draft(
        visitor=Visitor(full_name=name),
        capture=Capture(format="id", badge_id=id, raw=id.encode()),
        staff="lange",
    )


def queue(store: Store) -> list[Waiting]:
    return crowd.waiting(store, SHOW)


def opened(store: Store, visit: str) -> Draft:
    kept = crowd.take_up(store, visit).kept
    assert kept is not None
    return kept.draft


def test_twenty_badges_are_twenty_leads_that_wait_in_their_order(store: Store) -> None:
    scans = [badge(f"Visitor {at}", f"B{at}") for at in range(20)]
    numbers = [crowd.scan(store, one).lead.number for one in scans]
    assert [one.visit for one in reversed(queue(store))] == [one.id for one in scans]
    assert [one.number for one in reversed(queue(store))] == numbers
    assert len(set(numbers)) == 20
    assert "no-talk" in leads.find(store, scans[0].id).flags


def test_a_badge_scanned_twice_waits_once(store: Store) -> None:
    crowd.scan(store, badge("Ann Abel", "B1"))
    second = crowd.scan(store, badge("Ann Abel", "B1"))
    assert (len(queue(store)), bool(second.changes), len(second.lead.visits)) == (1, False, 1)


def test_completed_it_is_the_same_conversation_of_the_same_lead(store: Store) -> None:
    first = crowd.scan(store, badge("Ann Abel", "B1")).lead
    draft = opened(store, first.id)
    assert (draft.id, draft.visitor.name, draft.capture.badge_id) == (first.id, "Ann Abel", "B1")
    assert capture.known(store, draft).lead is None
    said = replace(draft, answers={"budget": ("approved",)}, note="Wants a cell", consents=("mail",))
    saved = capture.save(store, said)
    whole = leads.whole(store, first.id)
    [visit] = whole.lead.visits
    assert (whole.lead.number, visit.note, visit.at) == (first.number, "Wants a cell", first.captured_at)
    assert visit.answers == {"budget": ("approved",)}
    assert (whole.lead.allowed, whole.lead.rating) == (("mail",), saved.lead.rating)
    assert whole.lead.rating.points > first.rating.points
    assert [one.action for one in whole.history] == ["captured", capture.COMPLETED]
    assert queue(store) == []
    assert drafts.of_show(store, SHOW) == []
    assert store.value("SELECT max(revision) FROM outbox WHERE lead = 4") == whole.lead.revision == 2
    assert not capture.save(store, said).changes


def test_the_same_scan_saved_twice_changes_nothing_and_still_waits(store: Store) -> None:
    scan = badge("Ann Abel", "B1")
    crowd.scan(store, scan)
    assert not capture.save(store, scan).changes
    assert [one.visit for one in queue(store)] == [scan.id]


def test_a_save_asks_nothing_about_a_crowd_unless_it_was_opened_from_the_queue(store: Store) -> None:
    crowd.scan(store, badge("Ann Abel", "B1"))
    first, again, typed = (
        badge("Ben Boll", "B2"),
        badge("Ben Boll", "B2"),
        Draft(visitor=Visitor(full_name="Al")),
    )
    waited = opened(store, crowd.scan(store, badge("Cem Conte", "B3")).visit)
    asked: list[str] = []
    store.db.set_trace_callback(asked.append)
    for draft in (first, again, typed):
        capture.save(store, draft)
    assert "INSERT INTO leads" in " ".join(asked)
    assert [sql for sql in asked if "crowd" in sql] == []
    capture.save(store, waited)
    assert [sql for sql in asked if "crowd" in sql] != []
    store.db.set_trace_callback(None)


def test_a_completion_taken_back_waits_again(store: Store) -> None:
    first = crowd.scan(store, badge("Ann Abel", "B1")).lead
    said = replace(opened(store, first.id), note="Wants a cell", consents=("mail",))
    saved = capture.save(store, said)
    taken = undo.take_back(store, saved, said)
    lead = leads.find(store, first.id)
    assert taken.draft == said
    assert (replace(lead, revision=1), lead.revision) == (first, 3)
    assert [one.visit for one in queue(store)] == [first.id]
    assert capture.save(store, said).lead.notes == ("Wants a cell",)
    assert queue(store) == []


def test_what_was_begun_for_one_that_waits_is_there_when_it_is_opened_again(store: Store) -> None:
    first = crowd.scan(store, badge("Ann Abel", "B1")).lead
    drafts.keep(store, replace(opened(store, first.id), note="half a"), aside=True)
    assert opened(store, first.id).note == "half a"
    drafts.forget(store, first.id)
    assert opened(store, first.id).note == ""


def test_a_visitor_of_before_gets_one_more_conversation_and_completes_that(store: Store) -> None:
    before = capture.save(store, replace(badge("Ann Abel", "B1"), note="first")).lead
    scanned = crowd.scan(store, badge("Ann Abel", "B1"))
    assert (scanned.lead.id, len(scanned.lead.visits)) == (before.id, 2)
    draft = opened(store, scanned.visit)
    capture.save(store, replace(draft, note="second"))
    assert leads.find(store, before.id).notes == ("first", "second")


def test_a_scan_taken_back_is_gone_and_can_be_put_back(store: Store) -> None:
    first = crowd.scan(store, badge("Ann Abel", "B1")).lead
    gone = crowd.take_back(store, first.id)
    assert (gone.deleted, queue(store)) == (True, [])
    delete.put_back(store, first.id)
    assert [one.visit for one in queue(store)] == [first.id]
    capture.save(store, replace(opened(store, first.id), note="said"))
    with pytest.raises(Refused, match="wait any more"):
        crowd.take_back(store, first.id)


def test_what_was_said_since_stays_a_draft_when_the_scan_is_taken_back(store: Store) -> None:
    first = crowd.scan(store, badge("Ann Abel", "B1")).lead
    begun = replace(opened(store, first.id), note="Wants 20 arms", consents=("mail",))
    drafts.keep(store, replace(begun, note="Wants"))
    gone = crowd.take_back(store, first.id, form=begun)
    assert (gone.begun, gone.deleted, queue(store)) == (begun, True, [])
    assert [kept.draft for kept in drafts.of_show(store, SHOW)] == [begun]
    delete.put_back(store, first.id)
    saved = capture.save(store, begun).lead
    assert (saved.id, saved.notes, saved.allowed, queue(store)) == (
        first.id,
        ("Wants 20 arms",),
        ("mail",),
        [],
    )


def test_a_draft_put_aside_stays_when_its_scan_is_taken_back_elsewhere(store: Store) -> None:
    capture.save(store, replace(badge("Ann Abel", "B1"), note="first"))
    scanned = crowd.scan(store, badge("Ann Abel", "B1"))
    begun = replace(opened(store, scanned.visit), note="second")
    drafts.keep(store, begun, aside=True)
    assert crowd.take_back(store, scanned.visit).begun == begun
    assert capture.save(store, begun).lead.notes == ("first", "second")


def test_a_scan_that_was_only_looked_at_leaves_no_draft(store: Store) -> None:
    first = crowd.scan(store, badge("Ann Abel", "B1")).lead
    gone = crowd.take_back(store, first.id, form=opened(store, first.id))
    assert (gone.begun, drafts.of_show(store, SHOW)) == (None, [])


def test_only_the_scan_of_a_visitor_of_before_is_taken_back(store: Store) -> None:
    before = capture.save(store, replace(badge("Ann Abel", "B1"), note="first")).lead
    scanned = crowd.scan(store, badge("Ann Abel", "B1"))
    gone = crowd.take_back(store, scanned.visit)
    assert (gone.deleted, queue(store)) == (False, [])
    assert leads.find(store, before.id).visits == before.visits


def test_a_deleted_lead_waits_no_longer(store: Store) -> None:
    first = crowd.scan(store, badge("Ann Abel", "B1")).lead
    delete.delete(store, first.id)
    assert queue(store) == []
    assert crowd.take_up(store, first.id).kept is None


def test_what_is_said_of_a_conversation_that_another_window_completed_is_kept(store: Store) -> None:
    first = crowd.scan(store, badge("Ann Abel", "B1")).lead
    draft = opened(store, first.id)
    capture.save(store, replace(draft, note="In the other window"))
    said = replace(draft, note="Wants 20 arms", answers={"budget": ("approved",)}, consents=("mail",))
    drafts.keep(store, said)
    before = leads.find(store, first.id)
    saved = capture.save(store, said)
    lead = leads.find(store, first.id)
    assert (lead.notes, lead.allowed) == (("In the other window", "Wants 20 arms"), ("mail",))
    assert (lead.rating.points > before.rating.points, bool(saved.changes)) == (True, True)
    assert drafts.of_show(store, SHOW) == []
    assert not capture.save(store, said).changes
    back = undo.take_back(store, saved, said)
    assert (back.draft, replace(leads.find(store, first.id), revision=before.revision)) == (said, before)


@pytest.mark.parametrize(
    "more",
    [
        {"note": "Wants a cell"},
        {"answers": {"budget": ("approved",)}},
        {"consents": ("mail",)},
        {"picture": b"card"},
        {"owner": "koval"},
        {"visitor": Visitor(full_name="Ann Abel", company="Abel AG")},
    ],
)
def test_nothing_of_a_draft_goes_with_its_save(store: Store, more: dict[str, object]) -> None:
    first = crowd.scan(store, badge("Ann Abel", "B1")).lead
    draft = opened(store, first.id)
    capture.save(store, replace(draft, note="In the other window"))
    assert not capture.save(store, draft).changes
    assert capture.save(store, replace(draft, **more)).changes
