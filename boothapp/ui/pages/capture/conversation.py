"""The conversation in reading order: person, questions, interests, what was said."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boothapp.domain.draft import Draft
from boothapp.domain.show import Show
from boothapp.domain.wording import said
from boothapp.ui.pages.capture.person import Person
from boothapp.ui.pages.capture.questions import Questions
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.chips import ChipItem, Chips
from boothapp.ui.widgets.field import Message, NoteField
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
        self.notice, self.person, self.questions = Message(self), Person(self), Questions(show, self)
        self.interests = Chips(tr(INTERESTS), self._products(), parent=self)
        hint = mark("What was said, in the visitor’s own words")
        self.note = NoteField(SAID, 1, placeholder=hint, parent=self)
        self.note.label.hide()
        self._lay_out()
        self.questions.chain_to(self.interests if show.products else self.note)
        self.person.changed.connect(self.changed)
        self.questions.changed.connect(self.changed)
        self.interests.changed.connect(lambda _keys: self.changed.emit())
        self.note.edited.connect(lambda _text: self.changed.emit())

    def fill(self, draft: Draft) -> None:
        """A conversation as it was typed; an empty one empties the fields."""
        self.person.show_visitor(draft.visitor)
        self.questions.set_value(draft.answers)
        self.interests.set_value(draft.interests)
        self.note.set_text(draft.note)

    def warn(self, text: str) -> None:
        """A warning stands below what the badge had to say."""
        self.notice.say("\n".join(filter(None, (self.notice.text(), text))), "warning")

    def add_to_note(self, text: str) -> None:
        """More of what was said stands below what stands there."""
        self.note.set_text("\n".join(filter(None, (self.note.text(), text))))

    def take_focus(self) -> None:
        """Gives the keyboard to the first question still open."""
        self.questions.take_focus()

    def clear(self) -> None:
        """Nothing is said of the conversation before, and only the first fields are in sight."""
        self.notice.say("")
        self.person.unfold(False)

    def retranslate(self) -> None:
        """Every text of the show again; what was typed stays."""
        self.person.retranslate()
        self.questions.retranslate()
        self.interests.set_items(tr(INTERESTS), self._products())

    def _products(self) -> list[ChipItem]:
        return [ChipItem(product.id, said(product.name, language())) for product in self._show.products]

    def _lay_out(self) -> None:
        whole = column(8)
        whole.addWidget(self.notice)
        whole.addWidget(self.person)
        whole.addWidget(self.questions)
        if self._show.products:
            group = column(0)
            group.addWidget(Words(INTERESTS, "label", "muted", self))
            group.addWidget(self.interests)
            whole.addLayout(group)
        whole.addWidget(self.note)
        whole.addStretch(1)
        self.setLayout(whole)
