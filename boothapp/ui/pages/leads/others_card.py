"""Who else stood in the conversations of a lead; each is opened with a press."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from boothapp.store.together import With
from boothapp.ui.desk import Desk
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card
from boothapp.ui.widgets.flow import Flow
from boothapp.words import mark, tr

WITH, OPEN = mark("In conversation with"), mark("Open")
# The rest of a longer name is in the tooltip.
_MOST_LETTERS = 40


class OthersCard(Card):
    """One button a person."""

    def __init__(self, desk: Desk, others: Sequence[With], parent: QWidget | None = None) -> None:
        super().__init__(WITH, parent)
        self.buttons: list[Button] = []
        line = Flow()
        for one in others:
            button = Button(_short(one.label), "secondary", "user-round", tip=_facts(one))
            button.setAccessibleName(f"{tr(OPEN)}: {one.number} {one.label}")
            button.clicked.connect(partial(self._open, desk, one.lead))
            self.buttons.append(button)
            line.addWidget(button)
        self.body.addLayout(line)

    @staticmethod
    def _open(desk: Desk, lead: str, _on: bool = False) -> None:
        desk.place_wanted.emit("leads", lead)


def _facts(one: With) -> str:
    return " · ".join(dict.fromkeys(filter(None, (one.label, one.company, one.number))))


def _short(text: str) -> str:
    return text if len(text) <= _MOST_LETTERS else f"{text[: _MOST_LETTERS - 1].rstrip()}…"
