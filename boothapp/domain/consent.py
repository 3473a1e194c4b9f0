"""What the visitor allows, per purpose, with the proof."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from boothapp.words import mark

PURPOSES: Mapping[str, str] = {
    "mail": mark("May be written to by e-mail"),
    "phone": mark("May be called"),
    "partner": mark("May be shared with our partners"),
}


@dataclass(frozen=True, slots=True)
class Consent:
    """Given or withdrawn for one purpose: in which wording and language, when, to whom, how."""

    purpose: str
    given: bool
    at: datetime
    wording: str = ""
    language: str = "en"
    staff: str = ""
    method: Literal["spoken", "signed", "self", "imported"] = "spoken"
