"""The rating: the badge with word, points and colour, and the panel that explains it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from boothapp.ui import icons, letters, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.card import Card, column, row
from boothapp.ui.widgets.sign import Sign
from boothapp.ui.widgets.speech import Words, follows_language
from boothapp.words import mark, plural, tr

WORDS = {"hot": mark("Hot"), "warm": mark("Warm"), "cold": mark("Cold")}
_SIGNS = {"hot": "flame", "warm": "sun", "cold": "snowflake"}


class RatingShown(NamedTuple):
    """What the panel shows; reasons are (ready text, points), to_hotter ready texts, best first."""

    level: str
    points: int
    reasons: Sequence[tuple[str, int]] = ()
    to_hotter: Sequence[str] = ()
    scorecard: str = ""


class RatingBadge(QWidget):
    """A rating as sign, word and points; `large` for the panel, else for lists."""

    def __init__(
        self, level: str = "cold", points: int = 0, large: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._level, self._points, self._large = level, points, large
        self._face = letters.font("figure" if large else "label_strong")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_rating(level, points)

    def show_rating(self, level: str, points: int) -> None:
        """Shows a level of WORDS and its points."""
        self._level, self._points = level, points
        self.setAccessibleName(self._spoken())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        side, gap, pad = self._measures()
        return QSize(round(2 * pad + side + gap + self._words_width()), 44 if self._large else 26)

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self.show_rating(self._level, self._points)
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_badge(painter, QRectF(self.rect()), self._level, self._text(), self._large)

    def _measures(self) -> tuple[int, int, int]:
        return (22, 8, 14) if self._large else (14, 5, 9)

    def _words_width(self) -> int:
        return QFontMetrics(self._face).horizontalAdvance(self._text()) + 2

    def _text(self) -> str:
        return badge_text(self._level, self._points)

    def _spoken(self) -> str:
        return f"{tr(WORDS[self._level])}, " + plural("{n} point", "{n} points", self._points)


def badge_text(level: str, points: int) -> str:
    """What a badge says, such as "Cold  −2"."""
    return f"{tr(WORDS[level])}  {points}".replace("-", "−")


def paint_badge(painter: QPainter, rect: QRectF, level: str, text: str, large: bool = False) -> None:
    """Paints a rating badge into the rect; for widgets and for lists."""
    side, gap, pad = (22, 8, 14) if large else (14, 5, 9)
    outline.box(painter, rect, tokens.size("radius") if large else 6, f"{level}_tint")
    top = rect.y() + (rect.height() - side) / 2
    icons.draw(painter, _SIGNS[level], QRectF(rect.x() + pad, top, side, side), theme.colour(level))
    painter.setFont(letters.font("figure" if large else "label_strong"))
    painter.setPen(theme.colour(level))
    area = rect.adjusted(pad + side + gap, 0, 0, 0)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class RatingPanel(Card):
    """The live rating: badge, what the points are made of, and what to ask to make it hotter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, dense=True)
        self._shown = RatingShown("cold", 0)
        self._badge, self._scorecard = RatingBadge(large=True, parent=self), Words("", "label", "muted", self)
        self._reasons, self._asks = _Lines(self), _Lines(self, "circle-question-mark")
        self._none = Words(mark("Nothing answered and nothing shown yet."), "body", "muted", self)
        self._none.setWordWrap(True)
        self._ask_title = Words("", "label_strong", "muted", self)
        top = row()
        top.addWidget(self._badge)
        top.addStretch(1)
        top.addWidget(self._scorecard)
        self.body.addLayout(top)
        self.body.addSpacing(4)
        self.body.addWidget(self._none)
        self.body.addLayout(self._reasons.column)
        self.body.addSpacing(4)
        self.body.addWidget(self._ask_title)
        self.body.addLayout(self._asks.column)
        self.show_rating(self._shown)

    def show_rating(self, shown: RatingShown) -> None:
        """Shows a rating; costs no layout of the page beyond the panel itself."""
        self._shown = shown
        self._badge.show_rating(shown.level, shown.points)
        self._scorecard.say(shown.scorecard)
        self._none.setVisible(not shown.reasons)
        self._reasons.say([(text, signed(points)) for text, points in shown.reasons])
        self._ask_title.say(_ASK[shown.level])
        self._ask_title.setVisible(bool(shown.to_hotter))
        self._asks.say([(text, "") for text in shown.to_hotter])


def signed(points: int) -> str:
    """Points with their sign, such as +3 and −1."""
    return f"{points:+d}".replace("-", "−")


_ASK = {
    "hot": mark("Still worth asking"),
    "warm": mark("To make it hot"),
    "cold": mark("To make it warmer, ask"),
}


class _Lines:
    """Sentences below each other; each answer changes them, so that they are said anew, not made anew."""

    def __init__(self, parent: QWidget, sign: str = "") -> None:
        self.column = column(6)
        self._parent, self._sign = parent, sign
        self._lines: list[_Line] = []

    def say(self, said: Sequence[tuple[str, str]]) -> None:
        """Shows these texts with their points, and no others."""
        while len(self._lines) < len(said):
            line = _Line(self._sign, self._parent)
            self._lines.append(line)
            self.column.addWidget(line)
        for line, (text, points) in zip(self._lines, said, strict=False):
            line.say(text, points)
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(said))


class _Line(QWidget):
    """A sentence with its points at the right, or a sign at the left."""

    def __init__(self, sign: str, parent: QWidget) -> None:
        super().__init__(parent)
        whole = row()
        if sign:
            whole.addWidget(Sign(sign, "accent", 18, self), 0, Qt.AlignmentFlag.AlignTop)
        self._words, self._figure = QLabel(self), Words("", "number_strong", parent=self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        whole.addWidget(self._words, 1)
        whole.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(whole)

    def say(self, text: str, points: str) -> None:
        """Shows this sentence."""
        self._words.setText(text)
        self._figure.say(points)
        self._figure.set_tone("muted" if points.startswith("−") else "")
