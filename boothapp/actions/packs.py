"""The lead pack: what marketing hands to sales after the show."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from boothapp.actions import shows as show_actions
from boothapp.domain import telling
from boothapp.domain.delivery import STATE_WORDS
from boothapp.domain.lead import Lead
from boothapp.domain.next_step import STEPS
from boothapp.domain.show import Show
from boothapp.errors import Refused
from boothapp.packs.lead import PackLead
from boothapp.packs.pack import PackReport, build
from boothapp.packs.summary import SummaryAbout
from boothapp.store import leads, lists, shows
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
    lines = lists.rows_of_show(store, show.id) if show else []
    if show is None or not lines:
        raise Refused(
            tr("There are no leads to pack yet."), step=tr("Capture some, or name another show with --show.")
        )
    language = spoken()
    packed = []
    for done, (row, delivery) in enumerate(lines, start=1):
        packed.append(_lead(show, leads.get(store, row), delivery, language))
        if progress:
            progress(done, len(lines))
    return build(
        destination, packed, _about(show, language, at or datetime.now(UTC), show_actions.logo(store, show))
    )


def _about(show: Show, language: str, at: datetime, logo: bytes | None) -> SummaryAbout:
    return SummaryAbout(
        show=show.name, exhibitor=show.company, made_at=at.isoformat(), language=language, logo=logo
    )


def _lead(show: Show, lead: Lead, delivery: str, language: str) -> PackLead:
    step = lead.next_step
    return PackLead(
        number=lead.number,
        id=lead.id,
        visitor=lead.visitor,
        rating=lead.rating.level,
        points=lead.rating.points,
        reasons=telling.reasons(show, lead, language),
        owner=telling.owner(show, lead),
        next_step=tr(STEPS[step.kind], language) if step else "",
        due=step.due.isoformat() if step else "",
        show=show.name,
        captured_at=lead.captured_at.isoformat(),
        answers=telling.answers(show, lead, language),
        interests=telling.interests(show, lead, language),
        notes=lead.notes,
        touches=telling.touches(show, lead, language),
        consents=telling.consents(lead, language),
        delivery=tr(STATE_WORDS.get(delivery, delivery), language),
    )
