"""The form for a head-office CRM: where it is, and who signs in."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from boothapp.crm.kinds import KINDS, is_address
from boothapp.store.outbox import TargetEntry
from boothapp.ui.pages.send.kinds import OPTION_NAMES
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, row
from boothapp.ui.widgets.choice import Choice
from boothapp.ui.widgets.field import Field, Message
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

TITLE, CHANGED = mark("Set up head office"), mark("Change head office")
NAME, ADDRESS, PASSWORD = mark("Shown as"), mark("Address"), mark("Password")
ADD, CANCEL = mark("Save and test"), mark("Cancel")
EXAMPLE = "https://crm.example.com"
SAME = mark("Empty: stays as it is")
NEEDED = mark("Needed to reach the CRM.")


def no_address(text: str) -> str:
    """What is wrong with the address of a CRM, "" where nothing is or nothing is typed yet."""
    if not text or is_address(text):
        return ""
    return tr("This is no address of a CRM: it begins with https:// and names the server.")


@dataclass(frozen=True)
class Typed:
    """What stands in the form."""

    name: str
    kind: str
    url: str
    options: dict[str, str]
    password: str


class TargetForm(Card):
    """Emits accepted(Typed) once everything needed is there, and cancelled()."""

    accepted = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._changing = False
        self.title = Words(TITLE, "heading")
        self.name, self.url = Field(NAME), Field(ADDRESS, check=no_address, placeholder=EXAMPLE)
        self.kind = Choice(tr("CRM"), [(name, kind.label) for name, kind in KINDS.items()])
        names = dict.fromkeys(option for kind in KINDS.values() for option in kind.needs)
        self.options = {name: Field(OPTION_NAMES.get(name, name)) for name in names}
        self.password, self.message = Field(PASSWORD), Message()
        self.password_line().setEchoMode(QLineEdit.EchoMode.Password)
        self.add_button, self.cancel_button = Button(ADD, "primary", "check"), Button(CANCEL)
        self._lay_out()
        self.add_button.clicked.connect(self._take)
        self.cancel_button.clicked.connect(self.cancelled)
        self.kind.currentIndexChanged.connect(lambda _at: self._show_options())
        for field in (self.name, self.url, self.password, *self.options.values()):
            self._line(field).returnPressed.connect(self._take)
            field.edited.connect(lambda _text, field=field: self._mended(field))

    def fill(self, entry: TargetEntry | None) -> None:
        """Shows this target to be changed, or an empty form for a new one."""
        self._changing = entry is not None
        self.title.say(CHANGED if entry else TITLE)
        self.name.set_text(entry.name if entry else tr("Head office"))
        self.name.input.setEnabled(entry is None)
        self.url.set_text(entry.url if entry else "")
        self.kind.set_value(entry.kind if entry else "")
        for name, field in self.options.items():
            field.set_text(entry.options.get(name, "") if entry else "")
        self.password.set_text("")
        self._line(self.password).setPlaceholderText(tr(SAME) if self._changing else "")
        self.message.say("")
        self._show_options()

    def ask_password(self, sentence: str) -> None:
        """Asks for the password alone; the sentence says why."""
        self._line(self.password).setPlaceholderText("")
        self.message.say(sentence, "warning")
        self.password_line().setFocus()

    def first(self) -> QLineEdit:
        """The line to begin with: the address, or the password where only that is asked for."""
        return self._line(self.password if self.message.text() and self.url.text() else self.url)

    def password_line(self) -> QLineEdit:
        """The line the password is typed into."""
        return self._line(self.password)

    def _lay_out(self) -> None:
        self.body.addWidget(self.title)
        self.body.addSpacing(4)
        for pair in ((self.name, self.url), tuple(self.options.values())):
            line = row(12)
            for field in pair:
                line.addWidget(field, 1)
            self.body.addLayout(line)
        last = row(12)
        last.addWidget(self.password, 1)
        last.addWidget(QWidget(), 1)  # as wide as a field beside it: a stretch has no gap
        self.body.addLayout(last)
        # Shown before it stands in the form, it would be a window of its own for a moment.
        if len(KINDS) == 1:
            self.kind.hide()
        self.body.addWidget(self.kind)
        self.body.addWidget(self.message)
        buttons = row()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.add_button)
        self.body.addSpacing(4)
        self.body.addLayout(buttons)

    def _take(self) -> None:
        needed = [self.name, self.url, *(self.options[name] for name in self._wanted())]
        needed += [] if self._changing else [self.password]
        missing = [field for field in needed if not field.text()]
        for field in needed:
            field.complain(tr(NEEDED) if field in missing else "", "error")
        wrong = no_address(self.url.text())
        if wrong:
            self.url.complain(wrong, "error")
        if missing or wrong:
            (self.url if wrong and self.name not in missing else missing[0]).setFocus()
            return
        options = {name: self.options[name].text() for name in self._wanted()}
        password = self._line(self.password).text()
        self.accepted.emit(Typed(self.name.text(), self.kind.value(), self.url.text(), options, password))

    def _mended(self, field: Field) -> None:
        """A complaint goes while its field is mended; so does what was said of the whole."""
        if field is not self.url or not no_address(field.text()):
            field.complain("")
        self.message.say("")

    def _wanted(self) -> tuple[str, ...]:
        return KINDS[self.kind.value()].needs

    def _show_options(self) -> None:
        for name, field in self.options.items():
            field.setVisible(name in self._wanted())

    def _line(self, field: Field) -> QLineEdit:
        assert isinstance(field.input, QLineEdit)
        return field.input
