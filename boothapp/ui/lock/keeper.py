"""When the window is locked or a PIN is asked, and what happens once the right one is typed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from boothapp.domain.people import LONGEST, SHORTEST, is_pin
from boothapp.errors import UserError
from boothapp.ui import keys
from boothapp.ui.desk import Desk
from boothapp.ui.lock.idle import Idle
from boothapp.ui.window import Window
from boothapp.words import tr

if TYPE_CHECKING:
    from boothapp.actions.people import Tried
    from boothapp.domain.people import Deed
    from boothapp.store.database import Store
    from boothapp.ui.lock.held_scans import HeldScans, Scan
    from boothapp.ui.lock.page import LockPage
    from boothapp.ui.signed_in import Act


class Lock(QObject):
    """Covers the window: locked, or while somebody signs in or a manager's PIN is asked.

    asks: "", "lock", "person" or "manager". Every page stays as it is behind.
    """

    def __init__(self, desk: Desk, window: Window, deliver: "Callable[[Scan], None]") -> None:
        super().__init__(window)
        self._desk, self._window, self._deliver = desk, window, deliver
        self.asks, self._who, self._turn = "", "", 0
        self._deed: Deed = "crm"
        self._act: Act = _nothing
        self._minutes, self._offered = 0, desk.signed_in.roster
        self.page: LockPage | None = None
        self.held: HeldScans | None = None
        self.idle = Idle(self)
        self.idle.over.connect(self.lock)
        # No window hears a serial scanner, but whoever scans is at the laptop.
        desk.scanner.received.connect(lambda _scan: self.idle.touch())
        signed_in = desk.signed_in
        signed_in.lock_wanted.connect(self.lock)
        signed_in.pin_wanted.connect(self._ask_person)
        signed_in.manager_wanted.connect(self._ask_manager)
        signed_in.changed.connect(self.watch)
        if isinstance(app := QApplication.instance(), QApplication):
            # Whoever comes from another window may have set PINs there.
            app.applicationStateChanged.connect(lambda _state: signed_in.look(_nothing))
        QShortcut(QKeySequence(keys.LOCK), window).activated.connect(self.lock)

    def lock(self) -> None:
        """Hides every page; whoever is signed in, or somebody else, signs in again."""
        if self._desk.show is None or self._window.at_door() or self._window.kept or self.asks == "lock":
            return
        self._desk.signed_in.set_raised(False)
        self._close_what_is_above()
        self._cover("lock")
        self._pick(self._desk.staff)
        self._desk.signed_in.look(_nothing)

    def hold(self, scan: "Scan") -> bool:
        """Keeps a scan that comes while a PIN is asked; False where it may go where it belongs."""
        if not self.asks:
            return False
        if self.held is None:
            from boothapp.ui.lock.held_scans import HeldScans

            self.held = HeldScans(self._desk, self._window.bars)
            self.held.taken.connect(self._deliver)
            if layout := self._window.bars.layout():
                layout.addWidget(self.held)
        self.held.hold(scan)
        self._shown().hold(len(self.held.scans))
        return True

    def _ask_person(self, id: str) -> None:
        self._cover("person")
        self._pick(id)

    def _ask_manager(self, deed: "Deed", act: "Act") -> None:
        from boothapp.actions.people import MANAGER
        from boothapp.ui.lock import askings

        self._cover("manager")
        self._who, self._deed, self._act = "", deed, act
        if self._desk.signed_in.roster.guarded:
            self._shown().ask(askings.manager(deed))
            self._ask_wait(MANAGER)
        else:
            self._forgotten()

    def _pick(self, id: str) -> None:
        """This person wants in."""
        from boothapp.actions.people import of_person
        from boothapp.ui.lock import askings

        self._who, self._turn = id, self._turn + 1
        has_pin = self._desk.signed_in.roster.has_pin(id)
        show = self._desk.show
        person = show.person(id) if show else None
        if self.asks == "person" and person is not None:
            self._shown().ask(askings.person(person), id)
        else:
            self._shown().ask(askings.locked(has_pin), id)
        if has_pin:
            self._ask_wait(of_person(id))

    def _chosen(self, id: str) -> None:
        """A name was tapped; in a show without staff there is none."""
        show = self._desk.show
        if show is None or (show.staff and show.person(id) is None):
            return
        if self._desk.signed_in.roster.has_pin(id):
            self._pick(id)
            return
        self._who, asks = id, self.asks

        def known() -> None:
            if (self._who, self.asks) != (id, asks):
                return
            if self._desk.signed_in.roster.has_pin(id):
                self._pick(id)
            else:
                self._let_in(id)

        self._desk.signed_in.look(known)

    def _typed(self, pin: str) -> None:
        from boothapp.actions import people

        if not is_pin(pin):
            least = tr("A PIN has {least} to {most} digits.").format(least=SHORTEST, most=LONGEST)
            self._shown().complain(least)
            return
        who = self._who
        if self.asks == "manager":
            self._try(lambda store: people.enter_manager(store, pin), self._right)
        else:
            self._try(lambda store: people.enter(store, who, pin), self._right)

    def _forgotten(self) -> None:
        """Asks for what opens the leads instead."""
        from boothapp.actions import people
        from boothapp.ui.lock import askings

        turn = self._turn = self._turn + 1
        manager = self.asks == "manager"

        def ask(can: bool) -> None:
            if turn == self._turn:
                self._shown().ask(askings.recovery(can, manager))
                self._ask_wait(people.RECOVERY)

        self._desk.tasks.ask(people.can_recover, ask)

    def _proved(self, secret: str) -> None:
        from boothapp.actions import people

        who = self._who
        if self.asks == "manager":
            self._try(lambda store: people.recover(store, secret), self._right)
        else:
            self._try(lambda store: people.reset(store, who, secret), self._taken_away)

    def _try(self, work: "Callable[[Store], Tried]", right: Callable[[], None]) -> None:
        turn = self._turn = self._turn + 1

        def tried(answer: "Tried") -> None:
            if turn != self._turn:
                return
            if answer.right:
                right()
            else:
                self._shown().wait(answer.wait, answer.counted)

        def failed(error: UserError) -> None:
            if turn == self._turn:
                self._shown().complain(str(error))

        self._desk.tasks.change(work, tried, failed)

    def _right(self) -> None:
        if self.asks == "manager":
            act = self._act
            self._desk.signed_in.set_raised(True)
            self._open()
            act()
        else:
            self._let_in(self._who)

    def _taken_away(self) -> None:
        self._let_in(self._who)
        self._desk.say(
            tr("The forgotten PIN is taken away. A new one is set on the Show page, under People.")
        )

    def _let_in(self, id: str) -> None:
        self._open()
        if id:
            self._desk.signed_in.enter(id)

    def _leave(self) -> None:
        """Back to the PIN from the recovery key, else to the page."""
        if self.asks == "lock" or (self._shown().asking.secret and self.asks == "person"):
            self._pick(self._who)
        elif self._shown().asking.secret and self._desk.signed_in.roster.guarded:
            self._ask_manager(self._deed, self._act)
        else:
            self._open()

    def _open(self) -> None:
        self.asks, self._act, self._turn = "", _nothing, self._turn + 1
        self._shown().empty()
        self._window.uncover()
        if self.held is not None:
            self.held.offer()

    def _cover(self, asks: str) -> None:
        self.asks = asks
        show, page = self._desk.show, self._shown()
        if show is not None and asks == "lock":
            people = sorted(show.staff, key=lambda one: one.sales)
            self._offered = self._desk.signed_in.roster
            page.show_people(people, self._offered)
        page.hold(len(self.held.scans) if self.held else 0)
        if self.held is not None:
            self.held.hide()
        self._window.cover(page)

    def _ask_wait(self, name: str) -> None:
        """A wait begun before, perhaps by another person or before a restart, goes on."""
        from boothapp.actions import people

        turn = self._turn = self._turn + 1

        def told(seconds: float) -> None:
            if turn == self._turn and seconds:
                self._shown().wait(seconds, wrong=False)

        self._desk.tasks.ask(lambda store: people.waiting(store, name), told)

    def _shown(self) -> "LockPage":
        if self.page is None:
            from boothapp.ui.lock.page import LockPage

            page = self.page = LockPage(self._window.stack)
            page.chosen.connect(self._chosen)
            page.typed.connect(self._typed)
            page.proved.connect(self._proved)
            page.forgotten.connect(self._forgotten)
            page.left.connect(self._leave)
        return self.page

    def watch(self) -> None:
        """Locks after the idle minutes that are chosen now, and offers people as they sign in now."""
        minutes = self._desk.signed_in.roster.minutes
        if self.asks == "lock" and self._desk.signed_in.roster != self._offered:
            self._cover("lock")
            self._pick(self._who)
        if minutes != self._minutes:
            self._minutes = minutes
            self.idle.watch(self._window.windowHandle(), minutes)

    def _close_what_is_above(self) -> None:
        """A menu, a list or a question over the page would stay readable."""
        for one in QApplication.topLevelWidgets():
            if one.isVisible() and one is not self._window and _belongs(one, self._window):
                one.close()


def _belongs(part: QWidget | None, window: QWidget) -> bool:
    while part is not None and part is not window:
        part = part.parentWidget()
    return part is window


def _nothing() -> None:
    """Nothing waits for a PIN."""
