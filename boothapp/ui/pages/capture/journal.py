"""The conversation under way, written down while people type: a crash or a power cut loses a second of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from boothapp.domain.draft import Draft, is_empty
from boothapp.errors import UserError
from boothapp.ui.tasks import Tasks

if TYPE_CHECKING:
    from boothapp.store.database import Store

# After the last key, and at the latest after the first one that is not written down yet (ms).
PAUSE, LATEST = 700, 3000
_LEFT = (QEvent.Type.Hide, QEvent.Type.WindowDeactivate)


class Journal(QObject):
    """Writes on the store's lane, behind whatever was begun there; nobody waits for it."""

    def __init__(self, tasks: Tasks, draft: Callable[[], Draft], page: QWidget) -> None:
        """draft: asked for the conversation as it stands; page: writes at once when it is left."""
        super().__init__(page)
        self._tasks, self._draft = tasks, draft
        self._written: Draft | None = None
        self._there = self._told = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._latest = QTimer(self, singleShot=True, interval=LATEST)
        for clock in (self._pause, self._latest):
            clock.timeout.connect(self.write)
        page.installEventFilter(self)

    def begin(self, draft: Draft) -> None:
        """Another conversation: what was still to be written of the one before is its own business."""
        self._stop()
        self._written, self._there = None, not is_empty(draft)

    def touch(self) -> None:
        """Something was typed, chosen or read."""
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def write(self) -> None:
        """Writes the conversation down now, if it says anything new."""
        self._stop()
        draft = self._draft()
        if draft == self._written or (is_empty(draft) and not self._there):
            return
        self._written, self._there = draft, not is_empty(draft)
        self._tasks.change(lambda store: _write(store, draft), self._kept, self._failed)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _LEFT:
            self.write()
        return False

    def _stop(self) -> None:
        self._pause.stop()
        self._latest.stop()

    def _kept(self, _nothing: None) -> None:
        self._told = False

    def _failed(self, error: UserError) -> None:
        """Said once: at each pause the same again would only be in the way."""
        self._written = None
        if not self._told:
            self._told = True
            self._tasks.unheard.emit(error)


def _write(store: "Store", draft: Draft) -> None:
    """What is on the page already is no news to any page."""
    from boothapp.actions import drafts

    drafts.keep(store, draft)
