"""The mark some scanners put before a code's text to say its symbology (ISO/IEC 15424), such as "]Q1"."""

import re

_MARK = re.compile(r"\]([A-Za-z])[0-9A-Za-z](?:\\\d{6})?")
# The names are those of the picture decoder, so that both ways of scanning agree.
_SYMBOLOGIES = {
    "A": "Code39",
    "C": "Code128",
    "E": "EAN13",
    "F": "Codabar",
    "G": "Code93",
    "I": "ITF",
    "L": "PDF417",
    "Q": "QRCode",
    "d": "DataMatrix",
    "e": "DataBar",
    "z": "Aztec",
}


def symbology(text: str) -> str:
    """The kind of code that the mark at the start of a scanned text names, or ""."""
    mark = _MARK.match(text)
    return _SYMBOLOGIES.get(mark[1], "") if mark else ""


def unmarked(text: str) -> str:
    """The text without the mark at its start."""
    return text[mark.end() :] if symbology(text) and (mark := _MARK.match(text)) else text
