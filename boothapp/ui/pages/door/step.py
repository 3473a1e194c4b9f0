"""One step at the door: a sign, a title, a sentence, and what is asked for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from boothapp.errors import UserError
from boothapp.ui import tokens
from boothapp.ui.focus_back import FocusBack
from boothapp.ui.widgets.buttons import Button, enter_clicks
from boothapp.ui.widgets.card import Card, centred, column, row
from boothapp.ui.widgets.empty import Medallion
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark

WIDTH = 600


class Step(QWidget):
    """Put fields into `body` and buttons into `buttons`, the primary one last."""

    def __init__(self, icon: str, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        enter_clicks(self)
        self._focus = FocusBack()
        card = Card(parent=self)
        self.sentence, self.message = Words(sentence, "body", "muted", card), Message(card)
        self.sentence.setWordWrap(True)
        self.body, self.buttons = column(12), row()
        card.setMaximumWidth(WIDTH)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        margin = tokens.size("group")
        whole = card.layout()
        assert isinstance(whole, QVBoxLayout)
        whole.setContentsMargins(margin + 8, margin, margin + 8, margin)
        self._lay_out(card.body, Medallion(icon, 56, card), Words(title, "title", parent=card))
        self.setLayout(centred(card))

    def complain(self, error: UserError) -> None:
        """Says what is wrong where it happened."""
        self.message.say(str(error), "error")
        self.busy(False)

    def busy(self, on: bool) -> None:
        """Keeps the buttons from being pressed twice while work is under way."""
        if on:
            self._focus.turn_off(lambda: self._enable(False))
        else:
            self._enable(True)
            self._focus.give_back()

    def _enable(self, on: bool) -> None:
        for button in self.findChildren(Button):
            button.setEnabled(on)

    def shown(self) -> None:
        """Gives the keyboard to the first thing asked for."""

    def _lay_out(self, inner: QVBoxLayout, sign: Medallion, title: Words) -> None:
        title.setWordWrap(True)
        inner.setSpacing(8)
        inner.addWidget(sign)
        inner.addSpacing(8)
        for part in (title, self.sentence):
            inner.addWidget(part)
        inner.addSpacing(12)
        inner.addLayout(self.body)
        inner.addWidget(self.message)
        self.buttons.insertStretch(0, 1)
        inner.addSpacing(8)
        inner.addLayout(self.buttons)


class Working(Step):
    """Work under way, with a bar that fills."""

    def __init__(self, icon: str, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(icon, title, sentence, parent)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.sentence.text())
        self.bar.setValue(0)
        self.body.addWidget(self.bar)

    def show_progress(self, count: int, total: int) -> None:
        """Fills the bar."""
        self.bar.setMaximum(total)
        self.bar.setValue(count)


class Fault(Step):
    """The environment stands in the way: what happened, what is safe, what to do."""

    def __init__(self, error: UserError) -> None:
        super().__init__("triangle-alert", error.happened, " ".join(filter(None, (error.safe, error.step))))
        self.again = Button(mark("Try again"), "primary", "refresh-cw")
        self.buttons.addWidget(self.again)

    def shown(self) -> None:
        self.again.setFocus(Qt.FocusReason.TabFocusReason)
