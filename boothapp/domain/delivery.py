"""Where a lead stands at one head-office CRM."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Literal

from boothapp.domain.fact import fact
from boothapp.words import mark

State = Literal["waiting", "sent", "accepted", "held", "review", "needs correction", "gone"]
STATE_WORDS: Mapping[str, str] = {
    "waiting": mark("waiting to be sent"),
    "sent": mark("sent"),
    "accepted": mark("in the CRM"),
    "held": mark("held back"),
    "review": mark("to be reviewed"),
    "needs correction": mark("needs correction"),
    "gone": mark("deleted in the CRM"),
}

PRETENDED = "demo"
"""The kind of the demo show's target: it has deliveries, and nothing is ever sent there."""


NEW_PERSON = "new"
"""The decision that a lead to review is somebody else than the person head office knows."""


@fact
class Candidate:
    """Who a lead to review may be at head office; id "" where nobody is there yet."""

    id: str
    name: str
    company: str
    email: str

    @property
    def text(self) -> str:
        """What head office knows, on one line."""
        return ", ".join(part for part in (self.name, self.company, self.email) if part)


@fact
class Delivery:
    """One lead at one target: its state, the revision that was sent, and what the CRM said.

    remote: ids there; of a lead to review who it may be, and then what a person decided.
    sent: field -> the value last written there, so that a sales person's edit is seen and left alone.
    not_before: when it may be tried again, where the CRM asked to wait or its reply was lost.
    """

    lead: str
    target: str
    state: State = "waiting"
    revision: int = 0
    remote: Mapping[str, str] = field(default_factory=dict)
    sent: Mapping[str, str] = field(default_factory=dict)
    field: str = ""
    message: str = ""
    released: bool = False
    not_before: datetime | None = None

    @property
    def candidate(self) -> Candidate | None:
        """Who a lead to review may be, None where nobody is in question."""
        if self.state != "review" or not self.remote.get("name"):
            return None
        return Candidate(*(self.remote.get(part, "") for part in ("contact", "name", "company", "email")))

    @property
    def decision(self) -> str:
        """What a person decided after a review: an id at head office, NEW_PERSON, or "" so far."""
        return self.remote.get("decision", "")
