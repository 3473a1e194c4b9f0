"""Saving a conversation: once, whole, and the same visitor is one lead."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from boothapp.actions import capture, crowd, demo, edit, leads, several, shows, undo
from boothapp.actions.safety import check
from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.domain.next_step import NextStep
from boothapp.domain.touch import Touch
from boothapp.domain.visitor import Visitor
from boothapp.domain.voice import Remark, Voice
from boothapp.errors import Refused, WrongCall
from boothapp.paths import Home
from boothapp.sheets.promise import promise
from boothapp.store import outbox, search
from boothapp.store.database import Store, open_store
from boothapp.store.lists import Query

OKSANA = Visitor(full_name="Оксана Ґедзь", company="Верф", emails=("oksana@werft.example",), country="UA")


def count(store: Store, table: str) -> int:
    return int(store.value(f"SELECT count(*) FROM {table}"))


def test_everything_said_is_there_again(store: Store) -> None:
    draft = Draft(
        visitor=OKSANA,
        capture=Capture(format="vcard", badge_id="SB1", symbology="QRCode", raw=b"\x00\xff", warnings=("w",)),
        answers={"budget": ("approved",), "need": ()},
        interests=("arm",),
        touches=(Touch("demo", "live", 0.5),),
        pieces=("polar",),
        consents=("mail",),
        note="шукає заміну",
        voice=Voice((Remark("заважке", "doubt"), Remark("гарно")), ("day",), ("Kuka", "=1+1")),
        staff="bondar",
    )
    saved = capture.save(store, draft)
    lead = leads.find(store, saved.lead.number)
    assert lead == saved.lead
    (visit,) = lead.visits
    assert (visit.capture, visit.note, visit.staff, visit.interests) == (
        draft.capture,
        draft.note,
        "bondar",
        ("arm",),
    )
    assert dict(visit.answers) == {"budget": ("approved",)}
    assert visit.voice == draft.voice
    assert lead.allowed == ("mail",)
    assert lead.owner == "koval"
    assert outbox.unsent(store) == 1


def test_saving_the_same_draft_twice_changes_nothing(store: Store) -> None:
    draft = Draft(visitor=OKSANA)
    first, second = capture.save(store, draft), capture.save(store, draft)
    assert first.lead == second.lead
    assert not second.changes
    assert not second.seen_before
    assert [count(store, table) for table in ("leads", "visits", "outbox")] == [1, 1, 1]
    assert len(leads.whole(store, first.lead.id).history) == 1


def test_a_repeated_second_conversation_changes_nothing_either(store: Store) -> None:
    badge = Capture(badge_id="SB1")
    capture.save(store, Draft(capture=badge))
    again = Draft(capture=badge)
    assert capture.save(store, again).seen_before
    assert not capture.save(store, again).changes
    assert count(store, "visits") == 2


@pytest.mark.parametrize(
    ("second", "same"),
    [
        (Draft(visitor=OKSANA), True),
        (Draft(visitor=replace(OKSANA, full_name="ОКСАНА ГЕДЗЬ")), True),
        (Draft(visitor=replace(OKSANA, full_name="Іван Ґедзь")), False),
        (Draft(visitor=replace(OKSANA, full_name="")), False),
        (Draft(visitor=replace(OKSANA, emails=("other@werft.example",))), False),
        (Draft(capture=Capture(badge_id="SB1")), True),
        (Draft(capture=Capture(badge_id="SB2")), False),
    ],
)
def test_seen_before_needs_the_badge_or_mail_and_name(store: Store, second: Draft, same: bool) -> None:
    first = capture.save(store, Draft(visitor=OKSANA, capture=Capture(badge_id="SB1")))
    found = capture.save(store, second)
    assert found.seen_before is same
    assert (found.lead.id == first.lead.id) is same


def test_two_people_with_one_number_stay_two_leads(store: Store) -> None:
    number = Capture(badge_id="EVT2026")
    anna, bob = Visitor(full_name="Anna Bee", company="Acme"), Visitor(full_name="Bob Cow", company="Zebra")
    first = capture.save(store, Draft(visitor=anna, capture=number))
    second = capture.save(store, Draft(visitor=bob, capture=number))
    again = capture.save(store, Draft(visitor=Visitor(full_name="Bee, Anna M."), capture=number))
    assert not second.seen_before
    assert again.lead.id == first.lead.id
    assert leads.find(store, first.lead.id).visitor.company == "Acme"


def test_every_badge_a_visitor_ever_showed_leads_back_to_the_same_lead(store: Store) -> None:
    badges = [Capture(badge_id="Z1"), Capture(badge_id="Z2"), Capture(badge_id="Z1")]
    leads_found = {capture.save(store, Draft(visitor=OKSANA, capture=one)).lead.id for one in badges[:2]}
    leads_found.add(capture.save(store, Draft(capture=badges[2])).lead.id)
    assert len(leads_found) == 1


def test_a_second_conversation_rates_all_that_was_said_and_erases_nothing(store: Store) -> None:
    first = capture.save(store, Draft(visitor=OKSANA, answers={"budget": ("approved",)}, consents=("mail",)))
    more = Visitor(full_name=OKSANA.full_name, emails=OKSANA.emails, city="Одеса")
    answers = {"authority": ("decides",), "timing": ("quarter",)}
    second = capture.save(store, Draft(visitor=more, answers=answers))
    assert (first.lead.rating.level, second.lead.rating.level) == ("cold", "hot")
    assert (second.lead.visitor.company, second.lead.visitor.city) == ("Верф", "Одеса")
    assert second.lead.allowed == ("mail",)
    assert second.lead.revision == 2
    assert leads.find(store, second.lead.id) == second.lead


def test_hot_is_called_today_unless_staff_say_otherwise(store: Store) -> None:
    hot = {"budget": ("approved",), "authority": ("decides",), "need": ("urgent",)}
    saved = capture.save(store, Draft(answers=hot)).lead
    assert saved.next_step == NextStep("call", saved.captured_at.astimezone().date())
    chosen = NextStep("offer", saved.captured_at.date())
    assert capture.save(store, Draft(answers=hot, next_step=chosen)).lead.next_step == chosen


def test_without_a_show_nothing_is_saved_and_it_is_said(home: Home) -> None:
    store = open_store(home, "for this test")
    with pytest.raises(Refused, match="No show is open"):
        capture.save(store, Draft(visitor=OKSANA))
    store.close()


def test_numbers_count_up_and_the_list_is_newest_first(store: Store) -> None:
    numbers = [capture.save(store, Draft()).lead.number for _ in range(3)]
    assert numbers == ["A-0001", "A-0002", "A-0003"]
    assert [line.number for line in leads.listed(store, Query())] == numbers[::-1]


@pytest.mark.parametrize(
    "typed", ["gedzь", "оксана", "ґедзь", "верф", "oksana@werft", "A-0001", "SB77", "0442345"]
)
def test_a_lead_is_found_by_what_is_known_of_it(store: Store, typed: str) -> None:
    visitor = replace(OKSANA, given_name="Gedzь")
    capture.save(store, Draft(visitor=visitor.updated(phone()), capture=Capture(badge_id="SB77")))
    capture.save(store, Draft(visitor=Visitor(full_name="Somebody Else")))
    found = [line.number for line in leads.listed(store, Query(typed))]
    assert found[0] == "A-0001"
    assert len(found) == 1 or typed == "A-0001"


def test_a_lead_changed_before_it_was_findable_is_found_by_its_new_words(store: Store) -> None:
    first = capture.save(store, Draft(visitor=OKSANA))
    capture.save(store, Draft(visitor=Visitor(full_name="Somebody Else")))
    more = replace(OKSANA, company="Werft Nord")
    assert capture.save(store, Draft(visitor=more)).lead.id == first.lead.id
    words = ("nord", "somebody")
    assert [leads.listed(store, Query(word))[0].number for word in words] == ["A-0001", "A-0002"]
    assert leads.counts(store, Query("nord")) == {"cold": 1}


def test_many_saves_become_findable_at_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "TURN", 2)
    for number in range(5):
        capture.save(store, Draft(visitor=Visitor(full_name=f"Person {number}")))
    assert count(store, "search_docsize") == 0
    leads.make_findable(store)
    assert count(store, "search_docsize") == 5
    assert all(one.ok for one in check(store))


def phone() -> Visitor:
    from boothapp.domain.visitor import Phone

    return Visitor(phones=(Phone("044 234 56 78", "+380442345678"),))


def test_the_demo_is_the_same_for_the_same_seed(home: Home, tmp_path_factory: pytest.TempPathFactory) -> None:
    listed = []
    for _ in range(2):
        store = open_store(Home(tmp_path_factory.mktemp("demo")), "for this test")
        demo.make(store, 25, seed=7)
        listed.append([leads.find(store, line.id) for line in leads.listed(store, Query())])
        store.close()
    strip = [[replace(lead, received_at=lead.captured_at) for lead in one] for one in listed]
    assert strip[0] == strip[1]
    assert {lead.rating.level for lead in strip[0]} == {"hot", "warm", "cold"}


def test_a_show_written_by_hand_is_read_or_its_fault_named(
    tmp_path: pytest.TempPathFactory, store: Store
) -> None:
    from pathlib import Path

    from boothapp.errors import WrongCall

    kit = Path(str(tmp_path)) / "kit.toml"
    for content, said in (
        ('id = "x"\nname = 7\n', r"\$\.name"),
        ("id = ", "kit.toml"),
        ('id = "x"\n', "name"),
        ("\0", "kit.toml"),
    ):
        kit.write_text(content)
        with pytest.raises(WrongCall, match=said):
            shows.read_kit(kit)
    kit.write_text('id = "x"\nname = "Own show"\n')
    shows.take(store, shows.read_kit(kit), kit.parent)
    assert shows.current(store).name == "Own show"
    assert capture.save(store, Draft(visitor=OKSANA)).lead.show == "x"


def another(**more: object) -> Draft:
    """Oksana's next conversation."""
    return Draft(visitor=OKSANA, **more)  # type: ignore[arg-type]


