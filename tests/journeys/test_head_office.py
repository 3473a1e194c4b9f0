"""What a stand laptop and a real Tryton go through together in a year: moves, mistakes, closed deals."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from boothapp.actions import claims
from boothapp.crm.target import key_of
from boothapp.paths import Home
from boothapp.store import outbox
from boothapp.store.database import open_store
from tests.conftest import PASSPHRASE
from tests.journeys.laptop import Laptop
from tests.real import tryton as head_office
from tests.real.server import free_port
from tests.real.tryton import Head, SalesRep

GOOD = "+49 711 2345678"


@pytest.fixture
def office(laptop: Laptop, tryton: Head, monkeypatch: pytest.MonkeyPatch) -> Head:
    monkeypatch.setenv("BOOTHAPP_TARGET_OFFICE_SECRET", tryton.password)
    setup(laptop, tryton)
    return tryton


def setup(laptop: Laptop, head: Head, url: str = "", database: str = "", *more: str) -> Any:
    options = ("--option", f"database={database or head.database}", "--option", f"user={head.user}")
    return laptop.run("target", "add", "office", "tryton", "--url", url or head.url, *options, *more)


def met(laptop: Laptop, **fields: str) -> str:
    """One conversation; every visitor has a badge and an address of their own."""
    who = uuid4().hex[:8]
    fields = {"full_name": f"Ada {who}", "emails": f"ada.{who}@werft.example", **fields}
    words = [word for name, text in fields.items() if text for word in ("--set", f"{name}={text}")]
    return str(laptop.does("capture", "--text", f"SB{who}", *words)["lead"])


def met_again(laptop: Laptop, lead: str, note: str) -> None:
    badge = laptop.does("lead", lead)["visitor"]
    fields = ("--set", f"full_name={badge['full_name']}", "--set", f"emails={badge['emails'][0]}")
    assert laptop.does("capture", *fields, "--note", note)["lead"] == lead


def state(laptop: Laptop, lead: str) -> str:
    (delivery,) = laptop.does("lead", lead)["deliveries"]
    return str(delivery["state"])


def away() -> str:
    return f"http://127.0.0.1:{free_port()}"


def test_an_outcome_comes_home_while_a_second_conversation_waits(
    laptop: Laptop, office: Head, sales_rep: SalesRep
) -> None:
    lead = met(laptop)
    laptop.does("sync")
    met_again(laptop, lead, "Wants a second one.")
    setup(laptop, office, away())
    assert laptop.run("sync").json["waiting"] == 1
    setup(laptop, office)
    sales_rep.win(key_of(lead), Decimal("42000.00"))
    # Somebody there took our reference as well: the remote id still tells whose it is.
    sales_rep.edit(key_of(lead), reference="HM-17")
    pulled = laptop.does("pull")
    assert (pulled["won"], state(laptop, lead)) == (1, "waiting")
    assert laptop.does("lead", lead)["outcome"]["status"] == "won"


def test_an_outcome_that_comes_before_its_lead_waits_for_it(
    laptop: Laptop, office: Head, sales_rep: SalesRep, tmp_path: Path
) -> None:
    """The lead is another laptop's; this one has it only later."""
    lead = met(laptop)
    laptop.does("sync")
    other = Laptop(Home(tmp_path / "other"))
    other.does("demo", "--leads", "0", "--no-window")
    setup(other, office)
    sales_rep.lose(key_of(lead), "Price")
    assert other.does("pull")["unmatched"] >= 1
    with_same_id(other, lead)
    assert other.does("pull")["lost"] == 1
    assert other.does("lead", lead)["outcome"]["reason"] == "Price"
    assert other.does("pull")["lost"] == 0


def with_same_id(laptop: Laptop, lead: str) -> None:
    """As a batch of another station brings it."""
    made = met(laptop)
    store = open_store(laptop.home, PASSPHRASE)
    with store.transaction():
        store.run("UPDATE leads SET id = ? WHERE id = ?", (lead, made))
    store.close()


