"""A lead's fields to put right, in place of its detail; Cancel or Esc leaves all as it was, with Undo."""

from datetime import date, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from boothapp.actions.leads import Whole
from boothapp.domain.field_words import field_list
from boothapp.domain.lead import Lead
from boothapp.domain.next_step import STEPS, NextStep
from boothapp.domain.tags import tags_from
from boothapp.domain.voice import Remark, Voice
from boothapp.errors import UserError
from boothapp.ui import keys, tokens
from boothapp.ui.desk import Desk
from boothapp.ui.next_paint import after_next_paint
from boothapp.ui.pages.capture.more_talk import MoreTalk
from boothapp.ui.pages.capture.person import Person, shown
from boothapp.ui.pages.leads.aside import Aside
from boothapp.ui.pages.leads.notes import Notes
from boothapp.ui.pages.leads.undoing import undo_change
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, column, row
from boothapp.ui.widgets.choice import Choice
from boothapp.ui.widgets.field import Field, Message, NoteField
from boothapp.ui.widgets.speech import Words, follows_language
from boothapp.ui.widgets.when import When
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.actions.edit import Edited

SAVE, CANCEL = mark("Save"), mark("Cancel")
TAGS, WITH_COMMAS = mark("Tags"), mark("Several with commas between")
SAID = mark("What was said")
OWN_WORDS = mark("What was said, in the visitor’s own words")


