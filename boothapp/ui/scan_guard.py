"""Keeps a scanner that types from pressing buttons: its burst of keys goes to the scan field as one text.

A scanner sends a key every 1 to 30 ms; a person's four keys in a row take far longer. A single key waits
GAP ms before it counts as a person's, too short to be noticed. Keys without Ctrl or Alt never reach a
QShortcut while the guard is on: a page takes such a key (a digit, "/") in its keyPressEvent.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from boothapp.ui.widgets.scan_field import ScanField

GAP, FEWEST = 35, 4
_ENDS = {Qt.Key.Key_Return: "\n", Qt.Key.Key_Enter: "\n", Qt.Key.Key_Tab: "\t"}
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


@dataclass(frozen=True)
class _Key:
    """A key held back, as much of it as is needed to send it again."""

    kind: QEvent.Type
    key: int
    modifiers: Qt.KeyboardModifier
    text: str

    def again(self) -> QKeyEvent:
        return QKeyEvent(self.kind, self.key, self.modifiers, self.text)


class ScanGuard(QObject):
    """Watches the whole program; `deliver` gets the text of a scan that was typed outside the scan field."""

    def __init__(self, deliver: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deliver = deliver
        self._held: list[_Key] = []
        self._replaying = self._looked_twice = False
        self._since, self._clock = QElapsedTimer(), QTimer(self, singleShot=True, interval=GAP)
        self._clock.timeout.connect(self._silence)

    def watch(self, app: QCoreApplication) -> None:
        """Looks at every key of the program from now on."""
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if self._replaying or isinstance(watched, ScanField):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._keeps_from_shortcuts(event)
        return event.type() in _KEYS and self._hold(event)

    def _keeps_from_shortcuts(self, event: QKeyEvent) -> bool:
        if not _is_plain(event):
            return False
        event.accept()
        return True

    def _hold(self, event: QKeyEvent) -> bool:
        """Holds a key back that may belong to a scan; any other key first lets the held ones go."""
        inside = bool(self._held) and (event.type() == QEvent.Type.KeyRelease or event.key() in _ENDS)
        pressed = event.type() == QEvent.Type.KeyPress and _is_plain(event) and not event.isAutoRepeat()
        if not inside and not pressed:
            self._let_go()
            return False
        text = _ENDS.get(Qt.Key(event.key()), event.text())
        self._held.append(_Key(event.type(), event.key(), event.modifiers(), text))
        self._since.start()
        self._looked_twice = False
        self._clock.start()
        return True

    def _silence(self) -> None:
        """No key for a while: a scan, or a person. After a stall the next keys may still be on their way."""
        if self._since.elapsed() > 3 * GAP and not self._looked_twice:
            self._looked_twice = True
            self._clock.start()
            return
        presses = [key for key in self._held if key.kind == QEvent.Type.KeyPress]
        if len(presses) >= FEWEST:
            self._held.clear()
            self._deliver("".join(key.text for key in presses))
        else:
            self._let_go()

    def _let_go(self) -> None:
        """Gives the keys held back to whoever has the keyboard now."""
        self._clock.stop()
        held, self._held = self._held, []
        self._replaying = True
        try:
            for key in held:
                if target := QApplication.focusWidget():
                    QCoreApplication.sendEvent(target, key.again())
        finally:
            self._replaying = False


def _is_plain(event: QKeyEvent) -> bool:
    """A key that types something, with at most Shift or the number pad."""
    return bool(event.text().strip("\r\n\t\b\x1b\x7f")) and not event.modifiers() & ~_PLAIN
