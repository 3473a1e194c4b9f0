"""What the visitor did or was shown: behaviour, which counts beside the answers."""

from collections.abc import Mapping
from datetime import datetime

from boothapp.domain.fact import fact
from boothapp.words import mark

TOUCH_KINDS: Mapping[str, str] = {
    "demo": mark("Demo watched"),
    "handed": mark("Piece handed over"),
    "downloaded": mark("Piece downloaded"),
    "clicked": mark("Link opened"),
    "trial": mark("Trial asked for"),
}
HALF = "-half"


@fact
class Touch:
    """One thing done: share is how much of it, from 0 to 1 (half a demo is 0.5)."""

    kind: str
    piece: str = ""
    share: float = 1.0
    at: datetime | None = None


def touch_from(text: str) -> Touch:
    """The touch from `KIND[:PIECE]`, where `demo-half` is half a demo; ValueError for an unknown kind."""
    kind, _, piece = text.partition(":")
    share = 0.5 if kind.endswith(HALF) else 1.0
    kind = kind.removesuffix(HALF)
    if kind not in TOUCH_KINDS:
        raise ValueError(kind)
    return Touch(kind, piece, share)
