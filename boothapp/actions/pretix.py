"""The attendee list straight from pretix, before the show, while there is a network."""

import time
from collections.abc import Iterator
from typing import Any, NamedTuple

from boothapp.actions import attendees, reconcile, shows
from boothapp.actions.attendees import Imported, Progress
from boothapp.actions.lane import Lane
from boothapp.attendees.number_ids import Restored
from boothapp.attendees.people import Skipped
from boothapp.crm import pretix_attendees
from boothapp.crm.pretix_attendees import Event
from boothapp.domain.attendee_entry import Batch
from boothapp.errors import WrongCall
from boothapp.store import secrets
from boothapp.store.database import Store
from boothapp.store.packing import packed, unpacked
from boothapp.words import tr

TOKEN_VARIABLE = "BOOTHAPP_PRETIX_TOKEN"
_SLICE = 0.2
"""Seconds between two looks at whether people have stopped a wait."""


class Place(NamedTuple):
    """Where a show's attendees were fetched from; has_token: whether its token is still known here."""

    url: str = ""
    organizer: str = ""
    event: str = ""
    has_token: bool = False


def source(url: str, organizer: str, event: str, token: str) -> Event:
    """The event to read; raises WrongCall where the token is missing or would travel unprotected."""
    if not token:
        raise WrongCall(
            tr("The API token of pretix is missing."),
            step=tr("Make one in pretix under Teams and put it into {name}.").format(name=TOKEN_VARIABLE),
        )
    return Event(url, organizer, event, token)


def last_place(store: Store) -> Place:
    """What was typed for the open show before; empty where nothing was."""
    url, organizer, event = unpacked(store.fact(_fact(store), '["", "", ""]'), tuple[str, str, str])
    return Place(url, organizer, event, bool(url and secrets.found(store, _secret(url))))


def fetch(
    run: Lane[Any], url: str, organizer: str, event: str, token: str, progress: Progress | None = None
) -> tuple[Imported, bool]:
    """Pulls the event, then remembers where it is, and its token as a CRM's password is remembered.

    token: "" for the one that is known here. Gives what came, and whether the token outlasts the program.
    """
    known: str = token or run(lambda store: secrets.found(store, _secret(url)))
    done = pull(run, source(url, organizer, event, known), progress)
    return done, run(lambda store: _remember(store, url, organizer, event, token))


def _remember(store: Store, url: str, organizer: str, event: str, token: str) -> bool:
    with store.transaction():
        store.remember(_fact(store), packed((url, organizer, event)))
    kept = secrets.keep(store, _secret(url), token) if token else True
    if not kept:
        secrets.keep_for_run(store, _secret(url), token)
    return kept


def _fact(store: Store) -> str:
    return f"pretix:{shows.current(store).id}"


def _secret(url: str) -> str:
    """A token belongs to one address: it must never travel to another."""
    return f"pretix attendees {url.rstrip('/')}"


def pull(run: Lane[Any], event: Event, progress: Progress | None = None) -> Imported:
    """Takes every attendee of the event into the open show's list, and completes the leads."""
    show, total, come = run(shows.current), [0], [0]

    def counted(done: int, _total: int) -> None:
        come[0] = done
        if progress:
            progress(done, max(total[0], done))

    def wait(seconds: float) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            counted(come[0], 0)
            time.sleep(min(_SLICE, left))

    def pages() -> Iterator[Batch]:
        yield from pretix_attendees.batches(event, lambda count: total.__setitem__(0, count), wait)

    name = f"pretix: {event.organizer}/{event.event}"
    done = attendees.store_entries(run, show, name, pages(), 0, counted)
    met = reconcile.leads_with_list(run, progress=progress)
    return Imported(done.people, done.taken, Skipped(), met, restored=Restored())
