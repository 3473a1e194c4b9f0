"""A lead put right beside the list: what was typed survives Esc and Cancel, and is saved at a close."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from boothapp.errors import UserError
from boothapp.ui.desk import Desk
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.ui.pages.leads.editing import Editing
    from boothapp.ui.pages.leads.page import LeadsPage

GIVEN_UP = mark("{name} stays as it was. Undo brings back what was typed.")


class Edits(QObject):
    """One at a time; given up, the fields are kept as they are for whoever wants them back."""

    def __init__(self, desk: Desk, page: "LeadsPage") -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._editing: Editing | None = None

    def begin(self) -> None:
        """Opens the fields of the lead shown."""
        from boothapp.ui.pages.leads.editing import Editing

        whole = self._page.detail.whole()
        if whole is None or self._editing is not None:
            return
        editing = Editing(self._desk, whole)
        editing.left.connect(self._leave)
        self._show(editing)

    def save_all(self) -> None:
        """Saves what is typed, where something is."""
        if self._editing is not None and self._editing.is_changed():
            self._editing.save()

    def refusal(self) -> UserError | None:
        """Why it could not be saved, and stands on the page still; None where it was."""
        return self._editing.refusal if self._editing is not None else None

    def _show(self, editing: "Editing") -> None:
        self._editing = editing
        self._page.show_editing(editing)
        editing.take_keyboard()

    def _leave(self) -> None:
        page, editing, self._editing = self._page, self._editing, None
        lost = editing is not None and editing.is_changed()
        page.end_editing(keep=lost)
        page.selecting.settle()
        page.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if editing is not None and lost:
            name = f"{editing.lead.number} {editing.lead.label}"
            self._desk.say(tr(GIVEN_UP).format(name=name), partial(self._again, editing))

    def _again(self, editing: "Editing") -> None:
        if self._editing is not None:
            self._leave()
        self._desk.place_wanted.emit("leads", editing.lead.id)
        self._show(editing)
