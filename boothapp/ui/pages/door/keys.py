"""The steps about the key: choose a passphrase, keep a recovery key, type the passphrase."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from boothapp.domain.passphrase import is_long_enough
from boothapp.ui.pages.door.step import Step
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.field import Field
from boothapp.ui.widgets.tick import Tick
from boothapp.words import mark, tr

# A passphrase cut short would open nothing.
_ANY = 32_767


class SecretField(Field):
    """A field whose text is not shown unless asked for."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, hint, limit=_ANY)
        self.reveal(False)

    def reveal(self, on: bool) -> None:
        """Shows or hides what is typed."""
        self._line().setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def secret(self) -> str:
        """Exactly what was typed: blanks may belong to a passphrase."""
        return self._line().text()


class ChoosePassphrase(Step):
    """A new laptop without a keystore. Emits chosen(passphrase)."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            "lock",
            mark("Choose a passphrase"),
            mark(
                "Everything visitors tell you is encrypted on this laptop. The passphrase opens it, and "
                "nobody can open it without one: a few words that the whole stand remembers are best."
            ),
        )
        self.first = SecretField(mark("Passphrase"), mark("At least 8 characters"))
        self.second = SecretField(mark("The same once more"))
        self.show_typed = Tick(mark("Show what I type"), flush=True)
        self.go_on = Button(mark("Continue"), "primary")
        for part in (self.first, self.second):
            self.body.addWidget(part)
        self.body.addWidget(self.show_typed)
        self.buttons.addWidget(self.go_on)
        self.show_typed.toggled.connect(self.first.reveal)
        self.show_typed.toggled.connect(self.second.reveal)
        self.first._line().returnPressed.connect(self.second.setFocus)
        self.first.left.connect(lambda _text: self._look_at_length())
        self.first.edited.connect(lambda _text: self._look_again())
        self.second.edited.connect(lambda _text: self.second.complain(""))
        self.second._line().returnPressed.connect(self._choose)
        self.go_on.clicked.connect(self._choose)

    def shown(self) -> None:
        self.first.setFocus(Qt.FocusReason.TabFocusReason)

    def _look_at_length(self) -> None:
        """Says that the passphrase is too short when the field is left with something in it."""
        if self.first.secret():
            self._complain_of_length()

    def _look_again(self) -> None:
        """A complaint goes as soon as it is no longer true."""
        if is_long_enough(self.first.secret()):
            self.first.complain("")

    def _complain_of_length(self) -> None:
        fits = is_long_enough(self.first.secret())
        self.first.complain("" if fits else tr("This is too short."), "error")

    def _choose(self) -> None:
        passphrase = self.first.secret()
        self._complain_of_length()
        self.second.complain(
            tr("The two are not the same.") if self.second.secret() != passphrase else "", "error"
        )
        if is_long_enough(passphrase) and self.second.secret() == passphrase:
            self.busy(True)
            self.chosen.emit(passphrase)


class Unlock(Step):
    """The leads are locked. Emits typed(passphrase or recovery key)."""

    typed = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            "lock",
            mark("The leads are locked"),
            mark("Type the passphrase of this laptop. The printed recovery key opens it too."),
        )
        self.passphrase = SecretField(mark("Passphrase or recovery key"))
        self.show_typed = Tick(mark("Show what I type"), flush=True)
        self.go_on = Button(mark("Open"), "primary")
        self.body.addWidget(self.passphrase)
        self.body.addWidget(self.show_typed)
        self.buttons.addWidget(self.go_on)
        self.show_typed.toggled.connect(self.passphrase.reveal)
        self.passphrase._line().returnPressed.connect(self._open)
        self.passphrase.edited.connect(lambda _text: self.message.say(""))
        self.go_on.clicked.connect(self._open)

    def shown(self) -> None:
        self.passphrase.setFocus(Qt.FocusReason.TabFocusReason)
        self.passphrase._line().selectAll()

    def _open(self) -> None:
        if self.passphrase.secret() and self.go_on.isEnabled():
            self.message.say("")
            self.busy(True)
            self.typed.emit(self.passphrase.secret())


class Recovery(Step):
    """Offers the recovery key on paper. Emits save_asked(), print_asked() and passed()."""

    save_asked = Signal()
    print_asked = Signal()
    passed = Signal()

    def __init__(self) -> None:
        super().__init__(
            "shield-check",
            mark("Keep a recovery key on paper"),
            mark(
                "It opens the leads when the passphrase is forgotten. Print it now and lock it away, "
                "not together with the laptop."
            ),
        )
        self.save = Button(mark("Save as PDF"), "secondary", "download")
        self.print = Button(mark("Print"), "secondary", "printer")
        self.go_on = Button(mark("Continue"), "primary")
        for button in (self.save, self.print, self.go_on):
            self.buttons.addWidget(button)
        self.save.clicked.connect(self.save_asked)
        self.print.clicked.connect(self.print_asked)
        self.go_on.clicked.connect(self.passed)

    def shown(self) -> None:
        self.print.setFocus(Qt.FocusReason.TabFocusReason)
