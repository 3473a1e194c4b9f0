"""What the visitor allows: one tick a purpose, never ticked beforehand, in the visitor's language."""

from typing import TYPE_CHECKING, TypedDict

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from boothapp.domain.purpose import PURPOSES
from boothapp.domain.show import Show
from boothapp.domain.wording import said
from boothapp.ui import letters
from boothapp.ui.widgets.buttons import IconButton
from boothapp.ui.widgets.card import row
from boothapp.ui.widgets.tick import Tick
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.ui.pages.capture.signing import Signing

SIGN, SIGNED = mark("Sign"), mark("Signed")
SIGN_MORE = mark("Let the visitor sign for what is ticked")


class Given(TypedDict):
    """What a Draft keeps of it."""

    consents: tuple[str, ...]
    language: str
    signature: str


class Consents(QWidget):
    """The show's own wording, side by side, and where the show asks for it, a signature."""

    changed = Signal()

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show, self._language = show, show.languages[0]
        self.ticks = {
            purpose: Tick(said(words, self._language), self) for purpose, words in show.consent.items()
        }
        # A signature is for what was ticked, in the language it was read in.
        self._signed: tuple[tuple[str, ...], str, str] = ((), "", "")
        self.sign_button: IconButton | None = None
        self._signing: Signing | None = None
        line = row()
        for tick in self.ticks.values():
            tick.setFont(letters.font("label"))
            tick.toggled.connect(self._ticked)
            line.addWidget(tick, 1)
        self.setLayout(line)
        self._name()
        if show.signature and self.ticks:
            self._add_signature()

    def value(self) -> tuple[str, ...]:
        """The purposes allowed."""
        return tuple(purpose for purpose, tick in self.ticks.items() if tick.isChecked())

    def signature(self) -> str:
        """The strokes under what is ticked now, "" where nobody has signed for just that."""
        purposes, language, strokes = self._signed
        return strokes if (purposes, language) == (self.value(), self._language) else ""

    def given(self) -> Given:
        """What is allowed, in which language it was read, and the signature."""
        return Given(consents=self.value(), language=self._language, signature=self.signature())

    def set_value(self, purposes: tuple[str, ...], signature: str = "", language: str = "") -> None:
        """Shows what is allowed; a signature holds for these purposes in this language. Nobody has ticked."""
        self._signed = (purposes, language, signature)
        if self._signing is not None:
            self._signing.hide()
        with QSignalBlocker(self):
            for purpose, tick in self.ticks.items():
                tick.setChecked(purpose in purposes)
        self._show_signed()

    def speak_to(self, language: str) -> None:
        """Shows the wording in the visitor's language; a tick given stays."""
        if language != self._language:
            self._language = language
            for purpose, tick in self.ticks.items():
                tick.say(said(self._show.consent[purpose], language))
                tick.updateGeometry()
        self._name()
        self._show_signed()

    @property
    def language(self) -> str:
        """The language the wording is shown in."""
        return self._language

    def sign(self) -> None:
        """Opens the pad over the page."""
        from boothapp.ui.pages.capture.signing import Signing

        if self._signing is None:
            foot = self.parentWidget()
            self._signing = Signing((foot.parentWidget() or foot) if foot else self)
            self._signing.signed.connect(self._take)
            self._signing.left.connect(self._back)
        self._signing.ask([said(self._show.consent[purpose], self._language) for purpose in self.value()])

    def _add_signature(self) -> None:
        self.sign_button = IconButton(SIGN, "pen", "secondary", parent=self)
        self.sign_button.clicked.connect(self.sign)
        if (line := self.layout()) is not None:
            line.addWidget(self.sign_button)
        self._show_signed()

    def _ticked(self) -> None:
        self._show_signed()
        self.changed.emit()

    def _take(self, strokes: str) -> None:
        self._signed = (self.value(), self._language, strokes)
        self._show_signed()
        self.changed.emit()
        self._back()

    def _back(self) -> None:
        if self.sign_button is not None:
            self.sign_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_signed(self) -> None:
        if self.sign_button is not None:
            self.sign_button.setEnabled(bool(self.value()))
            self.sign_button.say(SIGNED if self.signature() else SIGN, SIGN_MORE)
            self.sign_button.show_icon("check" if self.signature() else "pen")

    def _name(self) -> None:
        for purpose, tick in self.ticks.items():
            tick.setToolTip(tr(PURPOSES.get(purpose, purpose)))
