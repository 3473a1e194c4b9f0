"""What a change put in the place of something: field by field, as the history of a lead tells it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from boothapp.domain.lead import Lead
from boothapp.domain.next_step import PROPOSED, NextStep, propose
from boothapp.domain.visitor import FIELDS, Visitor, visitor_from

CORRECTED = "edited"
"""The line of the history in which somebody put a lead right."""


def differences(before: Lead, after: Lead) -> dict[str, Any]:
    """Field of the visitor, owner, next_step or tags -> what stood there before; only those that differ."""
    was, now = before.visitor.known(), after.visitor.known()
    fields = {name: was.get(name) for name in FIELDS if was.get(name) != now.get(name)}
    if before.owner != after.owner:
        fields["owner"] = before.owner
    if before.next_step != after.next_step:
        step = before.next_step
        fields["next_step"] = {"kind": step.kind, "due": step.when} if step else None
    if before.tags != after.tags:
        fields["tags"] = list(before.tags)
    return fields


def replaced(before: Lead, after: Lead) -> dict[str, Any]:
    """The same without the fields that were empty: what would be gone if nobody told of it."""
    return {name: was for name, was in differences(before, after).items() if was}


def is_promised(lead: Lead) -> bool:
    """Whether a person said what happens next: no rating proposes it on a day of its conversations."""
    said = (*(one.at for one in lead.visits), *(one.at for one in lead.consents))
    days = {at.astimezone().date() for at in (lead.captured_at, *said)}
    usual: set[NextStep | None] = {propose(level, day) for level in PROPOSED for day in days}
    return lead.next_step not in {None, *usual}


def without_corrected(told: Visitor, now: Visitor, lines: Iterable[Mapping[str, Any]]) -> Visitor:
    """What is told of a visitor, without what somebody corrected away: a badge says it at each scan anew.

    now: the visitor as it stands; lines: field -> what stood there before, of every correction.
    """
    gone: dict[str, list[Any]] = {}
    for fields in lines:
        for name, was in fields.items():
            gone.setdefault(name, []).extend(was if isinstance(was, list) else [was])
    stays = now.known()
    kept = {name: _kept(said, gone.get(name, ()), stays.get(name, ())) for name, said in told.known().items()}
    return visitor_from(kept)


def _kept(said: Any, gone: Collection[Any], stays: Collection[Any]) -> Any:
    if isinstance(said, str):
        return "" if said in gone else said
    away, there = {_key(one) for one in gone if one}, {_key(one) for one in stays}
    return [one for one in said if _key(one) in there or _key(one) not in away]


def _key(item: Any) -> str:
    return str(item["e164"] or item["text"]) if isinstance(item, dict) else str(item).casefold()
