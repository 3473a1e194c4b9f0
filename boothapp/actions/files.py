"""A file for people, whole or not at all."""

import os
from pathlib import Path

from boothapp import disk
from boothapp.errors import EnvironmentFault, WrongCall
from boothapp.paths import Home
from boothapp.reasons import why
from boothapp.words import tr


def place(name: str, home: Home) -> Path:
    """The file to write, through links.

    Raises WrongCall where the name is empty, a folder's, or that of a file of the leads.
    """
    file = Path(os.path.realpath(name)) if name else Path()
    if not name or os.path.isdir(file):  # noqa: PTH112  (a folder out of reach is none)
        raise WrongCall(
            tr("{file} is no name for a file.").format(file=f'"{name}"'),
            step=tr("Name the file to write, such as page.pdf."),
        )
    if home.owns(file):
        raise WrongCall(
            tr("{file} is a file of the leads.").format(file=name),
            safe=tr("Nothing was changed."),
            step=tr("Choose another name, in another folder."),
        )
    return file


def write(file: Path, content: bytes, home: Home, private: bool = False) -> None:
    """Writes a file whole or not at all, and onto the disk; links are followed, devices written as they are.

    home: whose files it must not be. private: for its owner only. Raises WrongCall for a folder or a file of
    the leads, EnvironmentFault where the place can't be written.
    """
    file = place(str(file), home)
    try:
        disk.write(file, content, disk.OWNER_ONLY if private else disk.EVERYBODY)
    except OSError as error:
        raise EnvironmentFault(
            tr("{file} can't be written: {reason}.").format(file=file, reason=why(error)),
            safe=tr("All leads are safe in the store."),
            step=tr("Choose another folder or make room, then try again."),
        ) from error
