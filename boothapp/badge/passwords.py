"""Codes with a password: of a wireless network, or of a login's second step. Nothing of them is stored."""

import re

from boothapp.badge.payload import Found, Payload
from boothapp.words import mark, tr

# What ZXing and the makers of telephones write for networks, and the Key URI format for logins.
_KINDS = (
    (
        re.compile(r"(?i)WIFI:|DPP:"),
        "wifi",
        mark("This code is for a wireless network. Nothing of it was kept; ask for the badge."),
    ),
    (
        re.compile(r"(?i)otpauth(?:-migration)?:"),
        "login secret",
        mark("This code holds the secret of a login. Nothing of it was kept; ask for the badge."),
    ),
)


def recognise(payload: Payload) -> Found | None:
    """Known by the beginning."""
    bare = payload.bare
    said = next(((format, text) for begins, format, text in _KINDS if begins.match(bare)), None)
    return Found(said[0], warnings=(tr(said[1]),), private=True) if said else None
