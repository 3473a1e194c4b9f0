"""Visitors of before who may be the one at the stand now: one card each, what differs marked."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from boothapp.domain.field_words import FIELD_NAMES
from boothapp.domain.telling import consent_standing
from boothapp.ui import keys, locale
from boothapp.ui.pages.capture.person import shown
from boothapp.ui.widgets.card import Card, column, row
from boothapp.ui.widgets.narrow_button import NarrowButton
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
        self._made: list[MetCard] = []
        self._rows = column(8)
        self.body.addLayout(self._rows)
        self.hide()

    @property
    def cards(self) -> "list[MetCard]":
        """Those in sight."""
        return self._made[: len(self.met)]

    def offer(self, met: "Sequence[Met]") -> None:
        """Shows these; none hides the panel. The same ones again, at the next letter, stay as they are."""
        if list(met) == self.met and language() == self._spoken:
            return
        self._spoken, self.met = language(), list(met)[: len(keys.SAME)]
        while len(self._made) < len(self.met):
            self._add()
        for at, card in enumerate(self._made):
            card.setVisible(at < len(self.met))
        for card, one in zip(self._made, self.met, strict=False):
            card.tell(one)
        self.setVisible(bool(self.met))

    def _add(self) -> None:
        card = MetCard(keys.SAME[len(self._made)], self)
        card.same.clicked.connect(lambda: self.chosen.emit(card.met))
        self._made.append(card)
        self._rows.addWidget(card)


class MetCard(QWidget):
    """Who it was, where and when; each field that says something else in a line of its own.

    Made once and told anew: while somebody types, other visitors come up at every other letter.
    """

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.met: Met | None = None
        self.same = NarrowButton(SAME, key=key, parent=self)
        self._who, self._facts = Words("", "strong", "", self), Words("", "label", "muted", self)
        self._others = Words("", "label", "warning", self)
        texts, whole = column(0), row(8)
        for words in (self._who, self._facts, self._others):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
            texts.addWidget(words)
        whole.addLayout(texts, 1)
        whole.addWidget(self.same)
        self.setLayout(whole)

    def tell(self, met: "Met") -> None:
        """Another visitor, or the same one in another language."""
        self.met, lead, last = met, met.lead, met.lead.visits[-1]
        self.same.setAccessibleName(f"{tr(SAME)}: {lead.number} {lead.label}")
        company = "" if "company" in met.differs else lead.visitor.company
        station = tr(AT_STATION).format(letter=last.station) if last.station else ""
        facts = (company, *(fact.replace(" ", locale.NO_BREAK) for fact in (station, locale.moment(last.at))))
        # What is allowed is said once one is chosen; a card that grows and shrinks costs a frame at each key.
        facts = (*facts, "" if lead.allowed else consent_standing(lead, language()))
        self._who.say(f"{lead.number}  {lead.label}")
        self._facts.say(" · ".join(filter(None, facts)))
        others = [_other(met, field) for field in FIELD_NAMES if field in met.differs]
        self._others.say("\n".join(others))
        self._others.setVisible(bool(others))


def _other(met: "Met", field: str) -> str:
    return tr(OTHER).format(field=tr(FIELD_NAMES[field]), value=shown(met.lead.visitor, field))
