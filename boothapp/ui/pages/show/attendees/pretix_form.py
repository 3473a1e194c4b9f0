"""The form for a pretix event whose attendees are to be fetched: where it is, and the token to read it."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from boothapp.actions.pretix import Place
from boothapp.crm.pretix_attendees import place_of
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, row
from boothapp.ui.widgets.field import Field, Message
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

TITLE = mark("Attendees from pretix")
HINT = mark(
    "For a show that sells its tickets with pretix, while there is a network. "
    "The address of the event as it stands in the browser fills in the rest."
)
ADDRESS, ORGANIZER, EVENT, TOKEN = mark("Address"), mark("Organiser"), mark("Event"), mark("API token")
EXAMPLE = "https://pretix.eu/organiser/event"
TOKEN_HINT = mark("Made in pretix under Teams, with the right to view orders.")
KNOWN = mark("Empty: the one known here")
NEEDED = mark("Needed to reach pretix.")
NO_ADDRESS = mark("This is no address of pretix: it begins with https:// and names the server.")
FETCH, CANCEL = mark("Fetch attendees"), mark("Cancel")


class Typed(NamedTuple):
    """What stands in the form; token: "" for the one known here."""

    url: str
    organizer: str
    event: str
    token: str


class PretixForm(Card):
    """Emits accepted(Typed) once everything needed is there, and cancelled()."""

    accepted = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._known = ""
        self.title, self.hint = Words(TITLE, "heading"), Words(HINT, "label", "muted")
        self.message = Message()
        self.hint.setWordWrap(True)
        self.url, self.token = Field(ADDRESS, placeholder=EXAMPLE), Field(TOKEN, TOKEN_HINT)
        self.organizer, self.event_name = Field(ORGANIZER), Field(EVENT)
        self.fetch_button, self.cancel_button = Button(FETCH, "primary", "download"), Button(CANCEL, "quiet")
        self.token_line().setEchoMode(QLineEdit.EchoMode.Password)
        self._lay_out()
        self.url.left.connect(lambda _text: self._split())
        for field in self._fields():
            _line(field).returnPressed.connect(self._take)
            field.edited.connect(lambda _text, field=field: self._mended(field))
        self.fetch_button.clicked.connect(self._take)
        self.cancel_button.clicked.connect(self.cancelled)

    def fill(self, place: Place) -> None:
        """Shows what was typed for this show before."""
        self._known = place.url if place.has_token else ""
        for field, text in zip(self._fields(), (place.url, place.organizer, place.event, ""), strict=True):
            field.set_text(text)
        self._say_known()
        self.message.say("")

    def first(self) -> QLineEdit:
        """The line to begin with: the address."""
        return _line(self.url)

    def token_line(self) -> QLineEdit:
        """The line the token is typed into."""
        return _line(self.token)

    def retranslate(self) -> None:
        """The hint in the token's line again."""
        self._say_known()

    def _fields(self) -> tuple[Field, ...]:
        return self.url, self.organizer, self.event_name, self.token

    def _lay_out(self) -> None:
        for part in (self.title, self.hint):
            self.body.addWidget(part)
        self.body.addSpacing(4)
        pair = row(12)
        for field in (self.organizer, self.event_name):
            pair.addWidget(field, 1)
        self.body.addWidget(self.url)
        self.body.addLayout(pair)
        self.body.addWidget(self.token)
        self.body.addWidget(self.message)
        self.body.addStretch(1)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.fetch_button)
        self.body.addLayout(foot)

    def _split(self) -> None:
        """An address copied from the browser names organiser and event too."""
        url, organizer, event = place_of(self.url.text())
        if organizer and event:
            self.url.set_text(url)
            self.organizer.set_text(organizer)
            self.event_name.set_text(event)
        self._say_known()

    def _say_known(self) -> None:
        self.token_line().setPlaceholderText(tr(KNOWN) if self._is_known() else "")

    def _is_known(self) -> bool:
        return bool(self._known) and self.url.text().rstrip("/") == self._known.rstrip("/")

    def _take(self) -> None:
        self._split()
        missing = [field for field in self._fields() if not field.text()]
        if self._is_known() and self.token in missing:
            missing.remove(self.token)
        for field in self._fields():
            field.complain(tr(NEEDED) if field in missing else "", "error")
        if self.url.text() and not place_of(self.url.text()).url:
            self.url.complain(tr(NO_ADDRESS), "error")
            missing.insert(0, self.url)
        if missing:
            missing[0].setFocus()
            return
        self.message.say("")
        self.accepted.emit(Typed(*(field.text() for field in self._fields())))

    def _mended(self, field: Field) -> None:
        field.complain("")
        self.message.say("")
        self._say_known()


def _line(field: Field) -> QLineEdit:
    assert isinstance(field.input, QLineEdit)
    return field.input