def test_three_leads_with_the_same_mistake_are_named_and_hold_up_nobody(laptop: Laptop, office: Head) -> None:
    # Without a name of their own: Tryton refuses all three in the very same words.
    bad = [met(laptop, full_name="", company="ACME", phones="+49 30 11") for _ in range(3)]
    for _ in range(3):
        met(laptop, phones=GOOD)
    sent = laptop.run("sync").json
    assert (sent["created"], sent["waiting"]) == (3, 0)
    assert {(one["lead"], one["field"]) for one in sent["refused"]} == {(lead, "phone") for lead in bad}


@pytest.fixture
def another(tmp_path: Path, tryton: Head) -> Iterator[Head]:
    """Another head office: its own server and data under the same database name and the same users."""
    folder = tmp_path / "another"
    folder.mkdir()
    with head_office.running(folder):
        pass
    with sqlite3.connect(folder / f"{tryton.database}.sqlite") as data:
        data.execute("UPDATE company_company SET create_date = '2020-02-02 02:02:02.000002'")
    data.close()
    with head_office.running(folder) as head:
        yield head


def test_another_crm_at_the_address_is_noticed_and_gets_nothing(
    laptop: Laptop, office: Head, another: Head
) -> None:
    lead = met(laptop)
    laptop.does("sync")
    setup(laptop, another)
    met(laptop)
    for words in (("sync",), ("pull",), ("target", "test", "office")):
        said = laptop.run(*words)
        assert said.code == 1, words
        assert "Another CRM answers" in said.err, words
        assert "--moved" in said.err, words
    assert state(laptop, lead) == "accepted"
    rep = SalesRep(another)
    assert rep.count("sale.opportunity") == 0
    rep.close()
    setup(laptop, office)
    assert laptop.does("sync")["created"] == 1


def test_a_head_office_that_moved_is_said_to_have_moved_and_what_was_gone_comes_back(
    laptop: Laptop, office: Head, another: Head
) -> None:
    lead = met(laptop)
    laptop.does("sync")
    assert setup(laptop, another, "", "", "--moved").code == 0
    assert laptop.does("pull")["gone"] == 1
    assert laptop.run("sync").json["refused"] == []
    met_again(laptop, lead, "Asked again.")
    (told,) = laptop.run("sync").json["refused"]
    assert (told["lead"], bool(told["message"])) == (lead, True)
    setup(laptop, office, "", "", "--moved")
    assert laptop.does("pull")["back"] == 1
    assert laptop.does("sync")["updated"] == 1
    assert state(laptop, lead) == "accepted"


def test_a_reference_somebody_changed_is_no_deletion(
    laptop: Laptop, office: Head, sales_rep: SalesRep
) -> None:
    lead = met(laptop)
    laptop.does("sync")
    opportunity = sales_rep.lead(key_of(lead))["id"]
    sales_rep.edit(key_of(lead), reference="HM-2026-17")
    assert laptop.does("pull")["gone"] == 0
    met_again(laptop, lead, "Wants the blue one.")
    assert laptop.does("sync")["updated"] == 1
    (row,) = sales_rep._search("sale.opportunity", [("id", "=", opportunity)], "comment", "reference")
    assert row["reference"] == "HM-2026-17"
    assert "blue one" in row["comment"]
    assert sales_rep.count_leads([key_of(lead)]) == 0


def test_a_clock_that_ran_ahead_makes_no_lead_wait_for_years(laptop: Laptop, office: Head) -> None:
    lead, resting = met(laptop), met(laptop)
    claimed(laptop.home, lead, timedelta(days=3650))
    claimed(laptop.home, resting, timedelta(minutes=2))
    sent = laptop.run("sync", "office", "--release", resting)
    assert (sent.json["created"], sent.json["waiting"]) == (1, 1)
    (one,) = sent.json["resting"]
    assert (one["lead"], bool(one["until"])) == (resting, True)
    assert "cut off" in one["message"]
    assert "rests until" in sent.err


