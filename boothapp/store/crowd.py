"""Conversations scanned in a crowd that wait to be completed; writers run inside the caller's transaction."""

from dataclasses import dataclass
from datetime import datetime

from boothapp.domain.lead import Visit
from boothapp.store.database import Store
from boothapp.store.packing import packed, packed_briefly


@dataclass(frozen=True, slots=True)
class Waiting:
    """One of the queue: its conversation, its lead, and how to name it in one line."""

    visit: str
    lead: str
    number: str
    name: str
    company: str
    badge_id: str
    at: datetime


def put(store: Store, row: int, visit: str) -> None:
    """From now on this conversation waits."""
    store.run("INSERT OR IGNORE INTO crowd (visit, lead) VALUES (?, ?)", (visit, row))


def take_out(store: Store, visit: str) -> None:
    """It waits no longer."""
    store.run("DELETE FROM crowd WHERE visit = ?", (visit,))


def row_of(store: Store, visit: str) -> int | None:
    """The row of the lead whose conversation this is, None where it does not wait."""
    found = store.value("SELECT lead FROM crowd WHERE visit = ?", (visit,))
    return None if found is None else int(found)


def waits(store: Store, row: int) -> bool:
    """Whether a conversation of this lead waits."""
    return store.value("SELECT 1 FROM crowd WHERE lead = ?", (row,)) is not None


def visit_of(store: Store, row: int) -> str:
    """The conversation of this lead that waits, "" where none does."""
    return str(store.value("SELECT visit FROM crowd WHERE lead = ?", (row,)) or "")


def rewrite(store: Store, row: int, visit: Visit, revision: int) -> None:
    """What was asked and said in a conversation, as it is now; how it was scanned stays."""
    store.run(
        """UPDATE visits SET staff = ?, answers = ?, interests = ?, touches = ?, pieces = ?, note = ?,
            voice = ?, revision = ? WHERE lead = ? AND id = ?""",
        (visit.staff, packed(visit.answers), packed(visit.interests), packed(visit.touches),
         packed(visit.pieces), visit.note, packed_briefly(visit.voice), revision, row, visit.id),
    )  # fmt: skip


def of_show(store: Store, show: str) -> list[Waiting]:
    """The queue of a show, the one scanned last first: ids are in the order of time."""
    sql = """SELECT c.visit, l.id, l.number, l.name, l.company, l.badge_id, v.at FROM crowd c
        CROSS JOIN leads l ON l.row = c.lead CROSS JOIN visits v ON v.lead = c.lead AND v.id = c.visit
        WHERE +l.show = ? ORDER BY c.visit DESC"""
    return [
        Waiting(
            one["visit"],
            one["id"],
            one["number"],
            one["name"],
            one["company"],
            one["badge_id"],
            datetime.fromisoformat(one["at"]),
        )
        for one in store.rows(sql, (show,))
    ]
