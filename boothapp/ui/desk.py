"""What every page stands on: the work lanes, the settings, the open show and who is at the stand."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from boothapp.paths import Home
from boothapp.settings import Settings
from boothapp.ui.laptop import LaptopWatch
from boothapp.ui.scanner import Scanner
from boothapp.ui.signed_in import SignedIn
from boothapp.ui.tasks import Tasks

if TYPE_CHECKING:
    from boothapp.domain.show import Show


class Undo:
    """Takes one thing back, at the first call; used: it was called, wherever it was offered."""

    def __init__(self, act: Callable[[], None]) -> None:
        self._act, self.used = act, False

    def __call__(self) -> None:
        if not self.used:
            self.used = True
            self._act()


class Desk(QObject):
    """One laptop at the stand while the window is open.

    show: the open show, None until there is one; scanner, laptop: this laptop's; signed_in: who is at the
    stand and what a manager's PIN opens; show_opened tells the pages; say(text, undo) tells people;
    staff_chosen tells who is at the stand now; wrong carries our bug; place_wanted asks for a place by key
    and, there, for a lead by id ("" for none); leads_wanted for the leads that filters find, by facet;
    doing tells that something has begun whose Undo is yet to come: the one in sight is not of it.
    """

    show_opened = Signal(object)
    staff_chosen = Signal(str)
    said = Signal(str, object, str)
    wrong = Signal(object)
    place_wanted = Signal(str, str)
    leads_wanted = Signal(object)
    doing = Signal()

    def __init__(self, tasks: Tasks, settings: Settings, home: Home, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks, self.settings, self.home = tasks, settings, home
        self.show: Show | None = None
        self.scanner = Scanner(settings, self)
        self.signed_in = SignedIn(self)
        self.laptop = LaptopWatch(tasks, home, self)

    def open_show(self, show: "Show") -> None:
        """From now on the pages work for this show."""
        self.show = show
        self.show_opened.emit(show)

    def say(self, text: str, undo: Callable[[], None] | None = None, tone: str = "") -> None:
        """Tells people in the message line what was done; `undo` takes it back; tone "info": nothing was."""
        self.said.emit(text, Undo(undo) if undo and not isinstance(undo, Undo) else undo, tone)

    @property
    def staff(self) -> str:
        """The staff member at the stand, by id; "" where nobody has said so, or not at this show."""
        chosen = self.settings.get("staff")
        return chosen if self.show is not None and self.show.person(chosen) else ""

    def choose_staff(self, id: str) -> None:
        """From now on this staff member is at the stand; a manager's PIN entered before holds no more."""
        self.settings.choose("staff", id)
        self.signed_in.set_raised(False)
        self.staff_chosen.emit(id)
