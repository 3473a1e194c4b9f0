"""The head-office CRMs this laptop delivers to."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from boothapp.actions.lane import Lane
from boothapp.crm import kinds
from boothapp.crm.target import Away, Health, NotThisCrm, Target, TargetFault
from boothapp.domain.changes import Changes, changed
from boothapp.errors import WrongCall
from boothapp.store import office_facts, outbox, secrets
from boothapp.store.database import Store
from boothapp.store.outbox import TargetEntry
from boothapp.store.secrets import NoSecret
from boothapp.words import tr

__all__ = [
    "NoSecret",
    "SetUp",
    "add",
    "entries",
    "named",
    "reached",
    "recognise",
    "remove",
    "set_up",
    "try_out",
]


def add(
    store: Store, name: str, kind: str, url: str, options: Mapping[str, str], moved: bool = False
) -> Changes:
    """Adds a target, or changes its address; raises WrongCall where something it needs is missing or wrong.

    moved: it is the same head office, at another address or under another database name.
    """
    if not any(map(str.isalnum, name)) or not name.isprintable():
        raise WrongCall(tr("A CRM needs a name."), step=tr("Choose a short one, such as office."))
    kinds.require(kind, url, options)
    kinds.refuse_unknown(kind, options)
    _must_be_its_own(store, name)
    before = next((entry for entry in outbox.targets(store) if entry.name == name), None)
    cursor = before.cursor if before else ""
    if before:
        _must_be_the_same(store, before, TargetEntry(name, kind, url, options), moved)
    with store.transaction():
        outbox.put_target(store, TargetEntry(name, kind, url.strip(), dict(options), cursor))
        outbox.forget_problem(store, name)
        if moved:
            office_facts.remember(store, "mark", name, "")
    return changed("targets", "outbox")


def _must_be_its_own(store: Store, name: str) -> None:
    """Two names that differ in blanks or marks alone would be given one password."""
    variable = secrets.variable(name)
    for other in outbox.targets(store):
        if other.name != name and secrets.variable(other.name) == variable:
            raise WrongCall(
                tr("{name} is too much like {other}: both would take the password from {variable}.").format(
                    name=name, other=other.name, variable=variable
                ),
                safe=tr("Nothing was changed."),
                step=tr("Choose another name."),
            )


def _must_be_the_same(store: Store, before: TargetEntry, now: TargetEntry, moved: bool) -> None:
    """A name stands for one CRM: what was delivered to another one must not count as delivered here.

    Another address alone is no other CRM where its mark is known: the next call compares that.
    """
    if before.kind == kinds.PRETENDED:
        raise WrongCall(
            tr("{name} is the name of the pretended CRM.").format(name=before.name),
            step=tr("Choose another name."),
        )
    same_kind = now.kind == before.kind
    same = same_kind and now.options.get("database") == before.options.get("database")
    marked = office_facts.recall(store, "mark", now.name) or now.url.strip() == before.url
    if (moved and same_kind) or (same and marked) or not outbox.any_arrived(store, now.name, perhaps=True):
        return
    raise WrongCall(
        tr("Leads were already sent to {name}, and this is another CRM.").format(name=now.name),
        safe=tr("Nothing was changed."),
        step=tr("Choose another name, or add --moved if the same head office has moved."),
    )


def remove(store: Store, name: str) -> Changes:
    """Takes a target away; raises WrongCall where leads were, or may have been, delivered there."""
    if all(entry.name != name for entry in outbox.targets(store)):
        raise WrongCall(tr("There is no CRM called {name}.").format(name=name))
    if outbox.any_arrived(store, name, perhaps=True):
        raise WrongCall(
            tr("Leads were already sent to {name}; without it their outcomes would not come back.").format(
                name=name
            ),
            safe=tr("Nothing was changed."),
        )
    with store.transaction():
        office_facts.remove(store, name)
    return changed("targets", "outbox")


def recognise(run: Lane[Any], name: str, target: Target) -> None:
    """Raises NotThisCrm where another CRM answers than the one that got the leads so far."""
    try:
        mark = target.mark()
    except TargetFault as fault:
        if not fault.maybe_stored:
            raise
        # Only asked so far: no lead may be there that was not there before.
        safe = tr("Nothing was sent; all leads are kept here.")
        raise Away(fault.happened, safe=safe, step=fault.step) from None
    run(lambda store: _compare(store, name, mark))


def _compare(store: Store, name: str, mark: str) -> None:
    known = office_facts.recall(store, "mark", name)
    if mark and known and mark != known:
        raise NotThisCrm(
            tr("Another CRM answers at the address of {name} than the one that got the leads so far.").format(
                name=name
            ),
            safe=tr("Nothing was sent; all leads are kept here."),
            step=tr(
                "Give the new one a name of its own, or set {name} up again with --moved "
                "if the same head office has moved."
            ).format(name=name),
        )
    with store.transaction():
        office_facts.remember(store, "met", name, mark)
        if not known and outbox.any_arrived(store, name):
            office_facts.remember(store, "mark", name, mark)


@dataclass(frozen=True, slots=True)
class SetUp:
    """A target as set up; kept: its password is in the keystore, else it lasts until the program ends."""

    name: str
    kept: bool
    changes: Changes


def set_up(
    store: Store, name: str, kind: str, url: str, options: Mapping[str, str], password: str = ""
) -> SetUp:
    """Adds a target, or changes it, with its password; "" leaves the password as it is."""
    changes = add(store, name, kind, url, options)
    kept = secrets.keep(store, name, password) if password else True
    if password and not kept:
        secrets.keep_for_run(store, name, password)
    return SetUp(name, kept, changes)


def entries(store: Store) -> list[TargetEntry]:
    """All targets that something can be sent to, and the demo's pretended one."""
    return outbox.targets(store)


def named(store: Store, name: str = "") -> TargetEntry:
    """The target of this name, or the only one; raises WrongCall where that is not clear."""
    real = [entry for entry in outbox.targets(store) if entry.kind != kinds.PRETENDED]
    found = [entry for entry in real if entry.name == name or (not name and len(real) == 1)]
    if found:
        return found[0]
    names = ", ".join(entry.name for entry in real)
    if not names:
        raise WrongCall(
            tr("No head-office CRM is set up yet."),
            safe=tr("All leads wait safely."),
            step=tr("Add one with boothapp target add, or on the Send page."),
        )
    raise WrongCall(tr("Which CRM is meant?"), step=tr("Name one of: {names}.").format(names=names))


@contextmanager
def reached(run: Lane[Any], name: str) -> Iterator[tuple[TargetEntry, Target]]:
    """The target with its secret, ready to be talked to, and closed afterwards."""
    entry, secret = run(lambda store: _with_secret(store, name))
    target = kinds.open_target(entry.kind, entry.url, entry.options, secret)
    try:
        yield entry, target
    finally:
        close = getattr(target, "close", None)
        if close:
            close()


def _with_secret(store: Store, name: str) -> tuple[TargetEntry, str]:
    entry = named(store, name)
    return entry, secrets.secret(store, entry.name)


def try_out(run: Lane[Any], name: str = "") -> Health:
    """Signs in and looks at rights; changes nothing. Raises a TargetFault where nobody answers."""
    with reached(run, name) as (entry, target):
        health = target.check()
        recognise(run, entry.name, target)
        return health
