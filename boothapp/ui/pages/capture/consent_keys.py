"""One key ticks a consent from wherever the keyboard is: the key stands in the box until the tick does."""

from collections.abc import Mapping

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from boothapp.ui import keys
from boothapp.ui.widgets.tick import Tick


def give_keys(page: QWidget, ticks: Mapping[str, Tick]) -> None:
    """The function keys of the table, one a purpose in its order; a letter or digit would end in a field."""
    table = keys.PAGES["capture"]["consent"]
    first, last = (int(key.removeprefix("F")) for key in (table.keys[0], table.to))
    for number, tick in zip(range(first, last + 1), ticks.values(), strict=False):
        QShortcut(QKeySequence(f"F{number}"), page).activated.connect(tick.click)
        tick.show_key(f"F{number}")
