"""Controls for visitors who stand at arm's length: large, and without a way to what others left behind."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QSizePolicy, QWidget

from boothapp import words
from boothapp.domain import lengths
from boothapp.ui import icons, letters, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import row
from boothapp.ui.widgets.chips import Chip, ChipItem
from boothapp.ui.widgets.field import Check, Field, Message
from boothapp.ui.widgets.tick import Tick

# What lies on the clipboard is somebody else's.
_OTHERS = (
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
)
# Around the words of a tile: left and right, above its name, from there to the sentence, below.
_BESIDE, _ABOVE, _SENTENCE_AT, _BELOW = 24, 22, 48, 20
_TILE_WIDE, _TILE_LEAST, _TILE_HIGH = 300, 160, 168
OWN_LANGUAGE = "own_language"
"""The property of a part whose text stays in a language of its own, whatever the window speaks."""


class KioskField(Field):
    """A field of one line that neither copies nor pastes, and remembers nothing."""

    def __init__(
        self,
        label: str,
        check: Check | None = None,
        parent: QWidget | None = None,
        limit: int = lengths.LINE,
    ) -> None:
        super().__init__(label, check=check, parent=parent, limit=limit)
        self.label.setFont(letters.font("entry"))
        self.message.set_role("entry")
        line = self._line()
        line.setProperty("kind", "kiosk")
        line.setFont(letters.font("kiosk"))
        line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        line.setAcceptDrops(False)
        # Nothing of what is typed is offered to the next one by the system's keyboard.
        line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return _reaches_for_others(event) or super().eventFilter(watched, event)

    def only(self) -> QLineEdit:
        """The line itself."""
        return self._line()


def _reaches_for_others(event: QEvent) -> bool:
    if isinstance(event, QKeyEvent):
        return event.type() == QEvent.Type.KeyPress and any(event.matches(key) for key in _OTHERS)
    # X11 pastes what was last selected anywhere with the middle button.
    return isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.MiddleButton


class KioskButton(Button):
    """As any button, for a finger of somebody who has never seen it."""

    def __init__(
        self, text: str, kind: str = "secondary", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, kind, icon, parent=parent)
        self.setFont(letters.font("figure"))

    def sizeHint(self) -> QSize:
        usual = super().sizeHint()
        return QSize(usual.width() + 48, tokens.size("kiosk"))


class KioskTick(Tick):
    """A tick with large words."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(letters.font("kiosk"))


class KioskMessage(Message):
    """A sentence that is read at arm's length."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_role("kiosk", 28)


class LanguageRow(QWidget):
    """The languages side by side, the one spoken with a tick. Emits chosen(language)."""

    chosen = Signal(str)

    def __init__(self, languages: Sequence[str], spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line, group = row(), QButtonGroup(self)
        self.chips = {one: Chip(ChipItem(one, words.LANGUAGES[one]), "", self) for one in languages}
        for one, chip in self.chips.items():
            chip.setChecked(one == spoken)
            chip.clicked.connect(lambda _on=True, one=one: self.chosen.emit(one))
            group.addButton(chip)
            line.addWidget(chip)
        self.setLayout(line)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class LanguageTile(QPushButton):
    """One language in its own words; a touch begins in it."""

    def __init__(self, name: str, sentence: str, parent: QWidget | None = None) -> None:
        """Both texts are ready: nobody translates them into another language."""
        super().__init__(parent)
        self._name, self._sentence = name, sentence
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        self.setProperty(OWN_LANGUAGE, sentence)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width, _TILE_LEAST) - 2 * _BESIDE, 10_000)
        wraps = Qt.TextFlag.TextWordWrap.value
        used = QFontMetrics(letters.font("kiosk")).boundingRect(room, wraps, self._sentence)
        return max(_TILE_HIGH, _ABOVE + _SENTENCE_AT + used.height() + _BELOW)

    def sizeHint(self) -> QSize:
        return QSize(_TILE_WIDE, self.heightForWidth(_TILE_WIDE))

    def minimumSizeHint(self) -> QSize:
        return QSize(_TILE_LEAST, _TILE_HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius = QRectF(self.rect()), tokens.size("card_radius")
        pressed = self.isDown() or self.underMouse()
        outline.box(painter, rect, radius, "accent_tint" if pressed else "surface", "accent", 2)
        if self.hasFocus():
            outline.ring(painter, rect, radius)
        inner, left = rect.adjusted(_BESIDE, _ABOVE, -_BESIDE, -_BELOW), Qt.AlignmentFlag.AlignLeft
        painter.setPen(theme.colour("accent"))
        painter.setFont(letters.font("title"))
        painter.drawText(inner, int(left | Qt.AlignmentFlag.AlignTop), self._name)
        painter.setPen(theme.colour("text"))
        painter.setFont(letters.font("kiosk"))
        words = int(left | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        painter.drawText(inner.adjusted(0, _SENTENCE_AT, 0, 0), words, self._sentence)
        arrow = QRectF(rect.right() - 48, rect.top() + 24, 28, 28)
        icons.draw(painter, "chevron-right", arrow, theme.colour("accent"))
