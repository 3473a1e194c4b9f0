"""How a visitor's details came in."""

from typing import Literal

from boothapp.domain.fact import named_fact

Place = Literal["stand", "kiosk"]


@named_fact
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
