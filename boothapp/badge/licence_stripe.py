"""Driving licences drawn through a reader (AAMVA card design standard, annex on the magnetic stripe)."""

import re

from boothapp.badge import licence
from boothapp.badge.payload import Found, Payload
from boothapp.domain.visitor import Visitor

# State, city (ended by ^ where shorter than 13), name with $ between its parts, street.
_FIRST = re.compile(
    r"%(?P<region>[A-Z]{2})(?P<city>[^?^$]{13}|[^?^$]{1,13}\^)"
    r"(?P<name>[^?^]{0,35}\$[^?^]{0,35})(?:\^(?P<street>[^?^]{0,80}))?"
)
# The issuer's number, the licence's, then expiry and birth date.
_SECOND = re.compile(r";\s?(?:636\d{3}|6044\d\d)\d{0,13}=\d{4}|(?<!\d)(?:636\d{3}|6044\d\d)\d{0,13}=\d{12}")

_ISSUERS = ("636", "6044")


def recognise(payload: Payload, allowed: bool = False) -> Found | None:
    """Known by its first or its second track; read as licence.recognise reads the code."""
    text = payload.bare
    first = _FIRST.search(text)
    numbered = any(issuer in text for issuer in _ISSUERS)
    if not first and not (numbered and _SECOND.search(text)):
        return None
    return licence.found(_visitor(first) if first else Visitor(), allowed)


def _visitor(first: re.Match[str]) -> Visitor:
    family, *given = (part.strip() for part in first["name"].split("$"))
    return Visitor(
        given_name=licence.cased(" ".join(filter(None, given))),
        family_name=licence.cased(family),
        street=licence.cased(", ".join(filter(None, (first["street"] or "").split("$")))),
        city=licence.cased(first["city"].strip("^ ")),
        region=first["region"],
    )
