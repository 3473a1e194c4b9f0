"""The list of what came back: chips by kind, a line a lead, Release where one is held back."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boothapp.store.leads import Line
from boothapp.ui.pages.leads.signs import title
from boothapp.ui.pages.send.came import KINDS, Came, counted
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.lead_list import LeadList, LeadRow
from boothapp.words import mark, tr

RELEASE = mark("Release")
RELEASE_TIP = mark("Send this lead all the same, with the next sending")
SAME, OTHER = mark("Same person"), mark("Someone else")
SAME_TIP = mark("Add this lead to the person at head office, with the next sending")
OTHER_TIP = mark("Make a new person at head office for this lead, with the next sending")
KIND_FILTER = mark("Filter by what became of them")
MOST = 30


class CameRow(LeadRow):
    """One lead with what was said of it, and what can be done."""

    def __init__(self, came: Came, line: Line | None) -> None:
        release = Button(RELEASE, "secondary", tip=RELEASE_TIP) if came.kind == "held" else None
        name, kind, decisions = title(line) if line else came.lead, KINDS[came.kind], _decisions(came)
        known = (line.company, line.number) if line else ()
        about = ", ".join(part for part in known if part and part != name)
        buttons = [*([release] if release else []), *decisions.values()]
        super().__init__(name, about, came.text or tr(kind.text), (kind.icon, kind.tone), buttons)
        self.came, self.release_button, self.decisions = came, release, decisions


def _decisions(came: Came) -> dict[bool, Button]:
    """The answers to "is it this person?", by whether it is."""
    if came.candidate is None:
        return {}
    buttons = {
        True: Button(SAME, "secondary", tip=SAME_TIP),
        False: Button(OTHER, "secondary", tip=OTHER_TIP),
    }
    # Somebody who goes out with the same sending has no place there yet.
    buttons[True].setEnabled(bool(came.candidate.id))
    return buttons


class CameList(LeadList):
    """Emits released(lead id) and decided(lead id, whether it is the same person) too."""

    released = Signal(str)
    decided = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("heading", parent)
        self.rows: list[CameRow] = []
        self._came: Sequence[Came] = ()
        self._lines: Mapping[str, Line] = {}
        self.chips.changed.connect(lambda _keys: self._fill())

    def show_came(self, summary: str, came: Sequence[Came], lines: Mapping[str, Line]) -> None:
        """Shows these leads under a ready sentence; the filter stays where it still finds something."""
        self._came, self._lines = came, lines
        self.summary.say(summary)
        self.show_kinds(KIND_FILTER, {name: kind.text for name, kind in KINDS.items()}, counted(came))
        self._fill()

    def _fill(self) -> None:
        order = list(KINDS)
        wanted = self.wanted([(one.kind, one) for one in self._came])
        wanted.sort(key=lambda one: order.index(one.kind))
        self.rows = [self._row(one) for one in wanted[:MOST]]
        self.show_rows(self.rows, len(wanted) - MOST)

    def _row(self, came: Came) -> CameRow:
        line = CameRow(came, self._lines.get(came.lead))
        line.open_button.clicked.connect(lambda: self.opened.emit(came.lead))
        if line.release_button is not None:
            line.release_button.clicked.connect(lambda: self.released.emit(came.lead))
        for same, button in line.decisions.items():
            button.clicked.connect(lambda _on=False, same=same: self.decided.emit(came.lead, same))
        return line
