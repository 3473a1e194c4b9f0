"""The queue of the rapid mode: who was scanned and waits to be completed, the last one first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boothapp.ui import keys
from boothapp.ui.widgets.buttons import IconButton
from boothapp.ui.widgets.card import Card, column, emptied, row
from boothapp.ui.widgets.crowd_button import RAPID
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, plural, tr

if TYPE_CHECKING:
    from boothapp.store.crowd import Waiting

COMPLETE, UNDO, END = mark("Complete"), mark("Take this scan back"), mark("End the rapid mode")
HOW = mark("Scan one badge after the other. Each is saved at once, and waits here to be completed.")
# As many as a minute brings; older ones move up as these are done.
MOST = 20


class CrowdPanel(Card):
    """One line a scan. Emits chosen(visit id), taken_back(visit id) and closed."""

    chosen = Signal(str)
    taken_back = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(RAPID, parent, dense=True)
        self.close_button = IconButton(END, "x", parent=self)
        self.close_button.clicked.connect(self.closed)
        self.head.addWidget(self.close_button)
        self.lines: list[CrowdLine] = []
        self._rows, self._more = column(8), Words("", "label", "muted", self)
        self._more.setWordWrap(True)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._more)

    def offer(self, waiting: "Sequence[Waiting]") -> None:
        """Shows these; lines that stay are not made again, so that a scan costs no more in a long queue."""
        there, shown = {line.one: line for line in self.lines}, waiting[:MOST]
        for one in there.keys() - set(shown):
            self._rows.removeWidget(there[one])
            there[one].hide()
            there[one].deleteLater()
        self.lines = [there.get(one) or self._line(one) for one in shown]
        for at, line in enumerate(self.lines):
            if self._rows.indexOf(line) != at:
                self._rows.insertWidget(at, line)
            line.tell_key(keys.of("capture", "complete") if at == 0 else "")
        older = max(len(waiting) - MOST, 0)
        more = plural("{n} older one moves up here.", "{n} older ones move up here.", older)
        self._more.say(more if older else "" if waiting else tr(HOW))
        self._more.setVisible(bool(older or not waiting))

    def retranslate(self) -> None:
        """Makes the lines again, as their names hold more than one text."""
        emptied(self._rows)
        self.lines = []

    def _line(self, one: "Waiting") -> "CrowdLine":
        line = CrowdLine(one, self)
        line.complete.clicked.connect(lambda: self.chosen.emit(one.visit))
        line.undo.clicked.connect(lambda: self.taken_back.emit(one.visit))
        return line


class CrowdLine(QWidget):
    """Who was scanned, and what can be done; the first one is opened with the page's key."""

    def __init__(self, one: "Waiting", parent: QWidget) -> None:
        super().__init__(parent)
        self.one, who = one, one.name or one.badge_id or one.number
        self.complete = IconButton(COMPLETE, "pen", parent=self)
        self.undo = IconButton(UNDO, "undo-2", parent=self)
        for button in (self.complete, self.undo):
            button.setAccessibleName(f"{button.accessibleName()}: {who}")
        texts, whole = column(0), row(4)
        facts = (one.number, one.company, f"{one.at.astimezone():%H:%M}")
        said = " · ".join(fact for fact in facts if fact)
        texts.addStretch(1)
        for text, role, tone in ((who, "strong", ""), (said, "label", "muted")):
            words = Words(text, role, tone, self)
            words.setWordWrap(True)
            texts.addWidget(words)
        texts.addStretch(1)
        whole.addLayout(texts, 1)
        whole.addWidget(self.complete)
        whole.addWidget(self.undo)
        self.setLayout(whole)

    def tell_key(self, key: str) -> None:
        """Names the key that opens it, "" for none."""
        self.complete.setToolTip(f"{tr(COMPLETE)}  {key}".strip())
