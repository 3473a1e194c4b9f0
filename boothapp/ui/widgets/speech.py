"""Texts of widgets that follow the language: set once in English, spoken again at every change."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from boothapp.ui import letters
from boothapp.words import tr


def follows_language(event: QEvent) -> bool:
    """Whether this change event asks for the texts again."""
    return event.type() == QEvent.Type.LanguageChange


def follows_theme(event: QEvent) -> bool:
    """Whether this change event asks for the pictures again."""
    return event.type() == QEvent.Type.StyleChange


class Words(QLabel):
    """A label in a type role and a tone ("", muted, accent, ok, warning, error)."""

    def __init__(
        self, text: str = "", role: str = "body", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._source = text
        # A layout asks for the same height many times, and each answer sets the whole text.
        self._heights: dict[int, int] = {}
        self.setFont(letters.font(role))
        self.setProperty("tone", tone)
        self.setText(tr(text))

    def say(self, text: str) -> None:
        """Shows another text: an English source, or a ready one."""
        self._source = text
        self.setText(tr(text))

    def set_tone(self, tone: str) -> None:
        """Changes the tone."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            repolish(self)

    def setText(self, text: str) -> None:
        if text != self.text():
            self._heights.clear()
            super().setText(text)

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()
        if follows_language(event):
            self.setText(tr(self._source))
        super().changeEvent(event)


def repolish(widget: QWidget) -> None:
    """Applies the style sheet again after a property it asks about has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
