"""A new PIN of one person, typed twice; the present one first, unless a manager's PIN holds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from boothapp.domain.people import LONGEST, SHORTEST, is_pin
from boothapp.domain.show import Staff
from boothapp.ui.pages.door.keys import SecretField
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, row
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

PRESENT, NEW, AGAIN = mark("Present PIN"), mark("New PIN"), mark("The same once more")
KEEP, TAKE_AWAY, CANCEL = mark("Save the PIN"), mark("Take the PIN away"), mark("Cancel")
FORGOTTEN, HINT = mark("PIN forgotten?"), mark("4 to 12 digits")
NOT_SAME = mark("The two are not the same.")
NUMBERS = Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData


class PinForm(Card):
    """Emits kept(present, new), taken_away(present), forgotten() and left()."""

    kept = Signal(str, str)
    taken_away = Signal(str)
    forgotten = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.title = Words("", "heading")
        self.present, self.new, self.again = SecretField(PRESENT), SecretField(NEW, HINT), SecretField(AGAIN)
        self.message = Message()
        self.keep, self.cancel = Button(KEEP, "primary", "check"), Button(CANCEL)
        self.take_away, self.forgot = Button(TAKE_AWAY, "danger"), Button(FORGOTTEN, "quiet")
        self.title.setWordWrap(True)
        for part in (self.title, self.present, self.new, self.again, self.message):
            self.body.addWidget(part)
        self.body.insertWidget(2, self.forgot, 0, Qt.AlignmentFlag.AlignRight)
        self.body.addStretch(1)
        self._lay_out()
        for field in self._fields():
            self._line(field).setInputMethodHints(NUMBERS)
            field.edited.connect(lambda _text, field=field: self._mended(field))
            self._line(field).returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.take_away.clicked.connect(self._take_away)
        self.forgot.clicked.connect(self.forgotten)
        self.cancel.clicked.connect(self.left)

    def begin(self, person: Staff, has_pin: bool, asks_present: bool) -> None:
        """An empty form for this person."""
        self.title.say(tr("PIN of {name}").format(name=person.name))
        for field in self._fields():
            field.set_text("")
        self.message.say("")
        self.ask_present(asks_present)
        self.take_away.setVisible(has_pin)
        self.take_keyboard()

    def ask_present(self, on: bool) -> None:
        """Whether the present PIN has to be typed."""
        self.present.setVisible(on)
        self.forgot.setVisible(on)

    def take_keyboard(self) -> None:
        """Gives the keyboard to the first field."""
        (self.new if self.present.isHidden() else self.present).setFocus(Qt.FocusReason.TabFocusReason)

    def _fields(self) -> tuple[SecretField, ...]:
        return (self.present, self.new, self.again)

    def _keep(self) -> None:
        new = self.new.secret()
        if self._lacks_present():
            return
        if not is_pin(new):
            said = tr("A PIN has {least} to {most} digits.").format(least=SHORTEST, most=LONGEST)
            self._complain(self.new, said)
        elif self.again.secret() != new:
            self._complain(self.again, tr(NOT_SAME))
        else:
            self.kept.emit(self._present(), new)

    def _take_away(self) -> None:
        if not self._lacks_present():
            self.taken_away.emit(self._present())

    def _lacks_present(self) -> bool:
        lacks = not self.present.isHidden() and not is_pin(self.present.secret())
        if lacks:
            self._complain(self.present, tr("Type the present PIN first."))
        return lacks

    def _present(self) -> str:
        return "" if self.present.isHidden() else self.present.secret()

    def _complain(self, field: SecretField, text: str) -> None:
        field.complain(text, "error")
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def _mended(self, field: SecretField) -> None:
        field.complain("")
        self.message.say("")

    def _line(self, field: SecretField) -> QLineEdit:
        return field._line()

    def _lay_out(self) -> None:
        for pair in ((self.take_away,), (self.cancel, self.keep)):
            line = row()
            line.addStretch(1)
            for button in pair:
                line.addWidget(button)
            self.body.addLayout(line)
