"""Tells when no key has come for a while; a busy window first takes the keys that are waiting."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

# A timer so late says that the window was busy: what came meanwhile is still to be taken.
LATE = 15
# A window that is always busy gets its keys all the same.
_MOST_LOOKS = 3


class Silence(QObject):
    """Emits over once nothing has happened for the time waited."""

    over = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._since, self._looks = QElapsedTimer(), 0
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._end)

    def wait(self, milliseconds: int) -> None:
        """From now on; what was waited for before counts no more."""
        self._looks = 0
        self._begin(milliseconds)

    def stop(self) -> None:
        """Waits for nothing."""
        self._clock.stop()

    def _begin(self, milliseconds: int) -> None:
        self._since.start()
        self._clock.start(milliseconds)

    def _end(self) -> None:
        late = self._since.elapsed() - self._clock.interval() > LATE
        if late and self._looks < _MOST_LOOKS:
            self._looks += 1
            self._begin(min(self._clock.interval(), LATE))
        else:
            self.over.emit()