def test_a_promised_step_stays_until_another_one_is_said(store: Store) -> None:
    day = date.today()
    promised = NextStep("offer", day + timedelta(days=2))
    lead = capture.save(store, another(next_step=promised)).lead
    hot = {"budget": ("approved",), "authority": ("decides",), "need": ("urgent",)}
    assert capture.save(store, another(answers=hot)).lead.next_step == promised
    assert leads.find(store, lead.id).rating.level == "hot"
    several.apply(store, several.Selected(frozenset({lead.id})), several.Wanted(step="visit"))
    assert capture.save(store, another(note="asked for a brochure")).lead.next_step == NextStep(
        "visit", promised.due
    )
    chosen = NextStep("call", day)
    assert capture.save(store, another(next_step=chosen)).lead.next_step == chosen


def test_what_a_second_conversation_replaces_stands_in_the_history_and_is_taken_back(store: Store) -> None:
    promised = NextStep("offer", date.today())
    first = capture.save(store, another(next_step=promised, owner="koval")).lead
    moved = replace(OKSANA, company="Werft Nord", city="Kyiv")
    chosen = NextStep("call", date.today())
    second = Draft(visitor=moved, next_step=chosen, owner="weber")
    saved = capture.save(store, second).lead
    line = edit.history(store, 1)[-1]
    assert (line.action, line.id) == ("visited again", second.id)
    step = {"kind": "offer", "due": promised.due.isoformat()}
    assert line.detail["fields"] == {"company": "Верф", "owner": "koval", "next_step": step}
    edit.correct(store, first.id, {"owner": "lange"})
    edited = edit.take_back(store, first.id, second.id)
    assert edited.fields == ("company", "next_step")
    lead = leads.find(store, first.id)
    assert (lead.visitor.company, lead.visitor.city) == ("Верф", "Kyiv")
    assert (lead.next_step, lead.owner, len(lead.visits)) == (promised, "lange", 2)
    assert saved.next_step == chosen


