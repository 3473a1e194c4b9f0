"""The foot of a page: what to agree to at the left, the one primary button at the right."""

from PySide6.QtWidgets import QFrame, QWidget

from boothapp.ui import tokens
from boothapp.ui.widgets.card import row


class Foot(QFrame):
    """Put ticks or a sentence into `left` and the buttons into `right`, the primary one last."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot")
        self.left, self.right = row(), row()
        whole = row(tokens.size("group"))
        whole.setContentsMargins(tokens.size("page"), 8, tokens.size("page"), 8)
        whole.addLayout(self.left, 1)
        whole.addLayout(self.right)
        self.setLayout(whole)

    def hold(self, words: QWidget, *buttons: QWidget) -> None:
        """What to agree to, as wide as there is room, and the buttons."""
        self.left.addWidget(words, 1)
        for button in buttons:
            self.right.addWidget(button)
