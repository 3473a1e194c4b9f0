"""Files that reach the disk whole, or not at all; pipes and devices are read and written as they are."""

import errno
import os
import stat
from pathlib import Path

OWNER_ONLY, EVERYBODY = 0o600, 0o666
# Windows would turn line feeds into line ends without it.
_BINARY = getattr(os, "O_BINARY", 0)
PIPE_WAIT = 10.0
"""Seconds without a byte until a pipe counts as one that nobody writes into."""


def read(file: Path, most: int) -> bytes:
    """Up to so many bytes: a device or a pipe has no size of its own.

    Raises OSError, with ENODATA for a pipe out of which nothing comes.
    """
    if file.is_fifo():
        return _from_pipe(file, most)
    with file.open("rb") as source:
        return source.read(most)


def _from_pipe(file: Path, most: int) -> bytes:
    import select

    # Opened otherwise it would wait for a writer, for ever.
    pipe, content = os.open(file, os.O_RDONLY | os.O_NONBLOCK), b""
    try:
        comes = select.poll()
        comes.register(pipe, select.POLLIN)
        while len(content) < most:
            if not comes.poll(PIPE_WAIT * 1000):
                raise OSError(errno.ENODATA, "")
            part = os.read(pipe, most - len(content))
            if not part:
                break
            content += part
    finally:
        os.close(pipe)
    return content


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
