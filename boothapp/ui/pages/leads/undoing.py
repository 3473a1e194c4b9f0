"""What was done on the Leads page, taken back: with Ctrl+Z the last thing, a change from its time line."""

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from boothapp.domain.field_words import field_list
from boothapp.domain.lead import Lead
from boothapp.errors import UserError
from boothapp.ui.desk import Desk, Undo
from boothapp.words import tr

if TYPE_CHECKING:
    from boothapp.actions.edit import Edited

MOST = 20
"""So many things are taken back one after the other; each may hold what a thousand leads were before."""


class Undos:
    """What was done while a page was in front: each thing once, though its message is gone."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        self._page = page
        self._undos: deque[Undo] = deque(maxlen=MOST)
        desk.said.connect(self._hear)

    def hold(self, undo: Undo) -> None:
        """One thing more; whoever goes on at once has left the page by the time it is said."""
        if undo not in self._undos:
            self._undos.append(undo)

    def take_back(self) -> None:
        """The last thing that is not taken back yet, and with the next call the one before."""
        while self._undos:
            undo = self._undos.pop()
            if not undo.used:
                undo()
                return

    def _hear(self, _text: str, undo: Undo | None, _tone: str) -> None:
        if undo is not None and self._page.isVisible():
            self.hold(undo)


def undo_change(desk: Desk, lead: Lead, line: str) -> None:
    """Puts back what stood in the fields of this line of the history, and says so with a way back again."""
    from boothapp.actions import edit

    staff = desk.staff

    def done(undone: "Edited") -> None:
        name, fields = f"{undone.lead.number} {undone.lead.label}", field_list(undone.fields)
        said = tr("{name}: {fields} as before.").format(name=name, fields=fields)
        desk.say(said, (lambda: undo_change(desk, lead, undone.line)) if undone.line else None)

    def refused(error: UserError) -> None:
        desk.say(str(error), tone="warning")

    desk.tasks.change(lambda store: edit.take_back(store, lead.id, line, staff), done, refused)
