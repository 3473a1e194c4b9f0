"""Several badges in one picture: a person says whose conversation this is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card
from boothapp.ui.widgets.flow import Flow
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark

if TYPE_CHECKING:
    from boothapp.badge.reading import Reading

TITLE = mark("Several codes in this picture")
WHOSE = mark("Which one is the visitor’s?")
NONE = mark("None of them")


class ChoicePanel(Card):
    """One button a badge. Emits chosen(Reading), and then, whatever was pressed, answered."""

    chosen = Signal(object)
    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent, dense=True)
        self._flow = QWidget()
        self.buttons: list[Button] = []
        self.body.addWidget(Words(WHOSE, "label", "muted"))
        self.hide()

    def ask(self, readings: "tuple[Reading, ...]") -> None:
        """Offers the readings; the first has the keyboard, unless somebody is typing."""
        from boothapp.badge.image import brief

        self._flow.deleteLater()
        self._flow, flow = QWidget(), Flow()
        self.buttons = [Button(brief(reading), "secondary", "badge-check") for reading in readings]
        for button, reading in zip(self.buttons, readings, strict=True):
            button.clicked.connect(lambda _on=False, one=reading: self._choose(one))
        self.buttons.append(Button(NONE, "quiet", "x"))
        self.buttons[-1].clicked.connect(self.leave)
        for button in self.buttons:
            flow.addWidget(button)
        self._flow.setLayout(flow)
        self.body.addWidget(self._flow)
        self.show()
        if not _is_in_use(QApplication.focusWidget()):
            self.buttons[0].setFocus()

    def leave(self) -> None:
        """None of them."""
        self.hide()
        self.answered.emit()

    def _choose(self, reading: "Reading") -> None:
        self.hide()
        self.chosen.emit(reading)
        self.answered.emit()


def _is_in_use(focus: QWidget | None) -> bool:
    """Whether the next key belongs to something else: a text field, or an answer."""
    return focus is not None and not isinstance(focus, Button)
