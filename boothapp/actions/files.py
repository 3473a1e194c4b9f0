"""A file for people, whole or not at all."""

import os
import stat
from pathlib import Path

from boothapp.errors import EnvironmentFault, WrongCall
from boothapp.reasons import why
from boothapp.words import tr

OWNER_ONLY, EVERYBODY = 0o600, 0o666


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
        if file.exists() and not stat.S_ISREG(file.stat().st_mode):
            file.write_bytes(content)
        else:
            _replace(file, content, OWNER_ONLY if private else EVERYBODY)
    except OSError as error:
        raise EnvironmentFault(
            tr("{file} can't be written: {reason}.").format(file=file, reason=why(error)),
            safe=tr("All leads are safe in the store."),
            step=tr("Choose another folder or make room, then try again."),
        ) from error


def _replace(file: Path, content: bytes, rights: int) -> None:
    draft = file.with_name(file.name + ".part")
    try:
        draft.unlink(missing_ok=True)
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, rights)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        draft.replace(file)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


# Windows would turn line feeds into line ends without it.
_BINARY = getattr(os, "O_BINARY", 0)
