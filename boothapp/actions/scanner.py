"""The set-up sheet of a scanner, which teaches a laptop how this scanner types."""

from pathlib import Path

from boothapp.actions import files


def setup_sheet() -> bytes:
    """The sheet as a PDF page, in the language spoken now."""
    from boothapp.sheets.scanner import render

    return render()


def save_setup_sheet(file: Path) -> None:
    """Writes the sheet; raises EnvironmentFault where the place can't be written."""
    files.write(file, setup_sheet())
