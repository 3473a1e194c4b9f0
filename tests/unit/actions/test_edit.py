"""A lead is put right: what was typed replaces, empty removes, history and outbox follow."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from boothapp.actions import capture, edit, leads
from boothapp.cli.main import run
from boothapp.domain.delivery import Delivery
from boothapp.domain.draft import Draft
from boothapp.domain.lead import Lead
from boothapp.domain.visitor import Phone, Visitor
from boothapp.errors import WrongCall
from boothapp.paths import Home
from boothapp.store import lists, outbox
from boothapp.store.database import Store
from boothapp.store.lists import Query
from boothapp.store.outbox import TargetEntry
from tests import prepared

PASSPHRASE = "for this test"
NOW = datetime(2027, 4, 20, 9, 0, tzinfo=UTC)
PHONES = (Phone("+49 30 123456", "+4930123456", "work"), Phone("+49 40 555", "+4940555"))
WRONG = Visitor(
    given_name="Ana", family_name="Vogle", full_name="Ana Vogle", company="Werft", country="DE",
    emails=("info@werft", "b@werft.example"), phones=PHONES, website="werft.example",
)  # fmt: skip


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    """The demo show with one wrong lead, A-0001."""
    opened = prepared.with_demo(home, PASSPHRASE)
    capture.save(opened, Draft(visitor=WRONG, staff="lange"))
    yield opened
    opened.close()


def now(store: Store) -> Lead:
    return leads.find(store, "A-0001")


def test_lists_are_replaced_and_an_empty_text_removes(store: Store) -> None:
    texts = {"emails": "a@werft.example", "phones": "+49 30 123456", "website": ""}
    done = edit.correct(store, "A-0001", texts)
    assert done.fields == ("emails", "phones", "website")
    visitor = now(store).visitor
    assert visitor.emails == ("a@werft.example",)
    assert [phone.e164 for phone in visitor.phones] == ["+4930123456"]
    assert visitor.website == ""
    assert visitor.company == "Werft"


def test_another_name_has_no_parts_of_the_one_before(store: Store) -> None:
    edit.correct(store, "A-0001", {"full_name": "Anna Vogel"})
    assert now(store).visitor.name == "Anna Vogel"
    assert now(store).visitor.family_name in ("", "Vogel")
    edit.correct(store, "A-0001", {"given_name": "Anne", "family_name": "Vogl"})
    assert now(store).visitor.name == "Anne Vogl"
    assert [line.name for line in lists.page(store, Query("vogl"))] == ["Anne Vogl"]
    assert lists.page(store, Query("vogle")) == []


def test_owner_step_and_day(store: Store) -> None:
    done = edit.correct(store, "A-0001", {"owner": "koval", "step": "offer", "due": "2027-05-01"})
    assert done.fields == ("owner", "next_step")
    step = now(store).next_step
    assert step is not None
    assert (now(store).owner, step.kind, step.due) == ("koval", "offer", date(2027, 5, 1))


def test_the_history_says_who_and_what_stood_there(store: Store) -> None:
    edit.correct(store, "A-0001", {"company": "Werft GmbH"}, staff="lange", at=NOW)
    last = leads.whole(store, "A-0001").history[-1]
    assert (last.at, last.staff, last.action) == (NOW, "lange", "edited")
    assert last.detail == {"fields": {"company": "Werft"}}


def test_a_refused_lead_goes_with_the_next_sending(store: Store) -> None:
    with store.transaction():
        outbox.put_target(store, TargetEntry("office", "tryton", "http://127.0.0.1:1"))
        refused = Delivery(now(store).id, "office", "needs correction", 1, field="email", message="no")
        outbox.put(store, leads.row_of(store, "A-0001"), refused, NOW)
    assert outbox.due(store, "office", NOW) == []
    done = edit.correct(store, "A-0001", {"emails": "a@werft.example"})
    assert done.changes.topics == {"leads", "outbox"}
    assert outbox.due(store, "office", NOW) == [leads.row_of(store, "A-0001")]


def test_the_same_again_changes_nothing(store: Store) -> None:
    done = edit.correct(store, "A-0001", {"company": "Werft"})
    assert (done.fields, bool(done.changes), now(store).revision) == ((), False, 1)
    assert len(leads.whole(store, "A-0001").history) == 1


def test_what_came_meanwhile_is_not_written_over(store: Store) -> None:
    before = now(store)
    edit.correct(store, "A-0001", {"job_title": "Captain"})
    after = leads.find(store, "A-0001")
    edit.keep(store, before, edit.replace(before, owner="koval"))
    assert (now(store).visitor, now(store).owner, now(store).revision) == (after.visitor, "koval", 3)


@pytest.mark.parametrize(
    "texts", [{"shoe": "42"}, {"owner": "nobody"}, {"step": "dance"}, {"due": "soon"}, {"badge_id": "1"}]
)
def test_what_is_not_there_is_said_and_nothing_changes(store: Store, texts: dict[str, str]) -> None:
    with pytest.raises(WrongCall):
        edit.correct(store, "A-0001", {"company": "Other", **texts})
    assert now(store).revision == 1


def test_the_command(
    store: Store, home: Home, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store.close()
    monkeypatch.setenv("BOOTHAPP_PASSPHRASE", PASSPHRASE)
    words = ["--home", str(home.root), "edit", "A-0001", "--set", "company=Werft GmbH", "--by", "lange"]
    assert run([*words, "--json"], lambda _home: 9) == 0
    assert json.loads(capsys.readouterr().out)["changed"] == ["company"]
    assert run(words, lambda _home: 9) == 0
    assert capsys.readouterr().out == "A-0001 Ana Vogle: nothing was different.\n"
    assert run([*words[:4], "--set", "shoe=42"], lambda _home: 9) == 2


def line_of(store: Store, at: int) -> str:
    return leads.whole(store, "A-0001").history[at].id


def test_one_change_is_taken_back_and_that_again(store: Store) -> None:
    first = edit.correct(store, "A-0001", {"company": "Other", "phones": "", "owner": "koval", "tags": "VIP"})
    undone = edit.take_back(store, "A-0001", first.line, "lange", NOW)
    assert undone.fields == ("company", "phones", "owner", "tags")
    assert (now(store).visitor.company, now(store).visitor.phones, now(store).tags) == ("Werft", PHONES, ())
    last = leads.whole(store, "A-0001").history[-1]
    assert (last.staff, last.detail["undoes"]) == ("lange", first.line)
    edit.take_back(store, "A-0001", undone.line)
    assert (now(store).visitor.company, now(store).owner, now(store).tags) == ("Other", "koval", ("VIP",))


def test_what_was_corrected_since_stays(store: Store) -> None:
    first = edit.correct(store, "A-0001", {"company": "Other", "job_title": "Captain"})
    edit.correct(store, "A-0001", {"company": "Third"})
    assert edit.take_back(store, "A-0001", first.line).fields == ("job_title",)
    assert now(store).visitor.company == "Third"
    assert now(store).visitor.job_title == ""


@pytest.mark.parametrize("at", [0, 1])
def test_nothing_left_to_take_back_is_said(store: Store, at: int) -> None:
    edit.correct(store, "A-0001", {"company": "Other"})
    edit.correct(store, "A-0001", {"company": "Third"})
    with pytest.raises(WrongCall):
        edit.take_back(store, "A-0001", line_of(store, at))
    assert now(store).revision == 3
