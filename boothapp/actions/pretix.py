"""The attendee list straight from pretix, before the show, while there is a network."""

from collections.abc import Iterator
from typing import Any

from boothapp.actions import attendees, reconcile, shows
from boothapp.actions.attendees import Imported, Progress
from boothapp.actions.lane import Lane
from boothapp.attendees.people import Skipped
from boothapp.crm import pretix_attendees
from boothapp.crm.pretix_attendees import Event
from boothapp.domain.attendee_entry import Batch
from boothapp.errors import WrongCall
from boothapp.words import tr

TOKEN_VARIABLE = "BOOTHAPP_PRETIX_TOKEN"


def source(url: str, organizer: str, event: str, token: str) -> Event:
    """The event to read; raises WrongCall where the token is missing or would travel unprotected."""
    if not token:
        raise WrongCall(
            tr("The API token of pretix is missing."),
            step=tr("Make one in pretix under Teams and put it into {name}.").format(name=TOKEN_VARIABLE),
        )
    return Event(url, organizer, event, token)


def pull(run: Lane[Any], event: Event, progress: Progress | None = None) -> Imported:
    """Takes every attendee of the event into the open show's list, and completes the leads."""
    show, total = run(shows.current), [0]

    def pages() -> Iterator[Batch]:
        yield from pretix_attendees.batches(event, lambda count: total.__setitem__(0, count))

    def counted(done: int, _total: int) -> None:
        if progress:
            progress(done, max(total[0], done))

    name = f"pretix: {event.organizer}/{event.event}"
    done = attendees.store_entries(run, show, name, pages(), 0, counted)
    return Imported(done.people, done.taken, Skipped(), reconcile.leads_with_list(run, progress=progress))
