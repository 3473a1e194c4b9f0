"""The designed empty state: a sign, a sentence, one thing to do first."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from boothapp.ui import icons, theme
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.speech import Words, follows_theme


class Medallion(QWidget):
    """An icon on a tinted disc."""

    def __init__(self, icon: str, side: int = 72, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
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
    """What a page shows when it has nothing; `button` is the one thing to do first, or None."""

    def __init__(
        self, icon: str, sentence: str, more: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.sentence, self.more = Words(sentence, "figure"), Words(more, "body", "muted")
        self.button = Button(action, "primary") if action else None
        middle = Qt.AlignmentFlag.AlignHCenter
        whole = column(12, 24)
        whole.addStretch(2)
        whole.addWidget(Medallion(icon), 0, middle)
        for words in (self.sentence, self.more):
            words.setWordWrap(True)
            words.setAlignment(middle)
            words.setMaximumWidth(520)
            words.setMinimumWidth(min(520, 320))
            words.setVisible(bool(words.text()))
            whole.addWidget(words, 0, middle)
        if self.button is not None:
            whole.addSpacing(4)
            whole.addWidget(self.button, 0, middle)
        whole.addStretch(3)
        self.setLayout(whole)
