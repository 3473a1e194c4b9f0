"""What a reading does to the conversation under way: the same person's details, or the next visitor's."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.ui import payloads
from boothapp.ui.pages.capture import names

if TYPE_CHECKING:
    from boothapp.badge.reading import Reading
    from boothapp.ui.desk import Desk
    from boothapp.ui.pages.capture.page import CapturePage


class Taking:
    """Fills the page in from badges, cards and what was typed where badges are scanned."""

    def __init__(self, desk: "Desk", page: "CapturePage") -> None:
        self._desk, self._page = desk, page

    def take(self, reading: "Reading", stay: bool = False) -> None:
        """Fills in what a badge says; another person's first saves the one before; `stay` moves no focus."""
        page, read = self._page, names.with_typed_name(reading)
        group = page.group if "group" in vars(page) else None
        # One more of the conversation was asked for: this scan is theirs, also in the rapid mode.
        if not (group and group.waits()) and page.crowd.takes(read):
            return
        if group:
            group.meet(read)
        self._make_room(read)
        person = page.talk.person
        before, typed = person.visitor(), names.is_typed(page.capture)
        kept, page.capture = page.capture, page.joining.capture(page.capture, read)
        page.joining.tell(before, kept, read, partial(self._take_apart, page.talk_id, before, kept, reading))
        visitor = read.visitor
        if read.format == "text":
            page.talk.add_to_note(visitor.note)
            visitor = replace(visitor, note="")
        person.show_visitor(names.together(before, visitor, typed))
        page.talk.notice.say("\n".join(read.warnings), "warning")
        page.think()
        page.look_back()
        # The rest of the next scan may be on its way there.
        answered = stay or (group and group.several())
        if read.format not in ("empty", "text") and not page.scan.text() and not answered:
            page.talk.take_focus()

    def take_typed(self) -> None:
        """What stands in the scan field belongs to this one."""
        page = self._page
        if not (text := page.scan.text().strip()):
            return
        from boothapp.actions import badges

        page.scan.setText("")
        before, text = payloads.typed_before(text)
        if before:
            self.name(before)
        self.take(badges.scan(text, self._desk.show, clues=self._desk.scanner.clues(sure=False)), stay=True)

    def with_typed(self, draft: Draft) -> Draft:
        """The conversation with what stands in the scan field, a name as the visitor's."""
        if not (text := self._page.scan.typed()):
            return draft
        if names.is_name(text) and not draft.visitor.name and not draft.others:
            return replace(draft, visitor=replace(draft.visitor, full_name=text))
        return replace(draft, note="\n".join(filter(None, (draft.note, text))))

    def leave_scan(self) -> None:
        """A name typed there without Enter is the visitor's; half a badge waits for its rest."""
        scan = self._page.scan
        if names.is_name(text := scan.text()):
            scan.setText("")
            self.name(text)

    def name(self, text: str) -> None:
        """What was typed where badges are scanned."""
        from boothapp.badge.reading import read_text

        self.take(read_text(text), stay=True)

    def _make_room(self, read: "Reading") -> None:
        """Another person's badge: the conversation before is saved."""
        page = self._page
        is_another = partial(page.joining.is_another, page.talk.person.visitor, lambda: page.capture, read)
        if is_another():
            # The card of the visitor before is open: it may be of this one, too.
            page.pictures.cards.take_open()
            if is_another():
                page.keep()

    def _take_apart(self, talk: str, before: Visitor, capture: Capture, reading: "Reading") -> None:
        """An id that was added to the wrong person gets a conversation of its own."""
        page = self._page
        if talk == page.talk_id:
            page.capture = capture
            page.talk.person.show_visitor(before)
            page.keep()
            self.take(reading)
