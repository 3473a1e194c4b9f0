"""Questions below each other, in the order they are asked, their names lined up."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from boothapp.domain.question import Answers, Question
from boothapp.ui import letters
from boothapp.ui.pages.capture.question_rows import row_for, title
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.named_row import NAME_WIDTH

# As far as the names of questions may grow; a word longer than that is broken.
MOST_NAME_WIDTH = 176
_BREAK = "\u200b"


class Questions(QWidget):
    """One row a question; a digit or Enter answers it and goes on to the next."""

    changed = Signal()

    def __init__(self, questions: Sequence[Question], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = {question.id: row_for(question, self) for question in questions}
        whole = column(3)
        for line in self.rows.values():
            whole.addWidget(line)
            line.changed.connect(self.changed)
        self.setLayout(whole)
        for this, following in pairwise(self.rows.values()):
            this.advance.connect(following.take_focus)
        self.give_names(name_width(map(title, questions)))

    def lead_to(self, act: Callable[[], None]) -> None:
        """What comes after the last answer."""
        if self.rows:
            list(self.rows.values())[-1].advance.connect(act)

    def take_focus(self) -> None:
        """Gives the keyboard to the first question still open, else to the first."""
        lines = list(self.rows.values())
        first = next((line for line in lines if not line.value()), lines[0] if lines else None)
        if first:
            first.take_focus()

    def value(self) -> Answers:
        """The questions answered so far."""
        return {id: value for id, line in self.rows.items() if (value := line.value())}

    def set_value(self, answers: Answers) -> None:
        """Shows these answers and no others."""
        for id, line in self.rows.items():
            line.set_value(answers.get(id, ()))

    def retranslate(self) -> None:
        """Every row again; what was answered stays."""
        for line in self.rows.values():
            line.speak()
        self.give_names(name_width(title(line.question) for line in self.rows.values()))

    def give_names(self, width: int) -> None:
        """All names get the same room, so that the answers line up."""
        for line in self.rows.values():
            line.name.say(broken(title(line.question)))
            line.give_name(width)


def name_width(names: Iterable[str]) -> int:
    """The room that the longest word among these names needs."""
    measure = QFontMetrics(letters.font("strong"))
    widths = (measure.horizontalAdvance(word) for name in names for word in name.split())
    return max((NAME_WIDTH, *(width + 2 for width in widths if width <= MOST_NAME_WIDTH)))


def broken(name: str) -> str:
    """A name with places to break in words that are longer than any name's room."""
    measure = QFontMetrics(letters.font("strong"))
    words = name.split()
    return " ".join(_BREAK.join(w) if measure.horizontalAdvance(w) > MOST_NAME_WIDTH else w for w in words)
