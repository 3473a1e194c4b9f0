"""The pictures kept with leads: business cards, encrypted as everything else in the store."""

from dataclasses import dataclass
from datetime import datetime

from boothapp.store.database import Row, Store

# Behind the conversation's id, before the number of its second and further pictures.
_MORE = "/"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the conversation it came in with, when, and its bytes as JPEG."""

    visit: str
    at: datetime
    data: bytes


def add(store: Store, row: int, picture: Picture) -> None:
    """Keeps the picture with the lead in this row; the same one of a conversation twice changes nothing."""
    sql = "SELECT data FROM pictures WHERE lead = ? AND (visit = ? OR visit LIKE ?)"
    kept = [bytes(one["data"]) for one in store.rows(sql, (row, picture.visit, f"{picture.visit}{_MORE}%"))]
    if picture.data in kept:
        return
    key = f"{picture.visit}{_MORE}{len(kept) + 1}" if kept else picture.visit
    store.run(
        "INSERT OR IGNORE INTO pictures (visit, lead, at, data) VALUES (?, ?, ?, ?)",
        (key, row, picture.at.isoformat(), picture.data),
    )


def of_lead(store: Store, row: int) -> tuple[Picture, ...]:
    """The lead's pictures, oldest first."""
    found = store.rows("SELECT * FROM pictures WHERE lead = ? ORDER BY at, visit", (row,))
    return tuple(_picture(one) for one in found)


def remove(store: Store, row: int, visit: str) -> None:
    """Takes the pictures of a conversation out of its lead."""
    sql = "DELETE FROM pictures WHERE lead = ? AND (visit = ? OR visit LIKE ?)"
    store.run(sql, (row, visit, f"{visit}{_MORE}%"))


def _picture(one: Row) -> Picture:
    visit = one["visit"].partition(_MORE)[0]
    return Picture(visit, datetime.fromisoformat(one["at"]), bytes(one["data"]))
