"""More of the talk: what is rarer than the first pass, folded away and made when first wanted."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boothapp.domain.draft import Draft
from boothapp.domain.question import Answers, Question
from boothapp.domain.show import Show
from boothapp.domain.voice import Voice
from boothapp.domain.wording import said
from boothapp.ui import keys
from boothapp.ui.pages.capture.question_rows import title
from boothapp.ui.pages.capture.questions import Questions, broken, name_width
from boothapp.ui.pages.capture.remarks import Remarks
from boothapp.ui.pages.capture.rivals import NAMED, Rivals
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card
from boothapp.ui.widgets.chips import ChipItem
from boothapp.ui.widgets.field import NoteField
from boothapp.ui.widgets.many import chips_for
from boothapp.ui.widgets.named_row import NamedRow
from boothapp.words import language, mark, number, tr

MORE, LESS = mark("More of the talk"), mark("Less of the talk")
SAID_ABOUT, WORKED = mark("It is about"), mark("Messages that worked")


class MoreTalk(Card):
    """Tags for what was said, key messages that worked, competitors named, the show's further questions."""

    changed = Signal()

    def __init__(
        self, show: Show, questions: Sequence[Question], note: NoteField, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent, dense=True)
        self._show = show
        self._names: dict[str, NamedRow] = {}
        self.remarks, self.rivals = Remarks(note, self), Rivals(show.competitors, self)
        self.messages = chips_for(tr(WORKED), self._said(), parent=self)
        self.questions = Questions(questions, self)
        self.body.setSpacing(8)
        self._add(SAID_ABOUT, self.remarks)
        if show.messages:
            self._add(WORKED, self.messages)
        else:
            self.messages.hide()
        self._add(NAMED, self.rivals)
        self.body.addWidget(self.questions)
        self.questions.setVisible(bool(questions))
        for part in (self.remarks, self.rivals, self.questions):
            part.changed.connect(self.changed)
        self.messages.changed.connect(lambda _keys: self.changed.emit())
        self._give_names()

    def voice(self) -> Voice:
        """What was said, worked and named."""
        return Voice(self.remarks.value(), tuple(self.messages.value()), self.rivals.value())

    def fill(self, voice: Voice, answers: Answers) -> None:
        """Shows this and nothing else."""
        self.remarks.set_value(voice.remarks)
        self.messages.set_value(voice.messages)
        self.rivals.set_value(voice.competitors)
        self.questions.set_value(answers)

    def retranslate(self) -> None:
        """Every text again; what was chosen stays."""
        self.remarks.retranslate()
        self.messages.set_items(tr(WORKED), self._said())
        self.rivals.retranslate()
        self.questions.retranslate()
        self._give_names()

    def _add(self, name: str, part: QWidget) -> None:
        line = self._names[name] = NamedRow("", self)
        line.hold(part)
        self.body.addWidget(line)

    def _give_names(self) -> None:
        titles = [title(line.question) for line in self.questions.rows.values()]
        width = name_width((*map(tr, self._names), *titles))
        for name, line in self._names.items():
            line.name.say(broken(tr(name)))
            line.give_name(width)
        self.questions.give_names(width)

    def _said(self) -> list[ChipItem]:
        return [ChipItem(one.id, said(one.text, language())) for one in self._show.messages]


class Fold(QObject):
    """The button that unfolds it, and what is in it; it stays as it is left from visitor to visitor."""

    changed = Signal()

    def __init__(self, show: Show, questions: Sequence[Question], note: NoteField, talk: QWidget) -> None:
        super().__init__(talk)
        self._show, self._questions, self._note = show, questions, note
        self.part: MoreTalk | None = None
        self.button = Button("", "quiet", "chevron-down", keys.of("capture", "more"), parent=talk)
        self.button.clicked.connect(self._turn)
        self._place: QVBoxLayout | None = None
        self._name()

    def stand_in(self, place: QVBoxLayout) -> None:
        """Where it unfolds."""
        self._place = place

    def voice(self) -> Voice:
        """What was said, worked and named."""
        return self.part.voice() if self.part else Voice()

    def answers(self) -> Answers:
        """The further questions answered."""
        return self.part.questions.value() if self.part else {}

    def fill(self, draft: Draft) -> None:
        """What belongs to this conversation; it unfolds where there is something of it."""
        answers = {one.id: draft.answers[one.id] for one in self._questions if one.id in draft.answers}
        if draft.voice or answers:
            self.unfold(True)
        if self.part:
            self.part.fill(draft.voice, answers)
        self._name()

    def unfold(self, on: bool) -> None:
        """Shows or hides it."""
        if on and self.part is None and self._place is not None:
            talk = self._place.parentWidget()
            self.part = MoreTalk(self._show, self._questions, self._note, talk)
            self.part.changed.connect(self.changed)
            self._place.addWidget(self.part)
        if self.part:
            self.part.setVisible(on)
        self._name()

    def retranslate(self) -> None:
        """Every text again."""
        if self.part:
            self.part.retranslate()
        self._name()

    def _turn(self) -> None:
        on = self.part is None or self.part.isHidden()
        self.unfold(on)
        if on and self.part:
            # What has just come into sight is where people go on.
            self.part.remarks.tags.take_focus()

    def _name(self) -> None:
        """What is folded away is counted, so that nobody forgets it."""
        if self.part and not self.part.isHidden():
            self.button.say(LESS)
            return
        voice = self.voice()
        inside = len(voice.remarks) + len(voice.messages) + len(voice.competitors) + len(self.answers())
        self.button.say(f"{tr(MORE)} · {number(inside)}" if inside else MORE)
