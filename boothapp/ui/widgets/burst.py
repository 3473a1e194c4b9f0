"""Keys that come into one field as fast as no person types."""

from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent

# From key to key, in seconds; so many such keys in a row are a scanner's.
_QUICK, _FEWEST = 0.035, 3
# So long nothing comes when it is over (ms).
_OVER = 300


class Burst(QObject):
    """on: while a scanner types. Then dead keys come as keys, which the composer would swallow."""

    def __init__(self) -> None:
        super().__init__()
        self.on = False
        self._count, self._last, self._began = 0, 0.0, 0.0
        self._clock = QTimer(self, singleShot=True, interval=_OVER)
        self._clock.timeout.connect(self._end)

    def dead_sign(self, event: QKeyEvent) -> str:
        """Takes note of a key; gives the mark of a dead one in a burst, "" for any other."""
        # The names of keys are loaded by the first key, not by the start.
        from boothapp.ui import key_times, scan_keys

        at, _waited = key_times.pressed_at(event)
        self._count = self._count + 1 if 0 <= at - self._last < _QUICK else 0
        self._last = at
        if self._count >= _FEWEST and not self.on:
            self._set(True)
        if self.on:
            self._wait()
        return scan_keys.DEAD.get(Qt.Key(event.key()), "") if self.on else ""

    def _wait(self) -> None:
        self._began = monotonic()
        self._clock.start()

    def _end(self) -> None:
        # A window that stood still has the keys of that time still to take.
        if (monotonic() - self._began) * 1000 > 2 * _OVER:
            self._wait()
        else:
            self._set(False)

    def _set(self, on: bool) -> None:
        self.on = on
        QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImEnabled)
