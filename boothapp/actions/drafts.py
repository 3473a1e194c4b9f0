"""Conversations begun and not saved yet: written down while people type, and taken up again."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from boothapp.actions import shows, station
from boothapp.domain.changes import Changes, changed
from boothapp.domain.draft import Draft, is_empty
from boothapp.store import drafts
from boothapp.store.database import Store
from boothapp.store.drafts import Kept
from boothapp.store.running import is_running


@dataclass(frozen=True, slots=True)
class Taken:
    """A draft as it was written down, and what changed; None where it is not there any more."""

    kept: Kept | None
    changes: Changes


def keep(store: Store, draft: Draft, aside: bool = False, at: datetime | None = None) -> Changes:
    """Writes the conversation down as it stands, in one transaction; an empty one leaves no draft.

    aside: a person put it aside, and it does not come back by itself; else this program holds it.
    Raises UserError where no show is open, EnvironmentFault where the disk refuses.
    """
    at = at or datetime.now(UTC)
    with store.transaction():
        if is_empty(draft):
            drafts.take_out(store, draft.id)
        else:
            show, here = shows.current(store), station.this(store)
            holder = "" if aside else store.running.id
            drafts.put(store, Kept(draft, show.id, here.letter, at, aside, holder=holder))
    return changed("drafts")


def of_show(store: Store, show: str) -> list[Kept]:
    """The drafts of a show without their pictures, the one changed last first; none that stands elsewhere.

    Two windows on one laptop would else write one conversation, and the later save would lose what it adds.
    """
    return [one for one in drafts.of_show(store, show) if _is_free(store, one)]


def newest(store: Store, show: str, staff: str = "") -> Taken:
    """Takes up the draft that this station was in the middle of; those put aside wait to be asked for.

    staff: who is at the stand now, "" where nobody was named; what another one held waits too.
    """
    with store.transaction():
        here = station.this(store).letter
        ours = (one for one in of_show(store, show) if one.station == here and not one.aside)
        ours = (one for one in ours if not staff or one.draft.staff in ("", staff))
        found = next(ours, None)
        return take_up(store, found.draft.id) if found else Taken(None, Changes())


def take_up(store: Store, id: str) -> Taken:
    """A draft that somebody goes on with here; until it is saved it stays written down."""
    with store.transaction():
        if (kept := _free(store, id)) is None:
            return Taken(None, changed("drafts"))
        kept = replace(kept, aside=False, holder=store.running.id)
        drafts.put(store, kept)
    return Taken(kept, changed("drafts"))


def forget(store: Store, id: str) -> Taken:
    """Deletes a draft; what it held is given back, to be put back."""
    with store.transaction():
        if (kept := _free(store, id)) is not None:
            drafts.take_out(store, id)
    return Taken(kept, changed("drafts"))


def put_back(store: Store, kept: Kept) -> Changes:
    """A draft that was deleted by mistake, as it was."""
    with store.transaction():
        drafts.put(store, kept)
    return changed("drafts")


def _free(store: Store, id: str) -> Kept | None:
    """A draft that nobody is in the middle of in another window."""
    kept = drafts.get(store, id)
    return kept if kept is not None and _is_free(store, kept) else None


def _is_free(store: Store, kept: Kept) -> bool:
    ours = "running" in vars(store) and kept.holder == store.running.id
    return ours or not is_running(store.home, kept.holder)
