"""What every page stands on: the work lanes, the settings, the open show and who is at the stand."""

from PySide6.QtCore import QObject, Signal

from boothapp.domain.show import Show
from boothapp.settings import Settings
from boothapp.ui.tasks import Tasks


class Desk(QObject):
    """One laptop at the stand while the window is open.

    show: the open show, None until there is one; show_opened tells the pages; say(text, undo) tells people;
    place_wanted asks for a place by key and, there, for a lead by id ("" for none).
    """

    show_opened = Signal(object)
    said = Signal(str, object)
    wrong = Signal(object)
    place_wanted = Signal(str, str)

    def __init__(self, tasks: Tasks, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tasks, self.settings = tasks, settings
        self.show: Show | None = None

    def open_show(self, show: Show) -> None:
        """From now on the pages work for this show."""
        self.show = show
        self.show_opened.emit(show)

    @property
    def staff(self) -> str:
        """The staff member at the stand, by id; "" where nobody has said so."""
        return self.settings.get("staff")
