"""What the visitor allows, decided at the kiosk: unticked, in the language chosen there, signed if asked."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from boothapp.domain.show import Show
from boothapp.domain.wording import said
from boothapp.ui.kiosk.controls import KioskMessage, KioskTick
from boothapp.ui.pages.capture.consents import Given
from boothapp.ui.pages.capture.signing import CLEAR
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import column, row
from boothapp.ui.widgets.signature import SignaturePad
from boothapp.ui.widgets.speech import Words, follows_language
from boothapp.words import language, mark, tr

TITLE = mark("What may we do with your details?")
YOURS = mark("You decide, and can take it back at any time.")
SIGN = mark("Please sign for what you have ticked, or take the ticks off.")
_PAD_HIGH = 200


class ConsentStep(QWidget):
    """One tick a purpose; the pad comes with the first tick."""

    changed = Signal()

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self.sentence = Words(YOURS, "kiosk", "muted")
        self.ticks = {purpose: KioskTick("") for purpose in show.consent}
        self.pad, self.clear_button = SignaturePad(_PAD_HIGH), Button(CLEAR, "quiet")
        self.message = KioskMessage()
        self._sign = QWidget(self)
        self._lay_out()
        for tick in self.ticks.values():
            tick.toggled.connect(self._ticked)
        self.clear_button.clicked.connect(self.pad.clear)
        self.pad.changed.connect(self._ticked)
        self._speak()

    def given(self) -> Given:
        """What is allowed, in the language it was read in, with the signature."""
        purposes = tuple(purpose for purpose, tick in self.ticks.items() if tick.isChecked())
        return Given(
            consents=purposes, language=language(), signature=self.pad.value() if self._signs() else ""
        )

    def is_complete(self) -> bool:
        """Whether it may be saved so; where the signature is missing it is asked for."""
        missing = self._signs() and not self.pad.value()
        self.message.say(tr(SIGN) if missing else "", "warning")
        return not missing

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._speak()
            # What was signed stood there in other words.
            self.pad.clear()
        super().changeEvent(event)

    def _signs(self) -> bool:
        return self._show.signature and any(tick.isChecked() for tick in self.ticks.values())

    def _ticked(self) -> None:
        self._sign.setVisible(self._signs())
        self.message.say("")
        self.changed.emit()

    def _speak(self) -> None:
        for purpose, tick in self.ticks.items():
            tick.say(said(self._show.consent[purpose], language()))
            tick.updateGeometry()

    def _lay_out(self) -> None:
        whole, signing = column(12), row(16)
        self.sentence.setWordWrap(True)
        whole.addWidget(self.sentence)
        whole.addSpacing(8)
        for tick in self.ticks.values():
            whole.addWidget(tick)
        signing.addWidget(self.pad)
        signing.addWidget(self.clear_button)
        signing.addStretch(1)
        self._sign.setLayout(signing)
        whole.addWidget(self._sign)
        whole.addWidget(self.message)
        whole.addStretch(1)
        self.setLayout(whole)
        self._sign.hide()
