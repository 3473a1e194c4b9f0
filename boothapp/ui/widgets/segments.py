"""The answers to one question as a row of large buttons: digits, arrows, choose again to clear."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from boothapp.ui import icons, letters, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.card import row
from boothapp.ui.widgets.named_row import NamedRow
from boothapp.ui.widgets.roving import Roving

_SIDE, _MARK = 7, 14
_LEAST, _LEAST_PLAIN = 72, 44


_CHOSEN = {"body": "strong", "label": "label_strong"}


class Option(NamedTuple):
    """One answer: its key in the data and its ready text."""

    key: str
    text: str


class Segment(QPushButton):
    """One button of the row; shows its digit, or a tick when chosen. Without a digit it is only its text."""

    def __init__(self, option: Option, digit: int, first: bool, last: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._digit, self._first, self._last = digit, first, last
        self.next_is_chosen = self.small = False
        self.setCheckable(True)
        self.setFont(letters.font("body"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_option(option)

    def show_option(self, option: Option) -> None:
        """Shows another text of the same answer."""
        self.option = option
        self.setText(option.text)
        self.setToolTip(f"{option.text}  {self._digit}" if self._digit else option.text)

    def sizeHint(self) -> QSize:
        return QSize(96, tokens.size("target"))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST if self._digit else _LEAST_PLAIN, tokens.size("target"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_mark(painter)
        self._paint_words(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        on, radius = self.isChecked(), tokens.size("radius")
        half = 1.0 if on else 0.5
        rect = QRectF(self.rect()).adjusted(half, half, -half, -half)
        if not on:
            # Neighbours share one line: the left one draws it, unless the right one is chosen.
            rect.adjust(0 if self._first else -2, 0, 2 if self.next_is_chosen else 0, 0)
        painter.setBrush(theme.colour("accent_tint" if on else "hover" if self.underMouse() else "surface"))
        painter.setPen(QPen(theme.colour("accent" if on else "field_line"), 2 * half))
        painter.drawPath(outline.path(rect, radius - half, self._first, self._last))
        if self.hasFocus():
            outline.ring(painter, QRectF(self.rect()).adjusted(3, 3, -3, -3), radius - 3)

    def _paint_mark(self, painter: QPainter) -> None:
        if not self._digit:
            return
        place = QRectF(_SIDE, (self.height() - _MARK) / 2, _MARK, _MARK)
        if self.isChecked():
            icons.draw(painter, "check", place.adjusted(-1, -1, 1, 1), theme.colour("accent"))
            return
        painter.setFont(letters.font("label"))
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self._digit))

    def fits(self, role: str) -> bool:
        """Whether the text has room on one line in this face."""
        return QFontMetrics(letters.font(role)).horizontalAdvance(self.text()) <= self._words_area().width()

    def _paint_words(self, painter: QPainter) -> None:
        """In the body face; the whole row in small letters, on two lines, where one is too wide."""
        role = "label" if self.small else "body"
        painter.setFont(letters.font(_CHOSEN[role] if self.isChecked() else role))
        area, measure = self._words_area(), painter.fontMetrics()
        text = self.text()
        if any(measure.horizontalAdvance(word) > area.width() for word in text.split()):
            text = measure.elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
        painter.setPen(theme.colour("text"))
        side = Qt.AlignmentFlag.AlignLeft if self._digit else Qt.AlignmentFlag.AlignHCenter
        align = Qt.AlignmentFlag.AlignVCenter | side
        painter.drawText(area, align | Qt.TextFlag.TextWordWrap, text)

    def _words_area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_SIDE + _MARK + 4 if self._digit else 3, 0, -3, 0)


class Segments(QWidget):
    """One question's answers. Emits chosen(key), "" when cleared, and advance() after a digit key.

    numbered: each answer shows its digit; else the digit is the answer itself, as on a scale.
    """

    chosen = Signal(str)
    advance = Signal()

    def __init__(
        self, name: str, options: Sequence[Option], parent: QWidget | None = None, numbered: bool = True
    ) -> None:
        super().__init__(parent)
        self._segments: list[Segment] = []
        self._numbered = numbered
        self._roving = Roving(self)
        self._row = row(gap=0)
        self.setLayout(self._row)
        self.set_options(name, options)

    def set_options(self, name: str, options: Sequence[Option]) -> None:
        """Shows these answers (ready texts) under the question's name; the choice stays.

        Answers with the same keys stay the same buttons, with the keyboard where it was.
        """
        if [segment.option.key for segment in self._segments] != [option.key for option in options]:
            self._replace(options)
        for segment, option in zip(self._segments, options, strict=True):
            segment.show_option(option)
            segment.setAccessibleName(f"{name}: {option.text}")
        self.setAccessibleName(name)
        self._choose_size()

    def _replace(self, options: Sequence[Option]) -> None:
        before, focused = self.value(), self.focus_index()
        for segment in self._segments:
            segment.setParent(None)
            segment.deleteLater()
        last = len(options)
        self._segments = [
            Segment(option, at * self._numbered, at == 1, at == last, self)
            for at, option in enumerate(options, 1)
        ]
        for segment in self._segments:
            self._row.addWidget(segment)
            segment.clicked.connect(self._clicked)
        self._roving.hold(self._segments)
        self.set_value(before)
        if focused >= 0:
            self._segments[min(focused, last - 1)].setFocus()

    def value(self) -> str:
        """The key of the answer chosen, "" when unanswered."""
        return next((s.option.key for s in self._segments if s.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Shows an answer without announcing it."""
        for segment in self._segments:
            segment.setChecked(segment.option.key == key)
        for segment, following in pairwise(self._segments):
            segment.next_is_chosen = following.isChecked()
            segment.update()
        self._roving.settle()

    def focus_index(self) -> int:
        """Which answer has the keyboard, -1 when none."""
        return next((at for at, s in enumerate(self._segments) if s.hasFocus()), -1)

    def take_focus(self) -> None:
        """Gives the keyboard to the chosen answer, else the first."""
        stop = next((s for s in self._segments if s.isChecked()), self._segments[0])
        stop.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and (key := self._meant(digit)):
            self.choose(key)
            self.advance.emit()
            return
        super().keyPressEvent(event)

    def _meant(self, digit: int) -> str:
        """The answer that a digit key stands for, "" where it stands for none."""
        keys = [segment.option.key for segment in self._segments]
        if not self._numbered:
            return str(digit) if 0 <= digit <= 9 and str(digit) in keys else ""
        return keys[digit - 1] if 1 <= digit <= len(keys) else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._choose_size)

    def choose(self, key: str) -> None:
        """Chooses an answer as a person would: the same again clears it."""
        self.set_value("" if key == self.value() else key)
        self.chosen.emit(self.value())

    def _choose_size(self) -> None:
        small = not all(segment.fits("strong") for segment in self._segments)
        for segment in self._segments:
            segment.small = small
            segment.update()

    def _clicked(self) -> None:
        segment = self.sender()
        if isinstance(segment, Segment):
            self.set_value(segment.option.key if segment.isChecked() else "")
            self.chosen.emit(self.value())


class AnswerRow(NamedRow):
    """A question's name and its answers."""

    def __init__(
        self, name: str, options: Sequence[Option], parent: QWidget | None = None, numbered: bool = True
    ) -> None:
        super().__init__(name, parent)
        self.answers = Segments(name, options, self, numbered)
        self.hold(self.answers)

    def set_texts(self, name: str, options: Sequence[Option]) -> None:
        """Shows name and answers again, in another language for example."""
        self.name.say(name)
        self.answers.set_options(name, options)


def chain(rows: Sequence[AnswerRow], after: QWidget | None = None) -> None:
    """A digit in one row moves the keyboard to the next one, and from the last to `after`."""
    for this, following in pairwise(rows):
        this.answers.advance.connect(following.answers.take_focus)
    if rows and after is not None:
        rows[-1].answers.advance.connect(lambda: after.setFocus(Qt.FocusReason.TabFocusReason))
