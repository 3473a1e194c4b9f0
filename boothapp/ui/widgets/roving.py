"""One tab stop for a row of buttons: arrows move inside, Tab leaves."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: 1}


class Roving(QObject):
    """Keeps exactly one of the buttons in the tab order: the one focused last, else checked, else first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._buttons: list[QAbstractButton] = []

    def hold(self, buttons: Sequence[QAbstractButton]) -> None:
        """Takes over these buttons, in reading order."""
        self._buttons = list(buttons)
        for button in self._buttons:
            button.installEventFilter(self)
        self.settle()

    def settle(self) -> None:
        """Makes the checked button (else the first) the tab stop."""
        if self._buttons:
            self._stop_at(next((b for b in self._buttons if b.isChecked()), self._buttons[0]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        here = next((at for at, button in enumerate(self._buttons) if button is watched), None)
        if here is None:
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._stop_at(self._buttons[here])
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._move(here, Qt.Key(event.key()))
        return False

    def _move(self, here: int, key: Qt.Key) -> bool:
        if key not in _STEPS and key not in _ENDS:
            return False
        last = len(self._buttons) - 1
        there = _ENDS[key] * last if key in _ENDS else here + _STEPS[key]
        self._buttons[min(max(there, 0), last)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _stop_at(self, stop: QAbstractButton) -> None:
        for button in self._buttons:
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)
