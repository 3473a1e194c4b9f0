"""Gives the keyboard back to the button that began some work or unfolded a part, once that is over."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget


def leave(part: QWidget, button: QWidget, staying: bool = False) -> None:
    """Before a part folds away, gives the keyboard inside it to the button that unfolds it again."""
    now = QApplication.focusWidget()
    if not staying and now is not None and part.isAncestorOf(now):
        button.setFocus()


class FocusBack:
    """Qt moves the keyboard on when the button that has it is turned off; nobody asked for that."""

    def __init__(self) -> None:
        self._had: QWidget | None = None
        self._landed: QWidget | None = None

    def turn_off(self, buttons: Callable[[], None]) -> None:
        """Runs what turns the buttons off and remembers who had the keyboard."""
        had = QApplication.focusWidget()
        buttons()
        if had is not None and not had.isEnabled():
            self._had, self._landed = had, QApplication.focusWidget()

    def give_back(self, otherwise: Callable[[], None] | None = None) -> None:
        """Gives the keyboard back, unless the person moved it; `otherwise` where the button is still off."""
        had, self._had = self._had, None
        if had is None or QApplication.focusWidget() is not self._landed:
            return
        if had.isEnabled() and had.isVisible():
            had.setFocus()
        elif otherwise is not None:
            otherwise()
