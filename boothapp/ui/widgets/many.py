"""A choice of more than can be looked over: a search, and the first chips that it finds."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from boothapp.domain.folding import fold, search_key
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.chips import ChipItem, Chips
from boothapp.ui.widgets.speech import Words
from boothapp.words import plural

FEW = 12
"""So many chips are looked over at once; more are searched."""


class _Search(QLineEdit):
    """Enter takes the first that is found; with nothing typed it goes on, as everywhere on the page."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class Many(QWidget):
    """As Chips, for any number: what is chosen stays in sight whatever is searched for."""

    changed = Signal(list)
    advance = Signal()

    def __init__(
        self, name: str, items: Sequence[ChipItem], single: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._single = name, single
        self._items: list[ChipItem] = []
        self._chosen: list[str] = []
        self.search, self.chips = _Search(self), Chips(name, (), single, self)
        self.rest = Words("", "label", "muted", self)
        whole = column(8)
        for part in (self.search, self.chips, self.rest):
            whole.addWidget(part)
        self.setLayout(whole)
        self.search.textEdited.connect(self._find)
        self.search.entered.connect(self._take_first)
        self.chips.changed.connect(self._take)
        self.chips.advance.connect(self.advance)
        self.set_items(name, items)

    def set_items(self, name: str, items: Sequence[ChipItem]) -> None:
        """Offers these; those chosen that are still there stay so."""
        self._name, self._items = name, list(items)
        keys = {item.key for item in items}
        self._chosen = [key for key in self._chosen if key in keys]
        hint = plural("Search {n} answer", "Search {n} answers", len(items))
        self.search.setPlaceholderText(hint)
        self.search.setAccessibleName(f"{name}: {hint}")
        self._find()

    def value(self) -> list[str]:
        """The keys chosen, in reading order."""
        return [item.key for item in self._items if item.key in self._chosen]

    def set_value(self, keys: Sequence[str]) -> None:
        """Shows a choice without announcing it."""
        self._chosen = list(keys)
        self.search.clear()
        self._find()

    def take_focus(self) -> None:
        """Gives the keyboard to the search."""
        self.search.setFocus(Qt.FocusReason.TabFocusReason)

    def _found(self) -> list[ChipItem]:
        words = fold(self.search.text()).split()
        keys = ((item, search_key(item.text).split()) for item in self._items)
        return [item for item, found in keys if all(any(w.startswith(word) for w in found) for word in words)]

    def _find(self, _text: str = "") -> None:
        found = self._found()
        shown = {item.key for item in found[:FEW]} | set(self._chosen)
        self.chips.set_items(self._name, [item for item in self._items if item.key in shown])
        self.chips.set_value(self._chosen)
        left = sum(item.key not in shown for item in found)
        self.rest.say(plural("{n} more: search for it", "{n} more: search for them", left) if left else "")
        self.rest.setVisible(bool(left))

    def _take(self, shown: list[str]) -> None:
        self._chosen = list(shown)
        self.changed.emit(self.value())

    def _take_first(self) -> None:
        found = self._found()
        if not self.search.text().strip():
            self.advance.emit()
        elif found:
            key = found[0].key
            without = [one for one in self._chosen if one != key]
            added = [key] if self._single else [*self._chosen, key]
            self.set_value(without if key in self._chosen else added)
            self.changed.emit(self.value())
            if self._single:
                self.advance.emit()


def chips_for(
    name: str, items: Sequence[ChipItem], single: bool = False, parent: QWidget | None = None
) -> Chips | Many:
    """Chips, with a search where there are more than FEW."""
    if len(items) > FEW:
        return Many(name, items, single, parent)
    return Chips(name, items, single, parent)
