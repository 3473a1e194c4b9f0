"""What the visitor allows: one tick a purpose, never ticked beforehand, in the visitor's language."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boothapp.domain.purpose import PURPOSES
from boothapp.domain.show import Show
from boothapp.domain.wording import said
from boothapp.ui import letters
from boothapp.ui.widgets.card import row
from boothapp.ui.widgets.tick import Tick
from boothapp.words import tr


class Consents(QWidget):
    """The show's own wording, side by side."""

    changed = Signal()

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show, self._language = show, show.languages[0]
        self.ticks = {
            purpose: Tick(said(words, self._language), self) for purpose, words in show.consent.items()
        }
        line = row()
        for tick in self.ticks.values():
            tick.setFont(letters.font("label"))
            tick.toggled.connect(self.changed)
            line.addWidget(tick, 1)
        self.setLayout(line)
        self._name()

    def value(self) -> tuple[str, ...]:
        """The purposes allowed."""
        return tuple(purpose for purpose, tick in self.ticks.items() if tick.isChecked())

    def set_value(self, purposes: tuple[str, ...]) -> None:
        """Shows what is allowed."""
        for purpose, tick in self.ticks.items():
            tick.setChecked(purpose in purposes)

    def speak_to(self, language: str) -> None:
        """Shows the wording in the visitor's language; a tick given stays."""
        if language != self._language:
            self._language = language
            for purpose, tick in self.ticks.items():
                tick.say(said(self._show.consent[purpose], language))
                tick.updateGeometry()
        self._name()

    @property
    def language(self) -> str:
        """The language the wording is shown in."""
        return self._language

    def _name(self) -> None:
        for purpose, tick in self.ticks.items():
            tick.setToolTip(tr(PURPOSES.get(purpose, purpose)))
