"""How a visitor's details came in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """How the visitor's details came in: the bytes as scanned are kept whatever was made of them."""

    format: str = "typed"
    badge_id: str = ""
    symbology: str = ""
    raw: bytes = b""
    warnings: tuple[str, ...] = ()
