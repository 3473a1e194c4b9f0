"""One field of one sample: what should come out, and a sign whether it does."""

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolButton, QWidget

from boothapp.ui import icons
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.painted_list import paint_text
from boothapp.ui.widgets.speech import follows_theme, repolish
from boothapp.words import tr

_SIGNS = {"ok": "circle-check", "warning": "triangle-alert"}
_CONTROLS = {"\t": "⇥", "\n": "⏎", "\r": "", "\x1d": "␝", "\x1e": "␞", "\x1f": "␟"}


class Cell(QWidget):
    """Emits edited() while typing. What comes out of an empty one stands in it in grey."""

    edited = Signal()

    def __init__(self, name: str, text: str) -> None:
        """`name` is a ready text for screen readers."""
        super().__init__()
        self.input, self.message = QLineEdit(text), Message(self)
        self.input.setAccessibleName(name)
        self.input.setCursorPosition(0)
        self.input.textEdited.connect(lambda _text: self.edited.emit())
        self._sign, self._tone = self._new_sign(), ""
        self.setFocusProxy(self.input)
        whole = column(2)
        whole.addWidget(self.input)
        whole.addWidget(self.message)
        self.setLayout(whole)

    def text(self) -> str:
        """What should come out."""
        return self.input.text().strip()

    def show_outcome(self, came: str, missed: bool) -> None:
        """Marks what comes out: as said, otherwise, or where nothing was said."""
        self._tone = "warning" if missed else "ok" if self.text() else ""
        said = tr("Comes out as {text}").format(text=came) if came else tr("Does not come out")
        self.message.say(said if missed else "", "warning")
        self._dress(came)

    def forget_outcome(self) -> None:
        """Nothing is known about what comes out."""
        self._tone = ""
        self.message.say("")
        self._dress("")

    def changeEvent(self, event: QEvent) -> None:
        if follows_theme(event):
            self._paint_sign()
        super().changeEvent(event)

    def _new_sign(self) -> QAction:
        """A picture inside the field. Its button is for the eye: the field itself says how it stands."""
        sign = QAction(self)
        sign.setEnabled(False)
        sign.setVisible(False)
        self.input.addAction(sign, QLineEdit.ActionPosition.TrailingPosition)
        for button in self.input.findChildren(QToolButton):
            button.setAccessibleName(self.input.accessibleName())
        return sign

    def _dress(self, came: str) -> None:
        self.input.setPlaceholderText(came)
        self.input.setToolTip(came if came != self.text() else "")
        self.input.setAccessibleDescription(self.message.text() or came)
        self.input.setProperty("tone", "warning" if self._tone == "warning" else "")
        repolish(self.input)
        self._paint_sign()

    def _paint_sign(self) -> None:
        self._sign.setVisible(bool(self._tone))
        if self._tone:
            picture = icons.pixmap(_SIGNS[self._tone], self._tone, self, 16)
            icon = QIcon(picture)
            icon.addPixmap(picture, QIcon.Mode.Disabled)
            self._sign.setIcon(icon)


class RawText(QWidget):
    """The text of a badge in one line, as much as there is room for; tabs and line ends as signs."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = "".join(_CONTROLS.get(sign, sign) for sign in text.strip("\r\n"))
        self.setToolTip(self._text[:500])
        self.setAccessibleName(self._text[:200])
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_text(QPainter(self), QRectF(self.rect()), self._text[:500], "label", "text_muted")
