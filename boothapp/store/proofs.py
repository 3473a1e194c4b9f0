"""What proves a consent: the wording under each version, and the signature.

Every function that writes runs inside a transaction of the caller.
"""

from datetime import datetime

from boothapp.domain.show import Show
from boothapp.domain.wording import Wording
from boothapp.store.database import Store
from boothapp.store.packing import packed, unpacked


def keep_wordings(store: Store, show: Show) -> None:
    """Keeps what the show says for each purpose, under its version; a version says one thing for ever."""
    rows = [(show.wording_version(purpose), packed(said)) for purpose, said in show.consent.items()]
    if rows:
        store.many("INSERT OR IGNORE INTO wordings VALUES (?, ?)", rows)


def wording(store: Store, version: str) -> Wording:
    """What was said under this version, by language; {} where nobody knows."""
    said = store.value("SELECT said FROM wordings WHERE version = ?", (version,))
    return unpacked(said, dict[str, str]) if said else {}


def put_signature(store: Store, row: int, at: datetime, strokes: str) -> None:
    """Keeps the signature under what was allowed at this moment, see domain.signature."""
    store.run("INSERT OR REPLACE INTO signatures VALUES (?, ?, ?)", (row, at.isoformat(), strokes))


def remove_signature(store: Store, row: int, at: datetime) -> None:
    """Takes the signature of this moment out of its lead."""
    store.run("DELETE FROM signatures WHERE lead = ? AND at = ?", (row, at.isoformat()))


def signatures(store: Store, row: int) -> dict[datetime, str]:
    """The moments at which the visitor signed, with the strokes."""
    found = store.rows("SELECT at, strokes FROM signatures WHERE lead = ?", (row,))
    return {datetime.fromisoformat(one["at"]): one["strokes"] for one in found}