def claimed(home: Home, lead: str, ahead: timedelta) -> None:
    """As a sending leaves it that was killed while the clock was wrong."""
    store = open_store(home, PASSPHRASE)
    row = int(store.value("SELECT row FROM leads WHERE id = ?", (lead,)))
    begun = claims.begin(store, "office", (), False)
    claims.pack(store, begun, [row])
    with store.transaction():
        outbox.renew(store, "office", [row], datetime.now(UTC) + ahead)
    store.close()


def test_a_new_conversation_after_the_deal_was_won_is_not_passed_over(
    laptop: Laptop, office: Head, sales_rep: SalesRep
) -> None:
    lead = met(laptop)
    laptop.does("sync")
    sales_rep.win(key_of(lead), Decimal("42000.00"))
    laptop.does("pull")
    met_again(laptop, lead, "Needs ten more for the new hall.")
    said = laptop.run("sync")
    assert (said.code, said.json["updated"]) == (1, 1)
    assert [one["lead"] for one in said.json["closed"]] == [lead]
    assert sales_rep.comment(key_of(lead)).count("ten more") == 1
    assert sales_rep.lead(key_of(lead))["amount"] == Decimal("42000.00")
    assert laptop.does("sync")["closed"] == []
    assert laptop.does("lead", lead)["outcome"]["status"] == "won"


def test_the_demos_invented_people_go_only_where_that_is_said(laptop: Laptop, office: Head) -> None:
    (ours,) = (one["show"] for one in laptop.does("show", "list") if one["show"] != "ad26")
    laptop.does("demo", "--leads", "3", "--no-window")
    laptop.does("show", "open", ours)
    met(laptop)
    said = laptop.run("sync")
    assert (said.code, said.json["created"], said.json["invented"]) == (1, 1, 3)
    assert "--demo" in said.err
    assert laptop.does("sync", "--demo")["created"] == 3
    assert laptop.run("sync").json["invented"] == 0


def test_a_wrong_database_name_at_first_is_no_dead_end(laptop: Laptop, office: Head) -> None:
    setup(laptop, office, "", "c1")
    met(laptop)
    assert "no database called c1" in laptop.run("sync").err
    assert setup(laptop, office).code == 0
    assert laptop.does("sync")["created"] == 1
    other = setup(laptop, office, "", "c1")
    assert (other.code, "another CRM" in other.err) == (2, True)


def test_a_target_is_removed_unless_leads_are_there(laptop: Laptop, office: Head) -> None:
    assert laptop.run("target", "remove", "nobody").code == 2
    met(laptop)
    setup(laptop, office, away())
    laptop.run("sync")
    assert laptop.does("target", "remove", "office") == {"removed": "office"}
    assert [one["target"] for one in laptop.does("target", "list") if one["target"] == "office"] == []
    setup(laptop, office)
    assert laptop.does("sync")["created"] == 1
    refused = laptop.run("target", "remove", "office")
    assert (refused.code, "already sent" in refused.err) == (2, True)


@pytest.mark.parametrize(
    ("name", "url"),
    [("", "http://a.example"), (" ", "http://a.example"), ("a\nb", "http://a.example"), ("a", "ftp://x"),
     ("a", "http://[::1"), ("a", " "), ("a", "crm"), ("a", "http://a b/"), ("a", "http://x:99999")],
)  # fmt: skip
def test_a_target_that_cannot_be_is_refused_in_a_sentence(laptop: Laptop, name: str, url: str) -> None:
    options = ("--option", "database=ci", "--option", "user=boothapp")
    said = laptop.run("target", "add", name, "tryton", "--url", url, *options)
    assert (said.code, said.out) == (2, "")
    assert said.err.strip().endswith(".")
    assert laptop.does("target", "list") == []
