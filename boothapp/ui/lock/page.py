"""The page before every other one: who wants in, and the PIN; nothing of any lead stands on it."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boothapp.domain.people import Roster
from boothapp.domain.show import Staff
from boothapp.ui.lock.person_button import PersonButton
from boothapp.ui.lock.pin_field import PinPad
from boothapp.ui.pages.door.keys import SecretField
from boothapp.ui.widgets.buttons import Button, enter_clicks
from boothapp.ui.widgets.card import Card, Scroll, centred, column, row
from boothapp.ui.widgets.empty import Medallion
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.roving import Roving
from boothapp.ui.widgets.speech import Words, follows_language
from boothapp.words import mark, plural, tr

SECRET, FORGOTTEN, CANCEL = mark("Passphrase or recovery key"), mark("PIN forgotten?"), mark("Cancel")
WRONG = mark("This is not the right one.")
WIDTH, NARROW, PAD_WIDTH, TICK = 760, 480, 244, 200
_ANY_WIDTH = 16_777_215


@dataclass(frozen=True)
class Asking:
    """What is asked now: marked or ready texts; verb is that of the button.

    pin, secret: what is typed, neither where a tap on a name is enough; people: whether names are offered;
    more: a second sentence.
    """

    title: str
    sentence: str
    verb: str
    pin: bool = False
    secret: bool = False
    people: bool = False
    may_leave: bool = True
    may_forget: bool = True
    more: str = ""


class LockPage(QWidget):
    """Emits chosen(staff), typed(PIN), proved(passphrase or recovery key), forgotten() and left()."""

    chosen = Signal(str)
    typed = Signal(str)
    proved = Signal(str)
    forgotten = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        enter_clicks(self)
        self.asking = Asking("", "", "")
        self._ends, self._wrong, self._held = 0.0, False, 0
        self.title = Words("", "title")
        self.sentence, self.more = Words("", "body", "muted"), Words("", "body", "muted")
        self.people: dict[str, PersonButton] = {}
        self._offered: tuple[tuple[Staff, ...], frozenset[str]] = ((), frozenset())
        self._names, self._roving = column(2), Roving(self)
        self.pad, self.secret = PinPad(self), SecretField(SECRET)
        self.message, self.scans = Message(), Message()
        self.go_on, self.cancel = Button("", "primary"), Button(CANCEL)
        self.forgot = Button(FORGOTTEN, "quiet")
        self._list, self._sides, self._keys = self._scrolled(), row(32), QWidget()
        self._card = Card(parent=self)
        self._lay_out()
        self._clock = QTimer(self, interval=TICK)
        self._clock.timeout.connect(self._count)
        self._connect()

    def show_people(self, people: Sequence[Staff], roster: Roster) -> None:
        """Offers these people, in this order; made anew only where they are others."""
        offered = (tuple(people), roster.pins)
        if offered == self._offered:
            return
        self._offered = offered
        for button in self.people.values():
            self._names.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.people = {one.id: PersonButton(one, roster.has_pin(one.id)) for one in people}
        for at, (id, button) in enumerate(self.people.items()):
            button.clicked.connect(lambda _on, id=id: self.chosen.emit(id))
            self._names.insertWidget(at, button)
        self._roving.hold(list(self.people.values()))

    def ask(self, asking: Asking, person: str = "") -> None:
        """Asks for this; person: whose name is marked among those offered."""
        self.asking, self._ends = asking, 0.0
        self._clock.stop()
        for words, text in zip(self._said(), (asking.title, asking.sentence, asking.more), strict=True):
            words.say(text)
        self.more.setVisible(bool(asking.more))
        self._list.setVisible(asking.people and bool(self.people))
        self._tint(person)
        self._settle(asking)
        self.pad.setVisible(asking.pin)
        self.secret.setVisible(asking.secret)
        self.go_on.say(asking.verb)
        nobody = asking.people and not self.people
        self.go_on.setVisible(asking.pin or asking.secret or nobody)
        self.go_on.setEnabled(True)
        self.cancel.setVisible(asking.may_leave)
        self.forgot.setVisible(asking.pin and asking.may_forget)
        self.empty()
        self.message.say("")
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Gives the keyboard to what is asked for."""
        names = list(self.people.values()) if self.asking.people else []
        marked = next((one for one in names if one.isChecked()), None)
        name = marked or next(iter(names), None)
        if marked is not None:
            self._list.ensureWidgetVisible(marked)
        asked = self.secret if self.asking.secret else self.pad if self.asking.pin else name
        last = self.cancel if self.asking.may_leave else self.go_on
        (asked or last).setFocus(Qt.FocusReason.TabFocusReason)

    def empty(self) -> None:
        """Forgets what was typed."""
        self.pad.field.set_pin("")
        self.secret.set_text("")

    def complain(self, text: str) -> None:
        """Says what is wrong with what was typed."""
        self.empty()
        self.message.say(text, "error")

    def wait(self, seconds: float, wrong: bool) -> None:
        """Counts down until the next try; wrong: one was just made, and was not the right one."""
        self._ends, self._wrong = time.monotonic() + seconds, wrong
        self.empty()
        self._clock.start()
        self._count()

    @property
    def waits(self) -> bool:
        """Whether the next try has to wait."""
        return time.monotonic() < self._ends

    def hold(self, scans: int) -> None:
        """Says how many scans are held back."""
        self._held = scans
        self._say_held()

    def keys_page(self) -> str:
        """Which keys of keys.PAGES work now."""
        return "lock"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.asking.may_leave:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event) and hasattr(self, "_clock"):
            self._say_held()
            if self._clock.isActive():
                self._count()
        super().changeEvent(event)

    def _count(self) -> None:
        left = self._ends - time.monotonic()
        self.go_on.setEnabled(left <= 0)
        if left <= 0:
            self._clock.stop()
            self.message.say(tr(WRONG) if self._wrong else "", "error")
            return
        n = int(left) + 1
        wait = plural("The next try in {n} second.", "The next try in {n} seconds.", n)
        self.message.say(
            f"{tr(WRONG)} {wait}" if self._wrong else wait, "error" if self._wrong else "warning"
        )

    def _say_held(self) -> None:
        said = plural(
            "{n} scan is held back. You can take it when you are in.",
            "{n} scans are held back. You can take them when you are in.",
            self._held,
        )
        self.scans.say(said if self._held else "", "muted")

    def _tint(self, person: str) -> None:
        for id, button in self.people.items():
            button.setAutoExclusive(False)
            button.setChecked(id == person)
        self._roving.settle()

    def _enter(self) -> None:
        if self.waits or not self.go_on.isEnabled():
            return
        if self.asking.secret:
            if self.secret.secret():
                self.go_on.setEnabled(False)
                self.proved.emit(self.secret.secret())
        elif self.asking.pin:
            self.typed.emit(self.pad.field.pin())
        elif self.asking.people and not self.people:
            self.chosen.emit("")

    def _typing(self) -> None:
        if not self.waits:
            self.message.say("")

    def _connect(self) -> None:
        self.pad.field.entered.connect(self._enter)
        self.pad.field.edited.connect(self._typing)
        self.secret._line().returnPressed.connect(self._enter)
        self.secret.edited.connect(lambda _text: self._typing())
        self.go_on.clicked.connect(self._enter)
        self.cancel.clicked.connect(self.left)
        self.forgot.clicked.connect(self.forgotten)

    def _settle(self, asking: Asking) -> None:
        """The digits stand beside the words; without them everything stands below each other."""
        beside = QBoxLayout.Direction.LeftToRight if asking.pin else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(beside)
        self._sides.setSpacing(32 if asking.pin else 16)
        self._keys.setFixedWidth(PAD_WIDTH) if asking.pin else self._keys.setMinimumWidth(0)
        self._keys.setMaximumWidth(PAD_WIDTH if asking.pin else _ANY_WIDTH)
        self._card.setMaximumWidth(WIDTH if asking.pin else NARROW)
        self._keys.setVisible(asking.pin or asking.secret or asking.may_leave or not self.people)

    def _said(self) -> tuple[Words, ...]:
        return (self.title, self.sentence, self.more)

    def _scrolled(self) -> Scroll:
        inner = QWidget()
        self._names.addStretch(1)
        inner.setLayout(self._names)
        return Scroll(inner)

    def _lay_out(self) -> None:
        card = self._card
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        whole = card.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.setContentsMargins(32, 24, 32, 24)
        self._sides.addLayout(self._words(), 1)
        self._keys.setLayout(self._pad_and_buttons())
        self._sides.addWidget(self._keys)
        card.body.addLayout(self._sides)
        self.setLayout(centred(card))

    def _words(self) -> QVBoxLayout:
        side = column(8)
        side.addWidget(Medallion("lock", 56))
        side.addSpacing(8)
        for words in self._said():
            words.setWordWrap(True)
            side.addWidget(words)
        side.addSpacing(8)
        side.addWidget(self._list, 1)
        side.addWidget(self.secret)
        side.addStretch(0)
        side.addWidget(self.scans)
        return side

    def _pad_and_buttons(self) -> QVBoxLayout:
        side = column(12)
        for part in (self.pad, self.message, self.go_on, self.cancel, self.forgot):
            if isinstance(part, Button):
                part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            side.addWidget(part)
        side.addStretch(1)
        return side
