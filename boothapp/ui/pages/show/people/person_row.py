"""One person of the show: name and part, whether a manager, and the PIN."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from boothapp.domain.people import Roster
from boothapp.domain.show import Staff
from boothapp.domain.wording import said
from boothapp.ui import tokens
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import column, row
from boothapp.ui.widgets.speech import Words, follows_language
from boothapp.ui.widgets.tick import Tick
from boothapp.words import language, mark, tr

SET, CHANGE = mark("Set a PIN"), mark("Change the PIN")
MANAGER = mark("Manager")


class PersonRow(QWidget):
    """Emits pin_asked(), and marked(on) where the tick is meant to change: the store has the last word."""

    pin_asked = Signal()
    marked = Signal(bool)

    def __init__(self, person: Staff, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person, self._has_pin = person, False
        self.name, self.part = Words("", "strong"), Words("", "label", "muted")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.part.setWordWrap(True)
        self.manager, self.pin_button = Tick(MANAGER), Button(SET)
        words, line = column(0), row(12)
        words.addWidget(self.name)
        words.addWidget(self.part)
        line.addLayout(words, 1)
        # The box of a tick stands at its top: it must not grow with a name of several lines.
        self.manager.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for control in (self.manager, self.pin_button):
            line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        line.setContentsMargins(0, 4, 0, 4)
        self.setLayout(line)
        self._speak()
        self.manager.clicked.connect(self._mark)
        self.pin_button.clicked.connect(self.pin_asked)

    def show_roster(self, roster: Roster) -> None:
        """Shows what is known of this person."""
        self._has_pin = roster.has_pin(self.person.id)
        self.manager.setChecked(roster.is_manager(self.person))
        self._speak()

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._speak()
        super().changeEvent(event)

    def _mark(self, on: bool) -> None:
        self.manager.setChecked(not on)
        self.marked.emit(on)

    def _width_of(self, text: str) -> int:
        """As wide as either text needs, so that the ticks stand below each other."""
        return self.pin_button.fontMetrics().horizontalAdvance(tr(text)) + 2 * tokens.size("card")

    def _speak(self) -> None:
        self.name.say(self.person.name)
        self.part.say(said(self.person.role, language()))
        self.part.setVisible(bool(self.part.text()))
        self.pin_button.say(CHANGE if self._has_pin else SET)
        self.manager.setFixedWidth(self.manager.sizeHint().width())
        self.pin_button.setMinimumWidth(max(self._width_of(text) for text in (CHANGE, SET)))
        # Beside each other the buttons say the same: only the name tells them apart.
        for control in (self.pin_button, self.manager):
            control.setAccessibleName(f"{control.text()}: {self.person.name}")
