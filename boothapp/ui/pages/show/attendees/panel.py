"""The attendee list: chosen or dropped, understood, imported, and what it says of the leads."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from boothapp.actions import attendees, pretix, reconcile
from boothapp.actions.attendees import Imported, Look
from boothapp.actions.reconcile import Reconciled
from boothapp.errors import UserError
from boothapp.store.attendees import AttendeeList
from boothapp.ui import save_dialog
from boothapp.ui.desk import Desk
from boothapp.ui.focus_back import FocusBack
from boothapp.ui.latest import Latest
from boothapp.ui.pages.send.work import Work, WorkLine
from boothapp.ui.pages.show.attendees.mapping import Mapping
from boothapp.ui.pages.show.attendees.pretix_form import PretixForm, Typed
from boothapp.ui.pages.show.attendees.report import Report
from boothapp.ui.pages.show.attendees.standing import FROM_PRETIX, Standing, said_of
from boothapp.ui.widgets.buttons import enter_clicks
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.empty import Empty
from boothapp.ui.widgets.field import Message
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.domain.changes import Changes
    from boothapp.ui.tasks import Progress

CHOOSE = mark("Choose the file…")
NONE = mark("No attendee list yet")
NONE_MORE = mark(
    "Most badges carry only an id. With the organiser’s list a scan shows name, company and contact at once, "
    "with no network. CSV, TSV, XLSX, XLS or ODS: choose the file or drop it here."
)
KINDS = "*.csv *.tsv *.txt *.xlsx *.xls *.xlsb *.ods"
STOPPED = mark("Stopped. What came so far is in; import the file again to go on.")
STOPPED_PRETIX = mark("Stopped. What came so far is in; fetch again to go on.")
TOKEN_LOST = mark("This laptop has no keystore: the token is known until boothapp is closed.")
REMOVED = mark("The list is removed. The leads keep what came from it.")


class AttendeesPanel(QWidget):
    """Empty, a file to be understood, or the list as it stands; the work runs beside the window."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        enter_clicks(self)
        self._desk, self._reading = desk, Latest(desk.tasks)
        self._look: Look | None = None
        self.list: AttendeeList | None = None
        self.ask_file: Callable[[], str] = self._ask
        self.work = Work(desk.tasks, self)
        self.line, self.message = WorkLine(self.work), Message()
        self.none, self.mapping = Empty("users", NONE, NONE_MORE, CHOOSE, FROM_PRETIX), Mapping()
        self.standing, self.report, self.pretix = Standing(), Report(), PretixForm()
        self._at_pretix = False
        self.stack, self._focus = QStackedWidget(), FocusBack()
        self._lay_out()
        self._connect()

    def shown(self) -> None:
        """The panel is in front."""
        self._read()

    def refresh(self, changes: "Changes") -> None:
        """Reads again what has changed."""
        if changes.topics & {"attendees", "leads", "shows"} and not self.work.busy:
            self._read()

    def retranslate(self) -> None:
        """Speaks the language spoken now, where a control does not by itself."""
        self.mapping.retranslate()
        self.pretix.retranslate()
        self._read()

    def open_file(self, file: Path, encoding: str = "", sheet: str = "") -> None:
        """Reads how the file is made and asks what its columns are; encoding, sheet: as chosen."""
        self.message.say("")
        run = self._desk.tasks.in_store
        self.work.run(
            tr("Reading"),
            lambda _: attendees.look(run, file, encoding=encoding, sheet=sheet),
            self._understood,
            self._failed,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.work.busy and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.open_file(Path(files[0]))

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        whole, inner, listed = column(8), QWidget(), column(12)
        listed.addWidget(self.standing)
        listed.addWidget(self.report, 1)
        inner.setLayout(listed)
        self.listed = inner
        for page in (self.none, self.mapping, self.pretix, self.listed):
            self.stack.addWidget(page)
        whole.addWidget(self.stack, 1)
        whole.addWidget(self.line)
        whole.addWidget(self.message)
        self.setLayout(whole)

    def _connect(self) -> None:
        assert self.none.button is not None
        assert self.none.other_button is not None
        for button in (self.none.button, self.standing.update_button):
            button.clicked.connect(self._choose)
        for button in (self.none.other_button, self.standing.pretix_button):
            button.clicked.connect(self._ask_pretix)
        self.pretix.accepted.connect(self._fetch)
        self.pretix.cancelled.connect(self._leave)
        self.mapping.read_as.connect(self._read_as)
        self.standing.removed.connect(self._remove)
        self.mapping.accepted.connect(self._import)
        self.mapping.cancelled.connect(self._leave)
        self.report.opened.connect(lambda lead: self._desk.place_wanted.emit("leads", lead))
        self.work.began.connect(lambda _name: self._focus.turn_off(self._settle))
        self.work.stopped.connect(self._stopped)
        self.work.ended.connect(self._ended)

    def _settle(self) -> None:
        for part in (self.none, self.mapping, self.pretix, self.standing):
            part.setEnabled(not self.work.busy)

    def _ended(self) -> None:
        self._settle()
        self._focus.give_back(self.standing.update_button.setFocus)
        self._read()

    def _choose(self) -> None:
        if chosen := self.ask_file():
            self.open_file(Path(chosen))

    def _ask(self) -> str:
        settings = self._desk.settings
        at, kinds = str(save_dialog.first_folder(settings)), f"{tr('Attendee list')} ({KINDS})"
        chosen = QFileDialog.getOpenFileName(self, tr("Choose the attendee list"), at, kinds)[0]
        if chosen:
            save_dialog.remember_folder(settings, Path(chosen))
        return chosen

    def _read_as(self, chosen: str) -> None:
        if self._look is not None:
            kind = "sheet" if self._look.list.sheets else "encoding"
            self.open_file(self._look.file, **{kind: chosen})

    def _stopped(self) -> None:
        self.message.say(tr(STOPPED_PRETIX if self._at_pretix else STOPPED), "warning")
        self._at_pretix = False

    def _ask_pretix(self) -> None:
        self.message.say("")
        self._desk.tasks.ask(pretix.last_place, self._show_pretix)

    def _show_pretix(self, place: pretix.Place) -> None:
        self._at_pretix, self._look = True, None
        self.pretix.fill(place)
        self.stack.setCurrentWidget(self.pretix)
        self.pretix.first().setFocus()

    def _fetch(self, typed: Typed) -> None:
        tasks = self._desk.tasks

        def job(progress: "Progress") -> tuple[Imported, bool]:
            return pretix.fetch(tasks.in_store, *typed, progress)

        def fetched(answer: tuple[Imported, bool]) -> None:
            self._imported(answer[0])
            if not answer[1]:
                said, tone = said_of(answer[0])
                self.message.say(f"{said} {tr(TOKEN_LOST)}", tone)

        self.work.run(
            tr("Fetching"), job, fetched, lambda error: self.pretix.message.say(str(error), "error")
        )

    def _understood(self, look: Look) -> None:
        self._look, self._at_pretix = look, False
        self.mapping.show_look(look)
        self.stack.setCurrentWidget(self.mapping)
        self.mapping.import_button.setFocus()

    def _failed(self, error: UserError) -> None:
        self.message.say(str(error), "error")

    def _import(self, mapping: tuple[str, ...]) -> None:
        look, tasks = self._look, self._desk.tasks
        if look is None:
            return

        def job(progress: "Progress") -> Imported:
            return attendees.take_in(tasks.in_store, look, mapping, progress)

        self.message.say("")
        self.work.run(tr("Importing"), job, self._imported, self._failed)

    def _imported(self, done: Imported) -> None:
        self._look, self._at_pretix = None, False
        self.message.say(*said_of(done))

    def _leave(self) -> None:
        self._look, self._at_pretix = None, False
        self._read()

    def _remove(self) -> None:
        tasks = self._desk.tasks
        self.work.run(
            tr("Removing"),
            lambda progress: attendees.remove(tasks.in_store, progress),
            lambda _changes: self.message.say(tr(REMOVED), "ok"),
            self._failed,
        )

    def _read(self) -> None:
        self._reading.ask(attendees.standing, self._show)

    def _show(self, found: AttendeeList | None) -> None:
        self.list = found
        if self._look is not None or self._at_pretix:
            return
        if found is None:
            self.stack.setCurrentWidget(self.none)
            return
        self.standing.show_list(found)
        self.stack.setCurrentWidget(self.listed)
        if not self.work.busy:
            self._compare()

    def _compare(self) -> None:
        """Beside the window, a turn at a time: a show may have thousands of leads."""
        tasks, progress = self._desk.tasks, self._desk.tasks.progress(lambda _done, _all: None)

        def job() -> Reconciled:
            return reconcile.leads_with_list(tasks.in_store, apply=False, progress=progress)

        tasks.beside(lambda: [job()], lambda found: self.report.show_report(found[0]))
