"""One row a question, by its kind: buttons, chips, a text, a number, a scale."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from boothapp.domain.answer import doubt, tidied
from boothapp.domain.question import CHOSEN, Kind, Question
from boothapp.domain.wording import said
from boothapp.ui.widgets.card import row
from boothapp.ui.widgets.chips import ChipItem
from boothapp.ui.widgets.field import Field
from boothapp.ui.widgets.many import chips_for
from boothapp.ui.widgets.named_row import NamedRow
from boothapp.ui.widgets.segments import Option, Segments
from boothapp.ui.widgets.speech import Words
from boothapp.words import language, mark

# More answers than these are no row of buttons any more, but chips.
MOST_BUTTONS = 5
NO_LETTERS = mark("A number is meant here, such as 1200. Words go into the note.")
_NUMBER_WIDTH = 180
# Digits of any script, and what stands between them.
_TYPED = r"[-+−]?[\d\s.,'’]*"


class QuestionRow(NamedRow):
    """A question with its answer. `changed` by a person, `advance` asks for the next question."""

    changed = Signal()
    advance = Signal()

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__("", parent)
        self.question = question

    def value(self) -> tuple[str, ...]:
        """The options chosen, or the one text or number, as in Answers."""
        raise NotImplementedError

    def set_value(self, value: tuple[str, ...]) -> None:
        """Shows an answer without announcing it."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Gives the keyboard to the answer."""
        raise NotImplementedError

    def speak(self) -> None:
        """Says answers and hints in the language spoken now; the name is said where the rows are lined up."""
        self.name.setToolTip(said(self.question.ask, language()))


class Buttons(QuestionRow):
    """One of a few, or a step of a scale."""

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(question, parent)
        numbered = question.kind != "scale"
        self.answers = Segments(title(question), _options(question), self, numbered)
        self.answers.chosen.connect(self.changed)
        self.answers.advance.connect(self.advance)
        self.hold(self.answers)
        self.speak()

    def value(self) -> tuple[str, ...]:
        return (self.answers.value(),) if self.answers.value() else ()

    def set_value(self, value: tuple[str, ...]) -> None:
        self.answers.set_value(value[0] if value else "")

    def take_focus(self) -> None:
        self.answers.take_focus()

    def speak(self) -> None:
        super().speak()
        self.answers.set_options(title(self.question), _options(self.question))


class Choices(QuestionRow):
    """Any of several, or one of many."""

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(question, parent)
        self.chips = chips_for(title(question), _items(question), question.kind == "single", self)
        self.chips.changed.connect(lambda _keys: self.changed.emit())
        self.chips.advance.connect(self.advance)
        self.hold(self.chips)
        self.speak()

    def value(self) -> tuple[str, ...]:
        return tuple(self.chips.value())

    def set_value(self, value: tuple[str, ...]) -> None:
        self.chips.set_value(value)

    def take_focus(self) -> None:
        self.chips.take_focus()

    def speak(self) -> None:
        super().speak()
        self.chips.set_items(title(self.question), _items(self.question))


class Text(QuestionRow):
    """A text in the visitor's words; Enter goes on."""

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(question, parent)
        self.field = Field(title(question), check=lambda text: doubt(question, text), parent=self)
        self.field.label.hide()
        self.field.edited.connect(self.changed)
        self.line.returnPressed.connect(self.advance)
        self._lay_out()
        self.speak()

    @property
    def line(self) -> QLineEdit:
        """What is typed into."""
        assert isinstance(self.field.input, QLineEdit)
        return self.field.input

    def value(self) -> tuple[str, ...]:
        text = tidied(self.question, self.field.text())
        return (text,) if text else ()

    def set_value(self, value: tuple[str, ...]) -> None:
        # A number that is kept without blanks between its thousands leaves them where somebody typed them.
        if value != self.value():
            self.field.set_text(value[0] if value else "")
        self.field.complain(doubt(self.question, self.field.text()))

    def take_focus(self) -> None:
        self.line.setFocus(Qt.FocusReason.TabFocusReason)

    def speak(self) -> None:
        super().speak()
        ask = said(self.question.ask, language())
        self.line.setAccessibleName(title(self.question))
        self.line.setPlaceholderText(ask)

    def _lay_out(self) -> None:
        self.hold(self.field)


class Number(Text):
    """A number with its unit: letters are not taken, and a number out of its range is kept and said."""

    def _lay_out(self) -> None:
        from PySide6.QtCore import QRegularExpression
        from PySide6.QtGui import QRegularExpressionValidator

        self.unit = Words("", "body", "muted", self)
        inner, line = QWidget(self), row()
        self.field.input.setMaximumWidth(_NUMBER_WIDTH)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.line.setValidator(QRegularExpressionValidator(QRegularExpression(_TYPED), self.line))
        self.line.inputRejected.connect(lambda: self.field.complain(NO_LETTERS))
        line.addWidget(self.field)
        line.addWidget(self.unit, 1)
        inner.setLayout(line)
        self.hold(inner)

    def speak(self) -> None:
        super().speak()
        self.line.setPlaceholderText("")
        self.unit.say(said(self.question.unit, language()))


KINDS: Mapping[Kind, type[QuestionRow]] = {
    "single": Buttons,
    "several": Choices,
    "text": Text,
    "number": Number,
    "scale": Buttons,
}


def row_for(question: Question, parent: QWidget) -> QuestionRow:
    """The row that this question is answered in."""
    many = question.kind == "single" and len(question.options) > MOST_BUTTONS
    return (Choices if many else KINDS[question.kind])(question, parent)


def takes_a_line(question: Question) -> bool:
    """Whether its row is no higher than those of BANT."""
    return question.kind not in CHOSEN or len(question.options) <= MOST_BUTTONS


def title(question: Question) -> str:
    """What the question is called."""
    return said(question.text, language()) or question.id


def _options(question: Question) -> list[Option]:
    if question.kind == "scale":
        return [Option(str(step), str(step)) for step in question.steps]
    return [Option(option.id, said(option.text, language()) or option.id) for option in question.options]


def _items(question: Question) -> list[ChipItem]:
    return [ChipItem(option.id, said(option.text, language()) or option.id) for option in question.options]
