"""What a picture says about a conversation that was saved before the picture was read."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from boothapp.actions.leads import show_of
from boothapp.badge.reading import Reading
from boothapp.domain.attendee import filled, same_name
from boothapp.domain.changes import Changes, changed
from boothapp.domain.lead import Lead
from boothapp.domain.rating import rate
from boothapp.domain.routing import followed
from boothapp.store import leads, outbox, pictures
from boothapp.store.database import Store

COMPLETED = "completed from a picture"


@dataclass(frozen=True, slots=True)
class Added:
    """The lead after it, and the names of the fields that were empty and are filled now."""

    lead: Lead
    fields: tuple[str, ...]
    changes: Changes


def add(store: Store, conversation: str, reading: Reading | None, picture: bytes = b"") -> Added | None:
    """Fills what is still empty in this conversation's lead, and keeps the picture with it.

    None, and nothing changed, where it is not saved, or where the picture has another name or badge.
    """
    with store.transaction():
        row = leads.of_visit(store, conversation)
        if row is None or not _is_theirs(before := leads.get(store, row), reading):
            return None
        at = datetime.now(UTC)
        if picture:
            pictures.add(store, row, pictures.Picture(conversation, at, picture))
        lead, fields = _filled(store, before, reading)
        if fields:
            _write(store, row, conversation, lead, fields, at)
        return Added(lead, fields, changed("leads", "outbox", leads=(lead.id,)))


def _is_theirs(lead: Lead, reading: Reading | None) -> bool:
    if reading is None:
        return True
    badges = {lead.badge_id, reading.badge_id} - {""}
    return len(badges) < 2 and same_name(lead.visitor, reading.visitor)


def _filled(store: Store, before: Lead, reading: Reading | None) -> tuple[Lead, tuple[str, ...]]:
    if reading is None:
        return before, ()
    visitor, fields = filled(before.visitor, reading.visitor)
    badge = before.badge_id or reading.badge_id
    if badge != before.badge_id:
        fields = (*fields, "badge_id")
    show = show_of(store, before)
    owner = followed(show, before, replace(before, visitor=visitor))
    rating, revision = rate(show.scorecard, before.basis), before.revision + bool(fields)
    lead = replace(before, visitor=visitor, badge_id=badge, owner=owner, rating=rating, revision=revision)
    return lead, fields


def _write(
    store: Store, row: int, conversation: str, lead: Lead, fields: tuple[str, ...], at: datetime
) -> None:
    leads.update(store, row, lead)
    if "badge_id" in fields:
        leads.add_badge(store, conversation, lead.badge_id)
    visit = next(one for one in lead.visits if one.id == conversation)
    told = leads.Change(at, visit.staff, visit.station, COMPLETED, {"fields": list(fields)})
    leads.log(store, row, lead.revision, told)
    outbox.queue(store, row, lead.revision, at)
