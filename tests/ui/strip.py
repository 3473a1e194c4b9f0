"""The filmed strip of one visitor at the stand: python -m tests.ui.strip FILE.png.

With tests/golden/strip.png as FILE it writes what is committed there and shown in README.md. Made like
tests.ui.pictures: the real program on a home of its own, off screen, led by real keys and a real scan.
"""

import io
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from boothapp.ui import letters, theme
from tests.ui import few_colours
from tests.ui.film import BY_ITSELF, Film, Shot
from tests.ui.pictures import Stage

ACROSS, WIDE, GAP, BELOW = 3, 640, 40, 84
"""Pictures in a row, the width of each, what is between them, and the height of the words below."""
_LETTERS, _MESSAGE = 28, 44


def shots() -> list[Shot]:
    """The film, from the armed scan field to the next visitor."""
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as printer:
        path = os.environ["PATH"]
        stage = Stage(Path(home), "light", "en")
        try:
            return list(Film(stage, Path(printer)).shots())
        finally:
            os.environ["PATH"] = path
            stage.close()


def put_together(film: Sequence[Shot]) -> QPixmap:
    """All pictures in reading order, each with its number, its words and its key below."""
    high = round(WIDE * film[0].picture.height() / film[0].picture.width())
    rows = -(-len(film) // ACROSS)
    whole = QPixmap(GAP + ACROSS * (WIDE + GAP), GAP + rows * (high + BELOW + GAP // 2))
    whole.fill(QColor("white"))
    painter = QPainter(whole)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for at, shot in enumerate(film):
        row, column = divmod(at, ACROSS)
        corner = QPoint(GAP + column * (WIDE + GAP), GAP + row * (high + BELOW + GAP // 2))
        _picture(painter, shot, QRect(corner, QSize(WIDE, high)))
        _words(painter, at + 1, shot, QRect(corner + QPoint(0, high), QSize(WIDE, BELOW)))
    painter.end()
    return whole


def _picture(painter: QPainter, shot: Shot, place: QRect) -> None:
    painter.drawPixmap(place, _small(shot.picture, place.size()))
    if shot.key == BY_ITSELF:
        _paper(painter, shot.sheets[-1], place)
    painter.setPen(QPen(theme.colour("line"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)


def _paper(painter: QPainter, sheet: bytes, place: QRect) -> None:
    """The sheet as it comes out of the printer, below the message that tells of it."""
    import pypdfium2

    made = io.BytesIO()
    with pypdfium2.PdfDocument(sheet) as document:
        document[0].render(scale=2).to_pil().save(made, "PNG")
    paper = QPixmap()
    paper.loadFromData(made.getvalue())
    high = place.height() - _MESSAGE - 12
    size = QSize(round(high * paper.width() / paper.height()), high)
    corner = QPoint(place.right() - size.width() - 24, place.top() + _MESSAGE)
    painter.setPen(QPen(theme.colour("text_muted"), 2))
    painter.setBrush(QColor("white"))
    painter.drawRect(QRect(corner, size))
    painter.drawPixmap(QRect(corner, size), _small(paper, size))


def _words(painter: QPainter, number: int, shot: Shot, place: QRect) -> None:
    middle = place.top() + place.height() // 2
    disc = QRectF(place.left(), middle - 22, 44, 44)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawEllipse(disc)
    painter.setFont(_face(_LETTERS - 4))
    painter.setPen(theme.colour("accent_text"))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number))
    left = place.left() + 60
    if shot.key:
        left = _key(painter, shot.key, left, middle) + 16
    painter.setFont(_face(_LETTERS))
    painter.setPen(theme.colour("text"))
    room = QRect(left, place.top(), place.right() - left, place.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shot.words)


def _key(painter: QPainter, key: str, left: int, middle: int) -> int:
    """A key's cap; gives where it ends."""
    face = _face(_LETTERS - 4)
    wide = max(44, QFontMetrics(face).horizontalAdvance(key) + 28)
    cap = QRectF(left, middle - 22, wide, 44)
    painter.setFont(face)
    is_key = key != BY_ITSELF
    painter.setPen(QPen(theme.colour("field_line"), 2) if is_key else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("surface" if is_key else "accent_tint"))
    painter.drawRoundedRect(cap, 8, 8)
    painter.setPen(theme.colour("text"))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
    return left + wide


def _small(picture: QPixmap, size: QSize) -> QPixmap:
    ratio, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return picture.scaled(size, ratio, smooth)


def _face(pixels: int) -> QFont:
    face = QFont(letters.font("strong"))
    face.setPixelSize(pixels)
    return face


def write(film: Sequence[Shot], file: Path) -> None:
    """The strip as a PNG of few colours."""
    few_colours.save(put_together(film), file)


def main(file: str) -> None:
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    write(shots(), Path(file))


if __name__ == "__main__":
    main(*sys.argv[1:])
