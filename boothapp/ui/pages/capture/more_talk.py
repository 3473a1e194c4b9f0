"""More of the talk: tags for what was said, messages that worked, competitors, the rest of the questions."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boothapp.domain.question import Answers, Question
from boothapp.domain.show import Show
from boothapp.domain.voice import Voice
from boothapp.domain.wording import said
from boothapp.ui.pages.capture.question_rows import title
from boothapp.ui.pages.capture.questions import Questions, broken, name_width
from boothapp.ui.pages.capture.remarks import Remarks
from boothapp.ui.pages.capture.rivals import NAMED, Rivals
from boothapp.ui.widgets.card import Card
from boothapp.ui.widgets.chips import ChipItem
from boothapp.ui.widgets.field import NoteField
from boothapp.ui.widgets.many import chips_for
from boothapp.ui.widgets.named_row import NamedRow
from boothapp.words import language, mark, tr

SAID_ABOUT, WORKED = mark("It is about"), mark("Messages that worked")


class MoreTalk(Card):
    """Everything beside the first pass, in rows whose names line up."""

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
