"""Machine-readable zones of passports, visas and identity cards (ICAO 9303): nothing of them is stored."""

import re

from boothapp.badge.payload import Found, Payload
from boothapp.words import tr

FORMAT = "travel document"
# Lines of 30, 36 or 44 signs; a reader may drop a few, or run the lines together.
_LINE = re.compile(r"[A-Z0-9<]{28,140}")
# Only these lines are padded and separated by it, and no id is.
_FILLER = "<"
_FEWEST_FILLERS = 2
# Between the names, and to the end of a line; a dot between two words is never doubled.
_PADDING = _FILLER * 2


def recognise(payload: Payload) -> Found | None:
    """Known by one line of its zone."""
    text = payload.bare
    if text.count(_FILLER) < _FEWEST_FILLERS:
        return None
    if not any(line.count(_FILLER) >= _FEWEST_FILLERS for line in _LINE.findall(text)):
        return None
    said = tr("This is a passport or an identity card. Nothing of it was kept; ask for the badge.")
    return Found(FORMAT, warnings=(said,), private=True)


def may_be_line(line: str) -> bool:
    """Whether a line may be one of a zone; the last one may have no filler."""
    return _LINE.fullmatch(line) is not None


def is_padded(text: str) -> bool:
    """Whether a zone has padding: what dots between words become on a guessed keyboard has none."""
    return _PADDING in text
