"""What became of a lead at head office."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from boothapp.domain.fact import fact
from boothapp.words import mark

Status = Literal["open", "won", "lost", "cancelled"]
STATUS_WORDS: Mapping[str, str] = {
    "open": mark("open"),
    "won": mark("won"),
    "lost": mark("lost"),
    "cancelled": mark("cancelled"),
}


@fact
class Outcome:
    """Won with an amount, lost with a reason, or open again; currency is ISO 4217."""

    status: Status
    amount: Decimal | None = None
    currency: str = ""
    reason: str = ""
    competitor: str = ""
    closed_on: date | None = None
    url: str = ""
