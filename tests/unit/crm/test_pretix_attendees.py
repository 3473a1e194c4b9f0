"""Attendees from pretix, against a server that does what its API documentation says."""

import json
from collections.abc import Iterator

import pytest

from boothapp.actions import attendees, listed, pretix, shows
from boothapp.actions.lane import here
from boothapp.crm import pretix_attendees
from boothapp.crm.pretix_attendees import Event
from boothapp.crm.transport import Reply, Transport
from boothapp.errors import EnvironmentFault, UserError, WrongCall
from boothapp.paths import Home
from boothapp.store.database import Store
from tests import prepared
from tests.unit.crm.pretix_server import TOKEN, Pretix, position, pretix_url

__all__ = ["pretix_url"]


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = prepared.with_demo(home, "for this test")
    yield store
    store.close()


def test_every_page_comes_and_both_codes_lead_to_the_person(store: Store, url: str) -> None:
    event = pretix.source(url, "fair", "ad26", TOKEN)
    said: list[tuple[int, int]] = []
    first = pretix.pull(here(store), event, lambda done, whole: said.append((done, whole)))
    assert (first.taken.new, first.people) == (120, 120)
    assert said == [(50, 120), (100, 120), (120, 120)]
    assert all("127.0.0.1" not in path and path.startswith("/api/v1/") for path in Pretix.asked)
    show = shows.current(store)
    for code in ("k24fiuwvu8kxz3y77", "MQLJVANO77"):
        person = listed.by_badge(store, show, code)
        assert person is not None
        assert (person.visitor.full_name, person.visitor.job_title) == ("Anna 77", "Head of Welding")
        assert (person.visitor.country, person.visitor.postal_code) == ("DE", "24103")
    again = pretix.pull(here(store), event)
    assert (again.taken.new, again.taken.changed, again.taken.already) == (0, 0, 120)
    assert attendees.standing(store).file == "pretix: fair/ad26"


def test_a_busy_pretix_is_given_the_time_it_asks_for(url: str) -> None:
    Pretix.busy, waited = 2, []
    found = list(pretix_attendees.batches(Event(url, "fair", "ad26", TOKEN), lambda _n: None, waited.append))
    assert sum(len(one.records) for one in found) == 120
    assert waited == [7.0, 7.0]


def test_one_that_stays_busy_is_left_with_a_sentence(url: str) -> None:
    Pretix.busy = 99
    with pytest.raises(EnvironmentFault, match="does not answer"):
        list(pretix_attendees.batches(Event(url, "fair", "ad26", TOKEN), lambda _n: None, lambda _s: None))


@pytest.mark.parametrize(
    ("event", "token", "said"), [("ad26", "wrong", "token"), ("other", TOKEN, "does not let this token")]
)
def test_a_refusal_says_what_to_do(url: str, event: str, token: str, said: str) -> None:
    with pytest.raises(WrongCall, match=said):
        list(pretix_attendees.batches(Event(url, "fair", event, token), lambda _n: None))


def test_the_token_never_travels_unprotected() -> None:
    for wrong in ("http://tickets.example.com", "ftp://127.0.0.1", "tickets.example.com"):
        with pytest.raises(WrongCall, match="unprotected"):
            Event(wrong, "fair", "ad26", TOKEN)
    with pytest.raises(WrongCall, match="missing"):
        pretix.source("https://tickets.example.com", "fair", "ad26", "")
    with pytest.raises(EnvironmentFault):
        list(pretix_attendees.batches(Event("http://127.0.0.1:9", "a", "b", TOKEN), lambda _n: None))


def test_a_position_without_a_person_still_has_its_codes() -> None:
    bare = {"secret": "s3cr3tx", "pseudonymization_id": "ABCDEFGH12", "attendee_name": None, "answers": []}
    entry = pretix_attendees.entry_of_position(bare)
    assert entry is not None
    assert entry.ids == ("s3cr3tx", "ABCDEFGH12")
    assert pretix_attendees.entry_of_position({}) is None


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("https://pretix.eu/fair/ad26/", ("https://pretix.eu", "fair", "ad26")),
        ("https://tickets.fair.example/control/event/fair/ad26/orders/?q=1",
         ("https://tickets.fair.example", "fair", "ad26")),
        (" http://10.0.0.7:8000/fair/ad%2026 ", ("http://10.0.0.7:8000", "fair", "ad 26")),
        ("https://tickets.fair.example", ("https://tickets.fair.example", "", "")),
        ("https://tickets.fair.example/control/", ("https://tickets.fair.example/control/", "", "")),
        ("tickets.fair.example", ("", "", "")), ("https://a b", ("", "", "")), ("http://[", ("", "", "")),
        ("", ("", "", "")),
    ],
)  # fmt: skip
def test_an_address_from_the_browser_names_organizer_and_event(
    address: str, place: tuple[str, str, str]
) -> None:
    assert pretix_attendees.place_of(address) == place


def test_the_place_is_remembered_and_the_token_only_for_its_address(store: Store, url: str) -> None:
    assert pretix.last_place(store) == pretix.Place()
    with pytest.raises(WrongCall, match="does not accept the token"):
        pretix.fetch(here(store), url, "fair", "ad26", "wrong")
    assert pretix.last_place(store) == pretix.Place()
    done, _kept = pretix.fetch(here(store), url, "fair", "ad26", TOKEN)
    assert done.taken.new == 120
    assert pretix.last_place(store) == pretix.Place(url, "fair", "ad26", True)
    again, _kept = pretix.fetch(here(store), url, "fair", "ad26", "")
    assert again.taken.already == 120
    with pytest.raises(WrongCall, match="token of pretix is missing"):
        pretix.fetch(here(store), url.replace("127.0.0.1", "localhost"), "fair", "ad26", "")


def test_people_may_stop_while_pretix_asks_for_time(store: Store, url: str) -> None:
    class Stop(Exception):
        pass

    def stop(_done: int, _all: int) -> None:
        raise Stop

    Pretix.busy = 1
    with pytest.raises(Stop):
        pretix.pull(here(store), Event(url, "fair", "ad26", TOKEN), stop)
    assert len(Pretix.asked) == 1


ODD = [None, 0, True, 1.5, "x", [], [1], {}, {"x": []}, [[]], [{}], [{"answer": [1]}], 10**30, "\ud800"]


@pytest.mark.parametrize("name", ["", "count", "next", "results", *position(1)])
def test_whatever_answers_is_read_or_told(url: str, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    event, told = Event(url, "fair", "ad26", TOKEN), []
    for odd in ODD:
        whole = {"count": 1, "next": None, "results": [{**position(1), **({name: odd} if name else {})}]}
        page = odd if not name else {**whole, name: odd} if name in whole else whole
        body = json.dumps(page).encode()
        monkeypatch.setattr(Transport, "get", lambda *_words, body=body: Reply(200, body))
        try:
            for batch in pretix_attendees.batches(event, lambda _n: None):
                str(batch).encode()
        except UserError as error:
            told.append(error.happened)
    assert set(told) <= {"There is no such event, or no pretix at this address."}
