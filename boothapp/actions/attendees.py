"""The organiser's attendee list: looked at, taken in, removed."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from boothapp.actions import reconcile, shows
from boothapp.actions.lane import Lane
from boothapp.actions.reconcile import Reconciled
from boothapp.domain import field_words
from boothapp.domain.attendee import IDS
from boothapp.domain.attendee_entry import MAPPED, Batch
from boothapp.domain.changes import Changes, changed
from boothapp.domain.folding import fold
from boothapp.domain.show import Show
from boothapp.errors import WrongCall
from boothapp.store import attendees
from boothapp.store.attendees import AttendeeList, Taken
from boothapp.store.database import Store
from boothapp.words import tr

if TYPE_CHECKING:
    from boothapp.attendees.list_file import ListFile
    from boothapp.attendees.number_ids import Restored
    from boothapp.attendees.people import Skipped

T = TypeVar("T")
Progress = Callable[[int, int], None]

BATCH, NEW = 2000, 20_000
"""People in one turn at the store, and where all are new: a save waits a tenth of a second at most."""

_FOUND_BY = frozenset({IDS, "emails", "full_name", "given_name", "family_name"})


@dataclass(frozen=True)
class Look:
    """A file before its import: what it holds, and which column is proposed to be which field."""

    list: "ListFile"
    mapping: tuple[str, ...]
    remembered: bool = False
    file: Path = Path()


@dataclass
class Imported:
    """What an import did; skipped holds the lines that are no people, reconciled what became of the leads."""

    people: int
    taken: Taken
    skipped: "Skipped"
    reconciled: Reconciled = field(default_factory=Reconciled)
    has_ids: bool = True
    restored: "Restored | None" = None

    @property
    def gone(self) -> int:
        """How many people came with an earlier list and are not in this one; they stay."""
        return max(self.people - self.taken.new - self.taken.changed - self.taken.already, 0)

    @property
    def changes(self) -> Changes:
        """The leads that were completed, and the list."""
        return changed("attendees") | self.reconciled.changes

    def json(self) -> dict[str, Any]:
        """The JSON of CLI.md, and more: what the three figures are made of."""
        lines = [{"line": line, "reason": why, "text": text} for line, why, text in self.skipped.examples]
        return {
            "imported": self.taken.new + self.taken.changed,
            "skipped": self.skipped.total,
            "reconciled": len(self.reconciled.changed),
            "new": self.taken.new,
            "changed": self.taken.changed,
            "already": self.taken.already,
            "other_people": self.taken.other,
            "handed_on": [one._asdict() for one in self.taken.handed_on],
            "gone": self.gone,
            "people": self.people,
            "reasons": dict(self.skipped.counts),
            "examples": lines,
            "ids": self.restored.json() if self.restored else {},
            **self.reconciled.json(),
        }


def look(
    run: Lane[Any],
    file: Path,
    named: Mapping[str, str] | None = None,
    encoding: str = "",
    sheet: str = "",
) -> Look:
    """Reads how the file is made; encoding and sheet: as people have chosen, else found out.

    named: field -> heading or number of the column, for columns that people name themselves.
    Raises WrongCall where the file can't be read as a list, or a field, heading or encoding is not there.
    """
    from boothapp.attendees import columns, list_file

    show = run(shows.current)
    found = list_file.read(file, show.code_page, (named or {}).values(), encoding, sheet)
    kept = run(lambda store: attendees.mapping(store, show.id, columns.signature(found.headings)))
    if named:
        return Look(found, _named(found, columns.propose(found.headings, found.sample), named), file=file)
    if kept is not None and len(kept) == len(found.headings):
        return Look(found, kept, remembered=True, file=file)
    return Look(found, columns.propose(found.headings, found.sample), file=file)


def _named(found: "ListFile", mapping: tuple[str, ...], named: Mapping[str, str]) -> tuple[str, ...]:
    fields = list(mapping)
    for name, heading in named.items():
        field_words.require(name, MAPPED)
        at = _place(found.headings, heading)
        fields = ["" if one == name else one for one in fields]
        fields[at] = name
    return tuple(fields)


def _place(headings: Sequence[str], named: str) -> int:
    """The column that people mean: by its heading, else by its number, counted from 1."""
    folded = [fold(heading) for heading in headings]
    if fold(named) in folded:
        return folded.index(fold(named))
    if named.isdecimal() and 0 < int(named) <= len(headings):
        return int(named) - 1
    known = [heading or str(number) for number, heading in enumerate(headings, 1)]
    raise WrongCall(
        tr("The list has no column {name}.").format(name=named),
        step=tr("Its columns are {names}.").format(names=", ".join(known)),
    )


def take_in(
    run: Lane[Any], looked: Look, mapping: tuple[str, ...] | None = None, progress: Progress | None = None
) -> Imported:
    """Imports the list for the open show, then completes the leads that were captured by id before.

    In short turns at the store; when it is cancelled, what came so far stays, and importing again goes on.
    """
    from boothapp.attendees import columns, people

    chosen, found = mapping or looked.mapping, looked.list
    if not _FOUND_BY.intersection(chosen):
        raise WrongCall(
            tr("No column of {file} is an id, a name or an e-mail address.").format(file=found.name),
            safe=tr("Nothing was imported."),
            step=tr("Say which column holds the id of the badge."),
        )
    reader = people.People(chosen, found.skip + 1, found.again)
    show = run(shows.current)
    run(lambda store: _keep_mapping(store, show, columns.signature(found.headings), chosen))
    with _no_search_for_cycles():
        done = store_entries(run, show, found.name, reader.batches(found.batches()), found.size, progress)
    if found.table.broken:
        reader.skipped.add("broken", 0, (), found.table.broken)
    imported = Imported(
        done.people, done.taken, reader.skipped, has_ids=IDS in chosen, restored=reader.restored
    )
    imported.reconciled = reconcile.leads_with_list(run, progress=progress)
    return imported


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Cells and rows hold no cycles; looking for some among millions takes a third of the import."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(frozen=True)
class Stored:
    """What came into the store, and how many people the list has now."""

    taken: Taken
    people: int


def store_entries(
    run: Lane[Any],
    show: Show,
    name: str,
    batches: Iterable[Batch],
    total: int,
    progress: Progress | None = None,
) -> Stored:
    """Takes entries of any source into the show's list, a batch a turn; name: of the file or service."""
    now, taken, count = datetime.now(UTC), Taken(), 0
    source = iter(batches)
    # A source that can't be read at all leaves no list behind.
    first = next(source, Batch((), [], ()))
    list_: AttendeeList = run(lambda store: _begin(store, show, name, now))
    most = BATCH if list_.people else NEW
    for batch in chain([first], source):
        for piece in batch.pieces(most):
            taken.add(run(partial(_take, list_=list_, batch=piece)))
            count += len(piece.records)
            if progress:
                progress(count, max(total, count))
    stored: Stored = run(lambda store: _finish(store, list_, name, now, taken))
    return stored


