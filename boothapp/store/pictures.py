"""The pictures kept with leads: business cards, encrypted as everything else in the store."""

from dataclasses import dataclass
from datetime import datetime

from boothapp.store.database import Store


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the conversation it came in with, when, and its bytes as JPEG."""

    visit: str
    at: datetime
    data: bytes


def add(store: Store, row: int, picture: Picture) -> None:
    """Keeps the picture with the lead in this row; the same conversation's a second time changes nothing."""
    store.run(
        "INSERT OR IGNORE INTO pictures (visit, lead, at, data) VALUES (?, ?, ?, ?)",
        (picture.visit, row, picture.at.isoformat(), picture.data),
    )


def of_lead(store: Store, row: int) -> tuple[Picture, ...]:
    """The lead's pictures, oldest first."""
    found = store.rows("SELECT * FROM pictures WHERE lead = ? ORDER BY at, visit", (row,))
    return tuple(
        Picture(one["visit"], datetime.fromisoformat(one["at"]), bytes(one["data"])) for one in found
    )
