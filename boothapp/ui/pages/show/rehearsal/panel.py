"""Before the doors open: every check in a line of its own, begun with one button, as often as wanted."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from boothapp.errors import UserError
from boothapp.ui import keys
from boothapp.ui.desk import Desk
from boothapp.ui.pages.show.rehearsal.check_line import CheckLine
from boothapp.ui.pages.show.rehearsal.checks import CHECKS, SCANNER
from boothapp.ui.pages.show.scanner.came import FORMATS
from boothapp.ui.pages.show.scanner.connection import STATES
from boothapp.ui.widgets.buttons import Button, enter_clicks
from boothapp.ui.widgets.card import Card, Scroll, column
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.speech import Words
from boothapp.ui.widgets.work import Work, WorkLine
from boothapp.words import mark, plural, tr

if TYPE_CHECKING:
    from boothapp.actions.rehearsal import Finding
    from boothapp.badge.reading import Reading
    from boothapp.ui.tasks import Progress

TITLE, SENTENCE = (
    mark("Rehearsal before the doors open"),
    mark("Everything the stand needs is tried with pretended visitors, which leave no trace."),
)
BEGIN, AGAIN, NAME = mark("Begin the rehearsal"), mark("Rehearse again"), mark("Rehearsing…")
SCAN_NOW, TRIED = mark("Scan any badge now; nothing is saved."), mark("{text}: {format}, nothing was saved")
UNREAD = mark("Nothing could be read from it.")
SCANNER_LEFT = mark("The scanner is left to try: scan a badge.")


class RehearsalPanel(QWidget):
    """Runs beside the window; each line turns green, yellow or red as its check ends."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        enter_clicks(self)
        self._desk, self._begun, self._had_keyboard = desk, False, False
        self.work = Work(desk.tasks, self)
        self.card, self.result = Card(TITLE), Message()
        self.begin_button = Button(BEGIN, "primary", "circle-check", keys.of("show-rehearsal", "begin"))
        self.sentence, self.work_line = Words(SENTENCE, "body", "muted"), WorkLine(self.work)
        self.lines: dict[str, CheckLine] = {}
        self._lay_out()
        self.begin_button.clicked.connect(self.begin)
        self.work.stopped.connect(self._stopped)
        self.work.ended.connect(self._free)

    def begin(self) -> None:
        """Tries everything that needs no hands, and waits for a scan."""
        if self.work.busy:
            return
        self._begun, self._had_keyboard = True, self.begin_button.hasFocus()
        self.result.say("")
        tasks, home = self._desk.tasks, self._desk.home
        names = [key for key in CHECKS if key != SCANNER]
        for line in self.lines.values():
            line.tell("waits")
        self._await_scan()
        self.lines[names[0]].tell("runs")

        def job(progress: "Progress") -> "list[Finding]":
            from boothapp.actions import rehearsal

            found: list[Finding] = []

            def told(finding: "Finding") -> None:
                found.append(finding)
                tasks.tell(lambda: self._show(finding, names))
                progress(len(found), len(names))

            return rehearsal.rehearse(tasks.in_store, home, told)

        self.work.run(tr(NAME), job, lambda _found: self._end(), self._failed)
        if self._had_keyboard:
            self.work_line.stop_button.setFocus()
        self.begin_button.setEnabled(False)

    def take_scan(self, text: str) -> bool:
        """Any scan answers the scanner's line while this panel is open; it is read, and not kept."""
        show, clues = self._desk.show, self._desk.scanner.clues(sure=True)

        def work() -> "Reading":
            from boothapp.actions import badges

            return badges.scan(text, show, clues=clues)

        self._desk.tasks.read(work, self._scanned, self._unread)
        return True

    def shown(self) -> None:
        """The panel is in front: the keyboard is at the one thing to do."""
        if self.begin_button.isEnabled():
            self.begin_button.setFocus()

    def retranslate(self) -> None:
        """What was found is said anew: a rehearsal takes a moment only."""
        if self._begun and self.isVisible():
            self.begin()
        elif not self.work.busy:
            self._begun = False
            self.result.say("")
            for line in self.lines.values():
                line.tell("waits")

    def _scanned(self, reading: "Reading") -> None:
        shown = reading.visitor.name or reading.badge_id or reading.text.strip()[:40]
        detail = tr(TRIED).format(text=shown, format=_format(reading)) if shown else tr(UNREAD)
        self._tell_scanner("ok" if shown else "look", detail, " ".join(reading.warnings))

    def _unread(self, error: UserError) -> None:
        self._tell_scanner("look", error.happened, error.step)

    def _tell_scanner(self, state: str, detail: str, step: str = "") -> None:
        self.lines[SCANNER].tell(state, detail, step)
        if self._begun and not self.work.busy:
            self._sum_up()

    def _await_scan(self) -> None:
        """A scanner on a line of its own says by itself when it is not there."""
        line = self._desk.scanner.line_state
        sentence, tone = STATES.get(line, ("", ""))
        if tone == "warning":
            self.lines[SCANNER].tell("wrong", tr(sentence))
        else:
            self.lines[SCANNER].tell("scan", tr(SCAN_NOW))

    def _show(self, finding: "Finding", names: list[str]) -> None:
        self.lines[finding.name].tell(finding.state, finding.detail, finding.step)
        following = names[names.index(finding.name) + 1 :]
        if following:
            self.lines[following[0]].tell("runs")

    def _free(self) -> None:
        """It can begin again, with the keyboard where it was."""
        self.begin_button.setEnabled(True)
        if self._had_keyboard and self.isVisible():
            self.begin_button.setFocus()

    def _end(self) -> None:
        self.begin_button.say(AGAIN)
        self._sum_up()

    def _sum_up(self) -> None:
        """All lines in one sentence, and whether the scanner is still to be tried."""
        text, tone = self._sum()
        scan = tr(SCANNER_LEFT) if self.lines[SCANNER].state == "scan" else ""
        self.result.say(" ".join(filter(None, (text, scan))), tone)

    def _sum(self) -> tuple[str, str]:
        states = [line.state for line in self.lines.values()]
        wrong, look = states.count("wrong"), states.count("look")
        if wrong:
            return plural("{n} thing is not ready.", "{n} things are not ready.", wrong), "error"
        if look:
            said = plural(
                "The doors may open; {n} thing is worth a look.",
                "The doors may open; {n} things are worth a look.",
                look,
            )
            return said, "warning"
        return tr("Everything is ready."), "ok"

    def _failed(self, error: UserError) -> None:
        self._rest()
        self.result.say(str(error), "error")

    def _stopped(self) -> None:
        self._rest()
        self.begin_button.say(AGAIN)

    def _rest(self) -> None:
        """What was not reached is not tried."""
        for line in self.lines.values():
            if line.state == "runs":
                line.tell("waits")

    def _lay_out(self) -> None:
        inner, lines, whole = QWidget(), column(10), column(0)
        self.card.head.addWidget(self.begin_button)
        self.sentence.setWordWrap(True)
        for part in (self.sentence, self.work_line, self.result):
            self.card.body.addWidget(part)
        for key, (title, what) in CHECKS.items():
            self.lines[key] = CheckLine(title, what)
            lines.addWidget(self.lines[key])
        lines.setContentsMargins(0, 12, 0, 0)
        self.card.body.addLayout(lines)
        around = column(0)
        around.addWidget(self.card)
        around.addStretch(1)
        inner.setLayout(around)
        whole.addWidget(Scroll(inner))
        self.setLayout(whole)


def _format(reading: "Reading") -> str:
    return tr(FORMATS.get(reading.format, reading.format))
