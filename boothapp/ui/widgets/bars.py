"""Charts of bars, painted by us: each bar is a button that says its value and leads to what it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget

from boothapp.ui import letters, theme
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.buttons import is_enter
from boothapp.ui.widgets.card import column, row
from boothapp.ui.widgets.roving import Roving
from boothapp.words import number

VALUES = ("from_afar", "figure", "number_strong", "label_strong")
"""Letters of a value, the largest that has room."""
_CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_FOCUS, _ROUND, _GAP = 6, 4, 10


@dataclass(frozen=True)
class Bar:
    """One bar: its key, what it stands for and how a screen reader says that with the value (ready texts)."""

    key: str
    name: str
    value: int
    spoken: str
    role: str = "accent"
    strong: bool = False


class BarButton(QPushButton):
    """A bar among others; `most` is the value that fills it. One without a value leads nowhere."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.bar, self.most = Bar("", "", 0, ""), 1
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bar(self, bar: Bar, most: int) -> None:
        """Shows this bar."""
        self.bar, self.most = bar, max(most, 1)
        self.setAccessibleName(bar.spoken)
        self.setToolTip(bar.spoken)
        self.setEnabled(bar.value > 0)
        self.update()

    @property
    def share(self) -> float:
        """How much of its length is filled."""
        return self.bar.value / self.most

    @property
    def ink(self) -> str:
        """The colour role of the value."""
        return "text" if self.bar.value else "text_muted"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(self, event):
            self.click()
        else:
            super().keyPressEvent(event)

    def ground(self, painter: QPainter) -> None:
        """What lies below the bar: nothing, or a sign that it can be pressed."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            outline.box(painter, QRectF(self.rect()), _FOCUS, "hover")
        if self.hasFocus():
            outline.ring(painter, QRectF(self.rect()), _FOCUS)


class ColumnBar(BarButton):
    """Stands upright: the value on top, the name below."""

    NAME, LEAST = 30, 20

    def sizeHint(self) -> QSize:
        return QSize(56, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.LEAST, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.ground(painter)
        value, whole = number(self.bar.value), QRectF(self.rect())
        face = letters.font(fitting(value, whole.width()))
        high = QFontMetricsF(face).height()
        room = whole.height() - self.NAME - high - 8
        height = max(room * self.share, 2.0)
        foot = whole.height() - self.NAME
        inset = min(whole.width() * 0.16, 14)
        shape = QRectF(inset, foot - height, whole.width() - 2 * inset, height)
        outline.box(painter, shape, min(_ROUND, height / 2), self.bar.role if self.bar.value else "line")
        painter.setFont(face)
        painter.setPen(theme.colour(self.ink))
        painter.drawText(QRectF(0, shape.top() - high - 2, whole.width(), high), _CENTRED, value)
        painter.setFont(letters.font("strong" if self.bar.strong else "body"))
        painter.setPen(theme.colour("text" if self.bar.strong else "text_muted"))
        painter.drawText(QRectF(0, foot, whole.width(), self.NAME), _CENTRED, self.bar.name)


class LineBar(BarButton):
    """Lies: the name above at the left, the value at the right, the bar below both."""

    HEIGHT = 58

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, self.HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.ground(painter)
        whole = QRectF(self.rect()).adjusted(8, 4, -8, -6)
        value = number(self.bar.value)
        text = QRectF(whole.left(), whole.top(), whole.width(), whole.height() - 12)
        painter.setFont(letters.font("from_afar"))
        painter.setPen(theme.colour(self.ink))
        taken = painter.fontMetrics().horizontalAdvance(value) + _GAP
        painter.drawText(text, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, value)
        painter.setFont(letters.font("heading"))
        painter.setPen(
            theme.colour(self.bar.role if self.bar.role != "accent" and self.bar.value else self.ink)
        )
        area = text.adjusted(0, 0, -taken, 0)
        name = painter.fontMetrics().elidedText(self.bar.name, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, _LEFT, name)
        track = QRectF(whole.left(), whole.bottom() - 8, whole.width(), 8)
        outline.box(painter, track, _ROUND, "hover")
        if self.bar.value:
            filled = QRectF(track.left(), track.top(), max(track.width() * self.share, 8), track.height())
            outline.box(painter, filled, _ROUND, self.bar.role)


class Bars(QWidget):
    """Bars of one chart. Emits opened(key); arrows move among them, Tab leaves."""

    opened = Signal(str)

    def __init__(self, upright: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ColumnBar if upright else LineBar
        self._roving = Roving(self)
        self.bars: list[BarButton] = []
        self._place: QBoxLayout = row(0) if upright else column(0)
        self.setLayout(self._place)

    def show_bars(self, name: str, bars: Sequence[Bar], most: int = 0) -> None:
        """Shows these, measured by the largest or by `most`; a bar that stays keeps the keyboard."""
        self.setAccessibleName(name)
        while len(self.bars) > len(bars):
            gone = self.bars.pop()
            self._place.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.bars) < len(bars):
            made = self._kind(self)
            made.clicked.connect(lambda _on, made=made: self.opened.emit(made.bar.key))
            self.bars.append(made)
            self._place.addWidget(made)
        most = max([most, *(bar.value for bar in bars)])
        for button, bar in zip(self.bars, bars, strict=True):
            button.show_bar(bar, most)
        self._roving.hold([button for button in self.bars if button.isEnabled()])


def fitting(text: str, width: float) -> str:
    """The largest role of VALUES in which the text has room, else the smallest."""
    return next(
        (role for role in VALUES if QFontMetricsF(letters.font(role)).horizontalAdvance(text) <= width),
        VALUES[-1],
    )
