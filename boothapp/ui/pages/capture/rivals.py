"""Competitors named in the conversation: those the kit knows as chips, any other typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from boothapp.domain.voice import named
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.chips import ChipItem
from boothapp.ui.widgets.field import Field
from boothapp.ui.widgets.many import chips_for
from boothapp.words import mark, tr

NAMED, ANOTHER = mark("Competitors named"), mark("Another competitor")


class Rivals(QWidget):
    """Enter makes a chip of what is typed; without it the name counts all the same."""

    changed = Signal()

    def __init__(self, known: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known, self._added = known, tuple[str, ...]()
        self.chips = chips_for(tr(NAMED), self._items(), parent=self)
        self.other = Field(ANOTHER, placeholder=ANOTHER, parent=self)
        self.other.label.hide()
        whole = column(4)
        whole.addWidget(self.chips)
        whole.addWidget(self.other)
        self.setLayout(whole)
        self.chips.changed.connect(lambda _keys: self.changed.emit())
        self.other.edited.connect(lambda _text: self.changed.emit())
        assert isinstance(self.other.input, QLineEdit)
        self.other.input.returnPressed.connect(self._add)
        self._settle()

    def value(self) -> tuple[str, ...]:
        """The names, each once, as the kit spells them where it knows them."""
        return named((*self.chips.value(), self.other.text()), (*self._known, *self._added))

    def set_value(self, names: tuple[str, ...]) -> None:
        """Shows the names."""
        if names == self.value():
            return
        self.other.set_text("")
        spelt = named(names, self._known)
        self._added = tuple(name for name in spelt if name not in self._known)
        self._offer(list(spelt))

    def retranslate(self) -> None:
        """The name of the group again."""
        self._offer(self.chips.value())

    def take_focus(self) -> None:
        """Gives the keyboard to the first name, else to the field."""
        if self._items():
            self.chips.take_focus()
        else:
            self.other.input.setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self) -> None:
        names = self.value()
        self._added = tuple(name for name in names if name not in self._known)
        self.other.set_text("")
        self._offer(list(names))
        self.changed.emit()

    def _offer(self, chosen: list[str]) -> None:
        self.chips.set_items(tr(NAMED), self._items())
        self.chips.set_value(chosen)
        self._settle()

    def _items(self) -> list[ChipItem]:
        return [ChipItem(name, name) for name in (*self._known, *self._added)]

    def _settle(self) -> None:
        self.chips.setVisible(bool(self._items()))
