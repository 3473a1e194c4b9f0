"""Bank cards drawn through a reader by mistake (ISO/IEC 7813): nothing of them may ever be stored."""

import re

from boothapp.badge import check_digits
from boothapp.badge.payload import Found, Payload
from boothapp.words import tr

# PAN of 13 to 19 digits, which readers may group; then the name (track 1), or expiry and service code.
_PAN = r"\d(?:[ -]?\d){12,18}"
# No card has fewer digits; looked for first, as nearly no badge has so many.
_LONG = re.compile(r"\d(?:[ -]?\d){12}")
# The last: German keys swallow the "=".
_FRAMED = re.compile(
    rf"B{_PAN}\s?\^[^^]{{2,40}}\^|;{_PAN}\s?=\s?\d{{4}}|(?<!\d)\d{{13,19}}=\d{{7}}|;\d{{20,40}}\?",
    re.IGNORECASE,
)
# Without service code or frame only the check digit of the PAN tells it from an equation.
_BARE = re.compile(rf"(?<!\d)({_PAN})\s?=\s?\d\d(?:0[1-9]|1[0-2])")


def recognise(payload: Payload) -> Found | None:
    """Known by its tracks; an id that only looks like a number is none."""
    text = payload.bare
    if not _LONG.search(text):
        return None
    if not _FRAMED.search(text) and not any(_is_pan(match[1]) for match in _BARE.finditer(text)):
        return None
    said = tr("This is a bank card. Nothing of it was kept; ask for the badge.")
    return Found("bank card", warnings=(said,), private=True)


def _is_pan(text: str) -> bool:
    return check_digits.holds("luhn", re.sub("[ -]", "", text))
