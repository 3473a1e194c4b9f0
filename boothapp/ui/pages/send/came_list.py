"""The list of what came back: chips by kind, a line a lead, Release where one is held back."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from boothapp.store.leads import Line
from boothapp.ui import icons
from boothapp.ui.pages.leads.signs import title
from boothapp.ui.pages.send.came import KINDS, Came, counted
from boothapp.ui.widgets.buttons import Button, IconButton
from boothapp.ui.widgets.card import Card, Scroll, column, row
from boothapp.ui.widgets.chips import ChipItem, Chips
from boothapp.ui.widgets.facts import value
from boothapp.ui.widgets.speech import Words, follows_theme
from boothapp.words import mark, plural, tr

RELEASE, OPEN = mark("Release"), mark("Open the lead")
RELEASE_TIP = mark("Send this lead all the same, with the next sending")
SAME, OTHER = mark("Same person"), mark("Someone else")
SAME_TIP = mark("Add this lead to the person at head office, with the next sending")
OTHER_TIP = mark("Make a new person at head office for this lead, with the next sending")
KIND_FILTER = mark("Filter by what became of them")
MOST = 60


class CameRow(QWidget):
    """One lead: sign, name and company, what was said of it, and what can be done."""

    def __init__(self, came: Came, line: Line | None) -> None:
        super().__init__()
        self.came = came
        self._sign = QLabel()
        name = title(line) if line else came.lead
        self.open_button = IconButton(OPEN, "chevron-right")
        self.open_button.setAccessibleName(f"{tr(OPEN)}: {name}")
        self.release_button = Button(RELEASE, "secondary", tip=RELEASE_TIP) if came.kind == "held" else None
        self.decisions = _decisions(came)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out(name, line)
        self._paint_sign()

    def changeEvent(self, event: QEvent) -> None:
        if follows_theme(event):
            self._paint_sign()
        super().changeEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press anywhere on the line opens the lead, as its button does."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.open_button.click()

    def _lay_out(self, name: str, line: Line | None) -> None:
        words, head, whole = column(1), row(), row(12)
        head.addWidget(Words(name, "strong"))
        about = (
            ", ".join(part for part in (line.company, line.number) if part and part != name) if line else ""
        )
        head.addWidget(Words(about, "label", "muted"), 1)
        words.addLayout(head)
        kind = tr(KINDS[self.came.kind].text)
        words.addWidget(value(self.came.text or kind, "muted", "label"))
        whole.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(words, 1)
        if self.release_button is not None:
            whole.addWidget(self.release_button)
        for button in self.decisions.values():
            whole.addWidget(button)
        whole.addWidget(self.open_button)
        whole.setContentsMargins(0, 6, 0, 6)
        self.setLayout(whole)

    def _paint_sign(self) -> None:
        kind = KINDS[self.came.kind]
        self._sign.setPixmap(icons.pixmap(kind.icon, kind.tone, self, 20))


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


class CameList(Card):
    """Emits opened(lead id), released(lead id) and decided(lead id, whether it is the same person)."""

    opened = Signal(str)
    released = Signal(str)
    decided = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.summary = Words("", "heading")
        self.summary.setWordWrap(True)
        self.chips = Chips("", single=True)
        self.rows: list[CameRow] = []
        self._came: Sequence[Came] = ()
        self._lines: Mapping[str, Line] = {}
        inner = QWidget()
        self._inside: QVBoxLayout = column(0)
        self._inside.setContentsMargins(0, 0, 4, 0)
        inner.setLayout(self._inside)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.chips)
        self.body.addWidget(Scroll(inner), 1)
        self.chips.changed.connect(lambda _keys: self._fill())

    def show_came(self, summary: str, came: Sequence[Came], lines: Mapping[str, Line]) -> None:
        """Shows these leads under a ready sentence; the filter stays where it still finds something."""
        self._came, self._lines = came, lines
        self.summary.say(summary)
        counts = counted(came)
        items = [ChipItem(kind, tr(KINDS[kind].text), n) for kind, n in counts.items()]
        self.chips.set_items(tr(KIND_FILTER), items)
        self.chips.setVisible(len(counts) > 1)
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        while item := self._inside.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        chosen = self.chips.value()
        order = list(KINDS)
        wanted = sorted(
            (one for one in self._came if not chosen or one.kind in chosen),
            key=lambda one: order.index(one.kind),
        )
        self.rows = [self._row(one) for one in wanted[:MOST]]
        for line in self.rows:
            self._inside.addWidget(line)
        if len(wanted) > MOST:
            more = plural("and {n} more", "and {n} more", len(wanted) - MOST)
            self._inside.addWidget(Words(more, "label", "muted"))
        self._inside.addStretch(1)

    def _row(self, came: Came) -> CameRow:
        line = CameRow(came, self._lines.get(came.lead))
        line.open_button.clicked.connect(lambda: self.opened.emit(came.lead))
        if line.release_button is not None:
            line.release_button.clicked.connect(lambda: self.released.emit(came.lead))
        for same, button in line.decisions.items():
            button.clicked.connect(lambda _on=False, same=same: self.decided.emit(came.lead, same))
        return line
