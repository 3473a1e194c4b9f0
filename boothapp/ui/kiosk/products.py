"""What interests the visitor: ticks for a few products; of many, a search and some of them at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from boothapp.domain.folding import fold, search_key
from boothapp.domain.show import Product
from boothapp.domain.wording import said
from boothapp.ui.kiosk.controls import KioskButton, KioskField, KioskMessage, KioskTick
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.many import FEW
from boothapp.ui.widgets.speech import Words, follows_language
from boothapp.words import language, mark, plural

WHAT = mark("What interests you?")
NONE = mark("Nothing is called that here. Try another word.")
_ACROSS = 2


class Products(QWidget):
    """Emits changed() at every tick, and searched() when the search is gone to or typed into.

    What is ticked stays in sight, whatever is searched for.
    """

    changed = Signal()
    searched = Signal()

    def __init__(self, products: Sequence[Product], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._products, self._room = products, FEW
        self.ticks: dict[str, KioskTick] = {}
        """Those made so far: an entry is made anew for every visitor, and nobody looks at hundreds."""
        self.title, self.search, self.none = Words(WHAT, "sentence"), KioskField(""), KioskMessage()
        self.more = KioskButton("", "quiet", "chevron-down")
        self._grid = QGridLayout()
        self._lay_out()
        self.search.setVisible(len(products) > FEW)
        self.search.edited.connect(self._search)
        self.search.only().installEventFilter(self)
        self.more.clicked.connect(self._show_more)
        self._speak()

    def value(self) -> tuple[str, ...]:
        """The products ticked, in the order of the show."""
        return tuple(one.id for one in self._products if self._is_ticked(one))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.search.only() and event.type() == QEvent.Type.FocusIn:
            self.searched.emit()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if follows_language(event):
            self._speak()

    def _is_ticked(self, product: Product) -> bool:
        tick = self.ticks.get(product.id)
        return tick is not None and tick.isChecked()

    def _search(self, _text: str) -> None:
        self._room = FEW
        self._offer()
        self.searched.emit()

    def _show_more(self) -> None:
        self._room += FEW
        self._offer()

    def _found(self) -> list[Product]:
        words = fold(self.search.text()).split()
        if not words:
            return list(self._products)
        keys = ((one, search_key(said(one.name, language())).split()) for one in self._products)
        return [one for one, key in keys if all(any(w.startswith(word) for w in key) for word in words)]

    def _offer(self) -> None:
        """The first of those found, and those ticked; in the order of the show, so that nothing jumps."""
        found = self._found()
        first = {one.id for one in found[: self._room]}
        offered = [one for one in self._products if one.id in first or self._is_ticked(one)]
        for tick in self.ticks.values():
            self._grid.removeWidget(tick)
        for at, product in enumerate(offered):
            self._grid.addWidget(self._tick(product), at // _ACROSS, at % _ACROSS)
        there = {one.id for one in offered}
        for id, tick in self.ticks.items():
            tick.setVisible(id in there)
        left = len(found) - len(first)
        self.more.say(plural("Show more: {n} is left", "Show more: {n} are left", left))
        self.more.setVisible(left > 0)
        self.none.say("" if found else NONE)

    def _tick(self, product: Product) -> KioskTick:
        if product.id not in self.ticks:
            tick = self.ticks[product.id] = KioskTick(said(product.name, language()), self)
            tick.toggled.connect(self.changed)
        return self.ticks[product.id]

    def _speak(self) -> None:
        count = len(self._products)
        self.search.call(plural("Search {n} product", "Search {n} products", count))
        for product in self._products:
            if tick := self.ticks.get(product.id):
                tick.say(said(product.name, language()))
                tick.updateGeometry()
        self._offer()

    def _lay_out(self) -> None:
        whole = column(10)
        for part in (self.title, self.search, self.none):
            whole.addWidget(part)
        whole.addLayout(self._grid)
        whole.addWidget(self.more)
        self.setLayout(whole)
