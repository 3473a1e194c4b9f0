"""The show's name and how many leads it has."""

from PySide6.QtWidgets import QWidget

from boothapp.domain.show import Show
from boothapp.ui.next_paint import after_next_paint
from boothapp.ui.pages.capture import saving
from boothapp.ui.tasks import Tasks
from boothapp.ui.widgets.speech import Words
from boothapp.words import plural


class Tally(Words):
    """Counts when asked, beside the window."""

    def __init__(self, tasks: Tasks, show: Show, parent: QWidget | None = None) -> None:
        super().__init__("", "label", "muted", parent)
        self._tasks, self._show, self._count = tasks, show, 0
        # With the page in sight: nobody waits for the number.
        after_next_paint(self, self.count)

    def count(self) -> None:
        """Asks the store."""
        self._tasks.ask(lambda store: saving.count(store, self._show.id), self._counted)

    def retranslate(self) -> None:
        """The words of the count again."""
        leads = plural("{n} lead", "{n} leads", self._count)
        self.say(f"{self._show.name} · {leads}")

    def _counted(self, count: int) -> None:
        self._count = count
        self.retranslate()
