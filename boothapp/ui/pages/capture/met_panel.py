"""Visitors of before who may be the one at the stand now: one card each, what differs marked."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boothapp.domain.field_words import FIELD_NAMES
from boothapp.ui import keys, locale
from boothapp.ui.pages.capture.person import shown
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, column, emptied, row
from boothapp.ui.widgets.speech import Words
from boothapp.words import language, mark, tr

if TYPE_CHECKING:
    from boothapp.actions.met import Met

SEEN, SAME, AT_STATION = mark("Seen before?"), mark("Same visitor"), mark("station {letter}")
OTHER = mark("{field}: {value}")


class MetPanel(Card):
    """Emits chosen(Met)."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SEEN, parent, dense=True)
        self.met: list[Met] = []
        self._spoken = ""
        self.cards: list[MetCard] = []
        self._rows = column(8)
        self.body.addLayout(self._rows)
        self.hide()

    def offer(self, met: "Sequence[Met]") -> None:
        """Shows these; none hides the panel. The same ones again, at the next letter, stay as they are."""
        if list(met) == self.met and language() == self._spoken:
            return
        self._spoken = language()
        emptied(self._rows)
        self.met = list(met)
        self.cards = [MetCard(one, key, self) for one, key in zip(met, keys.SAME, strict=False)]
        for card in self.cards:
            card.same.clicked.connect(partial(self._choose, card.met))
            self._rows.addWidget(card)
        self.setVisible(bool(self.cards))

    def _choose(self, met: "Met", _on: bool = False) -> None:
        self.chosen.emit(met)


class MetCard(QWidget):
    """Who it was, where and when; each field that says something else in a line of its own."""

    def __init__(self, met: "Met", key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.met, lead, last = met, met.lead, met.lead.visits[-1]
        self.same = Button(SAME, key=key, parent=self)
        self.same.setAccessibleName(f"{tr(SAME)}: {lead.number} {lead.label}")
        company = "" if "company" in met.differs else lead.visitor.company
        station = tr(AT_STATION).format(letter=last.station) if last.station else ""
        texts, whole = column(0), row(8)
        said = [(f"{lead.number}  {lead.label}", "strong", "")]
        facts = (company, *(fact.replace(" ", locale.NO_BREAK) for fact in (station, locale.moment(last.at))))
        said += [(" · ".join(filter(None, facts)), "label", "muted")]
        said += [(self._other(field), "label", "warning") for field in FIELD_NAMES if field in met.differs]
        for text, role, tone in said:
            words = Words(text, role, tone, self)
            words.setWordWrap(True)
            texts.addWidget(words)
        whole.addLayout(texts, 1)
        whole.addWidget(self.same)
        self.setLayout(whole)

    def _other(self, field: str) -> str:
        return tr(OTHER).format(field=tr(FIELD_NAMES[field]), value=shown(self.met.lead.visitor, field))
