"""The set-up sheet: printed or saved, and what its code has taught this laptop."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from boothapp.badge.layouts import PRINTABLE, US
from boothapp.ui.pages.show.scanner.came import named
from boothapp.ui.scanner import Scanner
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, column, emptied, row
from boothapp.ui.widgets.facts import Fact, Facts
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

TITLE = mark("Set-up sheet")
MORE = mark("Scan its first code here: the laptop learns how this scanner begins, ends and types.")
PRINT, SAVE, FORGET = mark("Print"), mark("Save as PDF"), mark("Forget")


class Teaching(Card):
    """Shows what the scanner was taught; the panel prints, saves and forgets."""

    def __init__(self, scanner: Scanner, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent, dense=True)
        self._scanner = scanner
        self._told: Callable[[], tuple[str, str]] | None = None
        self.more, self.message, self._facts = Words(MORE, "label", "muted"), Message(), column(0)
        self.more.setWordWrap(True)
        self.print_button = Button(PRINT, "primary", "printer")
        self.save_button, self.forget_button = Button(SAVE), Button(FORGET, "quiet")
        buttons = row()
        for button in (self.save_button, self.forget_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addWidget(self.more)
        self.body.addLayout(self._facts)
        self.body.addWidget(self.message)
        self.body.addLayout(buttons)
        self.body.addWidget(self.print_button)
        scanner.changed.connect(self._show_learnt)
        self._show_learnt()

    def tell(self, told: Callable[[], tuple[str, str]]) -> None:
        """Says a sentence in a tone; asked for both again when the language changes."""
        self._told = told
        self.message.say(*told())

    def retranslate(self) -> None:
        """Shows again what was learnt and said."""
        self._show_learnt()
        if self._told is not None:
            self.message.say(*self._told())

    def _show_learnt(self) -> None:
        emptied(self._facts)
        taught = self._scanner.is_taught()
        self.forget_button.setVisible(taught)
        if taught:
            self._facts.addWidget(Facts(self._learnt()))

    def _learnt(self) -> list[Fact]:
        layout = self._scanner.layout or US
        facts = [
            Fact(tr("Keyboard"), tr(layout.name)),
            Fact(tr("Begins with"), named(self._scanner.prefix) or tr("no key, told by its pace")),
            Fact(tr("Ends with"), named(self._scanner.suffix) or tr("no key")),
        ]
        if lost := layout.lost():
            fewer = " ".join(lost) if len(lost) < len(PRINTABLE) // 2 else str(len(lost))
            facts.append(Fact(tr("Can't be told apart"), fewer, tone="warning"))
        return facts
