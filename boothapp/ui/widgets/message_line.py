"""The message that slides in at the bottom: what was done, with Undo, gone after ten seconds."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QEnterEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from boothapp.ui import icons, keys, letters, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.buttons import Button, IconButton
from boothapp.ui.widgets.card import row
from boothapp.ui.widgets.foot import Foot
from boothapp.words import mark

if TYPE_CHECKING:
    from PySide6.QtCore import QPropertyAnimation

_SIGNS = {"": "circle-check", "info": "info", "warning": "triangle-alert", "error": "circle-alert"}
# So wide that a name, Undo and the close button stand side by side.
_ROOMY = 440
_TEXTS = (QLineEdit, QPlainTextEdit)
# So high that every sentence of the program stands in it whole, also where there is little room.
_HIGHEST = 176
_LEAST = 20
UNDO = mark("Undo")
CLOSE = mark("Close this message")


class MessageLine(QWidget):
    """Lies over its parent where nothing is covered, takes no keyboard, waits while the mouse is on it."""

    def __init__(self, parent: QWidget, pages: QStackedWidget | None = None) -> None:
        """`pages` fill the parent. They can't be it: a screen reader hears nothing in them but the page."""
        super().__init__(parent)
        self._over, self._pages = parent, pages
        self._tone = self._said = self._text = ""
        self._undo: Callable[[], None] | None = None
        self._holds = self._watches = False
        self._held: tuple[str, Callable[[], None] | None, str] = ("", None, "")
        self.words = QLabel(self)
        # Its colour stands in the style sheet: a palette of its own is forgotten with the next look.
        self.words.setProperty("tone", "inverse")
        self.words.setFont(letters.font("body"))
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.undo_button = Button(UNDO, "inverse", "undo-2", keys.UNDO, parent=self)
        self.close_button = IconButton(CLOSE, "x", "inverse", parent=self)
        self._lay_out()
        self.clock = QTimer(self, singleShot=True, interval=tokens.motion("message"))
        self.clock.timeout.connect(self.hide)
        self.undo_button.clicked.connect(self._undone)
        self.close_button.clicked.connect(self.hide)
        parent.installEventFilter(self)
        if pages is not None:
            pages.currentChanged.connect(self._move_on)
        self.hide()

    def say(self, text: str, undo: Callable[[], None] | None = None, tone: str = "") -> None:
        """Shows a ready sentence; `undo` is called once when asked; tone is "", info, warning or error."""
        if self._holds:
            self._held = (text, undo, tone)
            return
        if tone == "info" and undo is None and self._undo is not None and self.isVisible():
            # Nothing was done: what was done before stays, with its Undo.
            text, undo, tone = f"{self._said}\n{text}", self._undo, self._tone
        else:
            self._said = text
        self._tone, self._undo = tone, undo
        self.undo_button.setEnabled(True)
        self._text = text
        self.setAccessibleName(text)
        self.undo_button.setVisible(undo is not None)
        self.update()
        self._settle()
        self.raise_()
        self.show()
        self._watch(True)
        self._slide_in()
        self.clock.start()
        self._announce()

    def forget(self) -> None:
        """Takes the message away with its Undo: what it speaks of is not here any more."""
        self._undo, self._held = None, ("", None, "")
        self.hide()

    def outdate(self) -> None:
        """Something newer is being done: until it says so itself, Undo would take back the wrong thing."""
        self._undo, self._held = None, (self._held[0], None, self._held[2])
        self.undo_button.setEnabled(False)

    def sign(self) -> str:
        """The icon before the words, by name."""
        return _SIGNS[self._tone]

    def hold(self, on: bool) -> None:
        """While on, nothing is shown; the last message, or the one in sight before, comes afterwards."""
        if on and self.isVisible():
            self._held = (self._text, self._undo, self._tone)
            self.hide()
        self._holds = on
        if not on and self._held[0]:
            held, self._held = self._held, ("", None, "")
            self.say(*held)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._is_ours(watched, event)
        return False

    def _is_ours(self, watched: QObject, event: QKeyEvent) -> bool:
        """A field with nothing to take back would swallow the undo key all the same."""
        if self._undo is None or not _is_idle(watched) or not event.matches(QKeySequence.StandardKey.Undo):
            return False
        event.ignore()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        self._watch(False)
        super().hideEvent(event)

    def enterEvent(self, _event: QEnterEvent) -> None:
        self.clock.stop()

    def leaveEvent(self, _event: QEvent) -> None:
        self.clock.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline.box(painter, QRectF(self.rect()), tokens.size("card_radius"), "inverse")
        place = QRectF(16, (self.height() - 20) / 2, 20, 20)
        icons.draw(painter, self.sign(), place, theme.colour("inverse_accent"))

    def _watch(self, on: bool) -> None:
        """Looks at the field with the keyboard while in sight; at the whole program would cost each event."""
        app = QApplication.instance()
        if on != self._watches and isinstance(app, QApplication):
            self._watches = on
            (app.focusChanged.connect if on else app.focusChanged.disconnect)(self._follow)
            self._follow(None if on else app.focusWidget(), app.focusWidget() if on else None)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, _TEXTS):
            before.removeEventFilter(self)
        if isinstance(now, _TEXTS):
            now.installEventFilter(self)

    def _announce(self) -> None:
        # Imported here: QAccessible is the dearest name of Qt to import, and no message stands at the start.
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _lay_out(self) -> None:
        whole = row(8)
        whole.setContentsMargins(48, 4, 4, 4)
        whole.addWidget(self.words, 1)
        whole.addWidget(self.undo_button)
        whole.addWidget(self.close_button)
        self.setLayout(whole)

    def _settle(self) -> None:
        """Takes the place the page gives it, else the bottom left above a foot, at most 560 px wide."""
        self._slide.stop()
        page = self._pages.currentWidget() if self._pages is not None else None
        place = getattr(page, "message_place", None)
        if callable(place):
            room: QRect = place()
            # It goes by itself: where there is little room, the words and Undo need it more.
            self.close_button.setVisible(self._undo is None or room.width() >= _ROOMY)
            self.setGeometry(room.x(), room.y(), room.width(), max(self._height(room.width()), room.height()))
            return
        self.close_button.show()
        margin = tokens.size("page")
        width = min(560, self._over.width() - 2 * margin)
        height, feet = self._height(width), page.findChildren(Foot) if page else []
        low = min((foot.height() for foot in feet if foot.isVisible()), default=0)
        self.setGeometry(margin, self._over.height() - low - height - tokens.size("card"), width, height)

    def _height(self, width: int) -> int:
        self._shorten(width)
        return max(self.heightForWidth(width), tokens.size("target") + 8)

    def _shorten(self, width: int) -> None:
        """Leaves out the middle of what would cover the page: a name may be as long as its field."""
        self.words.setText(self._text)
        half = len(self._text) // 2
        while half > _LEAST and self.heightForWidth(width) > _HIGHEST:
            half = half * 3 // 4
            self.words.setText(f"{self._text[:half].rstrip()} … {self._text[-half:].lstrip()}")

    def _move_on(self) -> None:
        """Another page came to the front."""
        if self.isVisible():
            self._settle()
            self.raise_()

    @cached_property
    def _slide(self) -> "QPropertyAnimation":
        from PySide6.QtCore import QPropertyAnimation

        slide = QPropertyAnimation(self, b"pos", self)
        slide.setDuration(tokens.motion("slide"))
        return slide

    def _slide_in(self) -> None:
        # Imported here like QAccessible: dear too, and nothing slides at the start.
        from PySide6.QtCore import QAbstractAnimation
        from PySide6.QtWidgets import QStyle

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


def _is_idle(field: QObject) -> bool:
    """Whether it is a field for text in which nothing was typed that it could take back itself."""
    if isinstance(field, QPlainTextEdit):
        return not field.document().isUndoAvailable()
    return isinstance(field, QLineEdit) and not field.isUndoAvailable()
