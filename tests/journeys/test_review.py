"""A lead that may be somebody head office knows waits until a person says whether it is; on a real Tryton."""

from uuid import uuid4

import pytest

from boothapp.crm.target import key_of
from tests.journeys.laptop import Laptop
from tests.real.tryton import Head, SalesRep

pytestmark = pytest.mark.usefixtures("office")


@pytest.fixture
def office(laptop: Laptop, tryton: Head, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOOTHAPP_TARGET_OFFICE_SECRET", tryton.password)
    options = ("--option", f"database={tryton.database}", "--option", f"user={tryton.user}")
    laptop.does("target", "add", "office", "tryton", "--url", tryton.url, *options)


@pytest.fixture
def mail() -> str:
    return f"ada.{uuid4().hex[:8]}@verf.example"


def saved(laptop: Laptop, name: str, company: str, mail: str) -> str:
    fields = {"full_name": name, "company": company, "emails": mail}
    words = [word for field, text in fields.items() for word in ("--set", f"{field}={text}")]
    return str(laptop.does("capture", *words)["lead"])


@pytest.fixture
def known(laptop: Laptop, mail: str) -> str:
    """Ada, who is at head office already."""
    lead = saved(laptop, "Ada Verf", "Verf GmbH", mail)
    assert laptop.does("sync")["created"] == 1
    return lead


@pytest.fixture
def doubtful(laptop: Laptop, known: str, mail: str) -> str:
    """Olha, who gave Ada's address."""
    lead = saved(laptop, "Olha Verf", "Dock", mail.upper())
    assert laptop.run("sync").code == 1
    return lead


def state(laptop: Laptop, lead: str) -> str:
    (delivery,) = [one for one in laptop.does("lead", lead)["deliveries"] if one["target"] == "office"]
    return str(delivery["state"])


def test_a_lead_to_review_says_who_it_may_be(laptop: Laptop, doubtful: str, mail: str) -> None:
    said = laptop.run("sync")
    assert said.code == 1
    assert said.json["review"] == 1
    (one,) = said.json["to_review"]
    assert (one["lead"], one["name"], one["company"], one["email"]) == (
        doubtful, "Ada Verf", "Verf GmbH", mail
    )  # fmt: skip
    assert one["contact"].isdigit()


def test_a_lead_to_review_is_not_taken_for_deleted_when_outcomes_are_fetched(
    laptop: Laptop, doubtful: str
) -> None:
    assert laptop.does("pull")["gone"] == 0
    assert state(laptop, doubtful) == "review"
    assert laptop.run("sync").json["review"] == 1


def test_the_same_person_gets_the_lead(
    laptop: Laptop, known: str, doubtful: str, sales_rep: SalesRep
) -> None:
    said = laptop.does("sync", "--same-person", doubtful)
    assert (said["created"], said["review"]) == (1, 0)
    assert sales_rep.contact(key_of(doubtful)) == sales_rep.contact(key_of(known))
    assert sales_rep.contact_name(key_of(doubtful)) == "Ada Verf"
    again = laptop.does("sync")
    assert (again["created"], again["updated"], again["review"]) == (0, 0, 0)


def test_someone_else_becomes_a_person_of_their_own(
    laptop: Laptop, known: str, doubtful: str, sales_rep: SalesRep
) -> None:
    assert laptop.does("sync", "--someone-else", doubtful)["created"] == 1
    assert sales_rep.contact(key_of(doubtful)) != sales_rep.contact(key_of(known))
    assert sales_rep.contact_name(key_of(doubtful)) == "Olha Verf"


def test_a_decision_outlasts_a_line_that_is_down(
    laptop: Laptop, doubtful: str, sales_rep: SalesRep, tryton: Head
) -> None:
    options = ("--option", f"database={tryton.database}", "--option", f"user={tryton.user}")
    laptop.does("target", "add", "office", "tryton", "--url", "http://127.0.0.1:9", *options)
    assert laptop.run("sync", "--someone-else", doubtful).json["waiting"] == 1
    laptop.does("target", "add", "office", "tryton", "--url", tryton.url, *options)
    assert laptop.does("sync")["created"] == 1
    assert sales_rep.contact_name(key_of(doubtful)) == "Olha Verf"


@pytest.mark.parametrize("option", ["--same-person", "--someone-else"])
def test_a_decision_nobody_asked_for_is_refused_and_sends_nothing(
    laptop: Laptop, doubtful: str, known: str, option: str
) -> None:
    said = laptop.run("sync", "--someone-else", doubtful, option, known)
    assert said.code == 2
    assert "Nobody at head office is in question for this lead." in said.err
    assert state(laptop, doubtful) == "review"


def test_the_help_says_how_to_decide(laptop: Laptop) -> None:
    said = " ".join(laptop.run("sync", "--help").out.split())
    assert "--same-person LEAD" in said
    assert "--someone-else LEAD" in said
