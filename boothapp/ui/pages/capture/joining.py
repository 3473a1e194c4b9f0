"""Does a scan belong to the conversation under way? Only what shows the same person does."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from boothapp.domain.capture import Capture
from boothapp.domain.visitor import Visitor
from boothapp.ui.pages.capture import names
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.badge.reading import Reading

ADDED = mark("{id} was added to {name}.")
# Pictures of business cards are dropped into the conversation that they belong to.
_OF_TALK = frozenset({"card", "name", "empty"})
_BETWEEN_PARTS = frozenset(";,|^ ")


class Joining:
    """Remembers whether something was scanned in this conversation; by_scanner: whether a scan is read now.

    tell(sentence, undo) says that an id came to a person who was there before.
    """

    def __init__(
        self, by_scanner: Callable[[], bool], tell: Callable[[str, Callable[[], None]], None]
    ) -> None:
        self._by_scanner, self._tell = by_scanner, tell
        self._scanned = False

    def begin(self, capture: Capture) -> None:
        """Another conversation; capture: what it begins with."""
        self._scanned = bool(capture.raw) and not names.is_typed(capture)

    def is_another(self, person: Callable[[], Visitor], came: Callable[[], Capture], read: "Reading") -> bool:
        """Whether this is another's badge or card than the person's on the page; came: how that came in."""
        before, capture = person(), came()
        if names.is_another(before, capture, read):
            return True
        told = bool(read.visitor.name or read.badge_id)
        if not self._scanned or read.format in _OF_TALK or not (told or self._by_scanner()):
            return False
        return not _is_shown_same(before, capture, read)

    def capture(self, before: Capture, read: "Reading") -> Capture:
        """How the details came in: the first badge stays as it was scanned; an id read later is kept."""
        from boothapp.actions.badges import capture_of

        # A card read after the badge says more about the same visitor, who keeps the badge's id.
        badge_id, later = read.badge_id or before.badge_id, capture_of(read)
        if self._scanned:
            warnings = tuple(dict.fromkeys((*before.warnings, *later.warnings)))
            return replace(before, badge_id=badge_id, warnings=warnings)
        self._scanned = self._by_scanner() or read.format not in ("text", "name")
        return replace(later, badge_id=badge_id)

    def tell(self, before: Visitor, capture: Capture, read: "Reading", undo: Callable[[], None]) -> None:
        """Says that an id alone came to somebody with a name."""
        if before.name and read.badge_id and read.badge_id != capture.badge_id and not read.visitor.known():
            self._tell(tr(ADDED).format(id=read.badge_id, name=before.name), undo)


def _is_shown_same(before: Visitor, capture: Capture, read: "Reading") -> bool:
    """The same badge, mail or name; an id for somebody without one, or the first details to an id."""
    after = read.visitor
    if read.raw == capture.raw or (read.badge_id and read.badge_id == capture.badge_id):
        return True
    if before.name and after.name:
        # Another name has been found out before.
        return True
    if {mail.casefold() for mail in before.emails} & {mail.casefold() for mail in after.emails}:
        return True
    nobody = not (before.name or before.emails)
    if read.badge_id and not (after.name or after.emails):
        return not capture.badge_id and not nobody and _is_plain(read.badge_id)
    return nobody and bool(capture.badge_id)


def _is_plain(badge_id: str) -> bool:
    """Whether it is an id and not words in a form that nobody knows."""
    return any(map(str.isdigit, badge_id)) or not _BETWEEN_PARTS & set(badge_id)
