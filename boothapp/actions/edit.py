"""A lead corrected after the conversation: its fields, owner and next step, with history, sent again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from boothapp.actions import leads as look
from boothapp.actions import station
from boothapp.domain.changes import Changes, changed
from boothapp.domain.field_words import require
from boothapp.domain.lead import Lead
from boothapp.domain.next_step import STEPS, NextStep, propose
from boothapp.domain.show import Show
from boothapp.domain.visitor import FIELDS, Visitor
from boothapp.errors import WrongCall
from boothapp.store import leads, outbox
from boothapp.store.database import Store
from boothapp.words import tr

MORE = ("owner", "step", "due")
"""What can be corrected beside the fields of the visitor; due is an ISO 8601 date."""


@dataclass(frozen=True, slots=True)
class Edited:
    """The lead as it is now, and the fields that changed; none where it said so already."""

    lead: Lead
    fields: tuple[str, ...]
    changes: Changes
    warnings: tuple[str, ...] = ()


def correct(
    store: Store, named: str, texts: Mapping[str, str], staff: str = "", at: datetime | None = None
) -> Edited:
    """Puts these fields right, as typed; an empty text removes what was there, a list replaces the list.

    A changed lead is a new revision: it goes to head office with the next sending, refused or not.
    Raises WrongCall for a lead, field, owner, step or date that is not there.
    """
    for name in texts:
        require(name, (*FIELDS, *MORE))
    before = look.find(store, named)
    show = look.show_of(store, before)
    _must_be_staff(show, staff)
    visitor, warnings = _visitor(before.visitor, {n: t for n, t in texts.items() if n in FIELDS}, show)
    owner, step = _owner(before, show, texts), _step(before, texts)
    after = replace(before, visitor=visitor, owner=owner, next_step=step)
    return keep(store, before, after, staff, at, warnings)


def keep(
    store: Store,
    before: Lead,
    after: Lead,
    staff: str = "",
    at: datetime | None = None,
    warnings: tuple[str, ...] = (),
) -> Edited:
    """Saves a corrected lead in one transaction, with its line of the history and its outbox entry."""
    at, told = at or datetime.now(UTC), _differences(before, after)
    if not told:
        return Edited(before, (), Changes(), warnings)
    with store.transaction():
        row = look.row_of(store, before.id)
        # Another conversation may have been saved meanwhile: only what was corrected is written over it.
        now = leads.get(store, row)
        values = {name: getattr(after.visitor, name) for name in told if name in FIELDS}
        visitor = replace(now.visitor, **values)
        own = {name: getattr(after, name) for name in ("owner", "next_step") if name in told}
        lead = replace(now, visitor=visitor, revision=now.revision + 1, **own)
        leads.update(store, row, lead)
        letter = station.this(store).letter
        leads.log(store, row, lead.revision, leads.Change(at, staff, letter, "edited", {"fields": told}))
        outbox.queue(store, row, lead.revision, at)
    return Edited(lead, tuple(told), changed("leads", "outbox", leads=(lead.id,)), warnings)


def _visitor(before: Visitor, texts: Mapping[str, str], show: Show) -> tuple[Visitor, tuple[str, ...]]:
    from boothapp.actions import badges

    typed, warnings = badges.typed(dict(texts), before.country or show.country)
    names = set(texts)
    if "full_name" in names:
        names |= {"given_name", "family_name"}
    values = {name: getattr(typed, name) for name in names}
    if names & {"given_name", "family_name"} and "full_name" not in names:
        values["full_name"] = ""
    return replace(before, **values), warnings


def _must_be_staff(show: Show, id: str) -> None:
    if id and show.person(id) is None:
        raise WrongCall(
            tr("{name} is not among the staff of this show.").format(name=id),
            step=tr("Use one of: {names}.").format(names=", ".join(person.id for person in show.staff)),
        )


def _owner(lead: Lead, show: Show, texts: Mapping[str, str]) -> str:
    owner = texts.get("owner", lead.owner).strip()
    if owner != lead.owner:
        _must_be_staff(show, owner)
    return owner


def _step(lead: Lead, texts: Mapping[str, str]) -> NextStep | None:
    if not {"step", "due"} & set(texts):
        return lead.next_step
    step = lead.next_step or propose(lead.rating.level, lead.captured_at.date())
    kind = texts.get("step", step.kind).strip()
    if kind not in STEPS:
        raise WrongCall(
            tr("There is no next step {name}.").format(name=kind),
            step=tr("Use one of: {names}.").format(names=", ".join(STEPS)),
        )
    return NextStep(kind, _day(texts["due"]) if "due" in texts else step.due)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise WrongCall(
            tr("{text} is not a date.").format(text=text), step=tr("Write it as 2027-04-22.")
        ) from error


def _differences(before: Lead, after: Lead) -> dict[str, Any]:
    """Field -> what stood there before, for the history; only those that differ."""
    was, now = before.visitor.known(), after.visitor.known()
    fields = {name: was.get(name) for name in FIELDS if was.get(name) != now.get(name)}
    if before.owner != after.owner:
        fields["owner"] = before.owner
    if before.next_step != after.next_step:
        step = before.next_step
        fields["next_step"] = {"kind": step.kind, "due": step.due.isoformat()} if step else None
    return fields
