"""Who else stood in the conversations of a lead; each is opened with a press."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from boothapp.store.together import With
from boothapp.ui.desk import Desk
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, column, row
from boothapp.ui.widgets.facts import breakable
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

WITH, OPEN = mark("In conversation with"), mark("Open")


class OthersCard(Card):
    """One line a person."""

    def __init__(self, desk: Desk, others: Sequence[With], parent: QWidget | None = None) -> None:
        super().__init__(WITH, parent)
        self.buttons: list[Button] = []
        for one in others:
            texts, line = column(0), row(8)
            facts = " · ".join(filter(None, (one.number, one.company if one.name else "")))
            for text, role, tone in ((one.label, "strong", ""), (facts, "label", "muted")):
                words = Words(breakable(text), role, tone)
                words.setWordWrap(True)
                texts.addWidget(words)
            button = Button(OPEN, "secondary")
            button.setAccessibleName(f"{tr(OPEN)}: {one.number} {one.label}")
            button.clicked.connect(partial(self._open, desk, one.lead))
            self.buttons.append(button)
            line.addLayout(texts, 1)
            line.addWidget(button)
            self.body.addLayout(line)

    @staticmethod
    def _open(desk: Desk, lead: str, _on: bool = False) -> None:
        desk.place_wanted.emit("leads", lead)
