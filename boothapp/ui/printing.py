"""PDF pages to the system's print queue, or to its viewer where there is none; runs beside the window."""

import shutil
import subprocess
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from boothapp.errors import EnvironmentFault
from boothapp.words import tr

PATIENCE = 20


def printer_there() -> bool:
    """Whether the system has a print queue to send to."""
    if not (shutil.which("lp") and shutil.which("lpstat")):
        return False
    return bool(_run(["lpstat", "-e"]).stdout.strip())


def print_bytes(pdf: bytes, title: str) -> str:
    """Sends pages that may not touch the disk; the sentence that says so. Raises EnvironmentFault."""
    if not printer_there():
        raise EnvironmentFault(
            tr("No printer is set up on this laptop."), step=tr("Save the page as PDF, or connect a printer.")
        )
    _must(_run(["lp", "-t", title], pdf))
    return tr("Sent to the printer.")


def show_file(file: Path) -> bool:
    """Opens the file in the system's viewer, on the window's thread; False where there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _run(command: list[str], given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(command, input=given, capture_output=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _no_answer(str(error)) from error


def _must(ended: subprocess.CompletedProcess[bytes]) -> None:
    if ended.returncode:
        raise _no_answer(ended.stderr.decode("utf-8", "replace").strip())


def _no_answer(reason: str) -> EnvironmentFault:
    return EnvironmentFault(
        tr("The printer does not take the page: {reason}.").format(reason=reason),
        safe=tr("The lead is saved."),
        step=tr("Check the printer, then print again."),
    )
