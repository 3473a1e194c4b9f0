"""A field with its label above and a hint or warning below that waits until the field is left."""

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from boothapp.domain import lengths
from boothapp.ui import tokens
from boothapp.ui.widgets.card import column, row
from boothapp.ui.widgets.note_edit import NoteEdit, units
from boothapp.ui.widgets.sign import Sign
from boothapp.ui.widgets.speech import Words, follows_language, repolish
from boothapp.words import mark, number, tr

FULL = mark("There is room for {limit} characters here; what goes beyond was not taken.")
# Qt counts the halves of a letter beyond the first 65,536, and may cut between them.
_HALF = re.compile("[\ud800-\udfff]")
_SIGNS = {"warning": "triangle-alert", "error": "circle-alert", "ok": "circle-check"}
Check = Callable[[str], str]


class Message(QWidget):
    """One line under a control: a sign and a sentence, gone when there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Sign, Words] | None = None
        self._role, self._side = "label", 16
        self._again: Callable[[], tuple[str, str]] | None = None
        self.hide()

    def set_role(self, role: str, side: int = 16) -> None:
        """Says what follows in letters of this role; side: of the sign before them, in pixels."""
        self._role, self._side = role, side

    def keep_saying(self, sentence: Callable[[], tuple[str, str]]) -> None:
        """Shows the sentence and tone it gives, and asks for them again in each new language."""
        self.say(*sentence())
        self._again = sentence

    def say(self, text: str, tone: str = "muted") -> None:
        """Shows the sentence in a tone: muted, ok, warning or error; "" hides the line."""
        self._again = None
        if text:
            sign, words = self._parts or self._lay_out()
            sign.show_icon(_SIGNS.get(tone, ""), tone)
            words.say(text)
            words.set_tone(tone)
        self.setVisible(bool(text))

    def text(self) -> str:
        """The sentence shown, "" when none."""
        return self._parts[1].text() if self._parts and not self.isHidden() else ""

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event) and self._again is not None:
            self.keep_saying(self._again)
        super().changeEvent(event)

    def _lay_out(self) -> tuple[Sign, Words]:
        """Made with the first sentence: a page has many of these lines, and most stay silent."""
        self._parts = sign, words = Sign("", "", self._side, self), Words("", self._role, parent=self)
        words.setWordWrap(True)
        whole = row(6)
        whole.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        whole.addWidget(words, 1)
        self.setLayout(whole)
        return self._parts


class Field(QWidget):
    """A labelled line of text. `check` returns a sentence when something looks wrong, else "".

    Nobody types or pastes more than `limit` characters, and whoever tries is told.
    Emits edited(text) while typing and left(text) when the field is left.
    """

    edited = Signal(str)
    left = Signal(str)

    def __init__(
        self,
        label: str,
        hint: str = "",
        check: Check | None = None,
        placeholder: str = "",
        parent: QWidget | None = None,
        limit: int = lengths.LINE,
    ) -> None:
        super().__init__(parent)
        self._label, self._hint, self._check, self._placeholder = label, hint, check, placeholder
        self._said, self._limit, self._told_full = hint, limit, False
        self.label, self.message, self.input = (
            Words(label, "label", "muted", self),
            Message(self),
            self._make_input(),
        )
        self.label.setBuddy(self.input)
        self.input.installEventFilter(self)
        self.setFocusProxy(self.input)
        whole = column(4)
        for part in (self.label, self.input, self.message):
            whole.addWidget(part)
        whole.addStretch(1)
        self.setLayout(whole)
        self.message.say(hint)
        self._speak()

    def text(self) -> str:
        """What is in the field, without the blanks around it."""
        return self._line().text().strip()

    def set_text(self, text: str) -> None:
        """Fills the field without announcing it, and forgets what was said about it."""
        if text != self._line().text():
            # What is known already is never cut.
            self._line().setMaxLength(max(self._limit, units(text)))
            self._line().setText(text)
            self._line().setCursorPosition(0)
        self.complain("")

    def call(self, label: str) -> None:
        """Gives the field another label: an English source, or a ready one."""
        self._label = label
        self.label.say(label)
        self.input.setAccessibleName(tr(label))

    def complain(self, text: str, tone: str = "warning") -> None:
        """Says what looks wrong (an English source, or ready), or the hint again when there is nothing."""
        self._said, self._told_full = text or self._hint, False
        self.message.say(self._said, tone if text else "muted")
        self.input.setAccessibleDescription(tr(self._said))
        shown = tone if text else ""
        if (self.input.property("tone") or "") != shown:
            self.input.setProperty("tone", shown)
            repolish(self.input)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.input and event.type() == QEvent.Type.FocusOut:
            self._was_left()
        return False

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._speak()
        super().changeEvent(event)

    def _was_left(self) -> None:
        if self._check is not None:
            self.complain(self._check(self.text()))
        self.left.emit(self.text())

    def _was_typed(self, text: str) -> None:
        if _HALF.search(text):
            text = _HALF.sub("", text)
            self._line().setText(text)
        if self._told_full:
            if units(text) < self._limit - 1:
                self.complain("")
        elif self.input.property("tone") and self._check is not None and not self._check(text.strip()):
            self.complain("")
        self.edited.emit(text)

    def _was_refused(self) -> None:
        """Qt refuses what is no number, too; that is said by who asks for one."""
        if units(self._line().text()) >= self._limit:
            self._tell_full()

    def _tell_full(self) -> None:
        self.complain(tr(FULL).format(limit=number(self._limit)))
        self._told_full = True

    def _make_input(self) -> QWidget:
        line = QLineEdit(self)
        line.setMaxLength(self._limit)
        line.inputRejected.connect(self._was_refused)
        line.textEdited.connect(self._was_typed)
        return line

    def _line(self) -> QLineEdit:
        assert isinstance(self.input, QLineEdit)
        return self.input

    def _speak(self) -> None:
        self.input.setAccessibleName(tr(self._label))
        self.input.setAccessibleDescription(tr(self._said))
        if self._placeholder:
            self._line().setPlaceholderText(tr(self._placeholder))


class NoteField(Field):
    """A labelled text of several lines."""

    def __init__(
        self,
        label: str,
        lines: int = 3,
        hint: str = "",
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._lines = lines
        super().__init__(label, hint, None, placeholder, parent, lengths.NOTE)

    def text(self) -> str:
        return self._note().toPlainText().strip()

    def set_text(self, text: str) -> None:
        if text != self._note().toPlainText():
            self._note().setPlainText(text)
        self.complain("")

    def _make_input(self) -> QWidget:
        note = NoteEdit(self._limit, self)
        note.setTabChangesFocus(True)
        note.setFixedHeight(note.fontMetrics().lineSpacing() * self._lines + 2 * tokens.size("gap") + 10)
        note.textChanged.connect(self._was_changed)
        note.full.connect(self._tell_full)
        return note

    def _was_changed(self) -> None:
        if self._told_full and self._note().room() > 0:
            self.complain("")
        self.edited.emit(self._note().toPlainText())

    def _note(self) -> NoteEdit:
        assert isinstance(self.input, NoteEdit)
        return self.input

    def _speak(self) -> None:
        self.input.setAccessibleName(tr(self._label))
        self._note().setPlaceholderText(tr(self._placeholder))
