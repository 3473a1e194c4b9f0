"""One change of a lead taken back from its time line."""

from typing import TYPE_CHECKING

from boothapp.domain.field_words import field_list
from boothapp.domain.lead import Lead
from boothapp.errors import UserError
from boothapp.ui.desk import Desk
from boothapp.words import tr

if TYPE_CHECKING:
    from boothapp.actions.edit import Edited


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
