"""The search field: the same corner on every page, Ctrl+F or / to get there, Esc to clear."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from boothapp.domain import lengths
from boothapp.ui import icons, keys, letters, theme
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.buttons import IconButton
from boothapp.ui.widgets.speech import follows_language
from boothapp.words import mark, tr

CLEAR = mark("Clear the search")
_WIDTH, _ICON, _LEFT = 380, 18, 14
_KEY = 32
# What stands beside the hint: the sign, the key that leads here, and the frame of the field.
_BESIDE = _ICON + 10 + _KEY + 36
_KEYS = Qt.Key
_TO_LIST = (
    _KEYS.Key_Down, _KEYS.Key_Up, _KEYS.Key_PageDown, _KEYS.Key_PageUp, _KEYS.Key_Return, _KEYS.Key_Enter,
)  # fmt: skip


class SearchField(QLineEdit):
    """Emits searched(text) at every change by a person, and handed_on() when a key belongs to the list."""

    searched = Signal(str)
    handed_on = Signal(QKeyEvent)

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint = hint
        # Longer than any name: what follows finds nothing more.
        self.setMaxLength(lengths.LINE)
        self.setFont(letters.font("body"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clear_button = IconButton(CLEAR, "x")
        self.clear_button.setParent(self)
        self.clear_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear_button.clicked.connect(self.empty)
        self.textEdited.connect(self.searched)
        self.textChanged.connect(self._settle)
        self.setTextMargins(_ICON + 10, 0, _KEY, 0)
        self._speak()
        self._settle()

    def empty(self) -> None:
        """Clears the field as a person would."""
        self.clear()
        self.searched.emit("")

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(max(_WIDTH, words + _BESIDE), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.empty()
        elif event.key() in _TO_LIST:
            self.handed_on.emit(event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._speak()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(_LEFT, (self.height() - _ICON) / 2, _ICON, _ICON)
        icons.draw(painter, "search", place, theme.colour("text_muted"))
        if not self.text() and not self.hasFocus():
            self._paint_key(painter)

    def _paint_key(self, painter: QPainter) -> None:
        """The key that leads here, as a small key cap."""
        box = QRectF(self.width() - 34, (self.height() - 22) / 2, 22, 22)
        outline.box(painter, box, 5, "", "line")
        painter.setFont(letters.font("label"))
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "/")

    def _settle(self) -> None:
        self.clear_button.setVisible(bool(self.text()))
        side = self.height() - 6
        self.clear_button.setGeometry(self.width() - side - 3, 3, side, side)

    def _speak(self) -> None:
        self.setPlaceholderText(tr(self._hint))
        self.setAccessibleName(tr(self._hint))
        self.updateGeometry()
        self.setToolTip("  ".join((tr(self._hint), *keys.PAGES["leads"]["search"].keys)))
