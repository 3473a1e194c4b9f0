"""The recovery key as a page to print and lock away."""

from boothapp.paper.code import MILLIMETRE
from boothapp.paper.page import SOFT, About, Page, Style
from boothapp.words import tr

LEFT, ROOM = 25 * MILLIMETRE, 160 * MILLIMETRE


def render(code: str) -> bytes:
    """One A4 page with the key in groups large enough to type off."""
    title = tr("Recovery key of boothapp")
    page = Page(About(title, "boothapp", "", "en", ""))
    top = 45 * MILLIMETRE
    page.text(LEFT, top, title, Style(22, "strong"))
    groups = code.split("-")
    for index in range(0, len(groups), 3):
        top += 22 * MILLIMETRE if index == 0 else 14 * MILLIMETRE
        page.text(LEFT, top, "   ".join(groups[index : index + 3]), Style(26, "strong"))
    for text in (
        tr("This key opens the leads when the passphrase is forgotten or the keystore is lost."),
        tr("Type it where the passphrase is asked for. Capitals, spaces and dashes do not matter."),
        tr("Keep it away from the laptop. Printing a new one makes this one worthless."),
    ):
        top += 12 * MILLIMETRE
        top += page.block(LEFT, top, ROOM, text, Style(11, grey=SOFT), 3)
    return page.finish()
