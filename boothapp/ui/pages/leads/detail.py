"""One lead whole: head, facts in cards, and the time line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from boothapp.actions.leads import Whole
from boothapp.ui import tokens
from boothapp.ui.desk import Desk
from boothapp.ui.pages.leads.consent_card import ConsentCard
from boothapp.ui.pages.leads.head import Contact, Head
from boothapp.ui.pages.leads.known import CONSENT, NEXT, SECTIONS
from boothapp.ui.pages.leads.moments import TimeLine, moments
from boothapp.ui.pages.leads.others_card import OthersCard
from boothapp.ui.pages.leads.proofs import ConsentProofs
from boothapp.ui.pages.leads.undoing import undo_change
from boothapp.ui.widgets.card import Card, Scroll, column
from boothapp.ui.widgets.facts import Facts
from boothapp.ui.widgets.photo import Photo
from boothapp.words import mark, tr

TIME_LINE, CARD = mark("Timeline"), mark("Business card")
_HIGHEST = 300


class Detail(Scroll):
    """Shows a Whole; arrows scroll it, Tab goes through its buttons."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._whole: Whole | None = None
        super().__init__(QWidget(), parent)
        self.proofs = ConsentProofs(desk, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A stop of Tab shows that it has the keyboard: the arrows scroll it.
        self.setProperty("kind", "stop")

    def lead(self) -> str:
        """The id of the lead shown, "" where there is none."""
        return self._whole.lead.id if self._whole else ""

    def whole(self) -> Whole | None:
        """The lead shown with all that is told of it."""
        return self._whole

    def show_lead(self, whole: Whole) -> None:
        """Shows this lead; the same one again stays scrolled where it was."""
        at = self.verticalScrollBar().value() if whole.lead.id == self.lead() else 0
        self._whole = whole
        inner = QWidget()
        inner.setProperty("kind", "scrolled")
        cards = column(12)
        cards.setContentsMargins(0, 0, 4, tokens.size("card"))
        for card in self._cards(whole):
            cards.addWidget(card)
        cards.addStretch(1)
        inner.setLayout(cards)
        self.setWidget(inner)
        self.setAccessibleName(whole.lead.label)
        self.verticalScrollBar().setValue(at)

    def retranslate(self) -> None:
        """Shows the same lead in the language spoken now."""
        if self._whole is not None:
            self.show_lead(self._whole)

    def copies(self) -> list[Contact]:
        """The lines of contact, in reading order."""
        return self.findChildren(Contact)

    def _cards(self, whole: Whole) -> list[QWidget]:
        cards: list[QWidget] = [Head(self._desk, whole.lead)]
        for title, tell in SECTIONS:
            if title == CONSENT:
                cards.append(ConsentCard(whole, tell(whole), self.proofs))
            elif facts := tell(whole):
                card = Card(title)
                card.body.addWidget(Facts(facts))
                cards.append(card)
            if title == NEXT and whole.together:
                cards.append(OthersCard(self._desk, whole.together))
        if whole.pictures:
            cards.append(_pictures(whole))
        happened, line = Card(TIME_LINE), TimeLine(moments(whole))
        line.undone.connect(lambda id: undo_change(self._desk, whole.lead, id))
        happened.body.addWidget(line)
        return [*cards, happened]


def _pictures(whole: Whole) -> Card:
    """The cards that the details were read from, to compare."""
    card = Card(CARD)
    for picture in whole.pictures:
        photo = Photo(tr(CARD), _HIGHEST)
        photo.show_bytes(picture.data)
        card.body.addWidget(photo)
    return card