def test_a_conversation_that_replaces_nothing_says_so(store: Store) -> None:
    capture.save(store, another())
    capture.save(store, another(note="again"))
    assert "fields" not in edit.history(store, 1)[-1].detail


def test_what_a_completed_scan_replaces_has_nothing_left_once_it_is_taken_back(store: Store) -> None:
    badge = Capture(format="id", badge_id="B1", raw=b"B1")
    scanned = crowd.scan(store, another(capture=badge))
    begun = crowd.take_up(store, scanned.visit).kept
    assert begun is not None
    said = replace(begun.draft, visitor=replace(OKSANA, company="Werft Nord"), answers={"need": ("urgent",)})
    saved = capture.save(store, said)
    [(line, fields)] = edit.open_fields(edit.history(store, 1)).items()
    assert fields == {"company": "Верф"}
    undo.take_back(store, saved, said)
    assert edit.open_fields(edit.history(store, 1)) == {}
    with pytest.raises(WrongCall):
        edit.take_back(store, scanned.lead.id, line)
    capture.save(store, said)
    assert list(edit.open_fields(edit.history(store, 1)).values()) == [{"company": "Верф"}]


@pytest.mark.parametrize(("more", "most"), [({}, 36), ({"visitor": replace(OKSANA, company="Werft")}, 36)])
def test_a_second_conversation_is_one_transaction_of_few_statements(
    store: Store, more: dict[str, object], most: int
) -> None:
    capture.save(store, another(next_step=NextStep("offer", date.today())))
    leads.make_findable(store)
    asked: list[str] = []
    store.db.set_trace_callback(asked.append)
    capture.save(store, Draft(**{"visitor": OKSANA, "note": "again", **more}))  # type: ignore[arg-type]
    store.db.set_trace_callback(None)
    assert [sql for sql in asked if sql in ("BEGIN IMMEDIATE", "COMMIT")] == ["BEGIN IMMEDIATE", "COMMIT"]
    assert len(asked) <= most


