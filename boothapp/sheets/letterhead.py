"""The head of every page for a visitor: the exhibitor's logo, else its name, and the show."""

from pathlib import Path

from boothapp.paper.code import MILLIMETRE
from boothapp.paper.page import Page, Style
from boothapp.sheets.plan import MARGIN, RIGHT, ROOM, SMALL

_TOP, _WIDE, _HIGH = 17 * MILLIMETRE, 62 * MILLIMETRE, 13 * MILLIMETRE


def letterhead(page: Page, exhibitor: str, show: str, logo: Path | bytes | None) -> None:
    """Draws it at the top of the page."""
    base = _TOP + _HIGH / 2 + 3
    used = page.picture(MARGIN, _TOP, _WIDE, _HIGH, logo) if logo else 0.0
    if not used:
        used = ROOM * 0.45
        page.short(MARGIN, base, used, exhibitor, Style(15, "strong"))
    page.short(RIGHT, base, ROOM - used - 24, show, SMALL, right=True)
