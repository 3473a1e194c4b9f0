"""The conversation in reading order: person, BANT, interests, the show's own questions, what was said."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boothapp.domain.draft import Draft
from boothapp.domain.question import Answers, Question
from boothapp.domain.show import Show
from boothapp.domain.voice import Voice
from boothapp.domain.wording import said
from boothapp.ui.pages.capture.fold import Fold
from boothapp.ui.pages.capture.person import Person
from boothapp.ui.pages.capture.question_rows import takes_a_line
from boothapp.ui.pages.capture.questions import Questions
from boothapp.ui.widgets.card import Card, column, row
from boothapp.ui.widgets.chips import ChipItem
from boothapp.ui.widgets.field import Message, NoteField
from boothapp.ui.widgets.many import chips_for
from boothapp.ui.widgets.speech import Words
from boothapp.words import language, mark, tr

INTERESTS = mark("Interests")
SAID = mark("Said")


class Conversation(QWidget):
    """The left two thirds below the scan field."""

    changed = Signal()

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self.notice, self.person, self._asked = Message(self), Person(self), Card(parent=self, dense=True)
        self.questions = Questions(show.bant, self._asked)
        self.interests = chips_for(tr(INTERESTS), self._products(), parent=self)
        first, others = _in_sight(show.own)
        self.own = Questions(first, self)
        hint = mark("What was said, in the visitor’s own words")
        self.note = NoteField(SAID, 1, placeholder=hint, parent=self)
        self.note.label.hide()
        self.more = Fold(show, others, self.note, self)
        self._lay_out()
        self.questions.lead_to(self._ask_interests)
        self.interests.advance.connect(self._ask_own)
        self.own.lead_to(self._ask_what_was_said)
        for part in (self.person, self.questions, self.own, self.more):
            part.changed.connect(self.changed)
        self.interests.changed.connect(lambda _keys: self.changed.emit())
        self.note.edited.connect(lambda _text: self.changed.emit())

    def fill(self, draft: Draft) -> None:
        """A conversation as it was typed; an empty one empties the fields."""
        self.person.show_visitor(draft.visitor)
        self.questions.set_value(draft.answers)
        self.own.set_value(draft.answers)
        self.more.fill(draft)
        self.interests.set_value(draft.interests)
        self.note.set_text(draft.note)

    def warn(self, text: str) -> None:
        """A warning stands below what the badge had to say."""
        self.notice.say("\n".join(filter(None, (self.notice.text(), text))), "warning")

    def answers(self) -> Answers:
        """Every question answered so far."""
        return {**self.questions.value(), **self.own.value(), **self.more.answers()}

    def voice(self) -> Voice:
        """Remarks, key messages that worked, competitors named."""
        return self.more.voice()

    def add_to_note(self, text: str) -> None:
        """More of what was said stands below what stands there."""
        self.note.set_text("\n".join(filter(None, (self.note.text(), text))))

    def take_focus(self) -> None:
        """Gives the keyboard to the first question still open."""
        if self.questions.rows:
            self.questions.take_focus()
        else:
            self._ask_interests()

    def clear(self) -> None:
        """Nothing is said of the conversation before, and only the first fields are in sight."""
        self.notice.say("")
        self.person.unfold(False)

    def retranslate(self) -> None:
        """Every text of the show again; what was typed stays."""
        self.person.retranslate()
        for part in (self.questions, self.own, self.more):
            part.retranslate()
        self.interests.set_items(tr(INTERESTS), self._products())

    def _ask_interests(self) -> None:
        if self._show.products:
            self.interests.take_focus()
        else:
            self._ask_own()

    def _ask_own(self) -> None:
        if self.own.rows:
            self.own.take_focus()
        else:
            self._ask_what_was_said()

    def _ask_what_was_said(self) -> None:
        self.note.setFocus(Qt.FocusReason.TabFocusReason)

    def _products(self) -> list[ChipItem]:
        return [ChipItem(product.id, said(product.name, language())) for product in self._show.products]

    def _lay_out(self) -> None:
        whole = column(8)
        whole.addWidget(self.notice)
        whole.addWidget(self.person)
        self._asked.body.addWidget(self.questions)
        whole.addWidget(self._asked)
        # Shown by hand before the page is, all of it would be laid out once more than needed.
        if not self._show.bant:
            self._asked.hide()
        if self._show.products:
            group = column(0)
            group.addWidget(Words(INTERESTS, "label", "muted", self))
            group.addWidget(self.interests)
            whole.addLayout(group)
        else:
            self.interests.hide()
        whole.addLayout(self._last_lines())
        whole.addStretch(1)
        self.setLayout(whole)

    def _last_lines(self) -> QVBoxLayout:
        """The show's own questions, what was said, and what folds away below it."""
        lines, said_line = column(6), row()
        lines.addWidget(self.own)
        if not self.own.rows:
            self.own.hide()
        said_line.addWidget(self.note, 1)
        said_line.addWidget(self.more.button, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(said_line)
        self.more.stand_in(lines)
        return lines


def _in_sight(own: Sequence[Question]) -> tuple[list[Question], list[Question]]:
    """The one question of the show that the smallest screen has room for, and the others, which fold away."""
    first = next((question for question in own if takes_a_line(question)), None)
    return [first] if first else [], [question for question in own if question is not first]
