"""The head-office CRMs this laptop delivers to."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from boothapp.actions.lane import Lane
from boothapp.crm import kinds
from boothapp.crm.target import Health, Target
from boothapp.domain.changes import Changes, changed
from boothapp.errors import WrongCall
from boothapp.store import outbox, secrets
from boothapp.store.database import Store
from boothapp.store.outbox import TargetEntry
from boothapp.store.secrets import NoSecret
from boothapp.words import tr

__all__ = ["NoSecret", "SetUp", "add", "entries", "named", "reached", "set_up", "try_out"]


def add(store: Store, name: str, kind: str, url: str, options: Mapping[str, str]) -> Changes:
    """Adds a target, or changes its address; raises WrongCall where something it needs is missing."""
    kinds.require(kind, url, options)
    before = next((entry for entry in outbox.targets(store) if entry.name == name), None)
    cursor = before.cursor if before else ""
    _must_be_the_same(store, before, kind, options)
    with store.transaction():
        outbox.put_target(store, TargetEntry(name, kind, url, dict(options), cursor))
        outbox.forget_problem(store, name)
    return changed("targets", "outbox")


def _must_be_the_same(
    store: Store, before: TargetEntry | None, kind: str, options: Mapping[str, str]
) -> None:
    """A name stands for one CRM: what was delivered to another one must not count as delivered here."""
    if before is None:
        return
    if before.kind == kinds.PRETENDED:
        raise WrongCall(
            tr("{name} is the name of the pretended CRM.").format(name=before.name),
            step=tr("Choose another name."),
        )
    moved = (kind, options.get("database")) != (before.kind, before.options.get("database"))
    if moved and outbox.deliveries(store, before.name):
        raise WrongCall(
            tr("Leads were already sent to {name}, and this is another CRM.").format(name=before.name),
            safe=tr("Nothing was changed."),
            step=tr("Choose another name."),
        )


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
    with reached(run, name) as (_, target):
        return target.check()
