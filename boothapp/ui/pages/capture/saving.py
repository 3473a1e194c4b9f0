"""Conversations on their way into the store, and what can be said of one before."""

from dataclasses import replace
from typing import TYPE_CHECKING

from boothapp.actions import capture
from boothapp.actions.capture import Draft, Saved
from boothapp.badge import clean
from boothapp.domain.changes import Changes
from boothapp.domain.explain import level_word
from boothapp.domain.lead import Lead
from boothapp.domain.show import Show
from boothapp.words import tr

if TYPE_CHECKING:
    from boothapp.store.database import Store


class Saves:
    """What one save did: the last lead, and everything that changed."""

    def __init__(self, saved: list[Saved]) -> None:
        self.last = saved[-1]
        self.changes = Changes()
        for one in saved:
            self.changes = self.changes | one.changes


def is_empty(draft: Draft) -> bool:
    """Whether nothing was said, typed, shown or scanned yet."""
    asked = draft.answers or draft.interests or draft.touches or draft.pieces or draft.consents or draft.note
    return not (asked or draft.visitor.known() or draft.capture.raw or draft.picture)


def flags(draft: Draft) -> tuple[str, ...]:
    """What would be good to ask for, as keys of FLAGS."""
    contact = draft.visitor.emails or draft.visitor.phones
    found = {
        "nobody": not (contact or draft.visitor.label or draft.capture.badge_id),
        "no-contact": not contact,
    }
    return tuple(flag for flag, wrong in found.items() if wrong)


def save_all(store: "Store", show: Show, drafts: list[Draft]) -> Saves:
    """Saves one conversation after the other, their details tidied."""
    return Saves([capture.save(store, _tidy(show, draft)) for draft in drafts])


def _tidy(show: Show, draft: Draft) -> Draft:
    visitor, _ = clean.visitor(draft.visitor, show.country)
    return replace(draft, visitor=visitor)


def said(lead: Lead) -> str:
    """What is told of a lead just saved."""
    nameless = tr("without a name")
    who = f" {lead.label}" if lead.visitor.label else f", {nameless}"
    return f"{lead.number}{who}, {level_word(lead.rating)}, {lead.rating.points}"


def count(store: "Store", show: str) -> int:
    """How many leads this show has."""
    from boothapp.actions import leads
    from boothapp.store.lists import Query

    return sum(leads.counts(store, Query(show=show)).values())
