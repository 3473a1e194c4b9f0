"""Conversations that wait to be finished: a list to go on with one, and the line above one that came back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from boothapp.domain.draft import Draft
from boothapp.domain.show import Show
from boothapp.ui import locale
from boothapp.ui.widgets.buttons import Button, IconButton
from boothapp.ui.widgets.card import Card, column, emptied, row
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, plural, tr

if TYPE_CHECKING:
    from boothapp.store.drafts import Kept

DRAFTS, CLOSE = mark("Drafts"), mark("Close the drafts")
GO_ON, DELETE, ASIDE = mark("Continue"), mark("Delete this draft"), mark("Put aside")
CAME_BACK = mark("This conversation of {moment} was not saved. It is back as it was.")
AND_OTHERS = mark("{name} and {others}")
# More than anybody looks through while a visitor waits; older ones move up as these are done.
MOST = 20
_LONGEST_NOTE = 40


class DraftPanel(Card):
    """One line a draft. Emits chosen(draft id), deleted(draft id) and closed."""

    chosen = Signal(str)
    deleted = Signal(str)
    closed = Signal()

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(DRAFTS, parent, dense=True)
        self._show = show
        self.close_button = IconButton(CLOSE, "x", parent=self)
        self.close_button.clicked.connect(self.closed)
        self.head.addWidget(self.close_button)
        self.lines: list[DraftLine] = []
        self._rows = column(8)
        self.body.addLayout(self._rows)
        self.hide()

    def offer(self, drafts: "Sequence[Kept]") -> None:
        """Shows these, the newest first."""
        emptied(self._rows)
        self.lines = [DraftLine(one, self._show, self) for one in drafts[:MOST]]
        for line in self.lines:
            line.go_on.clicked.connect(lambda _on=False, id=line.id: self.chosen.emit(id))
            line.delete.clicked.connect(lambda _on=False, id=line.id: self.deleted.emit(id))
            self._rows.addWidget(line)
        if older := len(drafts) - MOST if len(drafts) > MOST else 0:
            text = plural("{n} older draft moves up here.", "{n} older drafts move up here.", older)
            self._rows.addWidget(Words(text, "label", "muted", self))
        self.show()


class DraftLine(QWidget):
    """Who it is about, when and by whom it was begun, and what can be done."""

    def __init__(self, kept: "Kept", show: Show, parent: QWidget) -> None:
        super().__init__(parent)
        self.id, who = kept.draft.id, named(kept.draft)
        self.go_on, self.delete = Button(GO_ON, parent=self), IconButton(DELETE, "trash-2", parent=self)
        for button in (self.go_on, self.delete):
            button.setAccessibleName(f"{button.accessibleName()}: {who}")
        texts, whole = column(0), row(8)
        for text, role, tone in ((who, "strong", ""), (_facts(kept, show), "label", "muted")):
            words = Words(text, role, tone, self)
            words.setWordWrap(True)
            texts.addWidget(words)
        whole.addLayout(texts, 1)
        whole.addWidget(self.go_on)
        whole.addWidget(self.delete)
        self.setLayout(whole)


class CameBack(QWidget):
    """The line above a conversation that came back by itself. Its button puts it aside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message, self.aside = Message(self), Button(ASIDE, "quiet", parent=self)
        whole = row(8)
        whole.addWidget(self.message, 1, Qt.AlignmentFlag.AlignVCenter)
        whole.addWidget(self.aside)
        self.setLayout(whole)
        self.hide()

    def tell(self, kept: "Kept") -> None:
        """Says since when it waits."""
        self.message.keep_saying(lambda: (tr(CAME_BACK).format(moment=locale.moment(kept.at)), "ok"))
        self.show()


def named(draft: Draft) -> str:
    """The best one line to name a conversation by without a number yet; of a group the first and how many."""
    said = (draft.note, *(remark.text for remark in draft.voice.remarks))
    note = " ".join(next(filter(None, said), "").split())
    short = f"{note[:_LONGEST_NOTE].rstrip()}…" if len(note) > _LONGEST_NOTE else note
    first = draft.visitor.label or draft.capture.badge_id or short or tr("without a name")
    others = plural("{n} more", "{n} more", len(draft.others))
    return tr(AND_OTHERS).format(name=first, others=others) if draft.others else first


def _facts(kept: "Kept", show: Show) -> str:
    person = show.person(kept.draft.staff)
    company = kept.draft.visitor.company if kept.draft.visitor.name else ""
    facts = (kept.number, company, person.name if person else "", locale.moment(kept.at))
    return " · ".join(fact for fact in facts if fact)
