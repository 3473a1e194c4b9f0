"""The four BANT questions and the show's own, in the order they are asked."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from boothapp.domain.question import Answers, Question
from boothapp.domain.show import Show
from boothapp.domain.wording import said
from boothapp.ui import letters
from boothapp.ui.widgets.card import Card, row
from boothapp.ui.widgets.chips import ChipItem, Chips
from boothapp.ui.widgets.field import Field
from boothapp.ui.widgets.segments import NAME_WIDTH, AnswerRow, Option, chain
from boothapp.ui.widgets.speech import Words
from boothapp.words import language

# As far as the names of questions may grow; a word longer than that is broken.
MOST_NAME_WIDTH = 176
_BREAK = "\u200b"


class Single(AnswerRow):
    """One answer of a few."""

    changed = Signal()

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(_named(question), _options(question), parent)
        self.question = question
        self.answers.setAccessibleName(_title(question))
        self.answers.chosen.connect(self.changed)
        self.name.setToolTip(said(question.ask, language()))

    def value(self) -> tuple[str, ...]:
        """The option chosen, alone in a tuple."""
        return (self.answers.value(),) if self.answers.value() else ()

    def set_value(self, value: tuple[str, ...]) -> None:
        """Shows an answer."""
        self.answers.set_value(value[0] if value else "")

    def retranslate(self) -> None:
        """Name and answers again."""
        self.name.say(_named(self.question))
        self.answers.set_options(_title(self.question), _options(self.question))
        self.name.setToolTip(said(self.question.ask, language()))


class Several(QWidget):
    """Any of a few."""

    changed = Signal()

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.question, self.name = question, Words(_named(question), "strong", parent=self)
        self.chips = Chips(_title(question), _items(question), parent=self)
        self.chips.changed.connect(lambda _keys: self.changed.emit())
        _beside(self, self.name, self.chips)

    def value(self) -> tuple[str, ...]:
        """The options chosen."""
        return tuple(self.chips.value())

    def set_value(self, value: tuple[str, ...]) -> None:
        """Shows a choice."""
        self.chips.set_value(value)

    def give_name(self, width: int) -> None:
        """How much room the name has, in pixels."""
        self.name.setFixedWidth(width)

    def retranslate(self) -> None:
        """Name and options again."""
        self.name.say(_named(self.question))
        self.chips.set_items(_title(self.question), _items(self.question))


class Said(QWidget):
    """A text or number in the visitor's words."""

    changed = Signal()

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.question, self.name = question, Words(_named(question), "strong", parent=self)
        self.field = Field(_title(question), parent=self)
        self.field.label.hide()
        self.field.edited.connect(self.changed)
        _beside(self, self.name, self.field)

    def value(self) -> tuple[str, ...]:
        """What was typed, alone in a tuple."""
        return (self.field.text(),) if self.field.text() else ()

    def set_value(self, value: tuple[str, ...]) -> None:
        """Shows a text."""
        self.field.set_text(value[0] if value else "")

    def give_name(self, width: int) -> None:
        """How much room the name has, in pixels."""
        self.name.setFixedWidth(width)

    def retranslate(self) -> None:
        """The name again."""
        self.name.say(_named(self.question))
        self.field.input.setAccessibleName(_title(self.question))


KINDS: dict[str, type[Single | Several | Said]] = {"single": Single, "several": Several}


class Questions(Card):
    """One row a question; a digit answers it and goes on to the next. `done` after the last one."""

    changed = Signal()

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, dense=True)
        own = tuple(question for question in show.questions if not question.is_bant)
        self.rows = {question.id: _row(question, self) for question in (*show.bant, *own)}
        self.body.setSpacing(3)
        for line in self.rows.values():
            self.body.addWidget(line)
            line.changed.connect(self.changed)
        self._give_names()

    def chain_to(self, after: QWidget) -> None:
        """After the last answer the keyboard goes to `after`."""
        chain([line for line in self.rows.values() if isinstance(line, Single)], after)

    def take_focus(self) -> None:
        """Gives the keyboard to the first question still open."""
        lines = [line for line in self.rows.values() if isinstance(line, Single)]
        first = next((line for line in lines if not line.value()), lines[0] if lines else None)
        if first:
            first.answers.take_focus()

    def value(self) -> Answers:
        """The questions answered so far."""
        return {id: line.value() for id, line in self.rows.items() if line.value()}

    def set_value(self, answers: Answers) -> None:
        """Shows these answers and no others."""
        for id, line in self.rows.items():
            line.set_value(answers.get(id, ()))

    def retranslate(self) -> None:
        """Every row again; what was answered stays."""
        for line in self.rows.values():
            line.retranslate()
        self._give_names()

    def _give_names(self) -> None:
        """All names get the room that the longest word among them needs, so that the answers line up."""
        width = min(max((NAME_WIDTH, *map(_least_width, self.rows.values()))), MOST_NAME_WIDTH)
        for line in self.rows.values():
            line.give_name(width)


def _row(question: Question, parent: QWidget) -> Single | Several | Said:
    kind = KINDS.get(question.kind, Said) if question.options else Said
    return kind(question, parent)


def _title(question: Question) -> str:
    return said(question.text, language()) or question.id


def _named(question: Question) -> str:
    """The title with places to break in words that are longer than any name's room."""
    measure = QFontMetrics(letters.font("strong"))
    words = _title(question).split()
    return " ".join(_BREAK.join(w) if measure.horizontalAdvance(w) > MOST_NAME_WIDTH else w for w in words)


def _least_width(line: Single | Several | Said) -> int:
    words = line.name.text().replace(_BREAK, " ").split()
    return max(map(line.name.fontMetrics().horizontalAdvance, words), default=0) + 2


def _options(question: Question) -> list[Option]:
    return [Option(option.id, said(option.text, language())) for option in question.options]


def _items(question: Question) -> list[ChipItem]:
    return [ChipItem(option.id, said(option.text, language())) for option in question.options]


def _beside(widget: QWidget, name: Words, control: QWidget) -> None:
    name.setWordWrap(True)
    line = row()
    line.addWidget(name)
    line.addWidget(control, 1)
    widget.setLayout(line)
