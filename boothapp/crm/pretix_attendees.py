"""The attendees of a pretix event, page by page, by its REST API.

Read from "Order positions" of the pretix API documentation and tried against pretix 2026.8: `secret` is what
the ticket's code carries, `pseudonymization_id` what a printed badge carries; cancelled positions are left
out by the server, but those of an order cancelled or expired as a whole are not, so orders are asked for by
their status; a page holds 50; too many calls are answered with 429 and Retry-After.
"""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypedDict
from urllib.parse import quote, unquote, urlsplit

from boothapp.attendees.columns import field_of
from boothapp.attendees.headings import IGNORED
from boothapp.crm import reply as replies
from boothapp.crm.target import AskedToWait, Away, NotThisCrm, ReplyLost
from boothapp.crm.transport import Transport, is_private
from boothapp.domain.attendee import IDS
from boothapp.domain.attendee_entry import BETWEEN, Batch, Entry, batch_of, entry_of, record_of
from boothapp.errors import EnvironmentFault, UserError, WrongCall
from boothapp.words import mark, tr

MOST_WAITS, LONGEST_WAIT = 5, 60.0
_COMING = "n,p"
"""Order status: pending, who may still pay at the door, and paid; not expired, not cancelled."""
_OK, _NOT_FOUND = 200, 404
_NAMES = 2
_SAFE = mark("What came so far is kept.")
_FIELDS: Mapping[str, str] = {
    "full_name": "attendee_name",
    "emails": "attendee_email",
    "company": "company",
    "street": "street",
    "postal_code": "zipcode",
    "city": "city",
    "region": "state",
    "country": "country",
}
_REFUSALS = {
    401: (mark("pretix does not accept the token."), mark("Make a new API token in pretix under Teams.")),
    403: (
        mark("pretix does not let this token see the attendees."),
        mark("Give its team the right to view orders of this event, and check the event's name."),
    ),
    _NOT_FOUND: (
        mark("There is no such event, or no pretix at this address."),
        mark("Check the address, the organizer and the event as they stand in the browser."),
    ),
}


class Position(TypedDict, total=False):
    """An attendee as pretix tells of one; any part may be missing."""

    attendee_name: str | None
    attendee_name_parts: dict[str, Any] | None
    attendee_email: str | None
    company: str | None
    street: str | None
    zipcode: str | None
    city: str | None
    state: str | None
    country: str | None
    secret: str | None
    pseudonymization_id: str | None
    answers: list[dict[str, Any]] | None


class Page(TypedDict, total=False):
    """Attendees, how many there are in all, and the address of the next page."""

    count: int
    next: str | None
    results: list[Position]


@dataclass(frozen=True, slots=True)
class Event:
    """A pretix event: the address of the installation, organizer and event as in its addresses, the token."""

    url: str
    organizer: str
    event: str
    token: str

    def __post_init__(self) -> None:
        secure = self.url.startswith("https://") or (self.url.startswith("http://") and is_private(self.url))
        if not secure:
            raise WrongCall(
                tr("The token would be sent unprotected to {url}.").format(url=self.url),
                step=tr("Write the address with https."),
            )

    def page(self, number: int) -> str:
        """The address of a page of attendees."""
        place = f"organizers/{quote(self.organizer, '')}/events/{quote(self.event, '')}"
        asked = f"order__status__in={_COMING}&page={number}"
        return f"{self.url.rstrip('/')}/api/v1/{place}/orderpositions/?{asked}"


class EventPlace(NamedTuple):
    """An address with the organizer and the event it names, "" where it names none."""

    url: str
    organizer: str = ""
    event: str = ""


def place_of(address: str) -> EventPlace:
    """The installation, organizer and event of an address as it stands in the browser; url "" for no address.

    A shop is /organizer/event/, its pages for the team are /control/event/organizer/event/.
    """
    try:
        parts = urlsplit(address.strip())
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return EventPlace("")
    if not good or " " in address.strip():
        return EventPlace("")
    root = f"{parts.scheme}://{parts.netloc}"
    words = [unquote(word) for word in parts.path.split("/") if word]
    if words[:2] == ["control", "event"]:
        words = words[2:]
    if len(words) < _NAMES or words[0] in ("control", "api"):
        return EventPlace(address.strip())
    return EventPlace(root, words[0], words[1])


def batches(
    event: Event, told: Callable[[int], None], wait: Callable[[float], None] = time.sleep
) -> Iterator[Batch]:
    """Every attendee, a page at a time; told hears how many there are. Raises a UserError."""
    transport, number, more, seen = Transport(), 1, True, set[str]()
    try:
        while more:
            page = _page(transport, event, number, wait)
            told(max(page.get("count", 0), 0))
            entries = [entry for one in page["results"] if (entry := entry_of_position(one))]
            fresh = [one for one in entries if _is_new(one, seen)]
            yield batch_of(fresh)
            number, more = number + 1, bool(page.get("next"))
            if more and not fresh:
                # Pages that never end, from what doesn't count them.
                raise _no_pretix()
    finally:
        transport.close()


def entry_of_position(position: Mapping[str, Any]) -> Entry | None:
    """One attendee as the list keeps it; None for a position without any name, mail or code."""
    said = {name: str(position.get(key) or "") for name, key in _FIELDS.items()}
    parts = position.get("attendee_name_parts") or {}
    said |= {name: str(parts.get(name) or "") for name in ("given_name", "family_name")}
    codes = (position.get("secret"), position.get("pseudonymization_id"))
    said[IDS] = BETWEEN.join(str(code) for code in codes if code)
    for answer in position.get("answers") or ():
        name = field_of(str(answer.get("question_identifier") or ""))
        if name not in ("", IGNORED, IDS) and not said.get(name):
            said[name] = str(answer.get("answer") or "")
    return entry_of(record_of(said))


def _is_new(entry: Entry, seen: set[str]) -> bool:
    """A sale between two pages moves what is on them: the same position may come twice."""
    known = entry.ids[0] in seen
    seen.add(entry.ids[0])
    return not known


def _page(transport: Transport, event: Event, number: int, wait: Callable[[float], None]) -> Page:
    headers = {"Authorization": f"Token {event.token}", "Accept": "application/json"}
    for _ in range(MOST_WAITS):
        try:
            reply = transport.get(event.page(number), headers)
        except AskedToWait as busy:
            wait(min(busy.retry_after or 1.0, LONGEST_WAIT))
            continue
        except (Away, ReplyLost, NotThisCrm) as fault:
            raise _away() from fault
        return _read(reply.status, reply.body)
    raise _away()


def _read(status: int, body: bytes) -> Page:
    if status in _REFUSALS:
        happened, step = _REFUSALS[status]
        raise WrongCall(tr(happened), safe=tr(_SAFE), step=tr(step))
    try:
        page = replies.shaped(replies.loads(body), Page)
    except ValueError:
        raise _no_pretix() from None
    if status != _OK or "results" not in page:
        raise _no_pretix()
    return page


def _no_pretix() -> UserError:
    happened, step = _REFUSALS[_NOT_FOUND]
    return WrongCall(tr(happened), safe=tr(_SAFE), step=tr(step))


def _away() -> UserError:
    return EnvironmentFault(
        tr("pretix does not answer."),
        safe=tr(_SAFE),
        step=tr("Check the network and the address, then try again."),
    )
