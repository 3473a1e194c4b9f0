"""How the leads stand with the list: found, not found, different; a press opens the lead."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from boothapp.actions.listed import ZEROS
from boothapp.actions.reconcile import Met, Reconciled
from boothapp.badge import countries
from boothapp.domain.attendee import Difference
from boothapp.ui import icons
from boothapp.ui.pages.show.attendees.fields import FIELDS
from boothapp.ui.widgets.buttons import IconButton
from boothapp.ui.widgets.card import Card, Scroll, column, row
from boothapp.ui.widgets.chips import ChipItem, Chips
from boothapp.ui.widgets.facts import value
from boothapp.ui.widgets.speech import Words, follows_theme
from boothapp.words import language, mark, plural, tr

MOST = 80
OPEN = mark("Open the lead")
KINDS = {
    "differs": (mark("Differs"), "triangle-alert", "warning"),
    "missing": (mark("Not in the list"), "circle-question-mark", "text_muted"),
    "same": (mark("One person"), "users", "warning"),
    "found": (mark("In the list"), "circle-check", "ok"),
}
"""In the order in which people want to see them: name, sign and colour role."""

NOBODY = mark("No lead has a badge id yet. From now on a scan shows who stands there.")
DIFFERENCE = mark("{field}: the lead says {lead}, the list says {listed}")


@dataclass(frozen=True)
class Told:
    """One lead of the report, in ready texts."""

    kind: str
    lead: str
    name: str
    more: str
    text: str = ""


def told(report: Reconciled) -> list[Told]:
    """Every lead of the report, what needs a person first."""
    differs = [
        Told("differs", one.lead, one.name, one.number, "\n".join(map(_difference, one.differs)))
        for one in report.conflicts
    ]
    unlike = {one.lead for one in report.conflicts}
    missing = [Told("missing", one.lead, one.name, one.number, one.badge_id) for one in report.lonely]
    same = [
        Told("same", each.lead, one.name, each.number, _same(one.leads, each))
        for one in report.same
        for each in one.leads
    ]
    told_of = unlike | {one.lead for one in same}
    found = [
        Told("found", one.lead, one.name, one.number, _as_listed(one))
        for one in report.matched
        if one.lead not in told_of
    ]
    return [*differs, *missing, *same, *found]


def _as_listed(one: Met) -> str:
    return tr(ZEROS).format(id=one.listed_as) if one.listed_as else one.badge_id


def _same(leads: Sequence[Met], one: Met) -> str:
    """How many leads are this person, and which the others are; each keeps its conversation."""
    others = ", ".join(each.number for each in leads if each is not one)
    count = plural("{n} lead is one attendee", "{n} leads are one attendee", len(leads))
    return tr("{count}, also {others}. Each keeps its conversation.").format(count=count, others=others)


def _difference(one: Difference) -> str:
    name = tr(FIELDS.get(one.field, one.field))
    lead, listed = (_said(one.field, text) for text in (one.lead, one.listed))
    return tr(DIFFERENCE).format(field=name, lead=lead, listed=listed)


def _said(field: str, text: str) -> str:
    return countries.names(language()).get(text, text) if field == "country" else text


class Row(QWidget):
    """One lead; a press anywhere opens it."""

    def __init__(self, one: Told) -> None:
        super().__init__()
        self.told, self._sign = one, QLabel()
        self.open_button = IconButton(OPEN, "chevron-right")
        self.open_button.setAccessibleName(f"{tr(OPEN)}: {one.name}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words, head, whole = column(1), row(), row(12)
        name = value(one.name, "", "strong", wraps=False)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        head.addWidget(name)
        head.addWidget(Words(one.more, "label", "muted"), 1)
        words.addLayout(head)
        if one.text and one.text != one.name:
            text = value(one.text, "muted", "label")
            text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            words.addWidget(text)
        whole.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(words, 1)
        whole.addWidget(self.open_button)
        whole.setContentsMargins(0, 6, 0, 6)
        self.setLayout(whole)
        self._paint_sign()

    def changeEvent(self, event: QEvent) -> None:
        if follows_theme(event):
            self._paint_sign()
        super().changeEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.open_button.click()

    def _paint_sign(self) -> None:
        _, icon, tone = KINDS[self.told.kind]
        self._sign.setPixmap(icons.pixmap(icon, tone, self, 20))


class Report(Card):
    """Chips with the counts, and a line a lead; emits opened(lead id)."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.summary, self.chips = Words("", "strong"), Chips("", single=True)
        self.summary.setWordWrap(True)
        self.rows: list[Row] = []
        self._told: Sequence[Told] = ()
        inner = QWidget()
        self._inside: QVBoxLayout = column(0)
        self._inside.setContentsMargins(0, 0, 4, 0)
        inner.setLayout(self._inside)
        self._scroll = Scroll(inner)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.chips)
        self.body.addWidget(self._scroll, 1)
        self.chips.changed.connect(lambda _keys: self._fill())

    def show_report(self, report: Reconciled) -> None:
        """Shows how the leads stand now."""
        self._told = told(report)
        n = len(report.matched) + len(report.lonely)
        self.summary.say(plural("{n} lead was captured by badge id", "{n} leads were captured by badge id", n)
                         if n else NOBODY)  # fmt: skip
        kinds = [one.kind for one in self._told]
        items = [ChipItem(kind, tr(text), kinds.count(kind)) for kind, (text, _, _) in KINDS.items()]
        self.chips.set_items(tr(mark("Filter by how they stand")), [one for one in items if one.count])
        self.chips.setVisible(len(set(kinds)) > 1)
        self._fill()

    def _fill(self) -> None:
        while item := self._inside.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        chosen = self.chips.value()
        wanted = [one for one in self._told if not chosen or one.kind in chosen]
        self.rows = [self._row(one) for one in wanted[:MOST]]
        for line in self.rows:
            self._inside.addWidget(line)
        if len(wanted) > MOST:
            more = plural("and {n} more", "and {n} more", len(wanted) - MOST)
            self._inside.addWidget(Words(more, "label", "muted"))
        self._inside.addStretch(1)

    def _row(self, one: Told) -> Row:
        line = Row(one)
        line.open_button.clicked.connect(lambda: self.opened.emit(one.lead))
        return line
