"""The top of a page: its title, one line of state, and room at the right."""

from PySide6.QtWidgets import QWidget

from boothapp.ui import tokens
from boothapp.ui.widgets.card import column, row
from boothapp.ui.widgets.speech import Words


class PageHeader(QWidget):
    """Title and state line; put search or a button into `right`. `low` sets both on one line."""

    def __init__(self, title: str, state: str = "", low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._state = Words(title, "title"), Words(state, "body", "muted")
        self._state.setWordWrap(low)
        self.right = row()
        texts = row(tokens.size("card")) if low else column(2)
        texts.addWidget(self._title)
        texts.addWidget(self._state, 1 if low else 0)
        if low:
            # Both stand on the same base line: the smaller letters need less room below.
            self._state.setContentsMargins(0, 9, 0, 0)
        whole = row(tokens.size("group"))
        whole.addLayout(texts, 1)
        whole.addLayout(self.right)
        self.setLayout(whole)
        self.show_state(state)

    def title_width(self) -> int:
        """How much room the title takes, in pixels."""
        return self._title.width()

    def show_state(self, text: str) -> None:
        """Changes the line of state; "" hides it."""
        self._state.say(text)
        self._state.setVisible(bool(text))
