"""A lead put right afterwards: fields, owner, step, tags, what was said; with history, sent again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from boothapp.actions import leads as look
from boothapp.actions import retell, station
from boothapp.domain.changes import Changes, changed
from boothapp.domain.correction import differences
from boothapp.domain.field_words import require
from boothapp.domain.lead import Lead
from boothapp.domain.next_step import STEPS, NextStep, propose, step_on
from boothapp.domain.show import Show
from boothapp.domain.tags import tags_from
from boothapp.domain.visitor import FIELDS, Visitor, visitor_from
from boothapp.domain.voice import Voice
from boothapp.errors import WrongCall
from boothapp.store import leads, outbox
from boothapp.store.database import Store
from boothapp.store.leads import Change
from boothapp.words import tr

MORE = ("owner", "step", "due", "tags")
"""What can be corrected beside the fields of the visitor; due is an ISO 8601 date, with a time or
without, tags are a list."""
OWN = ("owner", "next_step", "tags")
"""Those as fields of the lead."""


@dataclass(frozen=True, slots=True)
class Edited:
    """The lead as it is now, and the fields that changed; none where it said so already.

    line: that of the history, by which the change is taken back.
    """

    lead: Lead
    fields: tuple[str, ...]
    changes: Changes
    warnings: tuple[str, ...] = ()
    line: str = ""


def correct(
    store: Store,
    named: str,
    texts: Mapping[str, str],
    staff: str = "",
    at: datetime | None = None,
    voice: Voice | None = None,
    notes: Mapping[str, str] | None = None,
    said_in: Sequence[str] = (),
) -> Edited:
    """Puts these fields right, as typed; an empty text removes what was there, a list replaces the list.

    voice: all that was said over its conversations, None where that stays. said_in: see retell.told_anew.
    notes: the free notes put right, by the id of their conversation.
    A changed lead is a new revision: it goes to head office with the next sending, refused or not.
    Raises WrongCall for a lead, field, owner, step, date, tag or key message that is not there.
    """
    for name in texts:
        require(name, (*FIELDS, *MORE))
    before = look.find(store, named)
    show = look.show_of(store, before)
    must_be_staff(show, staff)
    visitor, warnings = _visitor(before.visitor, {n: t for n, t in texts.items() if n in FIELDS}, show)
    owner, step = _owner(before, show, texts), _step(before, texts)
    words = tags_from(texts["tags"]) if "tags" in texts else before.tags
    visits = before.visits if voice is None else retell.told_anew(before.visits, voice, show, said_in)
    visits = retell.noted_anew(visits, notes or {})
    after = replace(before, visitor=visitor, owner=owner, next_step=step, tags=words, visits=visits)
    return keep(store, before, after, staff, at, warnings)


def keep(
    store: Store,
    before: Lead,
    after: Lead,
    staff: str = "",
    at: datetime | None = None,
    warnings: tuple[str, ...] = (),
    undoes: str = "",
) -> Edited:
    """Saves a corrected lead in one transaction, with its line of the history and its outbox entry.

    undoes: the line of the history that is taken back by this one.
    """
    at, told = at or datetime.now(UTC), _told(before, after)
    if not told:
        return Edited(before, (), Changes(), warnings)
    with store.transaction():
        row = look.row_of(store, before.id)
        # Another conversation may have been saved meanwhile: only what was corrected is written over it.
        now = leads.get(store, row)
        values = {name: getattr(after.visitor, name) for name in told if name in FIELDS}
        visitor = replace(now.visitor, **values)
        own = {name: getattr(after, name) for name in OWN if name in told}
        visits = retell.keep(store, row, now.visits, after.visits, told)
        lead = replace(now, visitor=visitor, visits=visits, revision=now.revision + 1, **own)
        leads.update(store, row, lead)
        letter = station.this(store).letter
        detail = {"fields": told, **({"undoes": undoes} if undoes else {})}
        line = leads.log(store, row, lead.revision, leads.Change(at, staff, letter, "edited", detail))
        outbox.queue(store, row, lead.revision, at)
    return Edited(lead, tuple(told), changed("leads", "outbox", leads=(lead.id,)), warnings, line)


def take_back(store: Store, named: str, line: str, staff: str = "", at: datetime | None = None) -> Edited:
    """Puts back what stood in the fields of one correction, by the id of its line in the history.

    Fields that were corrected again since stay. Raises WrongCall where nothing is left to take back.
    """
    before = look.find(store, named)
    must_be_staff(look.show_of(store, before), staff)
    fields = open_fields(history(store, look.row_of(store, before.id))).get(line, {})
    if not fields:
        raise WrongCall(
            tr("There is nothing left to undo in this change."),
            safe=tr("Nothing was changed."),
            step=tr("Its fields were changed again since: undo the newer change first."),
        )
    known = visitor_from({name: value for name, value in fields.items() if name in FIELDS and value})
    visitor = replace(before.visitor, **{name: getattr(known, name) for name in fields if name in FIELDS})
    own = {name: _OWN_FROM[name](value) for name, value in fields.items() if name in OWN}
    after = replace(before, visitor=visitor, visits=retell.as_before(before.visits, fields), **own)
    return keep(store, before, after, staff, at, undoes=line)


def history(store: Store, row: int) -> list[Change]:
    """Everything that was changed, oldest first."""
    return leads.history(store, row)


def open_fields(told: Sequence[Change]) -> dict[str, dict[str, Any]]:
    """Id of a line -> the fields that nobody changed again since, with what stood there before.

    A line of a conversation that was taken back has nothing left: its fields went with it.
    """
    found: dict[str, dict[str, Any]] = {}
    later, gone = set[str](), set[str]()
    for change in reversed(told):
        gone.add(change.detail.get("taken", ""))
        fields = change.detail.get("fields")
        if isinstance(fields, dict) and change.detail.get("visit") not in gone:
            found[change.id] = {name: value for name, value in fields.items() if name not in later}
            later |= set(fields)
    return {id: fields for id, fields in found.items() if fields}


def step_from(told: Mapping[str, str] | None) -> NextStep | None:
    """The next step as the history tells it."""
    return step_on(told["kind"], told["due"]) if told else None


_OWN_FROM: Mapping[str, Callable[[Any], Any]] = {"owner": str, "next_step": step_from, "tags": tuple}


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


def must_be_staff(show: Show, id: str) -> None:
    """Raises WrongCall for somebody who is not among the staff; "" is nobody."""
    if id and show.person(id) is None:
        raise WrongCall(
            tr("{name} is not among the staff of this show.").format(name=id),
            step=tr("Use one of: {names}.").format(names=", ".join(person.id for person in show.staff)),
        )


def _owner(lead: Lead, show: Show, texts: Mapping[str, str]) -> str:
    owner = texts.get("owner", lead.owner).strip()
    if owner != lead.owner:
        must_be_staff(show, owner)
    return owner


def _step(lead: Lead, texts: Mapping[str, str]) -> NextStep | None:
    if not {"step", "due"} & set(texts):
        return lead.next_step
    step = lead.next_step or propose(lead.rating.level, lead.captured_at.date())
    kind = texts.get("step", step.kind).strip()
    must_be_step(kind)
    return _on(kind, texts["due"]) if "due" in texts else replace(step, kind=kind)


def must_be_step(kind: str) -> None:
    """Raises WrongCall for a next step that is not there."""
    if kind not in STEPS:
        raise WrongCall(
            tr("There is no next step {name}.").format(name=kind),
            step=tr("Use one of: {names}.").format(names=", ".join(STEPS)),
        )


def _on(kind: str, text: str) -> NextStep:
    try:
        return step_on(kind, text)
    except ValueError as error:
        raise WrongCall(
            tr("{text} is not a date.").format(text=text),
            step=tr("Write it as 2027-04-22 or 2027-04-22T10:00."),
        ) from error


def _told(before: Lead, after: Lead) -> dict[str, Any]:
    """Field -> what stood there before, for the history; only those that differ."""
    return differences(before, after) | retell.differences(before.visits, after.visits)
