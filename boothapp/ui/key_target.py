"""Who gets a key now, who keeps its keys to itself, and how dead keys are kept from being composed."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodQueryEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from boothapp.ui.widgets.scan_field import ScanField


def ask_composer() -> None:
    """While a scan is under way its dead keys come as keys; else the field's composer would swallow them."""
    QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImEnabled)


def composes_nothing(event: QInputMethodQueryEvent) -> bool:
    event.setValue(Qt.InputMethodQuery.ImEnabled, False)
    return True


def target() -> QWidget | None:
    """Who gets a key now: inside an open menu or list what has the keyboard there."""
    if popup := QApplication.activePopupWidget():
        return popup.focusWidget() or popup
    return QApplication.focusWidget()


def give(keys: Sequence[QEvent]) -> None:
    """Each key to whoever gets it then."""
    for key in keys:
        if widget := target():
            QCoreApplication.sendEvent(widget, key)


def is_left_alone(watched: QWidget) -> bool:
    """The scan field takes scans itself; a passphrase is nobody's scan."""
    secret = isinstance(watched, QLineEdit) and watched.echoMode() != QLineEdit.EchoMode.Normal
    return secret or isinstance(watched, ScanField)
