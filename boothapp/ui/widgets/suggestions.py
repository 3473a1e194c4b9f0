"""Lines to choose from below a field: they come while typing, and typing never waits for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QStyle, QStyleOptionViewItem

from boothapp.ui import icons, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.painted_list import LEFT, Index, Lines, Painting, paint_text

_ROW, _PAD, _ICON, _LEAST = 52, 12, 18, 340
_ABOVE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_BELOW = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Line:
    """One line in ready texts; key is what chosen carries."""

    key: object
    text: str
    more: str = ""
    icon: str = "user-round"


class _Delegate(Painting):
    """Sign, text and what is known beside it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(_LEAST, _ROW)

    def paint_line(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag, line: Line) -> None:
        if state & QStyle.StateFlag.State_Selected:
            outline.box(painter, rect, tokens.size("radius"), "accent_tint")
        place = QRectF(rect.left() + _PAD, rect.top() + (rect.height() - _ICON) / 2, _ICON, _ICON)
        icons.draw(painter, icons.known(line.icon), place, theme.colour("text_muted"))
        words = rect.adjusted(2 * _PAD + _ICON, 6, -_PAD, -6)
        paint_text(painter, words, line.text, "body", "text", _ABOVE if line.more else LEFT)
        paint_text(painter, words, line.more, "label", "text_muted", _BELOW)


def _spoken(line: Line) -> str:
    return ", ".join(filter(None, (line.text, line.more)))


class Suggestions(QFrame):
    """Lies under a field of the same window, takes no keyboard from it; emits chosen(key).

    Down and Up walk, Enter takes the line walked to, Esc puts them away; a click takes a line.
    """

    chosen = Signal(object)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field.window())
        self._field, self._model = field, Lines(self, _spoken)
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view = QListView(self)
        self.view.setModel(self._model)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = column(0, 4)
        whole.addWidget(self.view)
        self.setLayout(whole)
        self.view.clicked.connect(lambda index: self._take(index.row()))
        self.view.entered.connect(self.view.setCurrentIndex)
        field.installEventFilter(self)
        self.hide()

    def offer(self, lines: Sequence[Line]) -> None:
        """Shows these lines below the field while the keyboard is in it; none hides them."""
        self._model.show(lines)
        if not lines or not self._field.hasFocus():
            self.hide()
            return
        self._settle()
        self.raise_()
        self.show()

    def lines(self) -> Sequence[Line]:
        """The lines in sight."""
        return () if self.isHidden() else self._model.lines

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field or self.isHidden():
            return False
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.hide()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
            return event.key() == Qt.Key.Key_Escape
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        row = self.view.currentIndex().row()
        if step := _STEPS.get(Qt.Key(event.key())):
            self.view.setCurrentIndex(self._model.index((row + step) % self._model.rowCount(), 0))
        elif event.key() in _TAKES and row >= 0 and not event.modifiers():
            self._take(row)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _take(self, row: int) -> None:
        line = self._model.lines[row]
        self.hide()
        self.chosen.emit(line.key)

    def _settle(self) -> None:
        """Below the field, as wide, and inside the window."""
        window, field = self._field.window(), self._field
        corner = field.mapTo(window, QPoint(0, field.height() + 4))
        height = self._model.rowCount() * _ROW + 10
        width = max(field.width(), _LEAST)
        left = min(corner.x(), window.width() - width - 8)
        self.setGeometry(QRect(left, corner.y(), width, min(height, window.height() - corner.y() - 8)))
