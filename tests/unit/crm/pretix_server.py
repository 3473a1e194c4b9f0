"""A server that does what pretix' API documentation says of attendees, and nothing more."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

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


@pytest.fixture(name="url")
def pretix_url() -> Iterator[str]:
    """Where the server listens; 120 people have a ticket."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pretix)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    Pretix.busy, Pretix.asked, Pretix.positions = 0, [], [position(n) for n in range(120)]
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
