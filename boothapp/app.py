"""Composition root: the one order in which the window starts and stops.

1. Qt, language and look, so that the first paint is right. 2. The window with the door before its places;
pages are built when first visited. 3. The window shows. 4. Only then the store opens, on its own lane.
5. At the end the lanes finish what was begun, the store closes, and nothing waits for a picture.
"""

import logging
import os
import signal
import sys
from collections.abc import Callable
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from boothapp import paths, words
from boothapp.errors import UserError
from boothapp.paths import Home
from boothapp.settings import Settings
from boothapp.ui import ahead, letters, screen, small_screen, text_size, theme
from boothapp.ui.desk import Desk
from boothapp.ui.next_paint import after_next_paint
from boothapp.ui.pages.door.page import Door
from boothapp.ui.qt_words import QtWords
from boothapp.ui.standing import Standing
from boothapp.ui.tasks import Tasks
from boothapp.ui.window import Place, Window
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.domain.draft import Draft
    from boothapp.store.database import Store
    from boothapp.ui.kiosk.keeper import Kiosk
    from boothapp.ui.lock.keeper import Lock
    from boothapp.ui.scan_guard import ScanGuard

PASSPHRASE_VARIABLE = "BOOTHAPP_PASSPHRASE"
FIRST_PLACE = "capture"
ENDING = "ending"
"""The property of the application that says: the system wants the program to end, whoever has the window."""


def run(home: str | None) -> int:
    """Opens the window and gives its exit code when it is closed."""
    text_size.use(Settings(paths.home(home)).get("size"))
    app = QApplication.instance() or screen.application([*sys.argv[:1], *theme.STYLE])
    assert isinstance(app, QApplication)
    program = Program(app, paths.home(home))
    sys.excepthook = program.caught
    _end_on_signals(app)
    small_screen.fit(program.window)
    # Let people see the window before the machine is busy with the store.
    after_next_paint(program.window, program.begin)
    program.window.show()
    code = app.exec()
    program.end()
    if program.tasks.left_behind:
        _leave(code)
    return code


def _leave(code: int) -> None:
    """Ends at once, everything being stored: Python's own end would abort inside a picture still read."""
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        # A program without a terminal has none.
        if stream is not None:
            stream.flush()
    os._exit(code)


