"""Several leads at once: owner, next step and tags, in one transaction, with history and a way back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

from boothapp.actions import edit, station
from boothapp.domain import tags
from boothapp.domain.changes import Changes, changed
from boothapp.domain.next_step import NextStep, propose
from boothapp.errors import WrongCall
from boothapp.store import handled, lists, shows
from boothapp.store.database import Store
from boothapp.store.handled import Handled
from boothapp.store.leads import Change
from boothapp.store.lists import Query
from boothapp.words import number, tr

MOST = 10_000
"""How many leads one action changes: more would keep the next visitor's save waiting for seconds."""
_NAMED = 100


@dataclass(frozen=True, slots=True)
class Selected:
    """Leads by id; or, with a query, all that it finds but these."""

    ids: frozenset[str] = frozenset()
    query: Query | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to set; None leaves it as it is, a step without a day keeps the day or gets the usual one."""

    owner: str | None = None
    step: str | None = None
    due: date | None = None
    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """How many leads were changed and in which fields; `lines` are those of the history, by lead."""

    count: int
    fields: tuple[str, ...]
    changes: Changes
    lines: Mapping[str, str] = field(default_factory=dict)


def found(store: Store, query: Query) -> frozenset[str] | None:
    """The ids of all that a query finds now, to be selected; None where they are more than MOST."""
    rows = [row for _, row in lists.places(store, replace(query, skip=0, limit=MOST + 1))]
    return handled.ids_of(store, rows) if len(rows) <= MOST else None


def apply(
    store: Store, selected: Selected, wanted: Wanted, staff: str = "", at: datetime | None = None
) -> Done:
    """Sets what is wanted on the selected leads; those that have it already stay as they are.

    Raises WrongCall for an owner or step that is not there, and for more than MOST leads.
    """
    with store.transaction():
        before = _leads(store, selected)
        _check(store, before, wanted, staff)
        pairs = [(one, _after(one, wanted)) for one in before]
        return _keep(store, pairs, staff, at or datetime.now(UTC), {"together": len(before)})


def take_back(store: Store, done: Done, staff: str = "", at: datetime | None = None) -> Done:
    """Takes back what was set on several leads, where nobody has set it anew since; one transaction too."""
    with store.transaction():
        now = {one.id: one for one in handled.of_ids(store, done.lines)}
        pairs = [(now[id], _restored(store, now[id], line)) for id, line in done.lines.items() if id in now]
        return _keep(store, pairs, staff, at or datetime.now(UTC), {}, done.lines)


def _leads(store: Store, selected: Selected) -> list[Handled]:
    if selected.query is None:
        found = handled.of_ids(store, selected.ids) if len(selected.ids) <= MOST else None
    else:
        limit = MOST + len(selected.ids) + 1
        rows = [row for _, row in lists.places(store, replace(selected.query, limit=limit))]
        found = [one for one in handled.of_rows(store, rows) if one.id not in selected.ids]
    if found is None or len(found) > MOST:
        raise WrongCall(
            tr("More than {n} leads are selected.").format(n=number(MOST)),
            step=tr("Filter the list first, then do it in several parts."),
        )
    return found


def _check(store: Store, leads: Sequence[Handled], wanted: Wanted, staff: str) -> None:
    for id in {one.show for one in leads}:
        show = shows.get(store, id)
        assert show is not None  # the store holds no lead without its show
        edit.must_be_staff(show, staff)
        edit.must_be_staff(show, wanted.owner or "")
    edit.must_be_step(wanted.step or "none")


def _after(one: Handled, wanted: Wanted) -> Handled:
    return replace(
        one,
        owner=one.owner if wanted.owner is None else wanted.owner,
        next_step=_step(one, wanted),
        tags=tags.without(tags.joined(one.tags, wanted.add), wanted.remove),
    )


def _step(one: Handled, wanted: Wanted) -> NextStep | None:
    if wanted.step is None and wanted.due is None:
        return one.next_step
    usual = propose(one.level, one.day)
    now = one.next_step or usual
    kind = now.kind if wanted.step is None else wanted.step
    return NextStep(kind, wanted.due) if wanted.due else replace(now, kind=kind)


_PLAIN: Mapping[str, Callable[[Any], Any]] = {
    "owner": str,
    "next_step": lambda step: {"kind": step.kind, "due": step.when} if step else None,
    "tags": list,
}
"""The fields that several leads get at once, and how the history writes what stood there."""


def _keep(
    store: Store,
    pairs: Sequence[tuple[Handled, Handled]],
    staff: str,
    at: datetime,
    more: Mapping[str, Any],
    undone: Mapping[str, str] | None = None,
) -> Done:
    letter, kept, names = station.this(store).letter, [], set[str]()
    for before, after in pairs:
        told = {
            name: plain(getattr(before, name))
            for name, plain in _PLAIN.items()
            if getattr(before, name) != getattr(after, name)
        }
        if told:
            back = {"undoes": undone[before.id]} if undone else {}
            change = Change(at, staff, letter, "edited", {"fields": told, **more, **back})
            kept.append((replace(after, revision=before.revision + 1), change))
            names |= set(told)
    lines = handled.put(store, kept)
    ids = tuple(one.id for one, _ in kept)
    touched = changed("leads", "outbox", leads=ids if len(ids) <= _NAMED else ()) if ids else Changes()
    in_order = tuple(name for name in _PLAIN if name in names)
    return Done(len(kept), in_order, touched, dict(zip(ids, lines, strict=True)))


def _restored(store: Store, one: Handled, line: str) -> Handled:
    fields = edit.open_fields(edit.history(store, one.row)).get(line, {})
    step = edit.step_from(fields["next_step"]) if "next_step" in fields else one.next_step
    return replace(
        one,
        owner=fields.get("owner", one.owner),
        next_step=step,
        tags=tuple(fields.get("tags", one.tags)),
    )
