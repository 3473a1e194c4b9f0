"""The rail at the left: the places of the program, icon above word, Ctrl+1 to Ctrl+9."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from boothapp.ui import icons, keys, letters, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.buttons import shortcut, with_key
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.roving import Roving
from boothapp.ui.widgets.speech import follows_language
from boothapp.words import mark, tr

MORE = mark("More")
_ICON, _MARK = 22, 36


class RailButton(QPushButton):
    """A place: icon above word; the place shown has a tint, a bar and a bold word."""

    def __init__(self, text: str, icon: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source, self._icon = text, icons.known(icon)
        self._keys = shortcut(self, key)
        self.setFont(letters.font("label_strong"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._speak()

    def sizeHint(self) -> QSize:
        return QSize(tokens.size("rail") - 16, 60)

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._speak()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, on = QRectF(self.rect()), self.isChecked()
        role = "rail_selected_text" if on or self.underMouse() else "rail_text"
        if on or self.underMouse():
            outline.box(painter, rect, tokens.size("radius"), "rail_selected")
        if self.hasFocus():
            outline.ring(painter, rect, tokens.size("radius"), role)
        lit = theme.colour(role)
        icons.draw(painter, self._icon, QRectF((rect.width() - _ICON) / 2, 9, _ICON, _ICON), lit)
        painter.setFont(letters.font("label_strong" if on else "label"))
        painter.setPen(lit)
        painter.drawText(rect.adjusted(0, 34, 0, -6), Qt.AlignmentFlag.AlignCenter, self.text())

    def _speak(self) -> None:
        self.setText(tr(self._source))
        self.setAccessibleName(tr(self._source))
        self.setToolTip(with_key(self.text(), self._keys))


class Rail(QWidget):
    """The places from the top and "More" at the foot. Emits chosen(key)."""

    chosen = Signal(str)

    def __init__(self, places: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """Places are (key, text, icon)."""
        super().__init__(parent)
        self.setFixedWidth(tokens.size("rail"))
        self._group, self._roving = QButtonGroup(self), Roving(self)
        self.buttons = {
            key: RailButton(text, icon, keys.PLACE.format(number=number), self)
            for number, (key, text, icon) in enumerate(places, 1)
        }
        self.more = RailButton(MORE, "ellipsis", parent=self)
        self._lay_out()

    def show_chosen(self, key: str) -> None:
        """Marks the place shown."""
        self.buttons[key].setChecked(True)
        self._roving.settle()

    def show_places(self, on: bool) -> None:
        """Hides the places while none of them can be visited; hidden ones have no keys either."""
        for button in self.buttons.values():
            button.setVisible(on)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        outline.box(painter, QRectF(self.rect()), 0, "rail")
        place = QRectF((self.width() - _MARK) / 2, 16, _MARK, _MARK)
        icons.draw(painter, icons.APP, place, theme.colour("rail"))

    def _lay_out(self) -> None:
        whole = column(4, 8)
        whole.setContentsMargins(8, 68, 8, 8)
        for key, button in self.buttons.items():
            button.setCheckable(True)
            self._group.addButton(button)
            button.clicked.connect(lambda _on, key=key: self.chosen.emit(key))
            whole.addWidget(button)
        whole.addStretch(1)
        whole.addWidget(self.more)
        self.setLayout(whole)
        self._roving.hold(list(self.buttons.values()))
