"""A lead deleted, and put back until the program starts again."""

from dataclasses import dataclass
from datetime import UTC, datetime

from boothapp.actions import leads as look
from boothapp.actions import station
from boothapp.domain.changes import Changes, changed
from boothapp.domain.lead import Lead
from boothapp.errors import Refused
from boothapp.store import leads, outbox, removed
from boothapp.store.database import Store
from boothapp.store.running import others_run
from boothapp.words import tr

PUT_BACK = "put back"


@dataclass(frozen=True, slots=True)
class Deleted:
    """The lead as it was; at_head_office: it is there, or may be, and stays there."""

    lead: Lead
    at_head_office: bool
    changes: Changes


@dataclass(frozen=True, slots=True)
class Restored:
    """The lead as it is again."""

    lead: Lead
    changes: Changes


def delete(store: Store, named: str, at: datetime | None = None) -> Deleted:
    """Takes a lead out of every list, search, pack and sending, in one transaction.

    Raises WrongCall where there is none, Refused while it is being sent.
    """
    at = at or datetime.now(UTC)
    # Another program that starts meanwhile sees by it that somebody may still put this lead back.
    _ = store.running
    with store.transaction():
        row = look.row_of(store, named)
        lead = leads.get(store, row)
        if outbox.is_being_sent(store, row, at):
            raise Refused(
                tr("{lead} is being sent to head office just now.").format(lead=lead.number),
                safe=tr("Nothing was changed."),
                step=tr("Try again when the sending is over."),
            )
        there = outbox.known_there(store, row)
        removed.keep_and_take_out(store, row, at)
    return Deleted(lead, there, _changed(lead))


def put_back(store: Store, id: str, staff: str = "", at: datetime | None = None) -> Restored:
    """Puts a deleted lead back with all that belonged to it; the history says so.

    Raises Refused where it is kept no longer: the program was started again since; or is there already.
    """
    at = at or datetime.now(UTC)
    with store.transaction():
        if leads.row_of(store, id) is not None:
            raise Refused(tr("This lead is there already."), safe=tr("Nothing was changed."))
        row = removed.put_back(store, id)
        if row is None:
            raise Refused(tr("This lead was deleted before the last start, and is not kept any more."))
        lead = leads.get(store, row)
        letter = station.this(store).letter
        leads.log(store, row, lead.revision, leads.Change(at, staff, letter, PUT_BACK, {}))
    return Restored(lead, _changed(lead))


def forget(store: Store) -> None:
    """What was deleted before this start is gone for good, unless another program may put it back."""
    own = store.running.id if "running" in vars(store) else ""
    if not others_run(store.home, own):
        removed.forget_all(store)


def _changed(lead: Lead) -> Changes:
    return changed("leads", "outbox", leads=(lead.id,))
