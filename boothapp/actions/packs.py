"""The lead pack: what marketing hands to sales after the show."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from boothapp.actions import shows as show_actions
from boothapp.domain.show import Show
from boothapp.errors import Refused
from boothapp.packs.pack import PackReport, build
from boothapp.packs.summary import SummaryAbout
from boothapp.packs.told import told
from boothapp.store import leads, outbox, shows
from boothapp.store.database import Store
from boothapp.words import language as spoken
from boothapp.words import tr

Progress = Callable[[int, int], None]


def write(
    store: Store,
    destination: Path,
    show_id: str = "",
    at: datetime | None = None,
    progress: Progress | None = None,
) -> PackReport:
    """Writes the pack of a show, the open one unless another is named.

    Raises Refused where there is nothing to pack, EnvironmentFault where the place can't be written.
    """
    show = shows.get(store, show_id) if show_id else shows.current(store)
    rows = leads.of_show(store, show.id) if show else []
    if show is None or not rows:
        raise Refused(
            tr("There are no leads to pack yet."), step=tr("Capture some, or name another show with --show.")
        )
    language = spoken()
    packed = []
    for done, row in enumerate(rows, start=1):
        packed.append(told(leads.get(store, row), show, outbox.of_lead(store, row), language))
        if progress:
            progress(done, len(rows))
    return build(
        destination, packed, _about(show, language, at or datetime.now(UTC), show_actions.logo(store, show))
    )


def _about(show: Show, language: str, at: datetime, logo: bytes | None) -> SummaryAbout:
    return SummaryAbout(
        show=show.name, exhibitor=show.company, made_at=at.isoformat(), language=language, logo=logo
    )
