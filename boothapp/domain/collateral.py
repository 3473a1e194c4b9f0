"""The pieces the stand shows and hands over."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal
from urllib.parse import quote

from boothapp.domain.fact import fact
from boothapp.domain.wording import Wording
from boothapp.words import mark

PieceKind = Literal[
    "brochure",
    "position-paper",
    "case-study",
    "comparison",
    "price-sheet",
    "testimonial",
    "demo",
    "trial",
    "video",
]
PIECE_KINDS: Mapping[str, str] = {
    "brochure": mark("Brochure"),
    "position-paper": mark("Position paper"),
    "case-study": mark("Case study"),
    "comparison": mark("Comparison"),
    "price-sheet": mark("Price sheet"),
    "testimonial": mark("Testimonial"),
    "demo": mark("Demo"),
    "trial": mark("Free trial"),
    "video": mark("Video"),
}


@fact
class Piece:
    """One piece of collateral: what it is, which products it is about, at which stages (1 to 5) it helps."""

    id: str
    kind: PieceKind
    title: Wording
    text: Wording = field(default_factory=dict)
    products: tuple[str, ...] = ()
    stages: tuple[int, ...] = ()


def link(base: str, show: str, piece: str, token: str) -> str:
    """The short link of one piece for one lead: base/show/token/piece, each part safe in a URL.

    Up to 42 bytes the code is version 3 (29 modules); longer links print as larger codes.
    """
    parts = (quote(part, safe="") for part in (show, token, piece) if part)
    return "/".join((base.rstrip("/"), *parts))
