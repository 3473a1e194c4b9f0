"""A business card to confirm: its picture beside the fields that were read from it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from boothapp.domain.visitor import Visitor
from boothapp.ui.pages.capture.person import LABELS, shown, with_typed
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, column, row
from boothapp.ui.widgets.field import Field, Message
from boothapp.ui.widgets.photo import Photo
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.badge.card import CardReading

TITLE = mark("Business card")
READING = mark("No code in this picture. Reading it as a business card; you can go on meanwhile.")
NO_CODE = mark("No code was found in this picture.")
READ = mark("Compare the details with the picture, then take them over.")
DOUBT = mark("Not sure: compare")
UNREAD = mark("Something went wrong while the card was read; its picture can be kept.")
WAITING = mark("More cards wait behind this one: {count}.")
USE, KEEP, CLOSE = mark("Take over"), mark("Keep the picture only"), mark("Not a card")
PICTURE = mark("Picture of the business card")
# Beside the picture one in a line, as wide as a mail address; below it what is short.
WIDE = ("full_name", "company", "job_title", "emails", "phones", "website")
SHORT = (("street",), ("postal_code", "city"), ("country",))
# While a card is read, it leaves the room to the form.
_HIGHEST, _LOW = 180, 96


class CardPanel(Card):
    """Shows a card while it is read, then its fields; the buttons say what becomes of it.

    The page connects use, keep and close.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent, dense=True)
        self._card: CardReading | None = None
        self.picture = b""
        self.photo, self.message = Photo(PICTURE, _HIGHEST), Message()
        self.waiting = Message()
        self.fields: Mapping[str, Field] = {}
        self._wide, self._short, self._sides = QWidget(self), QWidget(self), row(16)
        self.use, self.keep = Button(USE, "secondary", "check"), Button(KEEP, "quiet")
        self.close_button = Button(CLOSE, "quiet", "x")
        self._lay_out()
        self.hide()

    def begin(self, picture: bytes) -> None:
        """A card is being read."""
        self._show(picture, None)
        self.message.say(READING)

    def show_card(self, card: "CardReading") -> None:
        """What was read; fields that may be wrong are marked."""
        self._make_fields()
        self._show(card.picture, card)
        visitor = card.reading.visitor
        for name, field in self.fields.items():
            field.set_text(shown(visitor, name))
            field.complain(DOUBT if name in card.doubtful and field.text() else "")
        self.message.say("\n".join((tr(READ), *card.reading.warnings[1:])))

    def fail(self, said: str) -> None:
        """It can't be read; the picture may be kept all the same."""
        self.message.say(f"{tr(NO_CODE)} {said}", "warning")

    def tell_waiting(self, count: int) -> None:
        """How many cards come after this one."""
        self.waiting.say(tr(WAITING).format(count=count) if count else "")

    def clear(self) -> None:
        """No card any more."""
        self._card, self.picture = None, b""
        self.photo.show_image(QImage())
        self.hide()

    def card(self) -> "CardReading | None":
        """The card with its fields as a person left them; None while nothing was read."""
        if self._card is None:
            return None
        reading = self._card.reading
        return replace(self._card, reading=replace(reading, visitor=self._visitor(reading.visitor)))

    def _visitor(self, read: Visitor) -> Visitor:
        return with_typed(read, {name: field.text() for name, field in self.fields.items()})

    def _show(self, picture: bytes, card: "CardReading | None") -> None:
        self._card, self.picture = card, picture
        self.photo.set_highest(_HIGHEST if card is not None else _LOW)
        self.photo.show_bytes(picture)
        for part in (self._wide, self._short):
            part.setVisible(card is not None)
        self.use.setVisible(card is not None)
        self.show()

    def _make_fields(self) -> None:
        """Made with the first card: most conversations have none."""
        if self.fields:
            return
        names, wide, short = (*WIDE, *(name for line in SHORT for name in line)), column(4), column(4)
        self.fields = {name: Field(LABELS[name], parent=self) for name in names}
        for name in WIDE:
            wide.addWidget(self.fields[name])
        for line in SHORT:
            beside = row(12)
            for name in line:
                beside.addWidget(self.fields[name], 2 if name == "city" else 1)
            short.addLayout(beside)
        self._wide.setLayout(wide)
        self._short.setLayout(short)

    def _lay_out(self) -> None:
        buttons, left = row(8), column(8)
        for button in (self.use, self.keep, self.close_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        left.addWidget(self.photo)
        left.addWidget(self._short)
        left.addStretch(1)
        self._sides.addLayout(left, 1)
        self._sides.addWidget(self._wide, 1)
        self.body.addWidget(self.message)
        self.body.addWidget(self.waiting)
        self.body.addLayout(self._sides)
        self.body.addLayout(buttons)