def _keep_mapping(store: Store, show: Show, signature: str, mapping: tuple[str, ...]) -> None:
    with store.transaction():
        attendees.keep_mapping(store, show.id, signature, mapping, datetime.now(UTC))


def _begin(store: Store, show: Show, name: str, at: datetime) -> AttendeeList:
    with store.transaction():
        return attendees.begin(store, show.id, name, at)


def _take(store: Store, list_: AttendeeList, batch: Batch) -> Taken:
    with store.transaction():
        return attendees.take(store, list_, batch)


def _finish(store: Store, list_: AttendeeList, name: str, at: datetime, taken: Taken) -> Stored:
    with store.transaction():
        if taken.new or taken.changed:
            attendees.finish(store, list_, name, at)
        else:
            attendees.settle(store, list_)
        now = attendees.list_of(store, list_.show)
    return Stored(taken, now.people if now else 0)


def standing(store: Store) -> AttendeeList | None:
    """The list of the open show, or None."""
    return attendees.list_of(store, shows.current(store).id)


def remove(run: Lane[Any], progress: Progress | None = None) -> Changes:
    """Takes the open show's list away; the leads keep what came from it."""
    list_: AttendeeList | None = run(standing)
    left = list_.people if list_ else 0
    while list_ and left:
        left = run(lambda store: _remove(store, list_.id))
        # Nothing can be stopped any more once all are gone.
        if progress and left:
            progress(list_.people - left, list_.people)
    return changed("attendees")


def _remove(store: Store, list_: int) -> int:
    with store.transaction():
        return attendees.remove(store, list_, BATCH)
