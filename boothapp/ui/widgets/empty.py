"""The designed empty state: a sign, a sentence, one thing to do first."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from boothapp.ui import icons, theme
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import centred, column
from boothapp.ui.widgets.speech import Words, follows_theme


class Medallion(QWidget):
    """An icon on a tinted disc."""

    def __init__(self, icon: str, side: int = 72, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icons.known(icon)
        self.setFixedSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        if follows_theme(event):
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, inset = QRectF(self.rect()), self.width() * 0.28
        outline.box(painter, rect, self.width() / 2, "accent_tint")
        icons.draw(painter, self._icon, rect.adjusted(inset, inset, -inset, -inset), theme.colour("accent"))


class Empty(QWidget):
    """What a page shows when it has nothing; `button` is the one thing to do first, or None.

    other: another way to the same end, as a quiet button below.
    """

    def __init__(
        self,
        icon: str,
        sentence: str,
        more: str = "",
        action: str = "",
        other: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        # Made inside the page: a text shown before it has a place would be a window for a moment.
        self.sentence, self.more = Words(sentence, "sentence", "", self), Words(more, "body", "muted", self)
        self.button = Button(action, "primary") if action else None
        self.other_button = Button(other, "quiet") if other else None
        inner = column(12)
        inner.addWidget(Medallion(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        for words in (self.sentence, self.more):
            words.setWordWrap(True)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            # Only ever hidden here: shown with no parent yet it would be a window and take the keyboard.
            if not words.text():
                words.hide()
            inner.addWidget(words)
        if self.button is not None:
            inner.addSpacing(4)
            inner.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        if self.other_button is not None:
            inner.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._centre(inner)

    def _centre(self, inner: QVBoxLayout) -> None:
        """Puts the content a little above the middle, at most 520 px wide."""
        block = QWidget()
        block.setLayout(inner)
        block.setMaximumWidth(520)
        block.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setLayout(centred(block))
