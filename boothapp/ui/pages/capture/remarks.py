"""What the visitor said, remark by remark: the note gets a tag and becomes a line."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from boothapp.domain.voice import TAGS, Remark
from boothapp.ui import tokens
from boothapp.ui.widgets.buttons import IconButton
from boothapp.ui.widgets.card import column, emptied, row
from boothapp.ui.widgets.chips import ChipItem, Chips
from boothapp.ui.widgets.facts import breakable
from boothapp.ui.widgets.field import Message, NoteField
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

ABOUT = mark("What it is about")
NOTHING_SAID = mark("Write above what was said, then choose what it is about.")
MOST_SHOWN = 240
BACK = mark("Back into the note")


class Remarks(QWidget):
    """One press on a tag takes what stands in the note; a line goes back there to be put right."""

    changed = Signal()

    def __init__(self, note: NoteField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note, self._remarks = note, tuple[Remark, ...]()
        self._said_in = tuple[str, ...]()
        self.going_in = ""
        """The conversation that what stands in the note was said in, where it came out of one."""
        self.tags = Chips(tr(ABOUT), _items(), parent=self)
        self.message, self._lines = Message(self), column(2)
        whole = column(4)
        whole.addWidget(self.tags)
        whole.addWidget(self.message)
        whole.addLayout(self._lines)
        self.setLayout(whole)
        self.tags.changed.connect(self._tag)

    def value(self) -> tuple[Remark, ...]:
        """The remarks tagged so far."""
        return self._remarks

    def said_in(self) -> tuple[str, ...]:
        """Of each remark the conversation it was said in, "" for a new one."""
        return self._said_in

    def set_value(self, remarks: tuple[Remark, ...], said_in: tuple[str, ...] = ()) -> None:
        """Shows these remarks."""
        self.message.say("")
        self.going_in, self._said_in = "", said_in or ("",) * len(remarks)
        if remarks != self._remarks:
            self._remarks = remarks
            self._show()

    def retranslate(self) -> None:
        """The tags again."""
        self.tags.set_items(tr(ABOUT), _items())
        self.message.say("")
        self._show()

    def _tag(self, keys: list[str]) -> None:
        # A tag is no state: it acts, and is ready for the next remark.
        self.tags.set_value([])
        if not (text := self._note.text()):
            self.message.say(NOTHING_SAID)
            self._note.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.message.say("")
        self._remarks = (*self._remarks, *(Remark(text, key) for key in keys))
        self._said_in = (*self._said_in, *(self.going_in for _key in keys))
        self.going_in = ""
        self._note.set_text("")
        self._show()
        self.changed.emit()

    def _take_back(self, at: int) -> None:
        remark, self.going_in = self._remarks[at], self._said_in[at]
        self._remarks = (*self._remarks[:at], *self._remarks[at + 1 :])
        self._said_in = (*self._said_in[:at], *self._said_in[at + 1 :])
        self._note.set_text("\n".join(filter(None, (self._note.text(), remark.text))))
        self._show()
        self._note.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _show(self) -> None:
        emptied(self._lines)
        for at, remark in enumerate(self._remarks):
            self._lines.addWidget(self._line(at, remark))

    def _line(self, at: int, remark: Remark) -> QWidget:
        whole, line = QWidget(self), row()
        tag, text = tr(TAGS.get(remark.tag, remark.tag)), Words("", "body", parent=whole)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setMinimumHeight(1)
        # Not through a catalogue, as these are the visitor's words.
        begun = f"{remark.text[:MOST_SHOWN]}…" if len(remark.text) > MOST_SHOWN else remark.text
        text.setText(breakable(begun))
        back = IconButton(BACK, "undo-2", parent=whole)
        back.setFixedSize(tokens.size("target"), tokens.size("target"))
        back.setAccessibleName(f"{tr(BACK)}: {tag}, {remark.text}")
        back.clicked.connect(partial(self._take_back, at))
        about = Words(tag, "label_strong", "muted", whole)
        about.setMinimumWidth(
            max(about.fontMetrics().horizontalAdvance(tr(one)) for one in TAGS.values()) + 2
        )
        line.addWidget(about)
        line.addWidget(text, 1)
        line.addWidget(back)
        whole.setLayout(line)
        return whole


def _items() -> list[ChipItem]:
    return [ChipItem(tag, tr(text)) for tag, text in TAGS.items()]
