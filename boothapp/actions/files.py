"""A file for people, whole or not at all."""

from pathlib import Path

from boothapp.errors import EnvironmentFault
from boothapp.words import tr


def write(file: Path, content: bytes) -> None:
    """Writes a file whole or not at all; raises EnvironmentFault where the place can't be written."""
    draft = file.with_name(file.name + ".part")
    try:
        draft.write_bytes(content)
        draft.replace(file)
    except OSError as error:
        raise EnvironmentFault(
            tr("{file} can't be written: {reason}.").format(file=file, reason=error.strerror),
            safe=tr("All leads are safe in the store."),
            step=tr("Choose another folder or make room, then try again."),
        ) from error
