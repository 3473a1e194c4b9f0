"""Attendees from a real pretix, by the commands people use: pulled, looked up, pulled again, refused."""

from typing import Any

import pytest

from boothapp.actions.pretix import TOKEN_VARIABLE
from boothapp.paths import Home
from tests.journeys.laptop import Laptop
from tests.real.pretix import Shop
from tests.real.server import free_port

WITH_A_TICKET = ("juergen", "oksana", "nameless", "pending")
WITHOUT_ONE = ("ticket cancelled", "order cancelled", "order expired")
TICKET, BADGE = 0, 1


@pytest.fixture
def laptop(home: Home, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Laptop:
    """A laptop with an open show and the token of a team that may read orders and nothing else."""
    monkeypatch.setenv(TOKEN_VARIABLE, shop.tokens["reader"])
    laptop = Laptop(home)
    laptop.does("demo", "--leads", "0", "--no-window")
    return laptop


def pull(shop: Shop, **instead: str) -> tuple[str, ...]:
    """The words of the command, as they stand in the browser's address."""
    return (
        "attendees",
        "pretix",
        *({"url": shop.url, "organizer": shop.organizer, "event": shop.event} | instead).values(),
    )


def met(laptop: Laptop, code: str, *words: str) -> Any:
    """The visitor of a lead captured by this code now."""
    lead = laptop.does("capture", "--text", code, *words)["lead"]
    return laptop.does("lead", lead)["visitor"]


def test_everybody_with_a_ticket_comes_over_all_pages_and_once(laptop: Laptop, shop: Shop) -> None:
    first = laptop.does(*pull(shop))
    assert (first["new"], first["people"]) == (shop.crowd + len(WITH_A_TICKET),) * 2
    again = laptop.does(*pull(shop))
    assert (again["new"], again["changed"], again["already"]) == (0, 0, first["people"])


@pytest.mark.parametrize("code", [TICKET, BADGE])
def test_ticket_and_badge_lead_to_the_person(laptop: Laptop, shop: Shop, code: int) -> None:
    laptop.does(*pull(shop))
    person = met(laptop, shop.codes["juergen"][code])
    known = (
        "full_name",
        "given_name",
        "family_name",
        "company",
        "job_title",
        "street",
        "postal_code",
        "city",
        "country",
        "emails",
    )
    assert [person[name] for name in known] == [
        "Jürgen Müller",
        "Jürgen",
        "Müller",
        "Nordwerft GmbH",
        "Einkauf",
        "Kai 1",
        "24103",
        "Kiel",
        "DE",
        ["j.mueller@nordwerft.example"],
    ]
    assert [phone["e164"] for phone in person["phones"]] == ["+49405550123"]
    assert met(laptop, shop.codes["oksana"][code])["full_name"] == "Оксана Ґедзь"
    assert (
        met(laptop, shop.codes[f"visitor {shop.crowd - 1}"][code])["full_name"] == f"Visitor {shop.crowd - 1}"
    )
    assert met(laptop, shop.codes["nameless"][code])["company"] == "Chantiers de l’Ouest"


@pytest.mark.parametrize("who", WITHOUT_ONE)
def test_whoever_has_no_ticket_any_more_is_not_expected(laptop: Laptop, shop: Shop, who: str) -> None:
    laptop.does(*pull(shop))
    assert not met(laptop, shop.codes[who][TICKET]).get("full_name")


def test_a_lead_captured_before_the_list_came_is_completed_by_it(laptop: Laptop, shop: Shop) -> None:
    code = shop.codes["juergen"][BADGE]
    lead = laptop.does("capture", "--text", code, "--set", "company=Werft Nord")["lead"]
    said = laptop.does(*pull(shop))
    assert (said["matched"], said["reconciled"]) == (1, 1)
    assert [(one["field"], one["is"]) for one in said["conflicts"]] == [("company", "Werft Nord")]
    visitor = laptop.does("lead", lead)["visitor"]
    assert (visitor["full_name"], visitor["company"]) == ("Jürgen Müller", "Werft Nord")


def refused(laptop: Laptop, words: tuple[str, ...], sentence: str) -> None:
    said = laptop.run(*words)
    assert said.code != 0
    assert sentence in said.err
    assert "Traceback" not in said.err
    assert laptop.run("attendees", "remove").json == {"removed": 0}


def test_a_token_it_does_not_know_is_refused(
    laptop: Laptop, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TOKEN_VARIABLE, "wrong")
    refused(laptop, pull(shop), "pretix does not accept the token.")


def test_a_team_without_the_right_to_orders_is_refused(
    laptop: Laptop, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(TOKEN_VARIABLE, shop.tokens["stranger"])
    refused(laptop, pull(shop), "Give its team the right to view orders of this event")


@pytest.mark.parametrize("unknown", [{"event": "ad99"}, {"organizer": "nobody"}])
def test_an_unknown_event_is_named_as_a_cause(laptop: Laptop, shop: Shop, unknown: dict[str, str]) -> None:
    refused(laptop, pull(shop, **unknown), "check the event's name")


def test_an_address_without_an_api_is_named_as_a_cause(laptop: Laptop, shop: Shop) -> None:
    refused(laptop, pull(shop, url=f"{shop.url}/fair"), "no pretix at this address")


def test_a_pretix_that_is_away_is_said(laptop: Laptop, shop: Shop) -> None:
    refused(laptop, pull(shop, url=f"http://127.0.0.1:{free_port()}"), "pretix does not answer.")
