"""Gives the window to the visitors and takes it back: their entries, their scans, their time."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer

from boothapp import words
from boothapp.domain.draft import Draft
from boothapp.domain.show import Show
from boothapp.errors import UserError
from boothapp.ui.desk import Desk
from boothapp.ui.kiosk.entry import UNREAD, Entry, is_badge
from boothapp.ui.kiosk.leaving import Leaving, with_pins
from boothapp.ui.kiosk.page import KioskPage
from boothapp.ui.kiosk.patience import WAITS, Patience
from boothapp.ui.kiosk.start import Start
from boothapp.ui.kiosk.thanks import WAITS as THANKS_WAIT
from boothapp.ui.kiosk.thanks import WAITS_FOR_CODE, Thanks
from boothapp.ui.pages.capture import saving
from boothapp.ui.pages.capture.scanning import Scanning
from boothapp.ui.window import Window
from boothapp.words import language, mark, plural, tr

if TYPE_CHECKING:
    from boothapp.actions.lane import Lane
    from boothapp.badge.reading import Reading
    from boothapp.domain.lead import Lead
    from boothapp.paper.code import Code

NO_PIN = mark("Set a PIN first, here under People: only a PIN takes the laptop back from the visitors.")
Scan = str | bytes
Keep = Callable[[Draft, UserError], None]


class Kiosk(QObject):
    """keep(draft, error) takes what the store refused; whole_screen: whether the rest of the screen goes."""

    def __init__(self, desk: Desk, window: Window, keep: Keep) -> None:
        super().__init__(window)
        self._desk, self._window, self._keep = desk, window, keep
        self.whole_screen, self.entered = True, 0
        self._spoken_before, self._state_before = words.language(), window.windowState()
        self.page: KioskPage | None = None
        self.scanning: Scanning | None = None
        self.languages: tuple[str, ...] = ()
        self.patience = Patience(self)
        self.patience.over.connect(self.begin_again)
        self.patience.left.connect(lambda left: self._shown().warn(left))

    def start(self) -> None:
        """Gives the window to the visitors, where somebody has a PIN to take it back."""
        if self._desk.show is None or self._window.kept:
            return
        if not with_pins(self._desk):
            self._desk.place_wanted.emit("show", "")
            self._desk.say(tr(NO_PIN), tone="info")
            return
        spoken = [one for one in self._desk.show.languages if one in words.LANGUAGES]
        self.languages, self.entered = tuple(spoken or words.LANGUAGES), 0
        self._spoken_before, self._state_before = words.language(), self._window.windowState()
        self._desk.signed_in.set_raised(False)
        self._make_page()
        self._window.keep_to(self._shown())
        self._window.installEventFilter(self)
        self._fill_screen()
        self.begin_again()

    def take(self, scan: Scan) -> None:
        """A badge shown to the scanner; whatever it says, it presses nothing."""
        if self.scanning is not None and not isinstance(self._shown().view(), Leaving):
            self.scanning.take_scan(scan)

    def begin_again(self) -> None:
        """The first page; what was typed before is gone."""
        self._speak(self.languages[0])
        start = Start(self._show(), self.languages)
        start.begun.connect(self._begin)
        self._shown().staff_button.show()
        self._shown().show_view(start)
        start.setFocus(Qt.FocusReason.OtherFocusReason)
        self.patience.end()

    def ask_to_leave(self) -> None:
        """Asks for a PIN; an entry under way is wiped."""
        if isinstance(self._shown().view(), Leaving):
            return
        self._speak(self._spoken_before)
        leaving = Leaving(self._desk, self._leave)
        leaving.left.connect(self.begin_again)
        self._shown().show_view(leaving)
        self._shown().staff_button.hide()
        leaving.begin()
        self._wait(WAITS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key of the system's own may take the window out of the full screen."""
        if watched is self._window and event.type() == QEvent.Type.WindowStateChange:
            QTimer.singleShot(0, self, self._fill_screen)
        return False

    def _begin(self, language: str) -> Entry:
        self._speak(language)
        entry = Entry(self._show(), self.languages)
        entry.done.connect(self._save)
        entry.left.connect(self.begin_again)
        entry.spoken.connect(self._speak)
        self._shown().show_view(entry)
        entry.take_keyboard()
        self._wait(WAITS)
        return entry

    def _read(self, reading: "Reading") -> None:
        """A badge begins an entry, or completes the one under way; another person's begins anew."""
        view = self._shown().view()
        if isinstance(view, Leaving):
            return
        if isinstance(view, Entry) and view.take(reading):
            self._wait(WAITS)
            return
        spoken = reading.visitor.language if reading.visitor.language in self.languages else ""
        if is_badge(reading):
            begun = language() if isinstance(view, Entry) else self.languages[0]
            self._begin(spoken or begun).take(reading)
        elif isinstance(view, Start):
            view.complain(tr(UNREAD))

    def _refused(self, _error: UserError) -> None:
        """Neither a private document nor a torn code is any news to the next one in the queue."""
        view = self._shown().view()
        if isinstance(view, Start):
            view.complain(tr(UNREAD))
        elif isinstance(view, Entry):
            view.message.say(tr(UNREAD), "warning")

    def _save(self, draft: Draft) -> None:
        """Thanks at once; the number and the receipt follow when the lead is stored."""
        thanks = Thanks(draft)
        thanks.left.connect(self.begin_again)
        self._shown().show_view(thanks)
        thanks.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wait(THANKS_WAIT)
        show, tasks = self._show(), self._desk.tasks
        tasks.change(
            lambda store: saving.save_all(store, show, [draft]),
            lambda saves: self._saved(draft, saves.last.lead),
            lambda error: self._not_saved(draft, error),
        )
        tasks.change(saving.make_findable, failed=lambda _error: None)

    def _saved(self, draft: Draft, lead: "Lead") -> None:
        self.entered += 1
        if (thanks := self._thanks(draft)) is None:
            return
        thanks.show_number(lead.number)
        if draft.consents:
            show, run = self._show(), self._desk.tasks.in_store
            self._desk.tasks.beside(
                lambda: _code(run, show, lead, draft), lambda code: self._show_code(draft, code)
            )

    def _show_code(self, draft: Draft, code: "Code") -> None:
        if (thanks := self._thanks(draft)) is not None:
            thanks.show_code(code)
            self._wait(WAITS_FOR_CODE)

    def _not_saved(self, draft: Draft, error: UserError) -> None:
        self._keep(draft, error)
        if (thanks := self._thanks(draft)) is not None:
            thanks.say_unsaved()

    def _thanks(self, draft: Draft) -> Thanks | None:
        """The page that thanks for this entry, while it is shown."""
        view = self.page.view() if self.page else None
        return view if isinstance(view, Thanks) and view.id == draft.id else None

    def _leave(self, staff: str) -> None:
        self.patience.end()
        self._window.removeEventFilter(self)
        page, self.page, self.scanning = self._shown(), None, None
        self._window.setWindowState(self._state_before)
        self._window.give_back()
        self._window.stack.removeWidget(page)
        page.hide()
        page.deleteLater()
        # What was refreshed meanwhile spoke the visitors' language.
        self._window.speak(self._spoken_before)
        self._desk.signed_in.enter(staff)
        if self.entered:
            n = self.entered
            self._desk.say(plural("{n} visitor entered themselves.", "{n} visitors entered themselves.", n))

    def _make_page(self) -> None:
        page = self.page = KioskPage(self._window.stack)
        page.staff_wanted.connect(self.ask_to_leave)
        scanning = self.scanning = Scanning(self._desk.tasks, self._show, page.scan, self._desk.scanner)
        scanning.read.connect(self._read)
        scanning.refused.connect(self._refused)

    def _fill_screen(self) -> None:
        if self._window.kept and self.whole_screen and not self._window.isFullScreen():
            self._window.showFullScreen()

    def _wait(self, seconds: int) -> None:
        self.patience.begin(self._window.windowHandle(), seconds)

    def _speak(self, language: str) -> None:
        """The visitors' pages only: what is behind speaks as it did."""
        words.use(language)
        QCoreApplication.sendEvent(self._shown(), QEvent(QEvent.Type.LanguageChange))

    def _show(self) -> Show:
        assert self._desk.show is not None  # nobody starts it without one
        return self._desk.show

    def _shown(self) -> KioskPage:
        assert self.page is not None  # only while visitors have the window
        return self.page


def _code(run: "Lane[Any]", show: Show, lead: "Lead", draft: Draft) -> "Code":
    """The receipt of what was allowed just now, kept as proof; it says what this visitor typed, no more."""
    from boothapp.actions import receipt_text, receipts
    from boothapp.paper.code import encode

    last = max(one.at for one in lead.consents)
    given = [one for one in lead.consents if one.at == last]
    text = receipt_text.of_now(show, lead, draft.visitor.name, given, draft.language)
    receipts.note_taken(run, lead, text, draft.consents, draft.language)
    return encode(text)
