"""The free notes of a lead to put right, each with its conversation."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from boothapp.domain.field_words import FIELD_NAMES
from boothapp.domain.lead import Visit
from boothapp.ui import locale
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.field import NoteField
from boothapp.ui.widgets.speech import follows_language
from boothapp.words import tr

NOTE = FIELD_NAMES["note"]
_LINES = 2


class Notes(QWidget):
    """A field for each conversation with a note, and for the last one, which may get one."""

    def __init__(self, visits: Sequence[Visit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._visits = [one for one in visits if one.note or one is visits[-1]]
        self.fields = {one.id: NoteField(NOTE, _LINES, parent=self) for one in self._visits}
        whole = column(8)
        for visit in self._visits:
            field = self.fields[visit.id]
            field.set_text(visit.note)
            whole.addWidget(field)
        self.setLayout(whole)
        # A field shows some characters in another way: only what differs from that was changed.
        self._shown = {id: field.text() for id, field in self.fields.items()}
        if self._visits:
            self.setFocusProxy(self.fields[self._visits[-1].id])
        self._name()

    def changed(self) -> dict[str, str]:
        """Conversation by id -> its note as typed, of those that were changed."""
        typed = {id: field.text() for id, field in self.fields.items()}
        return {id: text for id, text in typed.items() if text != self._shown[id]}

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if follows_language(event):
            self._name()

    def _name(self) -> None:
        """Several notes are told apart by when they were made."""
        if len(self._visits) > 1:
            for visit in self._visits:
                self.fields[visit.id].call(f"{tr(NOTE)}, {locale.moment(visit.at)}")
