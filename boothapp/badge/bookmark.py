"""Web addresses: a company's page, a LinkedIn profile, a phone's bookmark."""

import re
from urllib.parse import urlsplit

from boothapp.badge.mecard import fields_of
from boothapp.badge.payload import Found, Payload
from boothapp.domain.visitor import Visitor

_ADDRESS = re.compile(r"(?i)(?:https?://|www\.)\S+")
_PROFILE = re.compile(r"(?i)(?:^|\.)linkedin\.com$")


def recognise(payload: Payload) -> Found | None:
    """http, https and www addresses, "URL:" and "URLTO:" before one, and MEBKM bookmarks."""
    text = payload.short
    if text[:6].upper() == "MEBKM:":
        fields = fields_of(text[6:])
        return Found("url", Visitor(website=fields.first("URL"), note=fields.first("TITLE")))
    address = re.sub(r"(?i)^url(?:to)?:\s*", "", text)
    if not _ADDRESS.fullmatch(address):
        return None
    return Found("linkedin" if _is_profile(address) else "url", Visitor(website=address))


def _is_profile(address: str) -> bool:
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return False
    return bool(_PROFILE.search(host))
