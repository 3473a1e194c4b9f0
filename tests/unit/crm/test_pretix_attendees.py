"""Attendees from pretix: a server that does what pretix' API documentation says, and nothing more."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from boothapp.actions import attendees, demo, listed, pretix, shows
from boothapp.actions.lane import here
from boothapp.crm import pretix_attendees
from boothapp.crm.pretix_attendees import Event
from boothapp.errors import EnvironmentFault, WrongCall
from boothapp.paths import Home
from boothapp.store.database import Store, open_store

TOKEN = "for-tests"


def position(n: int, **more: Any) -> dict[str, Any]:
    """As "Order positions" of the API documentation shows one."""
    return {
        "id": n, "order": "ABC12", "positionid": 1, "canceled": False, "item": 1, "price": "23.00",
        "attendee_name": f"Anna {n}", "attendee_email": f"a{n}@werft.example", "company": "Werft",
        "attendee_name_parts": {"_scheme": "given_family", "given_name": "Anna", "family_name": str(n)},
        "street": "Kai 1",
        "zipcode": "24103", "city": "Kiel", "country": "DE", "state": None, "secret": f"k24fiuwvu8kxz3y{n}",
        "pseudonymization_id": f"MQLJVANO{n}", "answers": [{"question": 12, "answer": "Head of Welding",
        "question_identifier": "job_title", "options": []}], **more,
    }  # fmt: skip


class Pretix(BaseHTTPRequestHandler):
    """Paging (API, "Pagination"): count, next, previous, results; 401 for a token it does not know
    ("Authentication"); 429 with Retry-After ("Rate limiting")."""

    positions: ClassVar[list[dict[str, Any]]] = []
    busy = 0
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        Pretix.asked.append(self.path)
        if self.headers["Authorization"] != f"Token {TOKEN}":
            self._answer(401, {"detail": "Invalid token."})
        elif "/events/ad26/orderpositions/" not in self.path:
            self._answer(403, {"detail": "You do not have permission to perform this action."})
        elif Pretix.busy:
            Pretix.busy -= 1
            self._answer(429, {"detail": "Request was throttled."}, {"Retry-After": "7"})
        else:
            page = int(self.path.partition("page=")[2] or 1)
            part = self.positions[(page - 1) * 50 : page * 50]
            more = page * 50 < len(self.positions)
            following = "http://elsewhere.example/next" if more else None
            count = len(self.positions)
            self._answer(200, {"count": count, "next": following, "previous": None, "results": part})

    def _answer(self, status: int, body: dict[str, Any], headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, *_words: object) -> None:
        return


@pytest.fixture
def url() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pretix)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    Pretix.busy, Pretix.asked, Pretix.positions = 0, [], [position(n) for n in range(120)]
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = open_store(home, "for this test")
    demo.make(store, 0)
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
