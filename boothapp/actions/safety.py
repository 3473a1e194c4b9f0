"""Is the store sound? Every page unchanged, every lead with its parts, every lead found."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from boothapp import words
from boothapp.actions.laptop import FULL_DISK
from boothapp.errors import EnvironmentFault
from boothapp.store import search
from boothapp.store.database import Store
from boothapp.store.engine import DAMAGED, PUT_BACK
from boothapp.words import tr

ROOM = "disk"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at, and what was found."""

    name: str
    ok: bool
    detail: str


def check(store: Store) -> list[Check]:
    """Looks at the whole store: every page readable and unchanged, every lead with its parts.

    What can't be read at all is a finding too: the other parts are still looked at.
    """
    found: list[Check] = []
    for name, part in PARTS.items():
        damaged = any(not one.ok for one in found)
        found.append(_looked_at(name, part, store, damaged))
    return found


def next_step(found: Sequence[Check]) -> str:
    """What to do where the store is damaged, "" where it is sound."""
    broken = (one for one in found if not one.ok)
    is_damage = any(one.name in ("pages", "leads") or one.detail == tr(DAMAGED) for one in broken)
    return tr(PUT_BACK) if is_damage else ""


def _looked_at(name: str, part: Callable[[Store], Check], store: Store, damaged: bool) -> Check:
    """damaged: behind a damaged page the engine refuses whatever it is asked, for reasons that are none."""
    try:
        return part(store)
    except EnvironmentFault as fault:
        return Check(name, False, tr(DAMAGED) if damaged else fault.happened)


def _pages(store: Store) -> Check:
    # The HMAC of every page, which sees even one flipped bit; quick_check alone would not.
    damaged = [str(row["cipher_integrity_check"]) for row in store.rows("PRAGMA cipher_integrity_check")]
    return Check("pages", not damaged, "; ".join(damaged[:3]) or tr("every page is unchanged"))


def _content(store: Store) -> Check:
    said = [next(iter(row.values())) for row in store.rows("PRAGMA quick_check")]
    loose = store.rows("PRAGMA foreign_key_check")
    count = int(store.value("SELECT count(*) FROM leads"))
    alone = int(store.value("SELECT count(*) FROM leads l WHERE NOT EXISTS"
                            " (SELECT 1 FROM visits v WHERE v.lead = l.row)"))  # fmt: skip
    ok = said == ["ok"] and not loose and not alone
    leads = words.plural("{n} lead, all parts there", "{n} leads, all parts there", count)
    return Check("leads", ok, leads if ok else "; ".join([*said[:3], f"{len(loose)}, {alone}"]))


def _search(store: Store) -> Check:
    search.catch_up(store)
    missing = int(store.value(
        "SELECT (SELECT count(*) FROM leads) - (SELECT count(*) FROM search_docsize)"
    ))  # fmt: skip
    return Check("search", missing == 0, tr("every lead can be found") if not missing else str(missing))


def _room(store: Store) -> Check:
    free = shutil.disk_usage(store.home.root).free
    return Check(ROOM, free > FULL_DISK, tr("{n} MB free").format(n=free // 1024 // 1024))


PARTS: Mapping[str, Callable[[Store], Check]] = {
    "pages": _pages,
    "leads": _content,
    "search": _search,
    ROOM: _room,
}
