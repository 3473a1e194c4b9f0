"""The lead pack: what marketing hands to sales after the show."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from boothapp.actions import files, together
from boothapp.actions import shows as show_actions
from boothapp.actions.lane import Lane
from boothapp.domain.show import Show
from boothapp.errors import Refused
from boothapp.packs.lead import PackLead
from boothapp.packs.pack import PackReport, build
from boothapp.packs.summary import SummaryAbout
from boothapp.packs.told import told
from boothapp.store import leads, outbox
from boothapp.store.database import Store
from boothapp.words import language as spoken
from boothapp.words import tr

Progress = Callable[[int, int], None]
CHUNK = 50


def write(
    run: Lane[Any],
    destination: Path,
    show_id: str = "",
    at: datetime | None = None,
    progress: Progress | None = None,
) -> PackReport:
    """Writes the pack of a show, the open one unless another is named.

    Raises WrongCall for a show that is not here and a place that is no file or one of the leads, Refused
    where there is nothing to pack, EnvironmentFault where the place can't be written.
    """
    language = spoken()
    destination = files.place(str(destination), run(lambda store: store.home))
    show, rows, logo = run(partial(_found, show_id=show_id))
    if not rows:
        raise Refused(
            tr("There are no leads to pack yet."), step=tr("Capture some, or name another show with --show.")
        )
    packed: list[PackLead] = []
    for start in range(0, len(rows), CHUNK):
        # A part at a time: between two parts the store is free for the next visitor.
        packed += run(partial(_told, show=show, rows=rows[start : start + CHUNK], language=language))
        if progress:
            progress(len(packed), len(rows))
    return build(destination, packed, _about(show, language, at or datetime.now(UTC), logo))


def unprinted(report: PackReport) -> str:
    """The sentence about names that the summary could not print in their own letters."""
    numbers = ", ".join(report.unprinted)
    return tr("The summary can't print these names in their own letters: {numbers}.").format(numbers=numbers)


def _found(store: Store, show_id: str) -> tuple[Show, list[int], bytes | None]:
    show = show_actions.named(store, show_id) if show_id else show_actions.current(store)
    return show, leads.of_show(store, show.id), show_actions.logo(store, show)


def _told(store: Store, show: Show, rows: Sequence[int], language: str) -> list[PackLead]:
    # One of them may have been deleted since the first part.
    there = [row for row in rows if leads.is_there(store, row)]
    return [
        told(leads.get(store, row), show, outbox.of_lead(store, row), language, together.others(store, row))
        for row in there
    ]


def _about(show: Show, language: str, at: datetime, logo: bytes | None) -> SummaryAbout:
    return SummaryAbout(
        show=show.name, exhibitor=show.company, made_at=at.isoformat(), language=language, logo=logo
    )
