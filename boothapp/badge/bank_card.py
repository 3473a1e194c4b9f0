"""Bank cards drawn through a reader by mistake (ISO/IEC 7813): nothing of them may ever be stored."""

import re

from boothapp.badge.payload import Found, Payload
from boothapp.words import tr

# Track 1 with the name, or track 2 with number and expiry; PAN of 13 to 19 digits.
_TRACK = re.compile(r"%?B\d{13,19}\^[^^]{2,40}\^\d{4}|;?\d{13,19}=\d{7}")


def recognise(payload: Payload) -> Found | None:
    """Known by its tracks; an id that only looks like a number is none."""
    if not _TRACK.match(payload.short):
        return None
    said = tr("This is a bank card. Nothing of it was kept; ask for the badge.")
    return Found("bank card", warnings=(said,), private=True)
