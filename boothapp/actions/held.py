"""Badges scanned while the window was locked: drafts until somebody says what becomes of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from boothapp.actions import badges, shows
from boothapp.actions import drafts as drafts_of
from boothapp.badge.clues import Clues
from boothapp.domain.changes import Changes, changed
from boothapp.domain.draft import Draft
from boothapp.errors import Refused, WrongCall
from boothapp.store import drafts
from boothapp.store.database import Store
from boothapp.store.drafts import Kept


@dataclass(frozen=True, slots=True)
class Dropped:
    """The drafts that were deleted, as they were."""

    kept: tuple[Kept, ...]
    changes: Changes


def keep(store: Store, id: str, scan: str | bytes, clues: Clues) -> Changes:
    """Reads a scan and writes it down as a draft with this id; what can't be read leaves none.

    Raises UserError where no show is open, EnvironmentFault where the disk refuses.
    """
    show = shows.current(store)
    known = replace(clues, knows=lambda text: badges.is_listed(lambda fn: fn(store), show, text))
    try:
        reading = badges.scan(scan, show, clues=known)
    except (Refused, WrongCall):
        return Changes()
    note = reading.visitor.note if reading.format == "text" else ""
    visitor = replace(reading.visitor, note="") if note else reading.visitor
    draft = Draft(id=id, visitor=visitor, capture=badges.capture_of(reading), note=note)
    return drafts_of.keep(store, draft, aside=True)


def waiting(store: Store, ids: Iterable[str]) -> set[str]:
    """Which of these drafts nobody has gone on with or deleted."""
    found = {id: drafts.get(store, id) for id in ids}
    return {id for id, kept in found.items() if kept is not None and kept.aside}


def drop(store: Store, ids: Iterable[str]) -> Dropped:
    """Deletes these drafts in one transaction; what they held is given back, to be put back."""
    with store.transaction():
        kept = tuple(taken.kept for taken in (drafts_of.forget(store, id) for id in ids) if taken.kept)
    return Dropped(kept, changed("drafts"))


def put_back(store: Store, dropped: Dropped) -> Changes:
    """Drafts that were deleted by mistake, as they were."""
    with store.transaction():
        for kept in dropped.kept:
            drafts.put(store, kept)
    return changed("drafts")
