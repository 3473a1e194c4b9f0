"""How a visitor's details came in."""

from dataclasses import dataclass
from typing import Literal

Place = Literal["stand", "kiosk"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """How the visitor's details came in: the bytes as scanned are kept whatever was made of them.

    place: at the stand with somebody of the staff, or at the kiosk by the visitors themselves.
    """

    format: str = "typed"
    badge_id: str = ""
    symbology: str = ""
    raw: bytes = b""
    warnings: tuple[str, ...] = ()
    place: Place = "stand"
