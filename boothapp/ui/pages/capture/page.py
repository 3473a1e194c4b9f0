"""The capture page: one conversation at a time, saved with one key, never waiting for anything."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import QWidget

from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft, is_empty
from boothapp.domain.rating import Rating
from boothapp.domain.show import Show
from boothapp.domain.visitor import Visitor
from boothapp.errors import UserError
from boothapp.ui import keys
from boothapp.ui.desk import Desk
from boothapp.ui.next_paint import after_next_paint
from boothapp.ui.pages.capture import frame, saving, wiring
from boothapp.ui.pages.capture.before import Before
from boothapp.ui.pages.capture.completing import Completing
from boothapp.ui.pages.capture.consent_keys import ConsentKeys
from boothapp.ui.pages.capture.consents import Consents
from boothapp.ui.pages.capture.conversation import Conversation
from boothapp.ui.pages.capture.drafts import Drafts
from boothapp.ui.pages.capture.joining import Joining
from boothapp.ui.pages.capture.looking_back import LookingBack
from boothapp.ui.pages.capture.pictures import Pictures
from boothapp.ui.pages.capture.pieces import Pieces
from boothapp.ui.pages.capture.saving import Keeping
from boothapp.ui.pages.capture.scanning import DropPlace, Scanning
from boothapp.ui.pages.capture.taking import Taking
from boothapp.ui.pages.capture.tally import Tally
from boothapp.ui.pages.capture.thinking import Thinking
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.crowd_button import CrowdButton
from boothapp.ui.widgets.foot import Foot
from boothapp.ui.widgets.scan_field import ScanField
from boothapp.words import language, mark, tr

if TYPE_CHECKING:
    from boothapp.domain.changes import Changes
    from boothapp.domain.lead import Lead
    from boothapp.ui.pages.capture.bringing import Bringing
    from boothapp.ui.pages.capture.crowd import Crowd
    from boothapp.ui.pages.capture.group import Group
    from boothapp.ui.pages.capture.recognising import Recognising


LATELY = 2000
SAVE_KEY, PRINT_KEY = (keys.of("capture", act) for act in ("save", "print"))


class CapturePage(DropPlace):
    """Left the conversation, right what the app thinks of it, at the foot consent and Save."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        assert desk.show is not None  # the door lets nobody in without one
        self._show: Show = desk.show
        self._rating, self.capture, self.held_by, self.chosen_lead = Rating(), Capture(), "", ""
        self.before = Before(self._show)
        # Everything is made inside what holds it: Qt styles a part again each time it is moved.
        self.scan, self._state = ScanField(self), Tally(desk.tasks, self._show, self)
        left, right, foot = frame.talk_side(self), frame.thought_side(self), Foot(self)
        self.talk, self.thinking = Conversation(self._show, left.inner), Thinking(self._show, right.inner)
        self.pieces, self.consents = Pieces(self._show, right.inner), Consents(self._show, foot)
        self.scanning = Scanning(desk.tasks, self._show_now, self.scan, desk.scanner)
        self.taking, self.joining = Taking(desk, self), Joining(self.scanning.by_scanner, desk.say)
        self.looking_back = LookingBack(desk.tasks, self.talk.person)
        self.completing = Completing(desk.tasks, self._show, self.talk.person)
        self.pictures = Pictures(desk.tasks, self._show_now, desk.say, left.parts, right.parts)
        self.print_button = Button(mark("Save and print"), "secondary", "printer", PRINT_KEY, parent=foot)
        self.save_button = Button(mark("Save"), "primary", "check", SAVE_KEY, parent=foot)
        self.keeping = Keeping(desk, self._show, self._put_back, lambda draft: self.drafts.stand(draft))
        self.lately = QTimer(self, singleShot=True, interval=LATELY)
        foot.hold(self.consents, self.print_button, self.save_button)
        for side, part in ((left, self.talk), (right, self.thinking), (right, self.pieces)):
            side.parts.addWidget(part)
        tools = frame.tools(self.scan, self.pictures.camera_button)
        above = frame.top(tools, self._state, right)
        self.crowd_button = CrowdButton(keys.of("capture", "crowd"), self)
        self._tools, self._talked, self._thought = tools, left, right
        tools.addWidget(self.crowd_button)
        self.drafts = Drafts(desk, self._show, self, tools, left)
        frame.lay_out(self, above, left, right, foot)
        wiring.connect(self, desk)
        ConsentKeys(self, self.consents.ticks)
        self.fresh()
        after_next_paint(self, self._in_sight)

    @cached_property
    def crowd(self) -> "Crowd":
        """The rapid mode."""
        from boothapp.ui.pages.capture.crowd import Crowd

        return Crowd(self._desk, self._show, self, self._thought)

    @cached_property
    def recognising(self) -> "Recognising":
        """Seen before?"""
        from boothapp.ui.pages.capture.recognising import Recognising

        return Recognising(self._desk, self, self._thought)

    @cached_property
    def bringing(self) -> "Bringing":
        """What is pasted or opened; made when people see the page."""
        from boothapp.ui.pages.capture.bringing import Bringing

        return Bringing(self._desk.settings, self.scanning, self.scan, self)

    @cached_property
    def group(self) -> "Group":
        """Several people of one conversation."""
        from boothapp.ui.pages.capture.group import Group

        return Group(self._desk, self, self._tools, self._talked)

    def draft(self) -> Draft:
        """The conversation as it stands on the page, of who holds it, with everybody in it."""
        form = self.in_form()
        return self.group.whole(form) if "group" in vars(self) else form

    def written(self) -> Draft:
        """The same with what stands in the scan field: what is written down, and put aside."""
        return self.taking.with_typed(self.draft())

    def in_form(self) -> Draft:
        """The same of the one person whose details stand in the fields."""
        follow, pictures = self.thinking.follow, self.pictures.kept()
        return Draft(
            id=self.talk_id,
            token=self._token,
            visitor=self.talk.person.visitor(),
            capture=self.capture,
            answers=self.talk.answers(),
            interests=tuple(self.talk.interests.value()),
            touches=self.pieces.touches(),
            pieces=self.pieces.value(),
            **self.consents.given(),
            note=self.talk.note.text(),
            voice=self.talk.voice(),
            staff=self.held_by or self._desk.staff,
            owner=follow.chosen_owner(),
            next_step=follow.next_step(self._rating),
            looked_up=bool(self.looking_back.badge) and self.looking_back.badge == self.capture.badge_id,
            picture=pictures[0] if pictures else b"",
            more_pictures=pictures[1:],
            lead=self.chosen_lead,
        )

    def save(self, and_print: bool = False) -> None:
        """Saves what is there, whatever is missing; the form is fresh at once."""
        self.pictures.cards.take_open()
        self.taking.take_typed()
        if self.keep(and_print):
            self.pictures.close_choice()

    def keep(self, and_print: bool = False) -> bool:
        """Whether there was something to save; the scan field may hold the beginning of the next badge."""
        draft = self.draft()
        if is_empty(draft):
            # The second press of a double one: what was saved stays in sight.
            if not self.lately.isActive():
                self._desk.say(tr("There is nothing to save yet."), tone="info")
            self.scan.setFocus()
            return False
        self.lately.start()
        # What is read late for it comes behind the save.
        self.keeping.save([draft], and_print)
        self.fresh()
        return True

    def save_all(self) -> None:
        """Saves the conversation under way and every one that could not be saved before."""
        self.pictures.cards.take_all()
        self.taking.take_typed()
        draft = self.draft()
        self.keeping.save([] if is_empty(draft) else [draft], quiet=True)
        if not is_empty(draft):
            self.fresh()
        self.pictures.cards.keep_rest()

    def refusal(self) -> UserError | None:
        """Why the last save failed; None where it did not."""
        return self.keeping.refusal

    def fresh(self) -> None:
        """An empty form, with the scan field armed."""
        self.stand(Draft())
        self.scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand(self, draft: Draft) -> None:
        """This conversation stands on the page from now on, under its own id, of who began it."""
        if draft.others or "group" in vars(self):
            self.group.begin(draft)
        self.show_one(draft)

    def show_one(self, draft: Draft) -> None:
        """Shows one person of a conversation, with all that was said."""
        self.talk_id, self._token = draft.id, draft.token
        self.capture, self.held_by, self.chosen_lead = draft.capture, draft.staff, draft.lead
        self.joining.begin(draft.capture)
        self.looking_back.begin(draft.id, draft.capture.badge_id if draft.looked_up else "")
        self.pictures.begin(draft.id, tuple(filter(None, (draft.picture, *draft.more_pictures))))
        self.talk.clear()
        self.talk.fill(draft)
        self.pieces.set_value(draft.pieces, draft.touches)
        self.consents.set_value(draft.consents, draft.signature, draft.language)
        self.thinking.follow.fill(draft)
        self.before.know(None)
        self.thinking.seen.show_lead(None)
        self.drafts.begin(self.draft())
        if "recognising" in vars(self):
            self.recognising.begin(draft)
        self.think()
        if not is_empty(draft):
            self.look_back()

    def open_lead(self, id: str) -> None:
        """A saved lead, to be completed by one more conversation."""
        from boothapp.ui.pages.capture.going_on import open_lead

        open_lead(self._desk, self, id)

    def shown(self) -> None:
        """The page is in front: the scan field is armed."""
        self.scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def _in_sight(self) -> None:
        """What no visitor waits for is made only now."""
        self.bringing.begin()
        self.crowd.count()
        self.recognising.begin(self.in_form())

    def step_back(self) -> None:
        """Esc: closes camera and drafts, and arms the scan field."""
        self.pictures.close_camera()
        self.drafts.close()
        self.shown()

    def message_place(self) -> QRect:
        """Where a message covers nothing to press: over the show's name, and the rating below it."""
        return self._state.geometry()

    def refresh(self, changes: "Changes") -> None:
        """Counts again when leads were saved."""
        self.completing.refresh(changes)
        self.drafts.refresh(changes)
        self.crowd.refresh(changes)
        if "leads" in changes.topics:
            self._state.count()

    def retranslate(self) -> None:
        """Every text of the show again; what was typed stays."""
        own = (self.talk, self.pieces, self.thinking, self._state, self.bringing)
        for part in (*own, self.drafts, self.crowd, self.recognising):
            part.retranslate()
        self.think()

    def _show_now(self) -> Show:
        """The show as it is known now: its badge format may have been learnt since."""
        return self._desk.show or self._show

    def think(self) -> None:
        """Rates and proposes again; pure, so that it may run at every key."""
        draft = self.in_form()
        if "group" in vars(self) or draft.visitor.known() or draft.capture.raw:
            self.group.follow(draft)
        waits = "group" in vars(self) and self.group.waits()
        self._rating = self.before.rating(draft)
        self.pieces.suggest(draft.interests)
        self.consents.speak_to(self._show.language_for(draft.visitor, language()))
        flags = () if waits else saving.flags(draft)
        self.thinking.think(self._rating, self.before.routed(draft), flags, self.before.promised)
        self.scan.show_badge(draft.capture.badge_id)
        self.drafts.journal.touch()

    def look_back(self) -> None:
        """Asks the store whether this visitor was here before, and what the attendee list says."""
        self.looking_back.look(self.in_form())

    def meet(self, before: "Lead | None") -> None:
        """Who this is was found out, or that nobody knows: what was said before counts."""
        self.thinking.seen.show_lead(before)
        if self.before.know(before):
            self.think()

    def take_person(self, visitor: Visitor, badge_id: str) -> None:
        """Somebody chosen from the lines below a field: everything known, and the badge."""
        self.capture = replace(self.capture, badge_id=self.capture.badge_id or badge_id)
        self.talk.person.show_visitor(self.talk.person.visitor().updated(visitor))
        self.think()
        self.look_back()

    def _put_back(self, draft: Draft) -> bool:
        """A conversation that could not be saved stands here again, unless the next one has begun."""
        if not is_empty(self.draft()):
            return False
        self.stand(draft)
        return True
