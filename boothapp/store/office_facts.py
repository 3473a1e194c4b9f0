"""What is remembered of a head-office CRM beside its leads: which one it is, and outcomes nobody here knows.

Small facts by name; a target that is removed takes its own with it.
"""

from collections.abc import Iterable, Mapping

from boothapp.store.database import Store

KINDS = ("tried", "problem", "met", "mark", "looked")


def recall(store: Store, kind: str, target: str) -> str:
    """What is remembered, "" for nothing; kind is one of KINDS."""
    return store.fact(f"{kind}:{target}")


def remember(store: Store, kind: str, target: str, value: str) -> None:
    """Remembers it, inside a transaction."""
    store.remember(f"{kind}:{target}", value)


def strays(store: Store, target: str) -> Mapping[str, str]:
    """The outcomes of leads that were not here when they came, by the remote lead's id."""
    start = _stray(target, "")
    rows = store.rows("SELECT name, value FROM facts WHERE substr(name, 1, ?) = ?", (len(start), start))
    return {row["name"][len(start) :]: row["value"] for row in rows}


def keep_strays(store: Store, target: str, found: Mapping[str, str]) -> None:
    """Keeps these outcomes until their leads are here, inside a transaction."""
    for remote, text in found.items():
        store.remember(_stray(target, remote), text)


def drop_strays(store: Store, target: str, remote: Iterable[str]) -> None:
    """Forgets the outcomes of these remote leads, inside a transaction."""
    store.many("DELETE FROM facts WHERE name = ?", [(_stray(target, one),) for one in remote])


def remove(store: Store, target: str) -> None:
    """Takes away a target with everything remembered of it, inside a transaction; the leads stay."""
    drop_strays(store, target, strays(store, target))
    store.many("DELETE FROM facts WHERE name = ?", [(f"{kind}:{target}",) for kind in KINDS])
    for table in ("outcomes", "deliveries"):
        store.run(f"DELETE FROM {table} WHERE target = ?", (target,))
    store.run("DELETE FROM targets WHERE name = ?", (target,))


def _stray(target: str, remote: str) -> str:
    # A target's name may hold any sign, so its length stands before it: "a" never finds what is "a:b"'s.
    return f"stray:{len(target)}:{target}:{remote}"
