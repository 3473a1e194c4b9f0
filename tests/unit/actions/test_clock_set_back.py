"""A clock that is set back in the middle of a show: the last word stays the last, and nothing goes under."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from boothapp.actions import capture, consents, crowd, drafts, edit, leads, shows, undo
from boothapp.domain import ids
from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.store.database import Store
from boothapp.store.lists import Query

NOON = datetime(2026, 11, 18, 12, tzinfo=UTC)
BEFORE = NOON - timedelta(days=400)
ANN = Visitor(full_name="Ann Abel", company="Abel", city="Ulm", emails=("ann@abel.example",))


def said(**more: object) -> Draft:
    """One more conversation of the same visitor."""
    return Draft(visitor=ANN, **more)  # type: ignore[arg-type]


def test_what_the_visitor_takes_back_is_taken_back(store: Store) -> None:
    capture.save(store, said(consents=("mail", "phone")), NOON)
    lead = capture.save(store, said(withdrawn=("mail",)), BEFORE).lead
    assert lead.allowed == ("phone",)
    assert leads.find(store, lead.id).allowed == ("phone",)
    again = capture.save(store, said(consents=("mail",)), BEFORE).lead
    assert set(leads.find(store, again.id).allowed) == {"mail", "phone"}
    consents.withdraw(store, lead.id, (), "lange", at=BEFORE)
    assert leads.find(store, lead.id).allowed == ()


def test_the_last_answer_counts_and_the_last_conversation_is_the_last(store: Store) -> None:
    capture.save(store, said(answers={"need": ("none",)}, note="first"), NOON)
    saved = capture.save(store, said(answers={"need": ("urgent",)}, note="second"), BEFORE)
    lead = leads.find(store, saved.lead.id)
    assert dict(lead.basis.answers)["need"] == ("urgent",)
    assert [visit.note for visit in lead.visits] == ["first", "second"]
    assert lead.rating == saved.lead.rating


def test_undo_takes_back_the_conversation_saved_last(store: Store) -> None:
    capture.save(store, said(answers={"need": ("none",)}), NOON)
    draft = said(answers={"need": ("urgent",)}, consents=("mail",))
    saved = capture.save(store, draft, BEFORE)
    assert undo.take_back(store, saved, draft, BEFORE).draft == draft
    lead = leads.find(store, saved.lead.id)
    assert (len(lead.visits), lead.allowed) == (1, ())
    assert dict(lead.basis.answers)["need"] == ("none",)


def test_the_correction_made_last_is_undone_first(store: Store) -> None:
    id = capture.save(store, said(), NOON).lead.id
    first = edit.correct(store, id, {"city": "Kassel"}, "lange", NOON).line
    second = edit.correct(store, id, {"city": "Bonn"}, "lange", BEFORE).line
    history = leads.whole(store, id).history
    assert [change.id for change in history][-2:] == [first, second]
    assert edit.open_fields(history) == {second: {"city": "Kassel"}}
    edit.take_back(store, id, second, "lange", BEFORE)
    assert leads.find(store, id).visitor.city == "Kassel"


def test_a_crowds_badge_completed_later_keeps_its_last_word(store: Store) -> None:
    scanned = said(capture=Capture(format="vcard", badge_id="B1"))
    lead = crowd.scan(store, scanned, NOON).lead
    done = replace(scanned, lead=lead.id, consents=("mail",), note="completed")
    saved = capture.save(store, done, BEFORE)
    found = leads.find(store, saved.lead.id)
    assert (found.allowed, [visit.note for visit in found.visits]) == (("mail",), ["completed"])


def test_ids_go_on_in_their_order_and_the_lead_saved_last_is_first(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ids.new_id()
    monkeypatch.setattr(time, "time_ns", lambda: int(BEFORE.timestamp() * 1e9))
    made = [ids.new_id() for _ in range(3)]
    assert [before, *made] == sorted([before, *made])
    for at, name in ((NOON, "Noon"), (BEFORE, "Before")):
        capture.save(store, Draft(visitor=Visitor(full_name=name)), at)
    found = leads.listed(store, Query())
    assert [line.name for line in found] == ["Before", "Noon"]
    assert [line.number for line in found] == ["A-0002", "A-0001"]


def test_a_draft_written_before_is_written_over_and_comes_back(store: Store) -> None:
    draft = said(note="first")
    drafts.keep(store, draft, at=NOON)
    drafts.keep(store, replace(draft, note="second"), at=BEFORE)
    kept = drafts.newest(store, shows.current(store).id).kept
    assert kept is not None
    assert kept.draft.note == "second"
