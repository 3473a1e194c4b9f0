"""A file for people, whole or not at all."""

from pathlib import Path

from boothapp.errors import EnvironmentFault
from boothapp.words import tr


def write(file: Path, content: bytes, private: bool = False) -> None:
    """Writes a file whole or not at all; raises EnvironmentFault where the place can't be written.

    `private`: nobody else on this machine may read it.
    """
    draft = file.with_name(file.name + ".part")
    try:
        if private:
            draft.unlink(missing_ok=True)
            draft.touch(mode=0o600, exist_ok=False)
        draft.write_bytes(content)
        draft.replace(file)
    except OSError as error:
        raise EnvironmentFault(
            tr("{file} can't be written: {reason}.").format(file=file, reason=error.strerror),
            safe=tr("All leads are safe in the store."),
            step=tr("Choose another folder or make room, then try again."),
        ) from error
