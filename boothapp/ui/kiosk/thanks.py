"""The last page of the kiosk: thanks, and the consent's receipt to take along; it goes by itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from boothapp.domain.draft import Draft
from boothapp.ui.kiosk.controls import KioskButton
from boothapp.ui.widgets.card import column, row
from boothapp.ui.widgets.code_view import CodeView
from boothapp.ui.widgets.empty import Medallion
from boothapp.ui.widgets.speech import Words, follows_language
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.paper.code import Code

THANKS, THANKS_NAME = mark("Thank you"), mark("Thank you, {name}")
KEPT = mark("Your details are with us. Enjoy the show.")
NUMBER = mark("Your number here is {number}.")
UNSAVED = mark("Your details are kept here, but could not be stored yet. Please tell our staff.")
TAKE = mark("This code is your consent receipt. Your phone reads it without a network.")
CODE_NAME = mark("Consent receipt as a code for a phone")
DONE = mark("Done")
_MODULE = 4
WAITS, WAITS_FOR_CODE = 12, 30
"""Seconds until the next visitor's page; with a code there is time to take out a phone."""


class Thanks(QWidget):
    """Shows what this visitor typed, and nothing else that is known. Emits left()."""

    left = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.id, self._name, self._number = draft.id, draft.visitor.name, ""
        self.title = Words("", "display")
        self.sentence, self.number = Words(KEPT, "kiosk", "muted"), Words("", "title")
        self.code, self.take = CodeView(CODE_NAME, _MODULE), Words(TAKE, "kiosk")
        self.done_button = KioskButton(DONE, "primary", "check")
        self.done_button.clicked.connect(self.left)
        self._beside = QWidget()
        self._lay_out()
        self._speak()

    def show_number(self, number: str) -> None:
        """The lead is saved."""
        self._number = number
        self._speak()

    def show_code(self, code: "Code") -> None:
        """The receipt of what was allowed just now."""
        self.code.show_code(code)
        self._beside.show()

    def say_unsaved(self) -> None:
        """The store refused; a person of the staff has to hear of it."""
        self.sentence.say(UNSAVED)
        self.sentence.set_tone("warning")

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._speak()
        super().changeEvent(event)

    def _speak(self) -> None:
        self.title.say(tr(THANKS_NAME).format(name=self._name) if self._name else THANKS)
        self.number.say(tr(NUMBER).format(number=self._number) if self._number else "")

    def _lay_out(self) -> None:
        whole, sides, words, beside = column(0, 72), row(48), column(12), column(12)
        for text in (self.title, self.sentence, self.number, self.take):
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
        words.addStretch(2)
        words.addWidget(Medallion("check", 72))
        for text in (self.title, self.sentence, self.number):
            words.addWidget(text)
        words.addSpacing(16)
        words.addWidget(self.done_button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(3)
        beside.addStretch(2)
        beside.addWidget(self.code)
        beside.addWidget(self.take)
        beside.addStretch(3)
        self._beside.setLayout(beside)
        self._beside.setMaximumWidth(440)
        self._beside.hide()
        sides.addLayout(words, 1)
        sides.addWidget(self._beside)
        whole.addLayout(sides)
        self.setLayout(whole)
