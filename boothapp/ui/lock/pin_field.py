"""The PIN as dots, and digits large enough for a finger."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from boothapp.domain.people import LONGEST
from boothapp.ui import theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.buttons import Button, IconButton
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.speech import follows_language, follows_theme
from boothapp.words import mark, plural, tr

NAME, BACK = mark("PIN"), mark("Take the last digit back")
_DOT, _GAP, _WIDE, _HIGH = 10, 7, 76, 52
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLACES = {digit: (at // 3, at % 3) for at, digit in enumerate("123456789")} | {"0": (3, 1)}


class PinField(QWidget):
    """Takes digits and shows dots; no text field, where keys of a scanner would be believed to be a person's.

    Emits edited() and entered().
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pin = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._speak()

    def pin(self) -> str:
        """The digits typed so far."""
        return self._pin

    def set_pin(self, text: str) -> None:
        """Shows so many dots, LONGEST at most."""
        self._pin = text[:LONGEST]
        self._speak()
        self.update()

    def put(self, digit: str) -> None:
        """One more digit."""
        self.set_pin(self._pin + digit)
        self.edited.emit()

    def take_back(self) -> None:
        """One digit less."""
        self.set_pin(self._pin[:-1])
        self.edited.emit()

    def sizeHint(self) -> QSize:
        return QSize(3 * _WIDE + 2 * tokens.size("gap"), tokens.size("target"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.take_back()
        elif text.isascii() and text.isdigit():
            self.put(text)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._speak()
        if follows_theme(event):
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius = QRectF(self.rect()), tokens.size("radius")
        outline.box(painter, rect, radius, "surface", "field_line")
        if self.hasFocus():
            outline.ring(painter, rect, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        width = len(self._pin) * (_DOT + _GAP) - _GAP
        left, top = (self.width() - width) / 2, (self.height() - _DOT) / 2
        for at in range(len(self._pin)):
            painter.drawEllipse(QRectF(left + at * (_DOT + _GAP), top, _DOT, _DOT))

    def _speak(self) -> None:
        self.setAccessibleName(tr(NAME))
        self.setAccessibleDescription(plural("{n} digit typed", "{n} digits typed", len(self._pin)))


class PinPad(QWidget):
    """The field and its digits; the keyboard goes to the field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = PinField(self)
        self.digits = {digit: Button(digit, parent=self) for digit in _PLACES}
        self.back = IconButton(BACK, "delete", "secondary", parent=self)
        self.setFocusProxy(self.field)
        grid = QGridLayout()
        grid.setSpacing(tokens.size("gap"))
        for digit, button in self.digits.items():
            button.clicked.connect(lambda _on, digit=digit: self.field.put(digit))
            grid.addWidget(button, *_PLACES[digit])
        self.back.clicked.connect(self.field.take_back)
        grid.addWidget(self.back, 3, 2)
        for button in (*self.digits.values(), self.back):
            # A finger's: the keyboard types digits, and stays with the field.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setFixedSize(_WIDE, _HIGH)
        whole = column(12)
        whole.addWidget(self.field)
        whole.addLayout(grid)
        self.setLayout(whole)