class Program:
    """The parts, put together once."""

    def __init__(self, app: QApplication, home: Home) -> None:
        app.setApplicationName("boothapp")
        self.app = app
        self.home, self.settings, self.qt_words = home, Settings(home), QtWords(app)
        words.use(self.settings.get("language") or QLocale.system().name()[:2])
        theme.begin(app, self.settings.get("look"))
        self.passphrase = os.environ.get(PASSPHRASE_VARIABLE) or None
        self.tasks = Tasks(self._open_store)
        self.desk = Desk(self.tasks, self.settings, home)
        self.door = Door(self.desk, self._use_passphrase)
        self.window, self._entered, self._given_up = self._window(), "", False
        self.standing = Standing(self.desk, self.window.state)
        self._connect()

    @cached_property
    def guard(self) -> "ScanGuard":
        """What keeps scans from pressing buttons; made with the first page that can take one."""
        from boothapp.ui.scan_guard import ScanGuard

        return ScanGuard(self._scanned, self.window, self.desk.scanner)

    @cached_property
    def lock(self) -> "Lock":
        """What hides every page and asks for PINs; made once people see the first page, or a lock instead."""
        from boothapp.ui.lock.keeper import Lock

        return Lock(self.desk, self.window, self._scanned)

    @cached_property
    def kiosk(self) -> "Kiosk":
        """What gives the window to the visitors; made when it is first started."""
        from boothapp.ui.kiosk.keeper import Kiosk

        return Kiosk(self.desk, self.window, self._keep_for_staff)

    def begin(self) -> None:
        """Opens the store; the door asks for what is missing."""
        self.qt_words.speak(words.language())
        self._put_sheets_away()
        self.door.open()

    def end(self) -> None:
        """Saves the conversation under way, finishes what was begun and closes the store; once."""
        self.guard.rest()
        self.desk.scanner.close()
        if not self._given_up:
            self._save_what_is_open()
        self.tasks.close()
        self.qt_words.speak("en")
        self._put_sheets_away()

    def _put_sheets_away(self) -> None:
        """Sheets shown for want of a printer are not encrypted: none outlives the window."""
        import shutil

        shutil.rmtree(self.home.sheets, ignore_errors=True)

    def caught(self, _kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Takes an exception that nobody expected."""
        self._tell_defect(error.with_traceback(trace))

    def _open_store(self) -> "Store":
        from boothapp.store.database import open_store

        return open_store(self.home, self.passphrase)

    def _use_passphrase(self, passphrase: str) -> None:
        self.passphrase = passphrase

    def _window(self) -> Window:
        geometry = bytes.fromhex(self.settings.get("geometry"))

        def remember(state: bytes) -> None:
            self.settings.choose("geometry", state.hex())

        return Window(places(self.desk), geometry, remember, self.door)

    def _connect(self) -> None:
        window, desk, tasks = self.window, self.desk, self.tasks
        tasks.changed.connect(window.refresh)
        tasks.unheard.connect(self._tell_fault)
        tasks.defect.connect(self._tell_defect)
        desk.wrong.connect(self._tell_defect)
        desk.said.connect(self._say)
        desk.doing.connect(window.message.outdate)
        desk.place_wanted.connect(self._go)
        desk.scanner.received.connect(self._scanned)
        window.state.items["unsent"].clicked.connect(lambda: self._go("send", ""))
        for place in ("copy", "printer", "disk", "clock", "battery"):
            window.state.items[place].clicked.connect(lambda: self._go("today", ""))
        desk.leads_wanted.connect(self._show_leads)
        desk.show_opened.connect(lambda show: window.setWindowTitle(f"{show.name} · boothapp"))
        window.stack.currentChanged.connect(
            lambda _place: after_next_paint(window.stack, self.standing.count_again)
        )
        self.door.opened.connect(self._enter)
        window.show_wanted.connect(self._choose_show)
        window.kiosk_wanted.connect(lambda: self.kiosk.start())
        window.language_chosen.connect(self._spoken)
        window.look_chosen.connect(lambda look: self.settings.choose("look", look))
        window.chosen_size = self.settings.get("size")
        window.size_chosen.connect(self._size_chosen)
        window.closing.connect(self.end)
        window.may_close = self._may_close

    def _enter(self) -> None:
        """From now on a scan belongs to the capture page, which is made for one show."""
        show = self.desk.show.id if self.desk.show else ""
        if not self._entered:
            after_next_paint(self.window.stack, lambda: self.tasks.change(_forget_deleted))
        if show != self._entered:
            for place in (FIRST_PLACE, "show"):
                self.window.forget(place)
        self._entered = show
        # Looking at every event of the program costs a third of a window: not before people see the page.
        self.window.enter(FIRST_PLACE)
        if self.desk.signed_in.roster.pins:
            self.lock.lock()
        after_next_paint(self.window.stack, self._listen)

    def _listen(self) -> None:
        """From now on a scan is heard, wherever the keyboard is, and a name is shown in any script."""
        letters.load_other_scripts()
        self.lock.watch()
        self.desk.laptop.begin()
        ahead.load_ahead(self.tasks, self.window)
        if self.window.stack.currentWidget() is not self.door:
            self.guard.watch()
            self.desk.scanner.begin()

    def _go(self, place: str, lead: str) -> None:
        """Shows a place and, where one is named, a lead there."""
        if self.window.at_door():
            # An answer that came late: nobody gets past the door by it.
            return
        page = self.window.go(place)
        if lead and hasattr(page, "open_lead"):
            page.open_lead(lead)

    def _say(self, text: str, undo: Callable[[], None] | None, tone: str) -> None:
        """At the door nothing can be undone: the page that it would come back to is left."""
        self.window.message.say(text, None if self.window.at_door() else undo, tone)

    def _show_leads(self, filters: object) -> None:
        self.window.go("leads").show_only(filters)  # type: ignore[attr-defined]

    def _choose_show(self, which: str) -> None:
        """What is on the page belongs to the show before: it is saved first."""
        self.guard.rest()
        self.desk.scanner.close()
        if self._refusal() is not None:
            self.guard.watch()
            return
        # What was done in this show is not undone in the next.
        self.window.message.forget()
        self.window.back_to_door()
        self.door.choose_again(new=which == "new")

    def _save_what_is_open(self) -> None:
        if (capture := self.window.pages().get(FIRST_PLACE)) is not None:
            # A scan of this moment is somebody's, too: it is read before the last save.
            capture.scanning.finish()  # type: ignore[attr-defined]
            self.tasks.settle_reading()
        for page in self._with_work().values():
            page.save_all()  # type: ignore[attr-defined]

    def _with_work(self) -> dict[str, QWidget]:
        """The pages that may hold something not saved yet, by key."""
        return {key: page for key, page in self.window.pages().items() if hasattr(page, "save_all")}

    def _refusal(self) -> UserError | None:
        """Why what is open can't be saved, and stands on the page again; None where it is saved."""
        self._save_what_is_open()
        self.tasks.settle()
        for key, page in self._with_work().items():
            if refusal := page.refusal():  # type: ignore[attr-defined]
                self.window.go(key)
                return refusal  # type: ignore[no-any-return]
        return None

    def _may_close(self) -> bool:
        """False where a conversation would be lost, which only a person may decide."""
        from boothapp.ui import staying

        if self._given_up or FIRST_PLACE not in self.window.pages():
            return True
        if self.window.kept and not (self.app.property(ENDING) or self.app.isSavingSession()):
            self.kiosk.ask_to_leave()
            return False
        self.guard.rest()
        refusal = self._refusal()
        if refusal is None:
            return True
        self.guard.watch()
        staying.ask(self.window, refusal, self._give_up)
        return False

    def _keep_for_staff(self, draft: "Draft", error: UserError) -> None:
        """What a visitor entered and the store refused stands on the page of the staff, or waits there."""
        self.window.pages()[FIRST_PLACE].keeping.not_saved([draft], error)  # type: ignore[attr-defined]

    def _give_up(self) -> None:
        self._given_up = True
        self.window.close()

    def _scanned(self, scan: str | bytes) -> None:
        """A scan as typed, or the bytes of a serial scanner."""
        if self.window.kept:
            self.kiosk.take(scan)
            return
        if self.lock.hold(scan):
            return
        here = self.window.pages()[self.window.here()]
        # A page that tests scanners or learns badges takes the scan itself.
        if hasattr(here, "take_scan") and here.take_scan(self._text_of(scan)):
            return
        self.window.go(FIRST_PLACE)
        self.window.pages()[FIRST_PLACE].scanning.take_scan(scan)  # type: ignore[attr-defined]

    def _text_of(self, scan: str | bytes) -> str:
        from boothapp.badge.payload import from_bytes

        page = self.desk.show.code_page if self.desk.show else ""
        return scan if isinstance(scan, str) else from_bytes(scan, page).text

    def _spoken(self, language: str) -> None:
        self.settings.choose("language", language)
        self.qt_words.speak(language)
        self.standing.retranslate()

    def _size_chosen(self, size: str) -> None:
        self.settings.choose("size", size)
        self.window.chosen_size = size
        self.desk.say(tr(text_size.AT_NEXT_START))

    def _tell_fault(self, error: UserError) -> None:
        self.window.message.say(str(error), None, "error")

    def _tell_defect(self, error: BaseException) -> None:
        from boothapp.ui import crash

        file = crash.report(self.home, error)
        text = tr("Something went wrong in boothapp itself. What was saved is safe.")
        where = tr("The report {file} helps to mend it.").format(file=file.name) if file else ""
        self.window.message.say(f"{text} {where}".strip(), None, "error")


def _forget_deleted(store: "Store") -> None:
    """What was deleted before this start is gone for good; nobody waits for it."""
    from boothapp.actions import delete

    delete.forget(store)


def places(desk: Desk) -> tuple[Place, ...]:
    """The places of the rail."""

    def capture(parent: QWidget) -> QWidget:
        from boothapp.ui.pages.capture.page import CapturePage

        return CapturePage(desk, parent)

    def leads(parent: QWidget) -> QWidget:
        from boothapp.ui.pages.leads import LeadsPage

        return LeadsPage(desk, parent)

    def send(parent: QWidget) -> QWidget:
        from boothapp.ui.pages.send import SendPage

        return SendPage(desk, parent)

    def today(parent: QWidget) -> QWidget:
        from boothapp.ui.pages.today.page import TodayPage

        return TodayPage(desk, parent)

    def show(parent: QWidget) -> QWidget:
        from boothapp.ui.pages.show.page import ShowPage

        return ShowPage(desk, parent=parent)

    return (
        Place("capture", mark("Capture"), "user-plus", capture),
        Place("leads", mark("Leads"), "users", leads),
        Place("send", mark("Send"), "send", send),
        Place("today", mark("Today"), "chart-column", today),
        Place("show", mark("Show"), "store", show),
    )


def _end_on_signals(app: QApplication) -> None:
    """Ctrl+C in the terminal and a log-out close the window properly; Qt's loop alone would not notice.

    Python may hear the signal in the middle of a paint: the windows close when Qt's loop has its turn.
    """
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: QTimer.singleShot(0, lambda: _end(app)))
    if sys.platform != "win32":
        heard, woken = os.pipe()
        os.set_blocking(woken, False)
        signal.set_wakeup_fd(woken)
        _watch(app, heard)


def _end(app: QApplication) -> None:
    app.setProperty(ENDING, True)
    app.closeAllWindows()


def _watch(parent: QObject, heard: int) -> None:
    bell = QSocketNotifier(heard, QSocketNotifier.Type.Read, parent)
    bell.activated.connect(lambda: os.read(heard, 1))
