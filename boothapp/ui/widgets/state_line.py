"""The line of state at the bottom of the window: what the stand must know at any time."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from boothapp.ui import icons, letters, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.card import row
from boothapp.ui.widgets.speech import follows_theme

PLACES = ("network", "unsent", "copy", "printer", "disk", "clock", "battery", "who")
_SIDE, _PAD, _GAP = 16, 10, 6


class StateItem(QPushButton):
    """One thing to know: sign, words, tone; pressing it leads to where it is mended."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._tone = "", "muted"
        self.setFont(letters.font("label"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def tell(self, text: str, icon: str, tone: str, tip: str) -> None:
        """Shows a ready text; tone is muted, ok, warning or error."""
        self._icon, self._tone = icons.known(icon), tone
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(tip)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(2 * _PAD + _SIDE + _GAP + words, tokens.size("state_line") - 2)

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
        whole = row(4)
        whole.setContentsMargins(tokens.size("card") - _PAD + 8, 0, tokens.size("card") - _PAD + 8, 0)
        for place, item in self.items.items():
            if place == "who":
                whole.addStretch(1)
            whole.addWidget(item)
        self.setLayout(whole)

    def tell(self, place: str, text: str, icon: str = "info", tone: str = "muted", tip: str = "") -> None:
        """Shows a ready text at a place of PLACES; "" takes it away."""
        self.items[place].tell(text, icon, tone, tip)

    def changeEvent(self, event: QEvent) -> None:
        if follows_theme(event):
            self.update()
        super().changeEvent(event)
