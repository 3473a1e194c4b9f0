"""What the visitor allows, per purpose, with the proof."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


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
