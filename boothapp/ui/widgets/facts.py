"""Facts below each other: what it is at the left, what is known beside it, a figure at the right."""

import re
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from boothapp.ui import letters, tokens
from boothapp.ui.widgets.speech import Words

_NAME_WIDTH = 132
_BREAK = "\u200b"
# Twelve letters; none is parted from its marks, nor from what a joiner holds to it.
_PIECE = re.compile(r".{1,12}(?:[\u0300-\u036f\ufe0f\u200c]|\u200d.)*")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_TOO_LONG = re.compile(r"\S{25,}")


@dataclass(frozen=True)
class Fact:
    """One line in ready texts; figure stands at the right; tone is that of the value, else of the figure."""

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
                tone = "muted" if fact.figure.startswith("−") else "" if fact.value else fact.tone
                figure = Words(fact.figure, "number_strong", tone)
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
    # A name from right to left stands where all others stand.
    label.setAlignment(_LEFT)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def breakable(text: str) -> str:
    """The text with places to break inside words too long for a line; a label breaks only between words."""
    return _TOO_LONG.sub(lambda word: _BREAK.join(_PIECE.findall(word[0])), text)


def _name(text: str) -> QLabel:
    label = Words(text, "label", "muted")
    label.setFixedWidth(_NAME_WIDTH)
    label.setWordWrap(True)
    # The smaller letters stand on the same base line as the value.
    label.setContentsMargins(0, 2, 0, 0)
    return label
