"""The line of state at the bottom of the window: what the stand must know at any time."""

from itertools import product

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from boothapp.ui import icons, letters, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.card import row
from boothapp.ui.widgets.speech import follows_theme

PLACES = ("network", "unsent", "copy", "printer", "disk", "clock", "battery", "who")
_SIDE, _PAD, _GAP = 16, 10, 6
_BETWEEN, _MARGIN = 4, 14
# Where there is no room for all words, these stand as signs alone, in this order: first where all is well,
# then where something is worth a look; what is wrong keeps its words.
_GIVE_WAY = ("printer", "disk", "copy", "battery")
_GIVING = (("muted", "ok"), ("warning",))


class StateItem(QPushButton):
    """One thing to know: sign, words, tone; pressing it leads to where it is mended."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._tone, self._small = "", "muted", False
        self._tip = ""
        self.setFont(letters.font("label"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def tell(self, text: str, icon: str, tone: str, tip: str) -> None:
        """Shows a ready text; tone is muted, ok, warning or error."""
        self._icon, self._tone = icons.known(icon), tone
        self.setText(text)
        self.setAccessibleName(text)
        self._tip = tip
        self.setToolTip(tip)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def tone(self) -> str:
        """How it stands: muted, ok, warning or error."""
        return self._tone

    def shrink(self, on: bool) -> None:
        """Shows the sign alone, its words as the tooltip."""
        self._small = on
        self.setToolTip("\n".join(filter(None, (self.text() if on else "", self._tip))))
        self.updateGeometry()
        self.update()

    def whole_width(self) -> int:
        """The room that sign and words need."""
        return 2 * _PAD + _SIDE + _GAP + self.fontMetrics().horizontalAdvance(self.text()) + 2

    def sizeHint(self) -> QSize:
        width = 2 * _PAD + _SIDE if self._small else self.whole_width()
        return QSize(width, tokens.size("state_line") - 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(2 * _PAD + _SIDE, tokens.size("state_line") - 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0, 3, 0, -3)
        if self.underMouse():
            outline.box(painter, rect, 6, "hover")
        if self.hasFocus():
            outline.ring(painter, rect, 6)
        role = "text_muted" if self._tone == "muted" else self._tone
        place = QRectF(_PAD, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
        icons.draw(painter, self._icon, place, theme.colour(role))
        if self._small:
            return
        painter.setPen(theme.colour(role if self._tone in ("warning", "error") else "text_muted"))
        area = QRectF(self.rect()).adjusted(_PAD + _SIDE + _GAP, 0, -_PAD + 4, 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class StateLine(QFrame):
    """Places of PLACES from the left; "who" stands at the right end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "state")
        self.setFixedHeight(tokens.size("state_line"))
        self.items = {place: StateItem(self) for place in PLACES}
        whole = row(_BETWEEN)
        whole.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        for place, item in self.items.items():
            if place == "who":
                whole.addStretch(1)
            whole.addWidget(item)
        self.setLayout(whole)

    def tell(self, place: str, text: str, icon: str = "info", tone: str = "muted", tip: str = "") -> None:
        """Shows a ready text at a place of PLACES; "" takes it away."""
        self.items[place].tell(text, icon, tone, tip)
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        shown = [item for item in self.items.values() if not item.isHidden()]
        beside = 2 * _MARGIN + _BETWEEN * len(shown)
        over = sum(map(StateItem.whole_width, shown)) + beside - self.width()
        for item in self.items.values():
            item.shrink(False)
        for tones, place in product(_GIVING, _GIVE_WAY):
            item = self.items[place]
            if over > 0 and item in shown and item.tone() in tones:
                item.shrink(True)
                over -= item.whole_width() - item.sizeHint().width()

    def changeEvent(self, event: QEvent) -> None:
        if follows_theme(event):
            self.update()
        super().changeEvent(event)
