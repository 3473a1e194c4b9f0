"""Several people in one conversation: a lead each, saved and taken back as one."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from boothapp.actions import (
    capture,
    consents,
    crowd,
    delete,
    drafts,
    leads,
    packs,
    shows,
    together,
)
from boothapp.actions.lane import here
from boothapp.crm import lead_text
from boothapp.crm.record import record
from boothapp.domain.capture import Capture
from boothapp.domain.companion import Companion
from boothapp.domain.draft import Draft
from boothapp.domain.next_step import NextStep
from boothapp.domain.touch import Touch
from boothapp.domain.visitor import Visitor
from boothapp.domain.voice import Remark, Voice
from boothapp.errors import Refused
from boothapp.store import outbox
from boothapp.store.database import Store

SHOW = "ad26"
COMPANY = "Werft Nord GmbH"


@pytest.fixture
def store(sound_store: Store) -> Store:
    return sound_store


def badge(id: str) -> Capture:
    return Capture(format="id", badge_id=id, raw=id.encode())


def one(name: str, id: str, *consents: str, company: str = COMPANY) -> Companion:
    return Companion(visitor=Visitor(full_name=name, company=company), capture=badge(id), consents=consents)


def talk(*others: Companion) -> Draft:
    """Anna Vogel at the stand, with these."""
    return Draft(
        visitor=Visitor(full_name="Anna Vogel", company=COMPANY),
        capture=badge("B1"),
        consents=("mail",),
        answers={"budget": ("approved",)},
        interests=("arm",),
        touches=(Touch("demo", "live"),),
        pieces=("polar",),
        note="Wants a cell",
        voice=Voice((Remark("Too heavy", "doubt"),)),
        staff="lange",
        others=others,
    )


THREE = (one("Ben Boll", "B2"), one("Cem Conte", "B3", "phone"))


def names(store: Store, lead: str) -> list[str]:
    return [other.name for other in leads.whole(store, lead).together]


def test_each_person_is_a_lead_of_the_same_talk(store: Store) -> None:
    draft = talk(*THREE)
    saved = together.save(store, draft)
    found = [leads.find(store, one.lead.id) for one in saved.each]
    assert [lead.visitor.name for lead in found] == ["Anna Vogel", "Ben Boll", "Cem Conte"]
    assert len({lead.number for lead in found}) == len({lead.token for lead in found}) == 3
    [first, *others] = [lead.visits[0] for lead in found]
    shared = ("answers", "interests", "touches", "pieces", "note", "voice", "staff", "at", "station")
    for visit in others:
        assert [getattr(visit, name) for name in shared] == [getattr(first, name) for name in shared]
    assert len({lead.rating for lead in found}) == 1
    assert len({(lead.owner, lead.next_step) for lead in found}) == 1
    assert found[0].owner
    assert [visit.capture.badge_id for visit in (first, *others)] == ["B1", "B2", "B3"]


def test_consent_is_each_persons_own(store: Store) -> None:
    saved = together.save(store, talk(*THREE))
    assert [leads.find(store, one.lead.id).allowed for one in saved.each] == [("mail",), (), ("phone",)]


def test_each_knows_the_others_and_waits_for_head_office_by_itself(store: Store) -> None:
    before = outbox.unsent(store)
    anna, ben, cem = (one.lead.id for one in together.save(store, talk(*THREE)).each)
    assert names(store, anna) == ["Ben Boll", "Cem Conte"]
    assert names(store, ben) == ["Anna Vogel", "Cem Conte"]
    assert outbox.unsent(store) == before + 3
    delete.delete(store, cem)
    assert names(store, ben) == ["Anna Vogel"]
    delete.put_back(store, cem)
    assert names(store, ben) == ["Anna Vogel", "Cem Conte"]


def test_head_office_and_pack_name_the_others_but_nobody_who_took_consent_back(
    store: Store, tmp_path: Path
) -> None:
    anna, ben, cem = (one.lead for one in together.save(store, talk(*THREE)).each)
    show, row = shows.current(store), leads.row_of(store, anna.id)
    line = f"In conversation with {ben.number} Ben Boll, {cem.number} Cem Conte"
    assert line in lead_text.story(record(show, anna, None, "en", together.others(store, row))).splitlines()
    consents.withdraw(store, cem.id, ["phone"])
    packs.write(here(store), tmp_path / "pack.zip")
    with zipfile.ZipFile(tmp_path / "pack.zip") as pack:
        files = {name: pack.read(name).decode("utf-8-sig") for name in ("leads.csv", "leads.vcf")}
    assert "Ben Boll" in files["leads.csv"]
    assert f"In conversation with {ben.number} Ben Boll" in files["leads.vcf"].replace("\r\n ", "")
    assert not [name for name, said in files.items() if "Cem Conte" in said]


def test_nobody_is_named_by_an_address(store: Store) -> None:
    nameless = Companion(visitor=Visitor(emails=("ben@boll.example",)))
    anna, ben = (one.lead for one in together.save(store, talk(nameless)).each)
    assert together.others(store, leads.row_of(store, anna.id)) == ((ben.number, ""),)


def test_who_came_alone_stood_with_nobody(store: Store) -> None:
    saved = together.save(store, talk(Companion()))
    assert len(saved.each) == 1
    assert names(store, saved.each[0].lead.id) == []


def test_an_ordinary_save_asks_nothing_about_others(store: Store) -> None:
    asked: list[str] = []
    store.db.set_trace_callback(asked.append)
    capture.save(store, talk())
    store.db.set_trace_callback(None)
    assert "INSERT INTO leads" in " ".join(asked)
    assert [sql for sql in asked if "together" in sql] == []


def test_saved_twice_is_saved_once(store: Store) -> None:
    draft = talk(*THREE)
    together.save(store, draft)
    count = store.value("SELECT count(*) FROM leads")
    again = together.save(store, draft)
    assert (bool(again.changes), store.value("SELECT count(*) FROM leads")) == (False, count)


def test_the_whole_group_is_taken_back_and_saved_again_under_the_same_numbers(store: Store) -> None:
    draft = talk(*THREE)
    drafts.keep(store, draft)
    saved = together.save(store, draft)
    count = store.value("SELECT count(*) FROM leads")
    taken = together.take_back(store, saved.each, draft)
    assert store.value("SELECT count(*) FROM leads") == count - 3
    assert store.value("SELECT count(*) FROM together") == 0
    [kept] = drafts.of_show(store, SHOW)
    assert kept.draft == taken.draft
    assert [one.visitor.name for one in taken.draft.others] == ["Ben Boll", "Cem Conte"]
    again = together.save(store, taken.draft)
    assert [one.lead.number for one in again.each] == [one.lead.number for one in saved.each]
    assert [one.lead.id for one in again.each] == [one.lead.id for one in saved.each]
    assert drafts.of_show(store, SHOW) == []


def test_one_with_another_conversation_since_keeps_the_whole_group(store: Store) -> None:
    draft = talk(*THREE)
    saved = together.save(store, draft)
    ben = saved.each[1].lead
    capture.save(store, Draft(visitor=ben.visitor, capture=badge("B2"), note="again"))
    with pytest.raises(Refused):
        together.take_back(store, saved.each, draft)
    assert names(store, saved.each[0].lead.id) == ["Ben Boll", "Cem Conte"]
    assert drafts.of_show(store, SHOW) == []


def test_who_was_here_before_gets_one_more_visit_and_keeps_the_owner(store: Store) -> None:
    first = Draft(visitor=THREE[0].visitor, capture=badge("B2"), owner="koval", note="first")
    before = capture.save(store, first).lead
    draft = replace(talk(*THREE), owner="")
    saved = together.save(store, draft)
    ben = leads.find(store, before.id)
    assert (ben.notes, ben.owner) == (("first", "Wants a cell"), "koval")
    assert names(store, saved.each[0].lead.id) == ["Ben Boll", "Cem Conte"]
    together.take_back(store, saved.each, draft)
    ben = leads.find(store, before.id)
    assert (ben.notes, ben.owner, names(store, before.id)) == (("first",), "koval", [])


def test_an_owner_and_a_step_that_were_chosen_are_everybodys(store: Store) -> None:
    step = NextStep("visit", leads.find(store, "A-0001").captured_at.date())
    saved = together.save(store, replace(talk(*THREE), owner="koval", next_step=step))
    assert {(one.lead.owner, one.lead.next_step) for one in saved.each} == {("koval", step)}


def test_a_colleague_who_waits_from_the_rapid_mode_is_completed(store: Store) -> None:
    scanned = crowd.scan(store, Draft(visitor=THREE[0].visitor, capture=badge("B2")))
    draft = talk(*THREE)
    saved = together.save(store, draft)
    ben = leads.find(store, scanned.lead.id)
    assert (len(ben.visits), ben.notes, crowd.waiting(store, SHOW)) == (1, ("Wants a cell",), [])
    taken = together.take_back(store, saved.each, draft)
    assert [one.lead for one in crowd.waiting(store, SHOW)] == [ben.id]
    assert [one.id for one in taken.draft.others] == [one.id for one in THREE]


def test_a_scan_that_somebody_has_begun_to_complete_stays_that_persons(store: Store) -> None:
    scanned = crowd.scan(store, Draft(visitor=THREE[0].visitor, capture=badge("B2")))
    begun = crowd.take_up(store, scanned.visit).kept
    assert begun is not None
    said = replace(begun.draft, note="Wants 20 arms", consents=("mail",))
    drafts.keep(store, said, aside=True)
    saved = together.save(store, talk(*THREE))
    assert [kept.draft.note for kept in drafts.of_show(store, SHOW)] == ["Wants 20 arms"]
    assert [one.visit for one in crowd.waiting(store, SHOW)] == [scanned.visit]
    capture.save(store, said)
    ben = leads.find(store, scanned.lead.id)
    assert (set(ben.notes), ben.allowed) == ({"Wants a cell", "Wants 20 arms"}, ("mail",))
    assert (saved.each[1].lead.id, len(ben.visits), crowd.waiting(store, SHOW)) == (ben.id, 2, [])


def test_a_scan_that_was_only_looked_at_is_completed_by_the_group(store: Store) -> None:
    scanned = crowd.scan(store, Draft(visitor=THREE[0].visitor, capture=badge("B2")))
    crowd.take_up(store, scanned.visit)
    together.save(store, talk(*THREE))
    assert (crowd.waiting(store, SHOW), drafts.of_show(store, SHOW)) == ([], [])
    assert len(leads.find(store, scanned.lead.id).visits) == 1


def test_two_badges_of_one_person_are_one_lead(store: Store) -> None:
    twice = Companion(visitor=Visitor(full_name="Anna Vogel"), capture=badge("B1"))
    draft = talk(twice)
    saved = together.save(store, draft)
    assert len({one.lead.id for one in saved.each}) == 1
    assert names(store, saved.each[0].lead.id) == []
    together.take_back(store, saved.each, draft)
    assert store.value("SELECT count(*) FROM visits WHERE note = 'Wants a cell'") == 0


def test_pictures_come_back_to_whom_they_belong(store: Store) -> None:
    draft = talk(replace(THREE[0], picture=b"ben", more_pictures=(b"back",)), THREE[1])
    draft = replace(draft, picture=b"anna")
    drafts.keep(store, draft)
    kept = drafts.take_up(store, draft.id).kept
    assert kept is not None
    assert kept.draft == draft
    saved = together.save(store, draft)
    assert [len(leads.whole(store, one.lead.id).pictures) for one in saved.each] == [1, 2, 0]
    assert together.take_back(store, saved.each, draft).draft.others[0].picture == b"ben"
