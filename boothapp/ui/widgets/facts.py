"""Facts below each other: what it is at the left, what is known beside it, a figure at the right."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from boothapp.ui import letters, tokens
from boothapp.ui.widgets.speech import Words

_NAME_WIDTH = 132


@dataclass(frozen=True)
class Fact:
    """One line in ready texts; tone is that of the value, figure stands at the right."""

    name: str
    value: str
    figure: str = ""
    tone: str = ""


class Facts(QWidget):
    """Lines of Fact; a name that repeats is said once. Values can be selected and copied."""

    def __init__(self, facts: list[Fact], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.size("card"))
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        grid.setColumnStretch(1, 1)
        before = ""
        for at, fact in enumerate(facts):
            grid.addWidget(_name("" if fact.name == before else fact.name), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value(fact.value, fact.tone), at, 1)
            if fact.figure:
                figure = Words(fact.figure, "number_strong", "muted" if fact.figure.startswith("−") else "")
                grid.addWidget(figure, at, 2, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            before = fact.name
        self.setLayout(grid)


def value(text: str, tone: str = "", role: str = "body", wraps: bool = True) -> QLabel:
    """A text as it was said: plain, wrapped, to be selected with the mouse."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(letters.font(role))
    label.setProperty("tone", tone)
    label.setWordWrap(wraps)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _name(text: str) -> QLabel:
    label = Words(text, "label", "muted")
    label.setFixedWidth(_NAME_WIDTH)
    label.setWordWrap(True)
    # The smaller letters stand on the same base line as the value.
    label.setContentsMargins(0, 2, 0, 0)
    return label
