"""The attendee list: chosen or dropped, understood, imported, and what it says of the leads."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from boothapp.actions import attendees, pretix, reconcile
from boothapp.actions.attendees import Imported, Look
from boothapp.domain.changes import Changes, changed
from boothapp.errors import UserError
from boothapp.store.attendees import AttendeeList
from boothapp.ui import save_dialog
from boothapp.ui.desk import Desk
from boothapp.ui.focus_back import FocusBack
from boothapp.ui.latest import Latest
from boothapp.ui.pages.show.attendees.mapping import Mapping
from boothapp.ui.pages.show.attendees.pretix_form import PretixForm, Typed
from boothapp.ui.pages.show.attendees.report import Report, Told, told
from boothapp.ui.pages.show.attendees.standing import FROM_PRETIX, Standing, said_of
from boothapp.ui.widgets.buttons import enter_clicks
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.empty import Empty
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.work import Work, WorkLine
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.ui.tasks import Progress

Answer = TypeVar("Answer")
CHOOSE = mark("Choose the file…")
NONE = mark("No attendee list yet")
NONE_MORE = mark(
    "Most badges carry only an id. With the organiser’s list a scan shows name, company and contact at once, "
    "with no network. CSV, TSV, XLSX, XLS or ODS: choose the file or drop it here."
)
KINDS = "*.csv *.tsv *.txt *.xlsx *.xls *.xlsb *.ods"
READING, IMPORTING = mark("Reading"), mark("Importing")
FETCHING, REMOVING = mark("Fetching"), mark("Removing")
STOPPED = {
    READING: mark("Stopped. Nothing was imported."),
    IMPORTING: mark("Stopped. What came so far is in; import the file again to go on."),
    FETCHING: mark("Stopped. What came so far is in; fetch again to go on."),
    REMOVING: mark("Stopped. A part of the list is gone; import the file again, or remove the rest."),
}
"""Job -> what is true once it was stopped."""
_PARTLY = changed("attendees", "leads", "outbox")
TOKEN_LOST = mark("This laptop has no keystore: the token is known until boothapp is closed.")
REMOVED = mark("The list is removed. The leads keep what came from it.")


class AttendeesPanel(QWidget):
    """Empty, a file to be understood, or the list as it stands; the work runs beside the window."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        enter_clicks(self)
        self._desk, self._reading, self._comparing = desk, Latest(desk.tasks), Latest(desk.tasks)
        self._stale, self._wants_keyboard, self._job = True, False, READING
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
        """The panel is in front: what changed meanwhile is read now."""
        if self._stale:
            self._read()

    def refresh(self, changes: Changes) -> None:
        """Reads again what has changed."""
        self._stale |= bool(changes.topics & {"attendees", "leads", "shows"})
        if self._stale and self.isVisible() and not self.work.busy:
            self._read()

    def retranslate(self) -> None:
        """Speaks the language spoken now, where a control does not by itself."""
        for part in (self.mapping, self.pretix, self.standing, self.report):
            part.retranslate()

    def open_file(self, file: Path, encoding: str = "", sheet: str = "") -> None:
        """Reads how the file is made and asks what its columns are; encoding, sheet: as chosen."""
        self.message.say("")
        run = self._desk.tasks.in_store

        def job(progress: "Progress") -> Look:
            found = attendees.look(run, file, encoding=encoding, sheet=sheet)
            progress(1, 1)
            return found

        self._run(READING, job, self._understood, self._failed)

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

    def _run(
        self,
        name: str,
        job: Callable[["Progress"], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[UserError], None],
    ) -> None:
        self._job = name
        self.work.run(tr(name), job, done, failed, Changes() if name == READING else _PARTLY)

    def _ended(self) -> None:
        self._settle()
        self._focus.give_back(self._give_keyboard)
        self._read()

    def _give_keyboard(self) -> None:
        """To what is done next in the page that comes to the front, once it is known."""
        self._wants_keyboard = True

    def _first(self) -> QWidget:
        assert self.none.button is not None
        buttons: dict[QWidget | None, QWidget] = {
            self.none: self.none.button,
            self.mapping: self.mapping.import_button,
            self.pretix: self.pretix.fetch_button,
        }
        return buttons.get(self.stack.currentWidget(), self.standing.update_button)

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
        said = STOPPED[self._job]
        self.message.keep_saying(lambda: (tr(said), "warning"))
        # The button that was pressed goes with the line it stands in.
        self._give_keyboard()

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
                self.message.keep_saying(lambda: _and_the_token(*said_of(answer[0])))

        self._run(FETCHING, job, fetched, lambda error: self.pretix.message.say(str(error), "error"))

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
        self._run(IMPORTING, job, self._imported, self._failed)

    def _imported(self, done: Imported) -> None:
        self._look, self._at_pretix = None, False
        self.message.keep_saying(partial(said_of, done))

    def _leave(self) -> None:
        self._look, self._at_pretix = None, False
        self.message.say("")
        self._give_keyboard()
        self._read()

    def _remove(self) -> None:
        tasks = self._desk.tasks
        self.message.say("")
        self._give_keyboard()
        self._run(
            REMOVING,
            lambda progress: attendees.remove(tasks.in_store, progress),
            lambda _changes: self.message.keep_saying(lambda: (tr(REMOVED), "ok")),
            self._failed,
        )

    def _read(self) -> None:
        self._stale = False
        self._reading.ask(attendees.standing, self._show)

    def _show(self, found: AttendeeList | None) -> None:
        self.list = found
        if found is not None:
            self.standing.show_list(found)
        if self._look is None and not self._at_pretix:
            self.stack.setCurrentWidget(self.listed if found else self.none)
            self._compare() if found and not self.work.busy else self._comparing.forget()
        if self._wants_keyboard and not self.work.busy:
            self._wants_keyboard = False
            self._first().setFocus()

    def _compare(self) -> None:
        """Beside the window, a turn at a time: a show may have thousands of leads."""
        run = self._desk.tasks.in_store

        def job(progress: "Progress") -> tuple[int, list[Told]]:
            found = reconcile.leads_with_list(run, apply=False, progress=progress)
            return len(found.matched) + len(found.lonely), told(found)

        self._comparing.ask_beside(job, lambda found: self.report.show_report(*found))


def _and_the_token(said: str, tone: str) -> tuple[str, str]:
    return f"{said} {tr(TOKEN_LOST)}", tone
