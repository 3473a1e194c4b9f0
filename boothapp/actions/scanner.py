"""The set-up sheet of a scanner, which teaches a laptop how this scanner types."""

from pathlib import Path

from boothapp.actions import files
from boothapp.paths import Home


def setup_sheet() -> bytes:
    """The sheet as a PDF page, in the language spoken now."""
    from boothapp.sheets.scanner import render

    return render()


def save_setup_sheet(file: Path, home: Home) -> None:
    """Writes the sheet; raises WrongCall and EnvironmentFault where it can't be written there."""
    files.write(file, setup_sheet(), home)
