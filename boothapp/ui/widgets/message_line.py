"""The message that slides in at the bottom: what was done, with Undo, gone after ten seconds."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, QPoint, QPropertyAnimation, QRectF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from boothapp.ui import icons, letters, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.buttons import Button, IconButton
from boothapp.ui.widgets.card import row
from boothapp.words import mark

_SIGNS = {"": "circle-check", "warning": "triangle-alert", "error": "circle-alert"}
UNDO = mark("Undo")
CLOSE = mark("Close this message")


class MessageLine(QWidget):
    """Lies over the bottom left of its parent, never takes the keyboard, waits while the mouse is on it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._tone = ""
        self._undo: Callable[[], None] | None = None
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.undo_button = Button(UNDO, "inverse", "undo-2", "Ctrl+Z")
        self.close_button = IconButton(CLOSE, "x", "inverse")
        self._lay_out()
        self._clock = QTimer(self, singleShot=True, interval=tokens.motion("message"))
        self._clock.timeout.connect(self.hide)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(tokens.motion("slide"))
        self.undo_button.clicked.connect(self._undone)
        self.close_button.clicked.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, undo: Callable[[], None] | None = None, tone: str = "") -> None:
        """Shows a ready sentence; `undo` is called once when asked for; tone is "", warning or error."""
        self._tone, self._undo = tone, undo
        self.words.setText(text)
        self.setAccessibleName(text)
        self.undo_button.setVisible(undo is not None)
        self._dress()
        self._settle()
        self.raise_()
        self.show()
        self._slide_in()
        self._clock.start()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return False

    def enterEvent(self, _event: QEnterEvent) -> None:
        self._clock.stop()

    def leaveEvent(self, _event: QEvent) -> None:
        self._clock.start()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_slide"):
            self._dress()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline.box(painter, QRectF(self.rect()), tokens.size("card_radius"), "inverse")
        place = QRectF(16, (self.height() - 20) / 2, 20, 20)
        icons.draw(painter, _SIGNS[self._tone], place, theme.colour("inverse_accent"))

    def _lay_out(self) -> None:
        whole = row(8)
        whole.setContentsMargins(48, 4, 4, 4)
        whole.addWidget(self.words, 1)
        whole.addWidget(self.undo_button)
        whole.addWidget(self.close_button)
        self.setLayout(whole)

    def _dress(self) -> None:
        self.words.setFont(letters.font("body"))
        palette = self.words.palette()
        palette.setColor(self.words.foregroundRole(), theme.colour("inverse_text"))
        self.words.setPalette(palette)

    def _settle(self) -> None:
        """Takes its place at the bottom left of the parent, at most 560 px wide."""
        parent, margin = self._over, tokens.size("page")
        width = min(560, parent.width() - 2 * margin)
        height = max(self.heightForWidth(width), tokens.size("target") + 8)
        self.setGeometry(margin, parent.height() - height - tokens.size("card"), width, height)

    def _slide_in(self) -> None:
        self._slide.stop()
        if not self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self):
            return
        there = self.pos()
        self._slide.setStartValue(QPoint(there.x(), there.y() + 24))
        self._slide.setEndValue(there)
        self._slide.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)

    def _undone(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()
