"""A text of several lines that takes so much and says when it is full: a pasted novel stops no window."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget


def units(text: str) -> int:
    """The length of a text as Qt counts it: letters beyond the first 65,536 are two."""
    return len(text) + sum(sign > "\uffff" for sign in text)


class NoteEdit(QPlainTextEdit):
    """Emits full() when something was typed, pasted or dropped that it has no more room for.

    What a program puts in, a draft that comes back or a remark, is never cut.
    """

    full = Signal()

    def __init__(self, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = limit

    def room(self) -> int:
        """How many characters it still takes, those selected given up."""
        selected = len(self.textCursor().selectedText())
        return self._limit - (self.document().characterCount() - 1) + selected

    def insertFromMimeData(self, source: QMimeData) -> None:
        text, room = source.text(), max(self.room(), 0)
        taken = text[:room]
        self.insertPlainText(taken)
        self.ensureCursorVisible()
        if taken != text:
            self.full.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        types = event.text().isprintable() and event.text() != ""
        if types and self.room() <= 0 and not self.isReadOnly():
            self.full.emit()
            return
        super().keyPressEvent(event)
