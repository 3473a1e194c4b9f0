"""What was said is put right after the save: each conversation keeps its own, the history gives it back."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from boothapp.actions import capture, demo, edit, leads
from boothapp.crm.record import record
from boothapp.domain.draft import Draft
from boothapp.domain.lead import Lead
from boothapp.domain.visitor import Visitor
from boothapp.domain.voice import Remark, Voice
from boothapp.errors import WrongCall
from boothapp.paths import Home
from boothapp.store.database import Store, open_store

NOW = datetime(2027, 4, 20, 9, 0, tzinfo=UTC)
HEAVY, DEAR, SOON = Remark("Too hevy", "doubt"), Remark("Dear", "price"), Remark("Call me soon")
MESSAGES = tuple(one.id for one in demo.demo_show().messages)
VISITOR = Visitor(full_name="Anna Vogel", emails=("anna@werft.example",))


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    """The demo show with A-0001, who said something in one conversation."""
    opened = open_store(home, "for this test")
    demo.make(opened, 0)
    talk(opened, Voice((HEAVY, DEAR), (MESSAGES[0],), ("Konkurra",)))
    yield opened
    opened.close()


def talk(store: Store, voice: Voice) -> None:
    capture.save(store, Draft(visitor=VISITOR, voice=voice, staff="lange"))


def now(store: Store) -> Lead:
    return leads.find(store, "A-0001")


def test_what_was_said_is_told_anew_and_goes_to_head_office(store: Store) -> None:
    first, second, *_ = MESSAGES
    anew = Voice((Remark("Too heavy", "doubt"),), (first, second), ())
    done = edit.correct(store, "A-0001", {}, "lange", NOW, anew)
    assert done.fields == ("remarks", "messages", "competitors")
    assert now(store).voice == anew
    assert done.lead.voice == anew
    assert now(store).revision == 2
    assert done.changes.topics == {"leads", "outbox"}
    line = leads.whole(store, "A-0001").history[-1]
    [visit] = now(store).visits
    assert (line.staff, line.detail["fields"]) == (
        "lange",
        {
            "remarks": {visit.id: [{"text": "Too hevy", "tag": "doubt"}, {"text": "Dear", "tag": "price"}]},
            "messages": {visit.id: [first]},
            "competitors": {visit.id: ["Konkurra"]},
        },
    )


def test_the_same_words_change_nothing(store: Store) -> None:
    assert edit.correct(store, "A-0001", {}, voice=now(store).voice).fields == ()
    assert now(store).revision == 1


def test_it_is_taken_back_and_that_again(store: Store) -> None:
    before, anew = now(store).voice, Voice((SOON,))
    done = edit.correct(store, "A-0001", {"company": "Werft"}, voice=anew)
    undone = edit.take_back(store, "A-0001", done.line)
    assert (now(store).voice, now(store).visitor.company) == (before, "")
    edit.take_back(store, "A-0001", undone.line)
    assert (now(store).voice, now(store).visitor.company) == (anew, "Werft")


def test_each_conversation_keeps_its_own_and_what_is_new_joins_the_last(store: Store) -> None:
    talk(store, Voice((SOON,), (), ("Zweiter",)))
    told = Voice((DEAR, SOON, Remark("New", "wish")), MESSAGES[:2], ("zweiter", "Dritter"))
    edit.correct(store, "A-0001", {}, voice=told)
    first, last = now(store).visits
    assert first.voice == Voice((DEAR,), (MESSAGES[0],))
    assert last.voice == Voice((SOON, Remark("New", "wish")), (MESSAGES[1],), ("Zweiter", "Dritter"))


def test_a_remark_reworded_stays_in_its_conversation(store: Store) -> None:
    talk(store, Voice((SOON,)))
    heavy, new = Remark("Too heavy", "doubt"), Remark("New", "wish")
    first, last = (visit.id for visit in now(store).visits)
    told = Voice((DEAR, SOON, heavy, new), now(store).voice.messages, now(store).voice.competitors)
    edit.correct(store, "A-0001", {}, voice=told, said_in=(first, last, first, ""))
    assert [visit.voice.remarks for visit in now(store).visits] == [(DEAR, heavy), (SOON, new)]


def test_taking_back_leaves_what_another_conversation_said_since(store: Store) -> None:
    done = edit.correct(store, "A-0001", {}, voice=Voice())
    talk(store, Voice((SOON,)))
    edit.take_back(store, "A-0001", done.line)
    assert now(store).voice.remarks == (HEAVY, DEAR, SOON)


def test_a_conversation_saved_meanwhile_stays(store: Store) -> None:
    before = now(store)
    talk(store, Voice((SOON,)))
    [visit] = before.visits
    edit.keep(store, before, edit.replace(before, visits=(edit.replace(visit, voice=Voice((DEAR,))),)))
    assert now(store).voice.remarks == (DEAR, SOON)


def test_competitors_are_spelt_as_the_show_knows_them(store: Store) -> None:
    known = leads.show_of(store, now(store)).competitors[0]
    edit.correct(store, "A-0001", {}, voice=Voice((), (), (known.upper(), known)))
    assert now(store).voice.competitors == (known,)


@pytest.mark.parametrize("voice", [Voice((Remark("x", "shoe"),)), Voice((), ("no-such-message",))])
def test_what_is_not_there_is_refused(store: Store, voice: Voice) -> None:
    with pytest.raises(WrongCall, match="is not in this show"):
        edit.correct(store, "A-0001", {}, voice=voice)
    assert now(store).revision == 1


def test_a_note_is_put_right_in_its_own_conversation_and_taken_back(store: Store) -> None:
    capture.save(store, Draft(visitor=VISITOR, note="Calls on Mondy", staff="lange"))
    capture.save(store, Draft(visitor=VISITOR, note="Has a new plant", staff="lange"))
    _, wrong, last = now(store).visits
    done = edit.correct(store, "A-0001", {}, "lange", notes={wrong.id: "Calls on Monday"})
    assert (done.fields, now(store).notes) == (("notes",), ("Calls on Monday", "Has a new plant"))
    assert done.changes.topics == {"leads", "outbox"}
    line = leads.whole(store, "A-0001").history[-1]
    assert line.detail["fields"] == {"notes": {wrong.id: "Calls on Mondy"}}
    assert edit.correct(store, "A-0001", {}, notes={last.id: last.note}).fields == ()
    undone = edit.take_back(store, "A-0001", done.line)
    assert now(store).notes == ("Calls on Mondy", "Has a new plant")
    edit.take_back(store, "A-0001", undone.line)
    assert now(store).notes == ("Calls on Monday", "Has a new plant")


def test_a_note_put_right_goes_to_head_office(store: Store) -> None:
    capture.save(store, Draft(visitor=VISITOR, note="Calls on Mondy"))
    revision, [*_, visit] = now(store).revision, now(store).visits
    lead = now(store)
    assert record(leads.show_of(store, lead), lead, None, "en").notes == ("Calls on Mondy",)
    edit.correct(store, "A-0001", {}, notes={visit.id: ""})
    lead = now(store)
    assert (lead.revision, lead.notes) == (revision + 1, ())
    assert record(leads.show_of(store, lead), lead, None, "en").notes == ()
