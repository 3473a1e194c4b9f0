"""What scanners type: where a badge begins, whether it is all there, and where the next begins."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boothapp.badge.layouts import Layout
    from boothapp.badge.wedge import Meant

# A person's key and the scan that begins within its GAP.
MOST_BY_HAND = 2
_CARD_BEGINS, _CARD_ENDS = "BEGIN:VCARD", "END:VCARD"
_START = r"(?i)MECARD:|BIZCARD:|BEGIN:VCARD|https?://"
# One part before the "@", without the sign of a scheme.
_MAIL_ALONE = r"[\w.+-]+@[\w.-]+"
# So much of what the readers ask for is a format, and no sentence with an address in it.
_KNOWN = 2
_LINE = r"(?i)[\r\n]+|\t(?=MECARD:|BIZCARD:|BEGIN:VCARD|https?://)"


def begins(text: str, learnt: "Layout | None" = None) -> bool:
    """Whether the text begins like a badge of a known kind or a document, on any known keyboard layout."""
    meant = _meant(text, learnt).text
    return re.match(_START, meant.lstrip()) is not None or _is_document(meant)


def typed_before(text: str, learnt: "Layout | None" = None) -> tuple[str, str]:
    """What a person had typed before a badge was scanned into the same field, and the badge's text."""
    from boothapp.badge import wedge

    found = re.search(_START, text)
    at = found.start() if found else wedge.begins_at(text, learnt)
    return ("", text) if at < 0 else (text[:at].strip(), text[at:])


def typed_by_hand(text: str, learnt: "Layout | None" = None) -> int:
    """How many signs before a badge were a person's last keys before the scan; 0 where none."""
    if not text[:1].isalnum() or begins(text, learnt):
        return 0
    alone = (at for at in range(1, MOST_BY_HAND + 1) if text[:at].isalnum() and begins(text[at:], learnt))
    return next(alone, 0)


def is_whole(text: str, learnt: "Layout | None" = None) -> bool:
    """Whether the scanner has ended its line, or the last line of a card; a document says no end."""
    meant = _meant(text, learnt).text
    upper = meant.upper()
    open_card = upper.rfind(_CARD_BEGINS) > upper.rfind(_CARD_ENDS)
    ended = text.endswith(("\n", "\t")) and not open_card and not _is_document(meant)
    return ended and waiting(text, learnt) != "json"


def is_badge(text: str, learnt: "Layout | None" = None) -> bool:
    """Whether quick keys in a field for text are a badge: of a known kind, or a line with a number in it.

    An address of mail alone is one that a person's text expander has typed.
    """
    if begins(text, learnt):
        return True
    if not is_whole(text, learnt) or is_mail_alone(text):
        return False
    return (any(sign.isdigit() for sign in text) and "@" not in text) or _is_known(text, learnt)


def is_mail_alone(text: str) -> bool:
    """Whether there is an address of mail and nothing else."""
    return re.fullmatch(_MAIL_ALONE, text.strip()) is not None


def _is_known(text: str, learnt: "Layout | None") -> bool:
    """Whether the readers of badges know the format."""
    from boothapp.badge import untyped, wedge
    from boothapp.badge.clues import Clues

    return len(text) <= untyped.LONGEST and untyped.proof(wedge.meant(text, Clues(learnt)).text) >= _KNOWN


def begins_card(text: str, learnt: "Layout | None" = None) -> bool:
    """Whether the text begins a card of several lines, on any known keyboard layout."""
    return _meant(text, learnt).text.lstrip().upper().startswith(_CARD_BEGINS)


def may_be_document(line: str, before: str = "", learnt: "Layout | None" = None) -> bool:
    """Whether a line may be one of a private document; before: its lines so far, "" for the first.

    What follows a document at a scanner's pace is part of it, unless it says that it is something else.
    """
    from boothapp.badge import private

    if before and is_document(before, learnt):
        return not re.match(_START, line.lstrip())
    meant = _meant(f"{before}\n{line}" if before else line, learnt).line(line)
    return private.may_follow(meant) if before else private.may_begin(meant)


def text_of(scan: str | bytes) -> str:
    """What a scanner typed, or the text in the bytes that it sent."""
    from boothapp.badge.payload import from_bytes

    return scan if isinstance(scan, str) else from_bytes(scan).text


def waiting(text: str, learnt: "Layout | None" = None) -> str:
    """The kind of badge that may have more lines to come, "" where the text is over."""
    from boothapp.badge import lines
    from boothapp.badge.clues import Clues

    return lines.waiting(filter(str.strip, re.split(_LINE, text)), Clues(learnt, sure=True))


def split(text: str, learnt: "Layout | None" = None) -> list[str]:
    """The badges in what a scanner has typed: a line each, the lines of one badge together; as they came.

    Where they are a private document none is taken out: alone it might not be known for one.
    """
    from boothapp.badge import lines
    from boothapp.badge.clues import Clues

    if is_document(text, learnt):
        return [text]
    came = list(filter(str.strip, re.split(_LINE, text)))
    return [whole(badge) for badge in lines.gathered(came, Clues(learnt, sure=True))]


def whole(badge: "Sequence[str]") -> str:
    """The lines of one badge in one text."""
    return "\r\n".join(badge) if len(badge) > 1 else badge[0].strip("\t")


def is_document(text: str, learnt: "Layout | None" = None) -> bool:
    """Whether the text is a private document or a secret, on any known keyboard layout."""
    return _is_document(_meant(text, learnt).text)


def _is_document(meant: str) -> bool:
    from boothapp.badge import private

    return private.is_private(meant)


def _meant(text: str, learnt: "Layout | None") -> "Meant":
    # The tables of layouts are loaded by the first scan, not by the start.
    from boothapp.badge import wedge
    from boothapp.badge.clues import Clues

    return wedge.by_beginning(text, Clues(learnt))
