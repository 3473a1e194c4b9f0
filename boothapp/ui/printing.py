"""PDF pages to the system's print queue, or to its viewer where there is none."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from boothapp.actions.printer import print_bytes, printer_there

__all__ = ["print_bytes", "printer_there", "show_file"]


def show_file(file: Path) -> bool:
    """Opens the file in the system's viewer, on the window's thread; False where there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
