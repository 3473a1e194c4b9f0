"""Who the visitor is and what interests them, in large fields; nobody else is ever offered there."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from boothapp.domain import lengths
from boothapp.domain.field_words import FIELD_NAMES
from boothapp.domain.show import Show
from boothapp.domain.visitor import Visitor
from boothapp.domain.wording import said
from boothapp.ui.kiosk.controls import KioskField, KioskTick
from boothapp.ui.pages.capture.person import CHECKS, shown, with_typed
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.speech import Words, follows_language
from boothapp.words import language, mark

WHO, WHAT = mark("Who are you?"), mark("What interests you?")
NOTE = mark("What can we help you with?")
FIELDS = (("full_name", "company"), ("emails", "phones"))
_ACROSS = 2


class PersonStep(QWidget):
    """Emits changed() at every key and tick."""

    changed = Signal()

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show, self._base = show, Visitor()
        self.what = Words(WHAT, "sentence")
        self.fields = {
            name: KioskField(FIELD_NAMES[name], CHECKS.get(name)) for line in FIELDS for name in line
        }
        self.products = {product.id: KioskTick("") for product in show.products}
        self.note = KioskField(NOTE, limit=lengths.SEVERAL)
        for field in (*self.fields.values(), self.note):
            field.edited.connect(self.changed)
        for tick in self.products.values():
            tick.toggled.connect(self.changed)
        self._lay_out()
        self._speak()

    def visitor(self) -> Visitor:
        """The visitor as typed and scanned."""
        return with_typed(self._base, {**self._unseen(), **{n: f.text() for n, f in self.fields.items()}})

    def interests(self) -> tuple[str, ...]:
        """The products ticked."""
        return tuple(id for id, tick in self.products.items() if tick.isChecked())

    def add(self, visitor: Visitor) -> None:
        """What a badge carries beside what was typed; typed stays where both say something."""
        self._base = visitor.updated(self.visitor())
        for name, field in self.fields.items():
            field.set_text(shown(self._base, name))

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._speak()
        super().changeEvent(event)

    def _unseen(self) -> Mapping[str, str]:
        return {"country": self._base.country}

    def _speak(self) -> None:
        for product in self._show.products:
            self.products[product.id].say(said(product.name, language()))
            self.products[product.id].updateGeometry()

    def _lay_out(self) -> None:
        whole, grid, ticks = column(10), QGridLayout(), QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        for line, names in enumerate(FIELDS):
            for at, name in enumerate(names):
                grid.addWidget(self.fields[name], line, at)
        for at, tick in enumerate(self.products.values()):
            ticks.addWidget(tick, at // _ACROSS, at % _ACROSS)
        whole.addLayout(grid)
        whole.addWidget(self.note)
        if self.products:
            whole.addSpacing(4)
            whole.addWidget(self.what)
            whole.addLayout(ticks)
        whole.addStretch(1)
        # The ring of a field at the edge is seen whole.
        whole.setContentsMargins(3, 3, 16, 3)
        self.setLayout(whole)
