"""A save dialog begins where people keep their files."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from boothapp.paths import Home
from boothapp.settings import Settings
from boothapp.ui import save_dialog

DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


def test_it_begins_in_the_documents_and_then_in_the_folder_used_last(home: Home, tmp_path: Path) -> None:
    documents = Path(QStandardPaths.writableLocation(DOCUMENTS))
    assert save_dialog.first_folder(Settings(home)) == documents
    used = tmp_path / "stick"
    used.mkdir()
    save_dialog.remember_folder(Settings(home), used / "leads.zip")
    assert save_dialog.first_folder(Settings(home)) == used
    used.rmdir()
    assert save_dialog.first_folder(Settings(home)) == documents
