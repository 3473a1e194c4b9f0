"""The line of state of the capture page: the show, and how many leads it has."""

from PySide6.QtWidgets import QWidget

from boothapp.domain.show import Show
from boothapp.ui.pages.capture import saving
from boothapp.ui.tasks import Tasks
from boothapp.ui.widgets.speech import Words
from boothapp.words import plural


class ShowState(Words):
    """Counts on the store's lane."""

    def __init__(self, tasks: Tasks, show: Show, parent: QWidget) -> None:
        super().__init__("", "label", "muted", parent)
        self._tasks, self._show, self._count = tasks, show, 0

    def count(self) -> None:
        """Counts again."""
        self._tasks.ask(lambda store: saving.count(store, self._show.id), self._counted)

    def tell(self) -> None:
        """Says it in the language spoken now."""
        leads = plural("{n} lead", "{n} leads", self._count)
        self.say(f"{self._show.name} · {leads}")

    def _counted(self, count: int) -> None:
        self._count = count
        self.tell()
