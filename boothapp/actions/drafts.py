"""Conversations begun and not saved yet: written down while people type, and taken up again."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from boothapp.actions import shows, station
from boothapp.domain.changes import Changes, changed
from boothapp.domain.draft import Draft, is_empty
from boothapp.store import drafts
from boothapp.store.database import Store
from boothapp.store.drafts import Kept


@dataclass(frozen=True, slots=True)
class Taken:
    """A draft as it was written down, and what changed; None where it is not there any more."""

    kept: Kept | None
    changes: Changes


def keep(store: Store, draft: Draft, aside: bool = False, at: datetime | None = None) -> Changes:
    """Writes the conversation down as it stands, in one transaction; an empty one leaves no draft.

    aside: a person put it aside, and it does not come back by itself.
    Raises UserError where no show is open, EnvironmentFault where the disk refuses.
    """
    at = at or datetime.now(UTC)
    with store.transaction():
        if is_empty(draft):
            drafts.take_out(store, draft.id)
        else:
            show, here = shows.current(store), station.this(store)
            drafts.put(store, Kept(draft, show.id, here.letter, at, aside))
    return changed("drafts")


def of_show(store: Store, show: str) -> list[Kept]:
    """All drafts of a show without their pictures, the one changed last first."""
    return drafts.of_show(store, show)


def newest(store: Store, show: str) -> Taken:
    """The draft that this station was in the middle of; those put aside wait to be asked for."""
    here = station.this(store).letter
    ours = (one for one in drafts.of_show(store, show) if one.station == here and not one.aside)
    found = next(ours, None)
    return Taken(drafts.get(store, found.draft.id) if found else None, Changes())


def take_up(store: Store, id: str) -> Taken:
    """A draft that somebody goes on with; until it is saved it stays written down."""
    with store.transaction():
        if (kept := drafts.get(store, id)) is None:
            return Taken(None, changed("drafts"))
        kept = replace(kept, aside=False)
        drafts.put(store, kept)
    return Taken(kept, changed("drafts"))


def forget(store: Store, id: str) -> Taken:
    """Deletes a draft; what it held is given back, to be put back."""
    with store.transaction():
        kept = drafts.get(store, id)
        drafts.take_out(store, id)
    return Taken(kept, changed("drafts"))


def put_back(store: Store, kept: Kept) -> Changes:
    """A draft that was deleted by mistake, as it was."""
    with store.transaction():
        drafts.put(store, kept)
    return changed("drafts")
