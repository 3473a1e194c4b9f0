"""What the visitor allows, per purpose, with the proof."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from boothapp.domain.fact import fact
from boothapp.domain.purpose import Method

MAIL = "mail"
"""The purpose without which nobody is written to by e-mail."""


@fact
class Consent:
    """Given or withdrawn for one purpose: in which wording and language, when, to whom, how.

    wording: the version, see Show.wording_version; staff: "" where nobody of the stand had a part in it.
    """

    purpose: str
    given: bool
    at: datetime
    wording: str = ""
    language: str = "en"
    staff: str = ""
    method: Method = "spoken"


class Standing(NamedTuple):
    """One purpose now: the consent given last, and what took it back, if anything did."""

    purpose: str
    given: Consent | None
    withdrawn: Consent | None

    @property
    def holds(self) -> bool:
        """Whether it is allowed now."""
        return self.withdrawn is None


def standings(consents: Iterable[Consent]) -> tuple[Standing, ...]:
    """Every purpose that was ever spoken of, in the order they came up; the last word on each counts."""
    given: dict[str, Consent] = {}
    last: dict[str, Consent] = {}
    for one in sorted(consents, key=lambda consent: consent.at):
        last[one.purpose] = one
        if one.given:
            given[one.purpose] = one
    return tuple(
        Standing(purpose, given.get(purpose), None if one.given else one) for purpose, one in last.items()
    )


def is_unsigned(consents: Iterable[Consent]) -> bool:
    """Whether something is allowed that nobody signed for; what was withdrawn needs no signature."""
    return any(one.holds and one.given and one.given.method != "signed" for one in standings(consents))


def allowed(consents: Iterable[Consent]) -> tuple[str, ...]:
    """The purposes consented to; the last word on each counts."""
    return tuple(one.purpose for one in standings(consents) if one.holds)
