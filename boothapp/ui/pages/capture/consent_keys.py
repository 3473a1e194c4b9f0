"""One key ticks a consent from wherever the keyboard is: the key stands in the box until the tick does."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from boothapp.ui import key_times, keys
from boothapp.ui.widgets.tick import Tick

# A scanner that begins with such a key presses the next one by then (s); no hand is so quick.
_NEXT_OF_SCANNER = 0.05
_ASKED = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


class ConsentKeys(QObject):
    """The function keys of the table, one a purpose in its order; a letter or digit would end in a field.

    A scan ticks nothing: where such a key turns out to be its beginning, the tick is taken back at once.
    """

    def __init__(self, page: QWidget, ticks: Mapping[str, Tick]) -> None:
        super().__init__(page)
        self._ticked, self._at = next(iter(ticks.values()), None), 0.0
        table = keys.PAGES["capture"]["consent"]
        first, last = (int(key.removeprefix("F")) for key in (table.keys[0], table.to))
        for number, tick in zip(range(first, last + 1), ticks.values(), strict=False):
            pressed = QShortcut(QKeySequence(f"F{number}"), page)
            pressed.setAutoRepeat(False)
            pressed.activated.connect(partial(self._press, tick))
            tick.show_key(f"F{number}")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Looks at the one key after it."""
        if isinstance(event, QKeyEvent) and event.type() in _ASKED and not event.isAutoRepeat():
            self._watch(False)
            # Ctrl begins a person's Ctrl+Enter.
            if self._ticked is not None and event.key() != Qt.Key.Key_Control and self._is_quick(event):
                self._ticked.click()
        return False

    def _is_quick(self, event: QKeyEvent) -> bool:
        """By when the keys were pressed: a window that was busy gets those of a second at once."""
        at, waited = key_times.pressed_at(event)
        # Where nobody knows how long a key waited, no consent stands that a scanner may have given.
        return abs(at - self._at) - waited < _NEXT_OF_SCANNER

    def _press(self, tick: Tick) -> None:
        self._ticked, self._at = tick, key_times.last()
        tick.click()
        self._watch(True)

    def _watch(self, on: bool) -> None:
        if app := QCoreApplication.instance():
            app.removeEventFilter(self)
            if on:
                app.installEventFilter(self)
