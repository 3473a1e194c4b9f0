"""Which column is what: a line a column with its first values, and the field proposed for it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boothapp.actions.attendees import Look
from boothapp.attendees import encodings
from boothapp.attendees.columns import NOTHING
from boothapp.domain.attendee import IDS
from boothapp.ui.pages.show.attendees.columns_view import Column, ColumnsView
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, row
from boothapp.ui.widgets.choice import Choice
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, plural, tr

if TYPE_CHECKING:
    from boothapp.attendees.list_file import ListFile

IMPORT, CANCEL = mark("Import"), mark("Cancel")
IS_IT_RIGHT = mark("Check what each column is. boothapp has guessed, and remembers what you change.")
REMEMBERED = mark("As you set it for a file like this before.")
NO_IDS = mark("No column is the badge id: people will be found by name only, not by scanning.")
ENCODING, SHEET = mark("Letters wrong? Written as"), mark("Sheet of the workbook")
_VALUES = 3
_READING_WIDTH = 260


class Mapping(Card):
    """Emits accepted(mapping), cancelled(), and read_as(codec or sheet) where it was read wrongly."""

    accepted = Signal(tuple)
    cancelled = Signal()
    read_as = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.title, self.hint = Words("", "heading"), Words("", "label", "muted")
        self.hint.setWordWrap(True)
        self.reading_label, self.reading = Words(ENCODING, "label", "muted"), Choice(tr(ENCODING))
        self.reading.setMinimumWidth(_READING_WIDTH // 2)
        self.reading.setMaximumWidth(_READING_WIDTH)
        self.message = Message()
        self.columns = ColumnsView()
        self._look: Look | None = None
        self.cancel_button, self.import_button = (
            Button(CANCEL, "quiet"),
            Button(IMPORT, "primary", "download"),
        )
        self.body.addWidget(self.title)
        self.body.addWidget(self.hint)
        head = row(12)
        head.addWidget(self.reading_label)
        head.addWidget(self.reading, 100)
        head.addStretch(1)
        self.body.addLayout(head)
        self.body.addWidget(self.columns, 1)
        self.body.addWidget(self.message)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.import_button)
        self.body.addLayout(foot)
        self.reading.activated.connect(lambda _at: self.read_as.emit(self.reading.value()))
        self.cancel_button.clicked.connect(self.cancelled)
        self.import_button.clicked.connect(lambda: self.accepted.emit(self.value()))
        self.columns.changed.connect(self._check)

    def show_look(self, look: Look) -> None:
        """Shows a file's columns with the fields proposed."""
        self._look = look
        self._speak_title()
        self._show_reading(look.list)
        self.columns.show_columns(
            [
                Column(at, heading, _values(look, at), field)
                for at, (heading, field) in enumerate(zip(look.list.headings, look.mapping, strict=True))
            ]
        )
        self._check()

    def value(self) -> tuple[str, ...]:
        """The field chosen for each column."""
        return self.columns.value()

    def retranslate(self) -> None:
        """The fields' names again; what was chosen stays."""
        if self._look is not None:
            self._speak_title()
            self._show_reading(self._look.list)
            self.columns.retranslate()
            self._check()

    def _speak_title(self) -> None:
        if self._look is None:
            return
        people = plural("{n} person", "{n} people", self._look.list.size)
        self.title.say(f"{self._look.list.name}: {people}")
        self.hint.say(REMEMBERED if self._look.remembered else IS_IT_RIGHT)

    def _show_reading(self, found: "ListFile") -> None:
        """A text file may be written in several ways, a workbook may have several sheets."""
        name, items, value = ENCODING, _encodings(found.encoding), encodings.listed(found.encoding)
        if found.sheets:
            name, items, value = SHEET, [(sheet, sheet) for sheet in found.sheets], found.sheet
        self.reading_label.say(name)
        self.reading.set_items(tr(name), items)
        self.reading.set_value(value)
        for part in (self.reading_label, self.reading):
            part.setVisible(len(items) > 1)

    def _check(self) -> None:
        self.message.say("" if IDS in self.value() else tr(NO_IDS), "warning")
        self.import_button.setEnabled(any(name != NOTHING for name in self.value()))


def _encodings(codec: str) -> list[tuple[str, str]]:
    """Those that people know, and the one of the file where it is another."""
    known, items = encodings.listed(codec), [(one, tr(name)) for one, name in encodings.NAMES.items()]
    return items if known in encodings.NAMES else [(known, known), *items]


def _values(look: Look, at: int) -> str:
    said = (line[at].strip() for line in look.list.sample if at < len(line))
    return " · ".join(list(dict.fromkeys(filter(None, said)))[:_VALUES])
