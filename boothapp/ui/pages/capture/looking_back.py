"""Who is this? Asked of the store after a scan: an earlier visit, and the organiser's attendee list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.ui.pages.capture.person import Person
from boothapp.ui.tasks import Tasks
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.actions.capture import Known
    from boothapp.domain.attendee import Attendee

FROM_LIST = mark("From the attendee list: {name}")
OTHER_NAME = mark("The attendee list has another name for this badge: {name}. Nothing was taken from it.")


class LookingBack(QObject):
    """Completes the person from what is known; met(lead or None), told and warned(sentence), changed()."""

    met = Signal(object)
    told = Signal(str)
    warned = Signal(str)
    changed = Signal()

    def __init__(self, tasks: Tasks, person: Person) -> None:
        super().__init__(person)
        self._tasks, self._person = tasks, person
        self._draft, self.badge = "", ""

    def begin(self, draft: str, badge: str = "") -> None:
        """Another conversation: answers about the one before come too late; badge: looked up already."""
        self._draft, self.badge = draft, badge

    def look(self, draft: Draft) -> None:
        """Asks beside the window; badge is the one whose list entry has been taken over."""
        if not (draft.capture.badge_id or draft.visitor.email or draft.lead):
            self.met.emit(None)
            return
        from boothapp.actions import capture

        self._tasks.ask(lambda store: capture.known(store, draft), lambda known: self._answer(draft, known))

    def _answer(self, draft: Draft, known: "Known") -> None:
        if draft.id != self._draft:
            return
        self.met.emit(known.lead)
        before = visitor = self._person.visitor()
        if known.lead is not None:
            visitor = known.lead.visitor.updated(_told(draft, known.lead.visitor, visitor, known))
        # Once for each badge: what people have emptied since stays empty.
        if self.badge != draft.capture.badge_id:
            self.badge = draft.capture.badge_id
            visitor = self._with_list(visitor, known.listed)
        if visitor != before:
            self._person.show_visitor(visitor)
            self.changed.emit()

    def _with_list(self, visitor: Visitor, listed: "Attendee | None") -> Visitor:
        from boothapp.actions.listed import ZEROS
        from boothapp.domain.attendee import filled, same_name

        if listed is None:
            return visitor
        if not same_name(visitor, listed.visitor):
            self.warned.emit(tr(OTHER_NAME).format(name=listed.visitor.name))
        found, fields = filled(visitor, listed.visitor)
        if fields:
            said = tr(FROM_LIST).format(name=found.label)
            if listed.listed_as:
                self.warned.emit(f"{said}. {tr(ZEROS).format(id=listed.listed_as)}")
            else:
                self.told.emit(said)
        return found


def _told(draft: Draft, before: Visitor, visitor: Visitor, known: "Known") -> Visitor:
    """What the form says, as the save takes it: a badge does not undo what was put right."""
    if not (draft.capture.raw and known.corrected):
        return visitor
    from boothapp.domain.correction import without_corrected

    return without_corrected(visitor, before, known.corrected)
