"""Why the system refused a file or a folder, in our own words: its own are English, for programmers."""

import errno
from collections.abc import Mapping

from boothapp.words import mark, tr

_MISSING, _RIGHT = mark("there is no such file or folder"), mark("this account has no right to it")
_BUSY, _FULL = mark("another program is using it"), mark("the disk is full")
_SILENT = mark("the network drive does not answer")

REASONS: Mapping[int, str] = {
    errno.ENOENT: _MISSING,
    errno.ENOTDIR: _MISSING,
    errno.EACCES: _RIGHT,
    errno.EPERM: _RIGHT,
    errno.EISDIR: mark("it is a folder"),
    errno.EEXIST: mark("there is something else of that name"),
    errno.ENODATA: mark("nothing comes out of it"),
    errno.ESPIPE: mark("it is a pipe, and can be read only once"),
    errno.EBUSY: _BUSY,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: mark("the disk can only be read"),
    errno.EIO: mark("the disk has an error"),
    errno.ENAMETOOLONG: mark("the name is too long"),
    errno.ETIMEDOUT: _SILENT,
    errno.EHOSTUNREACH: _SILENT,
    errno.ENETUNREACH: _SILENT,
}
"""By the number of the error, as errno names them on every system."""

_SHARED = (32, 33)
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION: Windows means another program, errno says no right."""


def why(error: OSError) -> str:
    """The reason, without a full stop; the system's own words where it is a rare one."""
    if getattr(error, "winerror", None) in _SHARED:
        return tr(_BUSY)
    return tr(REASONS.get(error.errno or 0, "")) or error.strerror or str(error) or type(error).__name__
