"""A file for people, whole or not at all."""

import os
from pathlib import Path

from boothapp import disk
from boothapp.errors import EnvironmentFault, WrongCall
from boothapp.reasons import why
from boothapp.words import tr


def place(name: str) -> Path:
    """The file to write, through links; raises WrongCall where the name is empty or a folder's."""
    file = Path(os.path.realpath(name)) if name else Path()
    if not name or os.path.isdir(file):  # noqa: PTH112  (a folder out of reach is none)
        raise WrongCall(
            tr("{file} is no name for a file.").format(file=f'"{name}"'),
            step=tr("Name the file to write, such as page.pdf."),
        )
    return file


def write(file: Path, content: bytes, private: bool = False) -> None:
    """Writes a file whole or not at all, and onto the disk; links are followed, devices written as they are.

    private: for its owner only. Raises WrongCall for a folder, EnvironmentFault where the place can't be
    written.
    """
    file = place(str(file))
    try:
        disk.write(file, content, disk.OWNER_ONLY if private else disk.EVERYBODY)
    except OSError as error:
        raise EnvironmentFault(
            tr("{file} can't be written: {reason}.").format(file=file, reason=why(error)),
            safe=tr("All leads are safe in the store."),
            step=tr("Choose another folder or make room, then try again."),
        ) from error
