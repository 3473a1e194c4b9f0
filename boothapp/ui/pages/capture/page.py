"""The capture page: one conversation at a time, saved with one key, never waiting for anything."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from boothapp.actions import capture
from boothapp.actions.capture import Draft
from boothapp.domain.changes import Changes
from boothapp.domain.lead import Capture, Lead
from boothapp.domain.rating import Rating
from boothapp.domain.show import Show
from boothapp.errors import UserError
from boothapp.ui import payloads
from boothapp.ui.desk import Desk
from boothapp.ui.pages.capture import frame, names, saving, sheet
from boothapp.ui.pages.capture.consents import Consents
from boothapp.ui.pages.capture.conversation import Conversation
from boothapp.ui.pages.capture.pictures import Pictures
from boothapp.ui.pages.capture.pieces import Pieces
from boothapp.ui.pages.capture.saving import Saves
from boothapp.ui.pages.capture.scanning import Scanning
from boothapp.ui.pages.capture.show_state import ShowState
from boothapp.ui.pages.capture.thinking import Thinking
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.foot import Foot
from boothapp.ui.widgets.scan_field import ScanField
from boothapp.words import language, mark, tr

if TYPE_CHECKING:
    from boothapp.badge.reading import Reading
    from boothapp.store.database import Store


LATELY = 2000


class CapturePage(QWidget):
    """Left the conversation, right what the app thinks of it, at the foot consent and Save."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        assert desk.show is not None  # the door lets nobody in without one
        self._show: Show = desk.show
        self._rating, self._capture = Rating(), Capture()
        self._begin_draft()
        # Everything is made inside what holds it: Qt styles a part again each time it is moved.
        self.scan, self._state = ScanField(self), ShowState(desk.tasks, self._show, self)
        left, right, foot = frame.talk_side(self), frame.thought_side(self), Foot(self)
        self.talk, self.thinking = Conversation(self._show, left.inner), Thinking(self._show, right.inner)
        self.pieces, self.consents = Pieces(self._show, right.inner), Consents(self._show, foot)
        self.scanning = Scanning(desk.tasks, self._show, self.scan)
        self.pictures = Pictures(desk.tasks, self._show, left.inner, right.inner)
        self.print_button = Button(mark("Save and print"), "secondary", "printer", "Ctrl+P", parent=foot)
        self.save_button = Button(mark("Save"), "primary", "check", "Ctrl+Return", parent=foot)
        self._unsaved: list[Draft] = []
        self.lately = QTimer(self, singleShot=True, interval=LATELY)
        self.setAcceptDrops(True)
        foot.left.addWidget(self.consents, 1)
        for button in (self.print_button, self.save_button):
            foot.right.addWidget(button)
        frame.place_pictures(self.pictures, left, right)
        for side, part in ((left, self.talk), (right, self.thinking), (right, self.pieces)):
            side.parts.addWidget(part)
        frame.lay_out(self, frame.top(self.scan, self.pictures.camera_button, self._state), left, right, foot)
        self._connect()
        self.fresh()
        self._state.count()

    def draft(self) -> Draft:
        """The conversation as it stands on the page."""
        follow = self.thinking.follow
        return Draft(
            id=self._id,
            token=self._token,
            visitor=self.talk.person.visitor(),
            capture=self._capture,
            answers=self.talk.questions.value(),
            interests=tuple(self.talk.interests.value()),
            touches=self.pieces.touches(),
            pieces=self.pieces.value(),
            consents=self.consents.value(),
            language=self.consents.language,
            note=self.talk.note.text(),
            staff=self._desk.staff,
            owner=follow.chosen_owner(),
            next_step=follow.next_step(self._rating),
            picture=self.pictures.kept(),
        )

    def save(self, and_print: bool = False) -> None:
        """Saves what is there, whatever is missing; the form is fresh at once."""
        self._take_typed()
        draft = self.draft()
        if saving.is_empty(draft):
            # The second press of a double one: what was saved stays in sight.
            if not self.lately.isActive():
                self._desk.say(tr("There is nothing to save yet."))
            self.scan.setFocus()
            return
        self.lately.start()
        drafts, self._unsaved = [*self._unsaved, draft], []
        self.fresh()

        def work(store: "Store") -> Saves:
            return saving.save_all(store, self._show, drafts)

        self._desk.tasks.change(
            work, lambda saves: self._saved(saves, and_print), lambda error: self._not_saved(drafts, error)
        )

    def save_all(self) -> None:
        """Saves the conversation under way and every one that could not be saved before."""
        self._take_typed()
        drafts = [*self._unsaved, *(() if saving.is_empty(self.draft()) else (self.draft(),))]
        if drafts:
            self._unsaved = []
            self.fresh()
            self._desk.tasks.change(lambda store: saving.save_all(store, self._show, drafts))

    def fresh(self) -> None:
        """An empty form, with the scan field armed."""
        self._begin_draft()
        self.pictures.clear()
        self.talk.clear()
        self.pieces.set_value((), ())
        self.consents.set_value(())
        self.thinking.follow.clear()
        self.thinking.seen.show_lead(None)
        self._think()
        self.scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, reading: "Reading", stay: bool = False) -> None:
        """Fills in what a badge says; another person's first saves the one before; `stay` moves no focus."""
        from boothapp.actions.badges import capture_of

        read = names.with_typed_name(reading)
        before = self.talk.person.visitor()
        if not names.may_be_same(before, read.visitor) or self._is_other_badge(read):
            self.save()
            before = self.talk.person.visitor()
        # A card read after the badge says more about the same visitor, who keeps the badge's id.
        badge_id = read.badge_id or self._capture.badge_id
        self._capture = replace(capture_of(read), badge_id=badge_id)
        note, visitor = self.talk.note.text(), read.visitor
        if read.format == "text":
            self.talk.note.set_text("\n".join(filter(None, (note, visitor.note))))
            visitor = replace(visitor, note="")
        self.talk.person.show_visitor(before.updated(visitor))
        self.talk.notice.say("\n".join(read.warnings), "warning")
        self._think()
        self._look_back()
        # The rest of the next scan may be on its way there.
        if read.format not in ("empty", "text") and not self.scan.text() and not stay:
            self.talk.questions.take_focus()

    def shown(self) -> None:
        """The page is in front: the scan field is armed."""
        self.scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def message_place(self) -> QRect:
        """Where a message covers nothing to press: over the show's name, and the rating below it."""
        return self._state.geometry()

    def refresh(self, changes: Changes) -> None:
        """Counts again when leads were saved."""
        if "leads" in changes.topics:
            self._state.count()

    def retranslate(self) -> None:
        """Every text of the show again; what was typed stays."""
        for part in (self.talk, self.pieces, self.thinking):
            part.retranslate()
        self._state.tell()
        self._think()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.scanning.can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.scanning.take(event.mimeData())
        event.acceptProposedAction()

    def _take_typed(self) -> None:
        """What stands in the scan field, a name or a badge's text, and an open card belong to this one."""
        self.pictures.take_open()
        text = self.scan.text().strip()
        if not text:
            return
        from boothapp.actions import badges

        self.scan.setText("")
        before, text = payloads.typed_before(text)
        if before:
            self._name(before)
        self.take(badges.scan(text, self._show), stay=True)

    def _leave_scan(self) -> None:
        """A name typed there without Enter is the visitor's; half a badge waits for its rest."""
        if names.is_name(text := self.scan.text()):
            self.scan.setText("")
            self._name(text)

    def _name(self, text: str) -> None:
        """What was typed where badges are scanned."""
        from boothapp.badge.reading import read_text

        self.take(read_text(text), stay=True)

    def _begin_draft(self) -> None:
        new = Draft()
        self._id, self._token, self._capture = new.id, new.token, Capture()

    def _is_other_badge(self, read: "Reading") -> bool:
        return bool(self._capture.badge_id and read.badge_id and self._capture.badge_id != read.badge_id)

    def _think(self) -> None:
        """Rates and proposes again; pure, so that it may run at every key."""
        draft = self.draft()
        self._rating = capture.preview(self._show, draft)
        owner = self._show.owner_for(draft.visitor)
        self.pieces.suggest(draft.interests)
        self.consents.speak_to(self._show.language_for(draft.visitor, language()))
        self.thinking.think(self._rating, owner, () if saving.is_empty(draft) else saving.flags(draft))

    def _look_back(self) -> None:
        """Asks the store whether this visitor was here before."""
        draft = self.draft()
        if not (draft.capture.badge_id or draft.visitor.email):
            self.thinking.seen.show_lead(None)
            return
        self._desk.tasks.ask(lambda store: capture.seen(store, draft), lambda lead: self._met(draft.id, lead))

    def _met(self, draft: str, lead: Lead | None) -> None:
        if draft != self._id:
            return
        self.thinking.seen.show_lead(lead)
        if lead is not None:
            self.talk.person.show_visitor(lead.visitor.updated(self.talk.person.visitor()))
            self._think()

    def _saved(self, saves: Saves, and_print: bool) -> None:
        lead = saves.last.lead
        text = saving.said(lead)
        self._desk.say(text)
        if and_print:
            sheet.hand_out(self._desk, lead, text)

    def _not_saved(self, drafts: list[Draft], error: UserError) -> None:
        """Nothing is lost: it goes back on the page, or waits for the next save where that is in use."""
        if saving.is_empty(self.draft()):
            self._put_back(drafts[-1])
            drafts = drafts[:-1]
        self._unsaved = [*drafts, *self._unsaved]
        self._desk.tasks.unheard.emit(error)

    def _put_back(self, draft: Draft) -> None:
        self._id, self._token, self._capture = draft.id, draft.token, draft.capture
        self.pictures.put_back(draft.picture)
        self.talk.person.show_visitor(draft.visitor)
        self.talk.questions.set_value(draft.answers)
        self.talk.interests.set_value(draft.interests)
        self.talk.note.set_text(draft.note)
        self.pieces.set_value(draft.pieces, draft.touches)
        self.consents.set_value(draft.consents)
        self._think()

    def _connect(self) -> None:
        self.scanning.picture.connect(self.pictures.look_at)
        for reader in (self.scanning, self.pictures):
            reader.read.connect(self.take)
            reader.refused.connect(lambda error: self.talk.notice.say(str(error), "warning"))
        self.scanning.typed.connect(self._name)
        self.scan.left.connect(self._leave_scan)
        for part in (self.talk, self.pieces, self.consents, self.thinking.follow):
            part.changed.connect(self._think)
        self.talk.person.left.connect(self._look_back)
        self.save_button.clicked.connect(lambda: self.save())
        self.print_button.clicked.connect(lambda: self.save(and_print=True))
        for keys, act in (("Esc", self.shown), ("Ctrl+Enter", self.save)):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
