"""The question at a close that would lose a conversation, because the store refused it."""

from collections.abc import Callable

from PySide6.QtWidgets import QMessageBox, QWidget

from boothapp.errors import UserError
from boothapp.ui.widgets.buttons import Button
from boothapp.words import mark, tr

KEPT = mark("What you typed is not saved yet; it is kept on the page.")
STAY, WITHOUT = mark("Stay"), mark("Close without it")


def ask(window: QWidget, error: UserError, give_up: Callable[[], None]) -> QMessageBox:
    """Says why the window stays, and what to do; `give_up` is called where a person closes all the same."""
    box = QMessageBox(window)
    box.setWindowTitle("boothapp")
    box.setText(f"<b>{error.happened}</b>")
    box.setInformativeText(" ".join(part for part in (error.step, tr(KEPT)) if part))
    stay, without = Button(STAY, "primary", parent=box), Button(WITHOUT, "secondary", parent=box)
    box.addButton(without, QMessageBox.ButtonRole.DestructiveRole)
    box.addButton(stay, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    without.clicked.connect(give_up)
    box.finished.connect(box.deleteLater)
    box.open()
    return box
