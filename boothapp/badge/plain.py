"""A payload that is no known format: an id without spaces, or a text a person can read."""

from boothapp.badge.payload import Found, Payload
from boothapp.domain.visitor import Visitor
from boothapp.words import tr

# The longest ids seen on badges are encrypted ones of about 400 characters.
LONGEST_ID = 512
# Separators inside an id: GS1 codes put them between their elements (GS1 General Specifications, 7.8).
_SEPARATORS = str.maketrans("", "", "\x1c\x1d\x1e\x1f\x04")


def recognise(payload: Payload) -> Found:
    """Takes everything: "empty", "id", "text" or "binary"; an id-only visitor is a visitor too."""
    text = payload.short.translate(_SEPARATORS)
    if not text:
        return Found("empty", warnings=(tr("There is nothing in this code."),))
    if not _readable(text):
        return Found("binary", warnings=(tr("This code holds no text. It is kept as it is."),))
    if len(text) <= LONGEST_ID and not _has_words(text):
        return Found("id", badge_id=text)
    return Found("text", Visitor(note=text))


def _has_words(text: str) -> bool:
    return any(letter.isspace() for letter in text) and not text.replace(" ", "").isdigit()


def _readable(text: str) -> bool:
    return all(letter.isprintable() or letter.isspace() for letter in text[:LONGEST_ID])
