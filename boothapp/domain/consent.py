"""What the visitor allows, per purpose, with the proof."""

from collections.abc import Iterable
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


def allowed(consents: Iterable[Consent]) -> tuple[str, ...]:
    """The purposes consented to; the last word on each counts."""
    in_time = sorted(consents, key=lambda consent: consent.at)
    last = {consent.purpose: consent.given for consent in in_time}
    return tuple(purpose for purpose, given in last.items() if given)
