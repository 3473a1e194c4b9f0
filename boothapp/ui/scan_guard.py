"""Keeps a scanner that types from pressing buttons: its burst of keys goes to the capture page as one text.

A scanner sends a key every 1 to 30 ms; a person's four keys in a row take far longer. A single key waits
GAP ms before it counts as a person's, too short to be noticed. Keys without Ctrl or Alt never reach a
QShortcut while the guard is on: a page takes such a key (a digit, "/") in its keyPressEvent.
In a field for text a quick typist is believed: only what looks like a badge is a scan there.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from boothapp.ui import payloads
from boothapp.ui.widgets.scan_field import ScanField

GAP, FEWEST = 35, 4
# A wireless scanner may stall before the end of its line, and between the lines of a card.
STALL = 150
_ENDS = {Qt.Key.Key_Return: "\n", Qt.Key.Key_Enter: "\n", Qt.Key.Key_Tab: "\t"}
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_GROUP = Qt.KeyboardModifier.GroupSwitchModifier
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_MODIFIERS = (
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_Mode_switch,
)  # fmt: skip


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
    """Watches the whole program; `deliver` gets each scan that was typed outside the scan field."""

    def __init__(self, deliver: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deliver = deliver
        self._held: list[_Key] = []
        self._in_text = self._replaying = self._looked_twice = False
        self._since, self._clock = QElapsedTimer(), QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._silence)

    def watch(self) -> None:
        """Looks at every key of the program from now on."""
        if app := QCoreApplication.instance():
            app.installEventFilter(self)

    def rest(self) -> None:
        """Looks no more; keys held back go where they were typed."""
        if app := QCoreApplication.instance():
            app.removeEventFilter(self)
        self._let_go()

    def holding(self) -> bool:
        """Whether keys wait for the decision who sent them."""
        return bool(self._held)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._replaying or not isinstance(watched, QWidget):
            return False
        if self._held and event.type() == QEvent.Type.MouseButtonPress:
            self._let_go()
        if not isinstance(event, QKeyEvent) or (not self._held and _is_left_alone(watched)):
            return False
        if event.key() in _MODIFIERS:
            return self._wait_on()
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._keeps_from_shortcuts(event)
        return event.type() in _KEYS and self._hold(watched, event)

    def _wait_on(self) -> bool:
        """A Shift between two keys is part of the burst, and harmless to whoever gets it."""
        if self._held:
            self._restart()
        return False

    def _keeps_from_shortcuts(self, event: QKeyEvent) -> bool:
        if _is_plain(event) or (self._held and _is_end(event)):
            event.accept()
            return True
        self._let_go()
        return False

    def _hold(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Holds a key back that may belong to a scan; any other key first lets the held ones go."""
        release = event.type() == QEvent.Type.KeyRelease
        inside = bool(self._held) and (release or _is_end(event))
        pressed = not release and _is_plain(event) and not event.isAutoRepeat()
        if not inside and not pressed:
            if not release:
                self._let_go()
            return False
        if not self._held:
            self._in_text = isinstance(watched, QLineEdit | QTextEdit | QPlainTextEdit)
        text = _ENDS[Qt.Key(event.key())] if _is_end(event) else event.text()
        self._held.append(_Key(event.type(), event.key(), event.modifiers(), text))
        self._restart()
        return True

    def _restart(self) -> None:
        self._since.start()
        self._looked_twice = False
        self._clock.start(GAP)

    def _silence(self) -> None:
        """No key for a while: a scan, or a person. After a stall the next keys may still be on their way."""
        presses = [key for key in self._held if key.kind == QEvent.Type.KeyPress]
        text = "".join(key.text for key in presses)
        many = len(presses) >= FEWEST
        unfinished = many and not payloads.is_whole(text) and (not self._in_text or payloads.begins(text))
        if not self._looked_twice and (unfinished or self._since.elapsed() > 3 * GAP):
            self._looked_twice = True
            self._clock.start(STALL if unfinished else GAP)
        elif many and (not self._in_text or payloads.is_badge(text)):
            self._held.clear()
            for scan in payloads.split(text):
                self._deliver(scan)
        else:
            self._let_go()

    def _let_go(self) -> None:
        """Gives the keys held back to whoever has the keyboard now."""
        self._clock.stop()
        held, self._held = self._held, []
        self._replaying = True
        try:
            for key in held:
                if target := QApplication.activePopupWidget() or QApplication.focusWidget():
                    QCoreApplication.sendEvent(target, key.again())
        finally:
            self._replaying = False


def _is_left_alone(watched: QWidget) -> bool:
    """The scan field takes scans itself; a passphrase is nobody's scan."""
    secret = isinstance(watched, QLineEdit) and watched.echoMode() != QLineEdit.EchoMode.Normal
    return secret or isinstance(watched, ScanField)


def _is_end(event: QKeyEvent) -> bool:
    return event.key() in _ENDS and not event.modifiers() & ~_PLAIN


def _is_plain(event: QKeyEvent) -> bool:
    """A key that types something, with at most Shift, AltGr or the number pad."""
    return bool(event.text().strip("\r\n\t\b\x1b\x7f")) and not event.modifiers() & ~(_PLAIN | _GROUP)
