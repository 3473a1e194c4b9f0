"""Everybody in the conversation, a chip each; below them whose consent is asked for just now."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from boothapp.domain.companion import Companion, is_nobody
from boothapp.domain.folding import fold
from boothapp.ui.widgets.buttons import IconButton
from boothapp.ui.widgets.card import column, row
from boothapp.ui.widgets.chips import Chip, ChipItem
from boothapp.ui.widgets.flow import Flow
from boothapp.ui.widgets.roving import Roving
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

IN_TALK, PART = mark("In this conversation"), mark("Take this person out of the conversation")
NEXT = mark("Next badge")
ALLOWED = mark("{name}, has given consent")
SCAN_NEXT = mark("Scan or type the next person. What was asked and said counts for everybody.")
PERSONAL = mark("Consent is personal: the ticks below are for {name} alone.")
OTHER_COMPANY = mark("Another company, {company}: that is fine, everybody stays in this conversation.")


class GroupStrip(QWidget):
    """Emits chosen(place of a person) and apart for the one in the fields."""

    chosen = Signal(int)
    apart = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: list[GroupChip] = []
        self._holder, self._flow = QWidget(self), Flow()
        self._holder.setLayout(self._flow)
        self._roving = Roving(self)
        self.out = IconButton(PART, "x", parent=self)
        self.out.clicked.connect(self.apart)
        self.sentence = Words("", "label", "muted", self)
        self.sentence.setWordWrap(True)
        whole, line = column(2), row(8)
        line.addWidget(self._holder, 1)
        line.addWidget(self.out, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(line)
        whole.addWidget(self.sentence)
        self.setLayout(whole)

    def show_people(self, people: Sequence[Companion], at: int, typing: bool = False) -> None:
        """Shows these, the one at this place in the fields; a single one needs no strip.

        typing: a company is being typed just now, and is not compared yet.
        """
        self.setVisible(len(people) > 1)
        if self.isHidden():
            return
        self._holder.setAccessibleName(tr(IN_TALK))
        if len(self.chips) != len(people):
            self._make(len(people))
        for place, (chip, one) in enumerate(zip(self.chips, people, strict=True)):
            chip.show_person(one)
            chip.setChecked(place == at)
        self._roving.settle()
        self.sentence.say(self._said(people[at], "" if typing else _other_company(people, at)))

    def _said(self, one: Companion, company: str) -> str:
        if is_nobody(one):
            return tr(SCAN_NEXT)
        said = tr(PERSONAL).format(name=named(one))
        other = tr(OTHER_COMPANY).format(company=company) if company else ""
        return " ".join(filter(None, (said, other)))

    def _make(self, count: int) -> None:
        for chip in self.chips:
            self._flow.removeWidget(chip)
            # What is deleted only later would be seen once more.
            chip.hide()
            chip.deleteLater()
        self.chips = [GroupChip(self._holder) for _ in range(count)]
        for place, chip in enumerate(self.chips):
            chip.clicked.connect(partial(self._choose, place))
            self._flow.addWidget(chip)
            chip.show()
        self._roving.hold(self.chips)

    def _choose(self, place: int, _on: bool = False) -> None:
        self.chosen.emit(place)


class GroupChip(Chip):
    """One person; the shield tells that this one has given consent, the tint who is in the fields."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(ChipItem("", ""), "user-round", parent)

    def show_person(self, one: Companion) -> None:
        """Shows this person."""
        self._sign = "scan-line" if is_nobody(one) else "shield-check" if one.consents else "user-round"
        self.show_item(ChipItem(one.id, named(one)))
        self.setAccessibleName(tr(ALLOWED).format(name=named(one)) if one.consents else named(one))

    def _shown_sign(self) -> str:
        return self._sign


def named(one: Companion) -> str:
    """The best words for this person."""
    return one.visitor.label or one.capture.badge_id or tr(NEXT)


def _other_company(people: Sequence[Companion], at: int) -> str:
    """The company of the one in the fields, where somebody else's is known and another one."""
    mine = people[at].visitor.company
    others = [one.visitor.company for place, one in enumerate(people) if place != at]
    known = [fold(company) for company in others if company]
    begins = any(one.startswith(fold(mine)) or fold(mine).startswith(one) for one in known)
    return mine if mine and known and not begins else ""
