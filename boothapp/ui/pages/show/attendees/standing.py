"""The list as it stands: how many people, from which file, since when; a newer one, or none any more."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from boothapp.actions.attendees import Imported
from boothapp.attendees import number_ids
from boothapp.attendees.people import REASONS
from boothapp.store.attendees import AttendeeList
from boothapp.ui import locale
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, column
from boothapp.ui.widgets.flow import Flow
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, number, plural, tr

UPDATE, REMOVE = mark("Import a newer list…"), mark("Remove the list")
FROM_PRETIX = mark("From pretix…")
SURE, KEEP = mark("Remove it"), mark("Keep it")
ASK = mark("Remove the list from this laptop? The leads keep what came from it.")
HALF = mark("Not whole: the work was stopped. Import the file again to complete it.")


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
        words, line, buttons = column(2), column(8), Flow()
        for part in (self.people, self.file, self.half):
            words.addWidget(part)
        for button in (self.remove_button, self.pretix_button, self.update_button):
            buttons.addWidget(button)
        for button in (self.keep_button, self.sure_button):
            buttons.addWidget(button)
        line.addLayout(words)
        line.addWidget(self.question)
        line.addLayout(buttons)
        self.body.addLayout(line)
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
        for part in (self.question, self.sure_button, self.keep_button):
            part.setVisible(on)
        for part in (self.update_button, self.pretix_button, self.remove_button):
            part.setVisible(not on)
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
    whole = ". ".join(part for part in (said, skipped) if part) + "."
    return " ".join(filter(None, (whole, ids))), "warning" if skipped or ids else "ok"


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
