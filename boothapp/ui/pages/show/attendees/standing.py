"""The list as it stands: how many people, from which file, since when; a newer one, or none any more."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from boothapp.actions.attendees import Imported
from boothapp.attendees import number_ids
from boothapp.attendees.people import REASONS
from boothapp.store.attendees import AttendeeList
from boothapp.ui import locale, tokens
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, column, row
from boothapp.ui.widgets.flow import Flow
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, number, plural, tr

UPDATE, REMOVE = mark("Import a newer list…"), mark("Remove the list")
FROM_PRETIX = mark("From pretix…")
SURE, KEEP = mark("Remove it"), mark("Keep it")
ASK = mark("Remove the list from this laptop? The leads keep what came from it.")
HALF = mark("Not whole: the work was stopped. Import the file again to complete it.")
_WORDS = 220
"""Pixels for the figure and the file's name."""


class _Buttons(QWidget):
    """One line of buttons, more where there is no room for it."""

    def __init__(self) -> None:
        super().__init__()
        self.flow = Flow()
        self.setLayout(self.flow)

    def sizeHint(self) -> QSize:
        hints = [button.sizeHint() for button in self.findChildren(Button)]
        gaps = (len(hints) - 1) * tokens.size("gap")
        return QSize(sum(hint.width() for hint in hints) + gaps, max(hint.height() for hint in hints))


class Standing(Card):
    """Emits removed() once that was asked and answered."""

    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._list: AttendeeList | None = None
        self.people, self.file = Words("", "figure"), Words("", "label", "muted")
        self.half, self.question = Words(HALF, "label", "warning"), Words(ASK, "body")
        self.question.setWordWrap(True)
        self.update_button, self.remove_button = (
            Button(UPDATE, "secondary", "download"),
            Button(REMOVE, "quiet"),
        )
        self.pretix_button = Button(FROM_PRETIX, "quiet")
        self.sure_button, self.keep_button = Button(SURE, "danger"), Button(KEEP, "secondary")
        self.half.setWordWrap(True)
        self.file.setWordWrap(True)
        words, self._line = column(2), column(8)
        self._usual, self._asked, asked = _Buttons(), QWidget(), row()
        for part in (self.people, self.file, self.half):
            words.addWidget(part)
        for button in (self.update_button, self.pretix_button, self.remove_button):
            self._usual.flow.addWidget(button)
        asked.addWidget(self.keep_button)
        asked.addWidget(self.sure_button)
        asked.addStretch(1)
        self._asked.setLayout(asked)
        self._line.addLayout(words, 1)
        self._line.addWidget(self._usual)
        self.body.addLayout(self._line)
        self.body.addWidget(self.question)
        self.body.addWidget(self._asked)
        self.remove_button.clicked.connect(lambda: self._ask(True))
        self.keep_button.clicked.connect(self._keep)
        self.sure_button.clicked.connect(self._sure)
        self._ask(False)

    def show_list(self, found: AttendeeList) -> None:
        """Shows the list."""
        self._list = found
        self.people.say(plural("{n} person", "{n} people", found.people))
        self.file.say(" · ".join((found.file, locale.moment(found.at))))
        self.half.setVisible(not found.whole)

    def retranslate(self) -> None:
        """The figures again."""
        if self._list is not None:
            self.show_list(self._list)
        self._flow_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow_anew()

    def _flow_anew(self) -> None:
        """The buttons stand at the right of the words where there is room for both, else below."""
        room = self.contentsRect().width() - 2 * tokens.size("card") - _WORDS
        beside = room >= self._usual.sizeHint().width()
        side, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(side if beside else below)
        self._usual.setMinimumHeight(0 if beside else self._usual.flow.heightForWidth(room + _WORDS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.question.isHidden():
            self._keep()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        self._ask(False)
        self.remove_button.setFocus()

    def _sure(self) -> None:
        self._ask(False)
        self.removed.emit()

    def _ask(self, on: bool) -> None:
        for part in (self.question, self._asked):
            part.setVisible(on)
        self._usual.setVisible(not on)
        if on:
            self.keep_button.setFocus()


def said_of(done: Imported) -> tuple[str, str]:
    """What an import did, as a sentence or two, and its tone."""
    taken, leads = done.taken, len(done.reconciled.changed)
    parts = [
        plural("{n} person is new", "{n} people are new", taken.new) if taken.new else "",
        plural("{n} has news", "{n} have news", taken.changed) if taken.changed else "",
        plural("{n} is no longer in it and stays", "{n} are no longer in it and stay", done.gone)
        if done.gone
        else "",
        plural("{n} is as before", "{n} are as before", taken.already) if taken.already else "",
        plural("{n} lead is completed", "{n} leads are completed", leads) if leads else "",
    ]
    said = ", ".join(part for part in parts if part) or tr("Nothing is new")
    skipped, ids = _skipped(done), number_ids.told(done.restored) if done.restored else ""
    whole = ". ".join(part for part in (said, _others(done), skipped) if part) + "."
    doubtful = skipped or ids or taken.other
    return " ".join(filter(None, (whole, ids))), "warning" if doubtful else "ok"


def _others(done: Imported) -> str:
    """Whose id is another person's now."""
    if not done.taken.other:
        return ""
    said = plural("{n} id is another person's now", "{n} ids are other people's now", done.taken.other)
    pairs = "; ".join(f"{one.badge_id}: {one.was} → {one.now}" for one in done.taken.handed_on)
    return f"{said} ({pairs})"


def _skipped(done: Imported) -> str:
    if not done.skipped.total:
        return ""
    left_out = plural("{n} line was left out", "{n} lines were left out", done.skipped.total)
    reasons = (
        f"{tr(REASONS[reason])}: {number(n)}"
        for reason, n in done.skipped.counts.items()
        if n and reason != "empty"
    )
    lines = [str(line) for line, _, _ in done.skipped.examples if line]
    shown = tr("line {lines}") if len(lines) == 1 else tr("lines {lines}")
    where = shown.format(lines=", ".join(lines)) if lines else ""
    return f"{left_out} ({'; '.join((*reasons, *filter(None, (where,))))})"
