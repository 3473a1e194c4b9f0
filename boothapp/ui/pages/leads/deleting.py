"""A lead deleted on the Leads page, and put back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from boothapp.domain.lead import Lead
from boothapp.ui.desk import Desk, Undo
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.actions.delete import Deleted, Restored

DELETED = mark("{name} is deleted.")
STAYS = mark("Head office keeps what it has of this lead.")
BACK = mark("{name} is back.")


class Deleting(QObject):
    """Deletes at once, without a question: Undo and Ctrl+Z put it back. Emits deleted(Undo)."""

    deleted = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def delete(self, lead: Lead) -> None:
        """Takes the lead out of everything and offers Undo."""
        from boothapp.actions import delete

        self._desk.doing.emit()
        self._desk.tasks.change(lambda store: delete.delete(store, lead.id), self._done)

    def put_back(self, id: str) -> None:
        """Puts a deleted lead back and shows it."""
        from boothapp.actions import delete

        staff = self._desk.staff
        self._desk.tasks.change(lambda store: delete.put_back(store, id, staff), self._is_back)

    def _done(self, deleted: "Deleted") -> None:
        id = deleted.lead.id
        said = tr(DELETED).format(name=_name(deleted.lead))
        more = tr(STAYS) if deleted.at_head_office else ""
        undo = Undo(lambda: self.put_back(id))
        self.deleted.emit(undo)
        self._desk.say(f"{said} {more}".strip(), undo)

    def _is_back(self, restored: "Restored") -> None:
        self._desk.place_wanted.emit("leads", restored.lead.id)
        self._desk.say(tr(BACK).format(name=_name(restored.lead)))


def _name(lead: Lead) -> str:
    return lead.number if lead.label == lead.number else f"{lead.number} {lead.label}"
