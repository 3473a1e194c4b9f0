"""An attendee list that comes as a file."""

from pathlib import Path

from boothapp.actions import attendees
from boothapp.actions.attendees import Imported
from boothapp.actions.lane import here
from boothapp.store.database import Store


def take(store: Store, folder: Path, text: str) -> Imported:
    """Writes the list into the folder and takes it in."""
    file = folder / "list.csv"
    file.write_text(text, "utf-8")
    return attendees.take_in(here(store), attendees.look(here(store), file))
