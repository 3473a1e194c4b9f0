"""One PDF under the pen: text by style, codes, lines and pictures, measured in points from the top left."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boothapp.paper.code import MILLIMETRE, Code
from boothapp.paper.fonts import Run, Weight, main, runs, width
from boothapp.paper.lines import Fitted, fit, shorten
from boothapp.paper.reading import clean
from boothapp.paper.shaping import shaped

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

# ISO 216 A4.
WIDTH, HEIGHT = 210 * MILLIMETRE, 297 * MILLIMETRE
INK, SOFT, FAINT = 0.07, 0.36, 0.8


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: size and leading in points, weight, grey from 0 (black), tracking in thousandths."""

    size: float
    weight: Weight = "regular"
    grey: float = INK
    leading: float = 1.4
    smaller: tuple[float, ...] = ()
    tracking: float = 0.0


@dataclass(frozen=True, slots=True)
class About:
    """What a reader program shows of a document: made_at is ISO 8601, language BCP 47."""

    title: str
    author: str
    made_at: str = ""
    language: str = "en"
    subject: str = ""


class Page:
    """A4 pages drawn from the top; the same calls give the same bytes."""

    def __init__(self, about: About) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self._file = BytesIO()
        self._canvas: Any = Canvas(
            self._file, (WIDTH, HEIGHT), pageCompression=1, invariant=1, lang=about.language,
            initialFontName=main("regular"), initialFontSize=10,
        )  # fmt: skip
        self._describe(about)

    def text(self, left: float, base: float, line: str, style: Style, right: bool = False) -> float:
        """Draws one line at its base line, from `left` or up to it when `right`; gives its width."""
        shown = clean(line)
        wide = width(shown, style.weight, style.size) + _tracked(shown, style)
        pen = self._canvas.beginText(left - wide if right else left, HEIGHT - base)
        pen.setFillGray(style.grey)
        for run in runs(shown, style.weight):
            pen.setFont(run.font, style.size)
            _draw(pen, run, style)
        self._canvas.drawText(pen)
        return wide

    def block(self, left: float, top: float, room: float, text: str, style: Style, most: int) -> float:
        """Draws text wrapped and, if need be, smaller or trimmed; gives the height used."""
        return self.fitted(left, top, fitted(text, style, room, most), style)

    def fitted(self, left: float, top: float, text: Fitted, style: Style) -> float:
        """Draws text already fitted, its first line's top at `top`; gives the height used."""
        chosen = replace(style, size=text.size)
        step = text.size * style.leading
        for index, line in enumerate(text.lines):
            self.text(left, top + index * step + text.size * 0.97, line, chosen)
        return step * len(text.lines)

    def short(
        self, left: float, base: float, room: float, line: str, style: Style, right: bool = False
    ) -> None:
        """Draws one line, with an ellipsis where it is wider than room."""
        shown = " ".join(clean(line).split())
        fits = width(shown, style.weight, style.size) <= room
        self.text(left, base, shown if fits else shorten(shown, style.weight, style.size, room), style, right)

    def code(self, left: float, top: float, side: float, code: Code) -> None:
        """Draws a code's dark square; the caller leaves its quiet zone white."""
        self._canvas.addLiteral(code.path(left, HEIGHT - top, side))

    def rule(self, left: float, top: float, wide: float, thick: float = 0.5, grey: float = FAINT) -> None:
        """Draws a horizontal line as a filled bar."""
        self.bar(left, top, wide, thick, grey)

    def bar(self, left: float, top: float, wide: float, high: float, grey: float = INK) -> None:
        """Fills a rectangle."""
        self._canvas.setFillGray(grey)
        self._canvas.rect(left, HEIGHT - top - high, wide, high, stroke=0, fill=1)

    def picture(self, left: float, top: float, wide: float, high: float, source: Path | bytes) -> float:
        """Draws a PNG or JPEG inside wide by high, from its top left; gives the width used or 0."""
        reader = _reader(_bytes(source))
        if reader is None:
            return 0.0
        across, down = reader.getSize()
        scale = min(wide / across, high / down)
        size = across * scale, down * scale
        self._canvas.drawImage(reader, left, HEIGHT - top - size[1], *size, mask="auto")
        return float(size[0])

    def strokes(
        self,
        left: float,
        top: float,
        wide: float,
        high: float,
        strokes: Sequence[Sequence[tuple[int, int]]],
        field: tuple[int, int],
    ) -> None:
        """Draws pen strokes from a field of this width and height inside wide by high, at its top left."""
        scale = min(wide / field[0], high / field[1])
        path = self._canvas.beginPath()
        for stroke in strokes:
            for at, (x, y) in enumerate(stroke):
                place = left + x * scale, HEIGHT - top - y * scale
                path.lineTo(*place) if at else path.moveTo(*place)
        self._canvas.setStrokeGray(INK)
        self._canvas.setLineWidth(1.1)
        self._canvas.setLineCap(1)
        self._canvas.setLineJoin(1)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def next(self) -> None:
        """Begins a new page."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Closes the document and gives its bytes."""
        self._canvas.showPage()
        self._canvas.save()
        return self._file.getvalue()

    def _describe(self, about: About) -> None:
        self._canvas.setTitle(clean(about.title))
        self._canvas.setAuthor(clean(about.author))
        self._canvas.setSubject(clean(about.subject))
        self._canvas.setCreator("boothapp")
        self._canvas.setProducer("boothapp")
        stamp = _stamp(about.made_at)
        self._canvas.setDateFormatter(lambda *_: stamp)


def fitted(text: str, style: Style, room: float, most: int) -> Fitted:
    """The text as `block` would draw it, to measure before drawing."""
    return fit(text, style.weight, (style.size, *style.smaller), room, most)


def height(text: Fitted, style: Style) -> float:
    """The height in points that fitted text takes."""
    return text.size * style.leading * len(text.lines)


def _draw(pen: Any, run: Run, style: Style) -> None:
    if run.is_shaped:
        # Glyphs say nothing to who searches or copies the page: the text they stand for goes with them.
        said = run.text.encode("utf-16-be").hex()
        pen._code.append(f"/Span <</ActualText <FEFF{said}>>> BDC")
        pen.textOut(shaped(*run).glyphs)
        pen._code.append("EMC")
        return
    if style.tracking:
        pen.setCharSpace(style.tracking * style.size / 1000)
    pen.textOut(run.text)
    if style.tracking:
        pen.setCharSpace(0)


def _tracked(line: str, style: Style) -> float:
    """Shaped letters keep their places: they are joined, or stand above one another."""
    if not style.tracking:
        return 0.0
    letters = sum(len(run.text) for run in runs(line, style.weight) if not run.is_shaped)
    return letters * style.tracking * style.size / 1000


def _stamp(made_at: str) -> str:
    moment = datetime.fromisoformat(made_at) if made_at else datetime(2000, 1, 1)
    zone = moment.strftime("%z")
    return f"D:{moment:%Y%m%d%H%M%S}" + (f"{zone[:3]}'{zone[3:5]}'" if zone else "Z")


def _bytes(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source
    try:
        return source.read_bytes()
    except OSError:
        return b""


@lru_cache(maxsize=4)
def _reader(data: bytes) -> "ImageReader | None":
    from PIL.Image import DecompressionBombError
    from reportlab.lib.utils import ImageReader

    try:
        reader = ImageReader(BytesIO(data))
        # Reads all of it now: a picture cut short shows only when its last line is asked for.
        reader.getRGBData()
    except (OSError, ValueError, SyntaxError, DecompressionBombError):
        return None
    return reader