BADGE = Capture(format="vcard", badge_id="SB1", raw=b"BEGIN:VCARD")


def test_a_badge_scanned_again_leaves_what_was_put_right(store: Store) -> None:
    seen = replace(OKSANA, given_name="Oksana", family_name="Gedz", full_name="").updated(phone())
    first = capture.save(store, Draft(visitor=seen, capture=BADGE)).lead
    right = {"company": "Neue Werft AG", "full_name": "Oksana Gedz-Bondar", "emails": "o@werft.example"}
    edit.correct(store, first.id, {**right, "phones": "+49 40 1234567"})
    before = leads.find(store, first.id).visitor
    saved = capture.save(store, Draft(visitor=replace(seen, city="Kyiv"), capture=BADGE, note="again")).lead
    assert (saved.id, saved.visitor) == (first.id, replace(before, city="Kyiv"))
    assert "fields" not in edit.history(store, 1)[-1].detail


def test_an_older_draft_of_a_scan_leaves_what_was_put_right_since(store: Store) -> None:
    scanned = crowd.scan(store, Draft(visitor=OKSANA, capture=BADGE))
    begun = crowd.take_up(store, scanned.visit).kept
    assert begun is not None
    edit.correct(store, scanned.lead.id, {"company": "Neue Werft AG", "job_title": "CEO"})
    lead = capture.save(store, replace(begun.draft, note="said")).lead
    assert (lead.visitor.company, lead.visitor.job_title) == ("Neue Werft AG", "CEO")


def test_what_nobody_put_right_is_told_anew_by_a_badge_and_what_is_typed_always(store: Store) -> None:
    first = capture.save(store, Draft(visitor=OKSANA, capture=BADGE)).lead
    edit.correct(store, first.id, {"company": "Neue Werft AG"})
    moved = replace(OKSANA, company="Werft Nord")
    assert capture.save(store, Draft(visitor=moved, capture=BADGE)).lead.visitor.company == "Werft Nord"
    assert capture.save(store, another(note="typed")).lead.visitor.company == "Верф"
    assert edit.history(store, 1)[-1].detail["fields"] == {"company": "Werft Nord"}


def test_the_owner_and_why_it_is_this_one_are_told(store: Store) -> None:
    routed = capture.save(store, Draft(visitor=OKSANA, interests=("care",))).lead
    told = leads.whole_json(store, routed.id)
    assert (told["owner"], told["owner_reason"]) == ("koval", "Interest: Care contract, Country: Ukraine")
    chosen = capture.save(store, Draft(visitor=replace(OKSANA, emails=("x@y.example",)), owner="weber")).lead
    assert leads.whole_json(store, chosen.id)["owner_reason"] is None


def test_a_time_of_day_is_kept_told_and_corrected(store: Store) -> None:
    step = NextStep("call", date(2026, 11, 24), time(10))
    lead = capture.save(store, Draft(visitor=OKSANA, next_step=step)).lead
    assert leads.find(store, lead.id).next_step == step
    assert leads.whole_json(store, lead.id)["next_step"] == {"kind": "call", "due": "2026-11-24T10:00"}
    assert promise(step, "en") == "We call you on 24\u00a0November 2026 at 10:00."
    (line,) = leads.listed(store, Query(filters={"due": ("2026-11-24",)}))
    assert line.id == lead.id
    edit.correct(store, lead.id, {"due": "2026-11-25 14:30"})
    assert leads.find(store, lead.id).next_step == NextStep("call", date(2026, 11, 25), time(14, 30))
    edit.correct(store, lead.id, {"step": "visit"})
    assert leads.find(store, lead.id).next_step == NextStep("visit", date(2026, 11, 25), time(14, 30))
