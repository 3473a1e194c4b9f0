"""Files that are neither text nor a picture: refused, with the kinds that can be read."""

import codecs

from boothapp.errors import Refused
from boothapp.words import tr

# By the marks at their beginning that no text has; other kinds are found by their zeros and control signs.
_MARKS = (
    b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!\x1a", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd",
    b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"\x1aE\xdf\xa3", b"%!PS-",
)  # fmt: skip
_FILM = b"ftyp"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_LOOKED_AT = 4_096
# What ends lines, fields and messages (ISO/IEC 15434), and the escape that changes alphabets (ISO/IEC 2022).
_IN_TEXT = frozenset(b"\x02\x03\x04\t\n\v\f\r\x1b\x1c\x1d\x1e\x1f")
# A form lets a zero slip in now and then, a buffer ends in them; of random bytes a tenth are control signs.
_STRAY_ZEROS, _STRAY_CONTROLS = 0.1, 0.02


def refuse(content: bytes) -> None:
    """Raises Refused for a file that is no text."""
    if _is_marked(content) or _is_binary(content[:_LOOKED_AT]):
        kinds = "PNG, JPEG, GIF, BMP, TIFF, WebP"
        step = tr("Pictures ({kinds}), contact cards (VCF) and plain text (TXT) can be read.")
        raise Refused(
            tr("This file can't be a badge; nothing of it was kept."), step=step.format(kinds=kinds)
        )


def _is_marked(content: bytes) -> bool:
    return content.startswith(_MARKS) or content[4:8] == _FILM


def _is_binary(head: bytes) -> bool:
    """Zeros, but for strays, and for UTF-16 and UTF-32, whose zeros stand on one side of each letter."""
    if b"\0" not in head or head.startswith(_WIDE) or _has_strays_only(head):
        return False
    zeros = [sum(not byte for byte in head[side::2]) for side in (0, 1)]
    return min(zeros) > 0 or max(zeros) * 4 < len(head)


def _has_strays_only(head: bytes) -> bool:
    text = head.rstrip(b"\0")
    if not text or b"\0\0\0" in text:
        return False
    controls = sum(byte < ord(" ") and byte not in _IN_TEXT for byte in text if byte)
    return text.count(0) <= len(text) * _STRAY_ZEROS and controls <= len(text) * _STRAY_CONTROLS
