"""The set-up sheet of a scanner: one code that teaches, two that prove it."""

from boothapp.badge import calibration
from boothapp.paper.code import MILLIMETRE, QUIET, encode
from boothapp.paper.page import SOFT, About, Page, Style
from boothapp.words import language, mark, tr

LEFT, ROOM = 25 * MILLIMETRE, 160 * MILLIMETRE
TITLE = mark("Scanner set-up")
TEACHES = mark("1. Teach")
TEACHES_MORE = mark(
    "Open Show, Scanner on the laptop and scan this code. The laptop learns how this scanner begins and "
    "ends, and what its keys type on this keyboard."
)
PROVES = mark("2. Prove")
PROVES_MORE = mark("Scan these two. The page shows Jane Doe of Tyne Fabrication, and the badge AD26000001.")
AGAIN = mark("Scan the first code again when the keyboard's language or the scanner changes.")
CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Doe;Jane\r\nFN:Jane Doe\r\nORG:Tyne Fabrication\r\n"
    "EMAIL:jane.doe@tyne.example\r\nTEL:+441915550123\r\nEND:VCARD"
)
BADGE = "AD26000001"
CLEAR = 9 * MILLIMETRE
LARGE, SMALL = 62 * MILLIMETRE, 40 * MILLIMETRE


def render() -> bytes:
    """One A4 page in the language spoken now."""
    title = tr(TITLE)
    page = Page(About(title, "boothapp", "", language(), ""))
    page.text(LEFT, 36 * MILLIMETRE, title, Style(22, "strong"))
    top = _step(page, 44 * MILLIMETRE, TEACHES, TEACHES_MORE)
    top = _codes(page, top, LARGE, (calibration.CODE,))
    top = _step(page, top, PROVES, PROVES_MORE)
    top = _codes(page, top, SMALL, (CARD, BADGE))
    page.block(LEFT, top, ROOM, tr(AGAIN), Style(11, grey=SOFT), 3)
    return page.finish()


def _step(page: Page, top: float, title: str, more: str) -> float:
    """A heading and its sentence; gives where the next thing begins."""
    page.text(LEFT, top + 14, tr(title), Style(15, "strong"))
    return top + 24 + page.block(LEFT, top + 24, ROOM, tr(more), Style(11, grey=SOFT), 4)


def _codes(page: Page, top: float, side: float, texts: tuple[str, ...]) -> float:
    """Codes of one size in one line, each with its quiet zone; gives where the next thing begins."""
    left = LEFT
    for text in texts:
        code = encode(text)
        wide = code.side(side)
        clear = wide / code.modules * QUIET
        page.code(left, top + CLEAR, wide, code)
        left += wide + 2 * clear + 8 * MILLIMETRE
    return top + side + 2 * CLEAR
