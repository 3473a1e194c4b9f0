"""Files that reach the disk whole, or not at all; pipes and devices are written as they are."""

import os
import stat
from pathlib import Path

OWNER_ONLY, EVERYBODY = 0o600, 0o666
# Windows would turn line feeds into line ends without it.
_BINARY = getattr(os, "O_BINARY", 0)


def write(file: Path, content: bytes, rights: int = OWNER_ONLY) -> None:
    """Old or new, never half: a draft beside it, flushed, then renamed over. Raises OSError."""
    if is_device(file):
        file.write_bytes(content)
        return
    draft = file.with_name(file.name + ".part")
    try:
        draft.unlink(missing_ok=True)
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, rights)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        give_name(draft, file)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def give_name(draft: Path, file: Path) -> None:
    """Puts a finished, flushed draft in place of the file; a device gets its content. Raises OSError."""
    if is_device(file):
        file.write_bytes(draft.read_bytes())
        draft.unlink()
        return
    draft.replace(file)
    # The rename itself must reach the disk too; Windows can't open a folder and needs no such call.
    if os.name == "posix":
        handle = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def is_device(file: Path) -> bool:
    """A pipe or a device: something to write into, never to replace."""
    return file.exists() and not stat.S_ISREG(file.stat().st_mode)