class Editing(Aside):
    """The fields of one lead. Emits left() once they are kept, or given up."""

    def __init__(self, desk: Desk, whole: Whole, parent: QWidget | None = None) -> None:
        inner = QWidget()
        super().__init__(inner, parent)
        self._desk, self._lead, self._show = desk, whole.lead, whole.show
        self._saved = False
        self.refusal: UserError | None = None
        self.person, self.message = Person(inner), Message(inner)
        self.owner, self.step = Choice("", parent=inner), Choice("", parent=inner)
        self.when = When(inner)
        self.tags = Field(TAGS, WITH_COMMAS, parent=inner)
        self.said = NoteField(SAID, 1, placeholder=OWN_WORDS, parent=inner)
        self.notes = Notes(whole.lead.visits, inner)
        self.talk = MoreTalk(whole.show, (), self.said, inner)
        # Folded away, so that Save stays in sight.
        self.talk.hide()
        self.talk_button = Button(SAID, "quiet", "chevron-down", parent=inner)
        self.talk_button.setCheckable(True)
        self.save_button = Button(SAVE, "primary", "check", keys.of("leads-edit", "save"), parent=inner)
        self.cancel_button = Button(CANCEL, "quiet", parent=inner)
        self._fill()
        self._lay_out(inner)
        self.talk_button.toggled.connect(self._fold)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.left)

    def take_keyboard(self) -> None:
        """Gives the keyboard to the name."""
        self.person.fields["full_name"].input.setFocus(Qt.FocusReason.TabFocusReason)

    def texts(self) -> dict[str, str]:
        """The fields that a person changed, as typed."""
        typed = {name: field.text() for name, field in self.person.fields.items()}
        texts = {name: text for name, text in typed.items() if text != shown(self._lead.visitor, name)}
        step = self._lead.next_step
        if self.owner.value() != self._lead.owner:
            texts["owner"] = self.owner.value()
        if self.step.value() != (step.kind if step else "none"):
            texts["step"] = self.step.value()
        if self.when.value() != self._due():
            due, at = self.when.value()
            texts["due"] = NextStep("", due, at).when
        if tags_from(self.tags.text()) != self._lead.tags:
            texts["tags"] = self.tags.text()
        return texts

    def voice(self) -> Voice | None:
        """What was said as it stands here, words without a tag too; None where nothing of it was changed."""
        told, was, text = self.talk.voice(), self._lead.voice, self.said.text()
        remarks = (*told.remarks, Remark(text)) if text else told.remarks
        # What a newer kit says no more can't be chosen, and stays.
        messages = (*(id for id in was.messages if self._show.message(id) is None), *told.messages)
        # Chips have an order of their own.
        if {*messages} == {*was.messages}:
            messages = was.messages
        rivals = was.competitors if {*told.competitors} == {*self._rivals} else told.competitors
        now = Voice(remarks, messages, rivals)
        return None if now == was else now

    @property
    def lead(self) -> Lead:
        """The lead as it was when its fields were opened."""
        return self._lead

    def is_changed(self) -> bool:
        """Whether something is typed or chosen here that is not kept yet."""
        typed = self.texts() or self.notes.changed() or self.voice() is not None
        return not self._saved and bool(typed)

    def said_in(self) -> tuple[str, ...]:
        """Of each remark that stands here the conversation; one reworded stays in its own."""
        remarks = self.talk.remarks
        return (*remarks.said_in(), remarks.going_in) if self.said.text() else remarks.said_in()

    def save(self) -> None:
        """Keeps what was changed; says why where it can't."""
        texts, voice, notes = self.texts(), self.voice(), self.notes.changed()
        id, staff, said_in = self._lead.id, self._staff(), self.said_in()
        if not texts and not notes and voice is None:
            self.left.emit()
            return

        from boothapp.actions import edit

        self.save_button.setEnabled(False)
        self._desk.doing.emit()
        self._desk.tasks.change(
            lambda store: edit.correct(store, id, texts, staff, voice=voice, notes=notes, said_in=said_in),
            self._kept,
            self._refused,
        )

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._fill_choices()
            self.talk.retranslate()
        super().changeEvent(event)

    def _fold(self, on: bool) -> None:
        """Shows what was said, or folds it away again; what is chosen there counts all the same."""
        self.talk.setVisible(on)
        if on:
            self.notes.setFocus(Qt.FocusReason.TabFocusReason)
            after_next_paint(self, self._show_said)

    def _show_said(self) -> None:
        """As much of it as there is room for; where the keyboard is comes first."""
        self.ensureWidgetVisible(self.save_button)
        self.ensureWidgetVisible(self.notes)

    def _staff(self) -> str:
        return self._desk.staff if self._show.person(self._desk.staff) else ""

    def _kept(self, done: "Edited") -> None:
        self._saved, self.refusal = True, None
        name = f"{done.lead.number} {done.lead.label}"
        if done.fields:
            said = tr("{name}: {fields} corrected.").format(name=name, fields=field_list(done.fields))
            desk = self._desk
            desk.say(" ".join((said, *done.warnings)), lambda: undo_change(desk, done.lead, done.line))
        self.left.emit()

    def _refused(self, error: UserError) -> None:
        self.refusal = error
        self.save_button.setEnabled(True)
        self.message.say(str(error), "error")

    def _fill(self) -> None:
        self.person.show_visitor(self._lead.visitor)
        self.person.unfold(True)
        self._fill_choices()
        self.owner.set_value(self._lead.owner)
        self.step.set_value(self._lead.next_step.kind if self._lead.next_step else "none")
        self.when.set_value(*self._due())
        self.tags.set_text(", ".join(self._lead.tags))
        self.talk.fill(self._lead.voice, {})
        told = tuple(visit.id for visit in self._lead.visits for _remark in visit.voice.remarks)
        self.talk.remarks.set_value(self._lead.voice.remarks, told)
        self._rivals = self.talk.rivals.value()

    def _due(self) -> tuple[date, time | None]:
        """When the next step is due; today for a lead that has none."""
        step = self._lead.next_step
        return (step.due, step.at) if step else (date.today(), None)

    def _fill_choices(self) -> None:
        """In the language spoken now; what is chosen stays."""
        people = [(person.id, person.name) for person in self._show.staff if person.sales]
        if self._lead.owner not in dict(people):
            # Whoever left the show's staff since, or nobody, stays until another is chosen.
            people.insert(0, (self._lead.owner, self._lead.owner))
        self.owner.set_items(tr("Owner"), people)
        self.step.set_items(tr("Next step"), [(key, tr(text)) for key, text in STEPS.items()])
        self.when.retranslate()

    def _lay_out(self, inner: QWidget) -> None:
        cards, follow, buttons = column(12), Card(parent=inner, dense=True), row()
        cards.setContentsMargins(0, 0, 16, tokens.size("card"))
        line = row(12)
        for name, choice in ((mark("Next step"), self.step), (mark("Owner"), self.owner)):
            group = column(4)
            group.addWidget(Words(name, "label", "muted", follow))
            group.addWidget(choice)
            line.addLayout(group, 1)
        follow.body.addLayout(line)
        due, below = column(4), row(12)
        due.addWidget(Words(mark("Due"), "label", "muted", follow))
        due.addWidget(self.when)
        due.addStretch(1)
        below.addLayout(due, 1)
        below.addWidget(self.tags, 1)
        follow.body.addLayout(below)
        buttons.addWidget(self.talk_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.save_button)
        cards.addWidget(self.person)
        cards.addWidget(follow)
        self.talk.body.insertWidget(0, self.notes)
        self.talk.body.insertWidget(1, self.said)
        cards.addWidget(self.talk)
        cards.addWidget(self.message)
        cards.addLayout(buttons)
        cards.addStretch(1)
        inner.setLayout(cards)
