"""How the badges of one show are written, learnt from a few of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BadgeProfile:
    """Where the parts of a show's own badge stand."""
