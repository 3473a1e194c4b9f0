"""Chips: many small choices that can be on or off, with a count where it helps."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from boothapp.ui import icons, letters, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.flow import Flow
from boothapp.ui.widgets.roving import Roving
from boothapp.words import number

_TICK, _SIDE, _GAP = 16, 10, 5
# A text that goes on beyond this ends in dots, and is read whole in the tooltip.
_MOST_TEXT = 360
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class ChipItem:
    """One choice: its key in the data, its ready text, and how many there are (None shows no count)."""

    key: str
    text: str
    count: int | None = None


class Chip(QPushButton):
    """One choice; a tick and a tint when on."""

    def __init__(self, item: ChipItem, sign: str, parent: QWidget) -> None:
        super().__init__(item.text, parent)
        self._sign = sign
        self.setCheckable(True)
        self.setFont(letters.font("body"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self.updateGeometry)
        self.show_item(item)

    def show_item(self, item: ChipItem) -> None:
        """Shows another text or count of the same choice."""
        self.item = item
        shown = self.fontMetrics().elidedText(item.text, Qt.TextElideMode.ElideRight, _MOST_TEXT)
        self.setText(shown)
        self.setToolTip(item.text if shown != item.text else "")
        self.setAccessibleName(item.text if item.count is None else f"{item.text}, {number(item.count)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text()) + 2
        number = self._number_width()
        count = number + _GAP if number else 0
        return QSize(self._left() + words + count + _SIDE, tokens.size("target"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius, on = QRectF(self.rect()), self.height() / 2, self.isChecked()
        fill = "accent_tint" if on else "hover" if self.underMouse() else "surface"
        outline.box(painter, rect, radius, fill, "accent" if on else "field_line", 2 if on else 1)
        if self.hasFocus():
            outline.ring(painter, rect.adjusted(3, 3, -3, -3), radius - 3)
        if sign := self._shown_sign():
            place = QRectF(_SIDE, (self.height() - _TICK) / 2, _TICK, _TICK)
            icons.draw(painter, sign, place, theme.colour("accent" if on else "text_muted"))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        left = self._left()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.colour("text"))
        painter.drawText(QRectF(left, 0, self.width() - left, self.height()), middle, self.text())
        if self.item.count is not None:
            painter.setFont(letters.font("number"))
            painter.setPen(theme.colour("text_muted"))
            area = QRectF(0, 0, self.width() - _SIDE, self.height())
            painter.drawText(area, middle | Qt.AlignmentFlag.AlignRight, number(self.item.count))

    def _shown_sign(self) -> str:
        return "check" if self.isChecked() else self._sign

    def _left(self) -> int:
        return _SIDE + (_TICK + _GAP if self._shown_sign() else 2)

    def _number_width(self) -> int:
        if self.item.count is None:
            return 0
        return self.fontMetrics().horizontalAdvance(f"{number(self.item.count)} ")


class Chips(QWidget):
    """A wrapping group of chips, one tab stop, digits for the first nine.

    Emits changed(list of keys) when a person toggles one, and advance() at Enter, which asks for what is
    next; where only one can be on, a digit asks for it too.

    With `single` at most one chip is on. A filter is `single`, or not `adds`: no plus invites to add.
    """

    changed = Signal(list)
    advance = Signal()

    def __init__(
        self,
        name: str,
        items: Sequence[ChipItem] = (),
        single: bool = False,
        parent: QWidget | None = None,
        adds: bool = True,
    ) -> None:
        super().__init__(parent)
        self._single, self._adds, self._sign = single, adds, "plus" if adds and not single else ""
        self._chips: list[Chip] = []
        self._roving = Roving(self)
        self._flow = Flow()
        self.setLayout(self._flow)
        self.set_items(name, items)

    def set_items(self, name: str, items: Sequence[ChipItem]) -> None:
        """Shows these chips (ready texts); those that were on and are still there stay on.

        Chips with the same keys stay the same buttons, with the keyboard where it was.
        """
        self.setAccessibleName(name)
        if self.offered() == [item.key for item in items]:
            for chip, item in zip(self._chips, items, strict=True):
                chip.show_item(item)
            return
        before = self.value()
        for chip in self._chips:
            self._flow.removeWidget(chip)
            # What is deleted only later would be seen once more.
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(item, self._sign, self) for item in items]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.clicked.connect(self._clicked)
            chip.show()
        if self._chips:
            self.setFocusProxy(self._chips[0])
        self._roving.hold(self._chips)
        self.set_value(before)

    def sizeHint(self) -> QSize:
        return self._flow.minimumSize()

    def minimumSizeHint(self) -> QSize:
        """One line; without this Qt asks for the height of the narrowest possible group."""
        return self._flow.minimumSize()

    def value(self) -> list[str]:
        """The keys of the chips that are on, in reading order."""
        return [chip.item.key for chip in self._chips if chip.isChecked()]

    def offered(self) -> list[str]:
        """The keys of all chips, in reading order."""
        return [chip.item.key for chip in self._chips]

    def set_value(self, keys: Sequence[str]) -> None:
        """Shows a choice without announcing it."""
        for chip in self._chips:
            chip.setChecked(chip.item.key in keys)
        self._roving.settle()

    def take_focus(self) -> None:
        """Gives the keyboard to the chip that Tab would stop at."""
        stop = next((chip for chip in self._chips if chip.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and 1 <= digit <= min(len(self._chips), 9):
            self._chips[digit - 1].click()
            if self._single:
                self.advance.emit()
            return
        if plain and self._adds and event.key() in _ENTER:
            self.advance.emit()
            return
        super().keyPressEvent(event)

    def _clicked(self) -> None:
        chip = self.sender()
        if self._single and isinstance(chip, Chip) and chip.isChecked():
            self.set_value([chip.item.key])
        self.changed.emit(self.value())
