"""Who is signed in on this laptop, and whether a manager's PIN opens what others may not do."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from boothapp.domain.people import Roster

if TYPE_CHECKING:
    from boothapp.domain.changes import Changes
    from boothapp.domain.people import Deed
    from boothapp.store.database import Store
    from boothapp.ui.desk import Desk

Act = Callable[[], None]


class SignedIn(QObject):
    """Whoever is signed in signs captures, edits and consents.

    raised: a manager's PIN was entered; it holds until the lock or the switch. changed tells of other people,
    PINs or rights; pin_wanted(staff) and manager_wanted(deed, act) ask for a PIN, lock_wanted for the lock.
    """

    changed = Signal()
    pin_wanted = Signal(str)
    manager_wanted = Signal(str, object)
    lock_wanted = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.roster, self.raised = Roster(), False
        desk.tasks.changed.connect(self._refresh)

    def take(self, roster: Roster) -> None:
        """From now on these are the PINs and rights."""
        self.roster = roster
        self.changed.emit()

    def choose(self, id: str) -> None:
        """This person was chosen to be signed in; one with a PIN is asked for it."""
        if id == self._desk.staff:
            return
        if self.roster.has_pin(id):
            self.pin_wanted.emit(id)
        else:
            before = self._desk.staff
            self._desk.choose_staff(id)
            self.look(lambda: self._check(id, before))

    def look(self, then: Act) -> None:
        """Does it once PINs and rights are known as they are now: another window may have set one."""

        def known(roster: Roster) -> None:
            if roster != self.roster:
                self.take(roster)
            then()

        self._desk.tasks.ask(_roster, known, lambda _error: then())

    def enter(self, id: str) -> None:
        """This person has proved to be it, or has no PIN."""
        if id != self._desk.staff:
            self._desk.choose_staff(id)
        show = self._desk.show
        person = show.person(id) if show else None
        proved = self.roster.has_pin(id) and person is not None and self.roster.is_manager(person)
        self.set_raised(proved)

    def set_raised(self, on: bool) -> None:
        """Whether a manager's PIN holds from now on."""
        if on != self.raised:
            self.raised = on
            self.changed.emit()

    def do(self, deed: "Deed", act: Act) -> None:
        """Does it, once a manager's PIN is entered where that is needed."""
        if self.roster.may(deed, self.raised):
            act()
        else:
            self.manager_wanted.emit(deed, act)

    def only(self, deed: "Deed", act: Act) -> Act:
        """The same as a function for a button."""
        return lambda: self.do(deed, act)

    def _check(self, id: str, before: str) -> None:
        """Whoever got a PIN in another window is not signed in without it."""
        if self._desk.staff == id and self.roster.has_pin(id):
            self._desk.choose_staff(before)
            self.pin_wanted.emit(id)

    def _refresh(self, changes: "Changes") -> None:
        if "people" in changes.topics:
            self._desk.tasks.ask(_roster, self.take)


def _roster(store: "Store") -> Roster:
    from boothapp.store import people

    return people.roster(store)
