"""Asks where to save a file, beginning where people keep theirs."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from boothapp.settings import Settings


def first_folder(settings: Settings) -> Path:
    """The folder used last, while it is there; else the person's documents."""
    last = settings.get("folder")
    if last and Path(last).is_dir():
        return Path(last)
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def remember_folder(settings: Settings, file: Path) -> None:
    """The next dialog begins where this file is."""
    settings.choose("folder", str(file.parent))


def ask_file(settings: Settings, over: QWidget, title: str, proposed: str, kinds: str) -> str:
    """Asks where to save under a ready title; "" where the person changed their mind."""
    at = str(first_folder(settings) / proposed)
    chosen = QFileDialog.getSaveFileName(over, title, at, kinds)[0]
    if chosen:
        remember_folder(settings, Path(chosen))
    return chosen
