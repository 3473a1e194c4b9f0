"""Filters and order of the list: the chips above it, the panel with all of them, and how many each leaves."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from boothapp.domain.show import Show
from boothapp.store.lists import FACETS, SORTS, Query, Sort
from boothapp.ui import tokens
from boothapp.ui.pages.leads import filters
from boothapp.ui.pages.leads.filters import Chosen, Counts
from boothapp.ui.widgets.buttons import Button, IconButton
from boothapp.ui.widgets.card import Card, Scroll, column
from boothapp.ui.widgets.chips import Chips
from boothapp.ui.widgets.choice import Choice
from boothapp.ui.widgets.speech import Words, follows_language
from boothapp.words import mark, tr

FILTERS, FILTER_BY, SORT = mark("Filters"), mark("Filter"), mark("Order of the list")
CLEAR, CLOSE = mark("Clear filters"), mark("Close")
TIP = mark("All filters: owner, day, station and more")


class FilterPanel(Scroll):
    """Every facet with its chips. Emits toggled(there, on) by keys, cleared() and left()."""

    toggled = Signal(list, list)
    cleared = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        inner = QWidget()
        super().__init__(inner, parent)
        card, whole = Card(FILTERS), column(0)
        self.clear_button, self.close_button = Button(CLEAR, "quiet"), IconButton(CLOSE, "x")
        card.head.addWidget(self.clear_button)
        card.head.addWidget(self.close_button)
        self.groups: dict[str, Chips] = {}
        for facet, name in filters.FACET_WORDS.items():
            self._add_group(card, facet, name)
        whole.setContentsMargins(0, 0, 14, tokens.size("card"))
        whole.addWidget(card)
        whole.addStretch(1)
        inner.setLayout(whole)
        self.clear_button.clicked.connect(self.cleared)
        self.close_button.clicked.connect(self.left)

    def take_keyboard(self) -> None:
        """Gives the keyboard to the first group of chips that is there."""
        groups = [chips for chips in self.groups.values() if chips.isVisibleTo(self)]
        (groups[0] if groups else self.close_button).setFocus(Qt.FocusReason.TabFocusReason)

    def show_counts(self, show: Show | None, chosen: Chosen, counts: Counts) -> None:
        """Shows what there is to filter by; a facet in which nothing can be chosen is left out."""
        for facet, chips in self.groups.items():
            items = filters.offered(show, facet, chosen, counts)
            chips.set_items(tr(filters.FACET_WORDS[facet]), items)
            chips.set_value([filters.key_of(facet, value) for value in chosen.get(facet, ())])
            group, alone = chips.parentWidget(), bool(items) and facet == "tag"
            assert group is not None  # each stands under its name
            group.setVisible(len(items) > 1 or bool(chosen.get(facet)) or alone)
        self.clear_button.setEnabled(bool(chosen))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _add_group(self, card: Card, facet: str, name: str) -> None:
        chips, inside, group = Chips("", adds=False), column(6), QWidget()
        inside.addWidget(Words(name, "label", "muted"))
        inside.addWidget(chips)
        inside.setContentsMargins(0, 0, 0, 8)
        group.setLayout(inside)
        card.body.addWidget(group)
        self.groups[facet] = chips
        chips.changed.connect(lambda on: self.toggled.emit(chips.offered(), on))


class Sifting(QObject):
    """Knows which filters are on and how the list is sorted. Emits changed() when a person decides."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen: dict[str, tuple[str, ...]] = {}
        self.show: Show | None = None
        self._counts: Counts = {}
        self.chips, self.sort = Chips("", adds=False), Choice("", role="label")
        self.button = Button(FILTERS, "secondary", "list-filter", "Ctrl+Shift+F", tip=TIP)
        self.panel: FilterPanel | None = None
        self.chips.changed.connect(lambda on: self._toggle(self.chips.offered(), on))
        self.sort.activated.connect(lambda _at: self.changed.emit())
        self.chips.installEventFilter(self)
        self.speak()

    def made_panel(self) -> FilterPanel:
        """The panel, made when it is first wanted."""
        if self.panel is None:
            self.panel = FilterPanel()
            self.panel.toggled.connect(self._toggle)
            self.panel.cleared.connect(self.clear)
        self._show()
        return self.panel

    def query(self, text: str, show: Show | None) -> Query:
        """What to ask the store for."""
        self.show = show
        sort: Sort = next((one for one in SORTS if one == self.sort.value()), "newest")
        return Query(text, show=show.id if show else "", filters=filters.asked(self.chosen), sort=sort)

    def wanted(self) -> Mapping[str, Sequence[str]]:
        """What to count: all while the panel shows it, else the chips in sight."""
        seen = filters.in_sight(self.chosen)
        if self.panel is not None and self.panel.isVisible():
            return {**dict.fromkeys(FACETS, ()), "due": seen["due"]}
        return seen

    def show_counts(self, counts: Counts) -> None:
        """Shows how many leads each filter leaves."""
        self._counts = counts
        self._show()

    def choose(self, chosen: Chosen) -> None:
        """Puts these filters on and all others off, as a person would."""
        self._become(dict(chosen))

    def clear(self) -> None:
        """Takes every filter off, as a person would."""
        self._become({})

    def forget(self) -> None:
        """Takes every filter off without a word."""
        self.chosen = {}
        self._show()

    def speak(self) -> None:
        """Speaks the language spoken now."""
        self.sort.set_items(tr(SORT), [(key, tr(text)) for key, text in filters.SORT_WORDS.items()])
        self.sort.setMinimumWidth(self.sort.least_width())
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.chips and follows_language(event):
            self.speak()
        return False

    def _toggle(self, there: list[str], on: list[str]) -> None:
        self._become(filters.with_keys(self.chosen, there, on))

    def _become(self, chosen: dict[str, tuple[str, ...]]) -> None:
        self.chosen = chosen
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        on = [filters.key_of(facet, value) for facet, values in self.chosen.items() for value in values]
        self.chips.set_items(tr(FILTER_BY), filters.bar(self.show, self.chosen, self._counts))
        self.chips.set_value(on)
        if self.panel is not None:
            self.panel.show_counts(self.show, self.chosen, self._counts)
