"""A payload that is no known format: an id without spaces, a sealed one, or a text a person can read."""

import hashlib
import re
import unicodedata

from boothapp.badge import cell_words
from boothapp.badge.payload import Found, Payload
from boothapp.domain.visitor import Visitor
from boothapp.words import mark, tr

ONLY_A_NAME = mark("This code holds nothing but what looks like a name. Check it.")
# The longest ids seen on badges are encrypted ones of about 400 characters.
LONGEST_ID = 512
# Separators inside an id: GS1 codes put them between their elements (GS1 General Specifications, 7.8).
_SEPARATORS = str.maketrans("", "", "\x1c\x1d\x1e\x1f\x04")
# Code 39 begins and ends with an asterisk, and some fonts and scanners hand it over (ISO/IEC 16388).
_STARRED = re.compile(r"\*([0-9A-Za-z .$/+%-]+)\*")
# Ids in the open have at most about 80 characters (a ticket with its checksum).
_SEALED = re.compile(r"(?:[A-Za-z0-9+/_-]{100,}={0,2}|(?:[A-Za-z0-9_-]{8,}\.){2,4}[A-Za-z0-9_-]{8,}={0,2})")
# OpenSSL's "Salted__" and PGP say so themselves.
_SAYS_SEALED = ("U2FsdGVkX1", "-----BEGIN PGP")
_LONGEST_JOINED = 100


def recognise(payload: Payload) -> Found:
    """Takes everything: "empty", "id", "encrypted", "text", "binary"; an id-only visitor is a visitor too."""
    text = payload.short.translate(_SEPARATORS)
    if not any(map(_is_visible, text)):
        return Found("empty", warnings=(tr("There is nothing in this code."),))
    if not _readable(text):
        said = tr("This code holds no text. It is kept as it is.")
        return Found("binary", badge_id=_fingerprint(payload.raw), warnings=(said,))
    if _is_sealed(text):
        said = tr(
            "Only the organiser can open this badge. Its code is kept to be matched later: ask for a name."
        )
        badge_id = text if len(text) <= LONGEST_ID else _fingerprint(payload.raw)
        return Found("encrypted", badge_id=badge_id, warnings=(said,))
    if cell_words.is_bare_name(text):
        return Found("text", Visitor(full_name=text, note=text), warnings=(tr(ONLY_A_NAME),))
    if len(text) <= LONGEST_ID and not _has_words(text):
        starred = _STARRED.fullmatch(text)
        return Found("id", badge_id=starred[1].strip() if starred else text)
    return Found("text", Visitor(note=text))


def _is_sealed(text: str) -> bool:
    if text.startswith(_SAYS_SEALED):
        return True
    long = len(text) > _LONGEST_JOINED
    return long and bool(_SEALED.fullmatch("".join(text.split()) if "\n" in text else text))


def _fingerprint(raw: bytes) -> str:
    """Knows the same badge again where its bytes are no id anybody could read."""
    return f"sha256:{hashlib.sha256(raw).hexdigest()[:32]}"


def _has_words(text: str) -> bool:
    return any(letter.isspace() for letter in text) and not text.replace(" ", "").isdigit()


def _is_visible(letter: str) -> bool:
    """Neither a space nor a mark that takes no room, such as a zero width space."""
    return not letter.isspace() and unicodedata.category(letter) != "Cf"


def _readable(text: str) -> bool:
    return all(letter.isprintable() or letter.isspace() for letter in text[:LONGEST_ID])
