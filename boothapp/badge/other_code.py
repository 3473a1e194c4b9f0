"""Codes that lead somewhere and are no badge: a place on the map, a payment. They stay in the note."""

import re

from boothapp.badge.payload import Found, Payload
from boothapp.domain.visitor import Visitor
from boothapp.words import mark, tr

# RFC 5870; BIP 21 and what other currencies made of it; EPC069-12 and the Swiss QR bill.
_KINDS = (
    (re.compile(r"(?i)geo:-?\d"), "place", mark("This code shows a place on the map; ask for the badge.")),
    (
        re.compile(
            r"(?i)(?:bitcoin|bitcoincash|ethereum|litecoin|lightning|dogecoin|monero):|BCD\n00|SPC\n02"
        ),
        "payment",
        mark("This code is for a payment; ask for the badge."),
    ),
)


def recognise(payload: Payload) -> Found | None:
    """Known by the beginning."""
    text = payload.short.replace("\r\n", "\n")
    for begins, format, said in _KINDS:
        if begins.match(text):
            return Found(format, Visitor(note=text), warnings=(tr(said),))
    return None
