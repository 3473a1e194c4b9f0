"""The code page of bytes in East Asian or further letters that name none, where one reading is plausible."""

import re

from boothapp.badge.alphabet import LONGEST_SAMPLE, likely

# Code pages of two bytes a letter as cards are still written with, and the one of Ukraine before Windows.
_PAGES = ("cp932", "euc_jp", "cp949", "gb18030", "big5", "koi8_u")
_EAST = "[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
# A letter of the West that swallowed its neighbour: "J\u6392g".
_MIXED = re.compile(rf"[A-Za-z]{_EAST}(?![^\x00-\x7f])|(?<![^\x00-\x7f]){_EAST}[a-z]")
_HALF_WIDTH = re.compile("[\uff61-\uff9f]")


def guess(raw: bytes) -> str:
    """The likely code page of these bytes, "" where none gives words."""
    return likely(raw) or _other(raw[:LONGEST_SAMPLE])


def _other(raw: bytes) -> str:
    from charset_normalizer import from_bytes

    sample = b"\n".join(line for line in raw.splitlines() if not line.isascii())
    found = from_bytes(sample, cp_isolation=list(_PAGES)).best() if sample else None
    if found is None:
        return ""
    text = sample.decode(found.encoding, "replace")
    return "" if _MIXED.search(text) or _HALF_WIDTH.search(text) or "\ufffd" in text else found.encoding
