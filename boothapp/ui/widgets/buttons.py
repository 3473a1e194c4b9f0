"""Push buttons: primary (one a page), secondary, quiet and danger, with icon and focus ring."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from boothapp.ui import icons, letters, theme, tokens
from boothapp.ui.keys import shown
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.speech import follows_language
from boothapp.words import tr


class Dress(NamedTuple):
    """The colour roles of one kind of button; "" is none."""

    fill: str
    fill_hover: str
    line: str
    text: str


KINDS = {
    "primary": Dress("accent", "accent_hover", "", "accent_text"),
    "secondary": Dress("surface", "hover", "field_line", "text"),
    "quiet": Dress("", "hover", "", "accent"),
    "danger": Dress("surface", "error_tint", "error", "error"),
    "inverse": Dress("", "", "", "inverse_accent"),
}


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ENTER_CLICKS = "enter_clicks"
_OFF = Dress("background", "background", "line", "text_muted")


def shortcut(button: QPushButton, key: str) -> QShortcut:
    """A key that clicks at once; a button's own shortcut first plays the press for 100 ms."""
    keys = QShortcut(QKeySequence(key), button)
    keys.activated.connect(button.click)
    return keys


def with_key(text: str, keys: QShortcut) -> str:
    """A tooltip: the text and the key beside it."""
    key = keys.key().toString(QKeySequence.SequenceFormat.PortableText)
    return "  ".join(part for part in (text, shown(key)) if part)


def enter_clicks(page: QWidget) -> None:
    """Lets Enter press the focused button of this page, as Space does everywhere.

    Not on the Capture page: the Enter that ends a scan or an answer must never save a lead.
    """
    page.setProperty(_ENTER_CLICKS, True)


def _inside_enter_clicks(widget: QWidget | None) -> bool:
    while widget is not None and not widget.property(_ENTER_CLICKS):
        widget = widget.parentWidget()
    return widget is not None


def is_enter(button: QWidget, event: QKeyEvent) -> bool:
    """Whether this key is the Enter that presses a button of such a page."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and plain and not event.isAutoRepeat() and _inside_enter_clicks(button)


class Button(QPushButton):
    """A button of a kind of KINDS; its text is a verb."""

    def __init__(
        self,
        text: str,
        kind: str = "secondary",
        icon: str = "",
        key: str = "",
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._source, self._tip, self._kind, self._icon = text, tip, kind, icons.known(icon)
        self.setFont(letters.font("strong"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._keys = shortcut(self, key)
        self._speak()

    def say(self, text: str, tip: str = "") -> None:
        """Changes the text: an English source, or a ready one."""
        self._source, self._tip = text, tip
        self._speak()
        self.updateGeometry()

    def show_icon(self, icon: str) -> None:
        """Changes the icon."""
        self._icon = icons.known(icon)
        self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text()) if self.text() else 0
        icon = tokens.size("icon") if self._icon else 0
        gap = tokens.size("gap") if words and icon else 0
        sides = 2 * (tokens.size("card") if words else 12)
        return QSize(words + icon + gap + sides, tokens.size("target"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._speak()
            self.updateGeometry()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(self, event):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dress, rect, radius = self._dress(), QRectF(self.rect()), tokens.size("radius")
        fill = dress.fill_hover if self.underMouse() or self.isDown() else dress.fill
        outline.box(painter, rect, radius, fill, dress.line)
        if self.hasFocus():
            ring = "inverse_accent" if self._kind == "inverse" else "focus"
            outline.ring(painter, rect, radius, ring, gap="surface" if dress.fill == "accent" else "")
        self._paint_content(painter, dress.text)

    def _dress(self) -> Dress:
        return KINDS[self._kind] if self.isEnabled() else _OFF

    def _paint_content(self, painter: QPainter, role: str) -> None:
        words = self.fontMetrics().horizontalAdvance(self.text())
        side = tokens.size("icon") if self._icon else 0
        gap = tokens.size("gap") if self._icon and self.text() else 0
        left = max((self.width() - words - side - gap) / 2, 8)
        if self._icon:
            top = (self.height() - side) / 2
            icons.draw(painter, self._icon, QRectF(left, top, side, side), theme.colour(role))
        painter.setPen(theme.colour(role))
        area = QRectF(left + side + gap, 0, self.width() - left - side - gap - 4, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _speak(self) -> None:
        self.setText(tr(self._source))
        self.setAccessibleName(tr(self._source))
        self._show_key()

    def _show_key(self) -> None:
        self.setToolTip(with_key(tr(self._tip) or tr(self._source), self._keys))


class IconButton(Button):
    """A square button with an icon only; its text is the accessible name and tooltip."""

    def __init__(
        self, text: str, icon: str, kind: str = "quiet", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, kind, icon, key, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _speak(self) -> None:
        self.setText("")
        self.setAccessibleName(tr(self._source))
        self._show_key()
