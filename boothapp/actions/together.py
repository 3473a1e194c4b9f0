"""One conversation with several people: a lead for each of them, saved and taken back all at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from boothapp.actions import capture, station, undo
from boothapp.actions import crowd as crowds
from boothapp.actions.capture import Saved
from boothapp.actions.undo import TakenBack
from boothapp.domain.changes import Changes, changed
from boothapp.domain.companion import Companion, is_nobody
from boothapp.domain.draft import Draft
from boothapp.domain.group import as_one_of, first_of, people_of, whole
from boothapp.store import crowd, drafts, leads, together
from boothapp.store.database import Store
from boothapp.store.drafts import Kept


@dataclass(frozen=True, slots=True)
class SavedTogether:
    """Each person's lead after the save, in the order of the conversation."""

    each: tuple[Saved, ...]
    changes: Changes


def save(store: Store, draft: Draft, at: datetime | None = None) -> SavedTogether:
    """Saves one lead for each person in one transaction, all with the same talk; each knows the others.

    The owner and next step that the first one gets are everybody's, but who was here before keeps an owner
    and a promised step that nobody chose anew.
    Raises UserError where no show is open, EnvironmentFault where the disk refuses.
    """
    at = at or datetime.now(UTC)
    with store.transaction():
        people, each = _there(draft), list[Saved]()
        if people[0].id != draft.id:
            # Whoever was there first is gone from the conversation: its draft must not stay behind.
            drafts.take_out(store, draft.id)
        for person in people:
            mine = _like_the_first(store, as_one_of(draft, person), each)
            each.append(capture.save(store, mine, at, person.number))
        if len({one.lead.id for one in each}) > 1:
            for one in each:
                _note(store, draft.id, one)
    changes = Changes()
    for one in each:
        changes = changes | one.changes
    return SavedTogether(tuple(each), changes)


def take_back(store: Store, saved: Sequence[Saved], draft: Draft, at: datetime | None = None) -> TakenBack:
    """Takes the whole save back in one transaction; the conversation is one draft of all again.

    saved: as `save` gave them; draft: what was saved, as the page held it.
    Raises Refused where one of the leads is at head office, or had another conversation: then all stay.
    """
    at = at or datetime.now(UTC)
    people = {one.id: one for one in people_of(draft)}
    with store.transaction():
        together.take_out(store, draft.id)
        saves = [both for both in zip(_there(draft), saved, strict=True) if both[1].changes]
        # The last one first: two badges of one person are two conversations of one lead.
        for person, one in reversed(saves):
            back = undo.take_back(store, one, as_one_of(draft, person), at).draft
            people[person.id] = replace(first_of(back), number=drafts.take_out(store, back.id))
        again = whole(draft, list(people.values()))
        number = people[draft.id].number
        here, holder = station.this(store).letter, store.running.id
        drafts.put(store, Kept(again, saved[0].lead.show, here, at, number=number, holder=holder))
    return TakenBack(again, changed("leads", "outbox", "drafts", leads=tuple(one.lead.id for one in saved)))


def others(store: Store, row: int) -> tuple[tuple[str, str], ...]:
    """Number and name of who else stood in a lead's conversations, as it is told outside of the app.

    Who has withdrawn consent is not named there.
    """
    rows = {one.lead: leads.row_of(store, one.lead) for one in together.of_lead(store, row)}
    found = [leads.get(store, there) for there in rows.values() if there is not None]
    there = (lead for lead in found if not lead.has_withdrawn)
    # No address as a name: not everybody may be written to.
    return tuple((lead.number, lead.visitor.name or lead.visitor.company) for lead in there)


def _there(draft: Draft) -> list[Companion]:
    """Who is to be saved: everybody of whom something is known, else the one the talk was with."""
    return [one for one in people_of(draft) if not is_nobody(one)] or [first_of(draft)]


def _like_the_first(store: Store, draft: Draft, before: list[Saved]) -> Draft:
    """Who waits from the rapid mode completes that scan; the rest follows the first person's lead.

    A scan that somebody has begun to complete stays that person's: here it is one more conversation.
    """
    if not before:
        return draft
    first, known = before[0].lead, capture.seen(store, draft)
    if known is None:
        return replace(draft, owner=draft.owner or first.owner, next_step=draft.next_step or first.next_step)
    row = leads.row_of(store, known.id)
    waits = crowd.visit_of(store, row) if row is not None else ""
    begun = drafts.get(store, waits) if waits else None
    free = waits and not (begun and crowds.says_more(begun.draft, known))
    return replace(draft, id=waits if free else draft.id, lead=known.id)


def _note(store: Store, talk: str, saved: Saved) -> None:
    row = leads.row_of(store, saved.lead.id)
    assert row is not None  # saved in this very transaction
    together.put(store, row, talk, saved.visit)
