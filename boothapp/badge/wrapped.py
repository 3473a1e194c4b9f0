"""Badges in base 64 that anybody can open: a card or JSON as one word, and the claims of a JSON Web Token."""

import base64
import binascii
import re

from boothapp.badge.payload import Payload, from_bytes

_WRAPPED = re.compile(r"[A-Za-z0-9+/_-]+={0,2}")
# The kind of content before it (RFC 2397).
_DATA = re.compile(r"(?i)^data:[^,:]{0,80};base64,")
# Shorter ones are ids: 16 letters hold no visitor.
_SHORTEST = 24
_URL_SIGNS = str.maketrans("-_", "+/")
_TOKEN_PARTS = 3


def opened(payload: Payload) -> Payload | None:
    """The text inside, if there is one; whether it is a badge, the recognisers must say."""
    text = _DATA.sub("", "".join(payload.short.split()))
    parts = text.split(".")
    # The claims stand in the middle of a token (RFC 7519, 3); its signature is nobody's concern here.
    inner = parts[1] if len(parts) == _TOKEN_PARTS and text.startswith("ey") else text
    if len(inner) < _SHORTEST or not _WRAPPED.fullmatch(inner):
        return None
    try:
        raw = base64.b64decode(inner.rstrip("=").translate(_URL_SIGNS) + "=" * (-len(inner.rstrip("=")) % 4))
        readable = all(letter.isprintable() or letter.isspace() for letter in raw.decode())
    except (binascii.Error, ValueError):
        return None
    return from_bytes(raw, payload.code_page) if readable else None
