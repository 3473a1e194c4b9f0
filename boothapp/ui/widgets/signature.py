"""A signature: painted as it was written, and a pad to write it on with a finger, a pen or the mouse."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from boothapp.domain.signature import HIGH, MOST_POINTS, WIDE, Point, Stroke, Strokes, is_signed, packed, slim
from boothapp.ui import letters, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.speech import follows_language
from boothapp.words import mark, tr

NAME, HERE = mark("Signature"), mark("Sign here with a finger, a pen or the mouse")
_PEN, _BASE = 2.4, 0.78
# A pen that never leaves the pad gives a hundred points a second.
_MOST_DRAWN = 20 * MOST_POINTS


class SignatureView(QWidget):
    """Shows the strokes of a signature, as high as asked for."""

    def __init__(self, high: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._high = high
        self.strokes: Strokes = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._speak()

    def show_strokes(self, strokes: Strokes) -> None:
        """Shows these."""
        self.strokes = strokes
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._high * WIDE // HIGH, self._high)

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._speak()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter, QRectF(self.rect()))
        pen = QPen(theme.colour("text"), _PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        scale = self.height() / HIGH
        for stroke in self.strokes:
            points = [QPointF(x * scale, y * scale) for x, y in stroke]
            painter.drawPolyline(QPolygonF(points if len(points) > 1 else points * 2))

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        """The line below the name."""
        painter.setPen(QPen(theme.colour("line"), 1))
        base = rect.height() * _BASE
        painter.drawLine(QPointF(16, base), QPointF(rect.width() - 16, base))

    def _speak(self) -> None:
        self.setAccessibleName(tr(NAME))


class SignaturePad(SignatureView):
    """Written on; changed() tells of each stroke."""

    changed = Signal()

    def __init__(self, high: int, parent: QWidget | None = None) -> None:
        super().__init__(high, parent)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def value(self) -> str:
        """The signature as it is kept, "" while there is none."""
        kept = slim(self.strokes)
        return packed(kept) if is_signed(kept) else ""

    def clear(self) -> None:
        """An empty pad."""
        self.show_strokes(())
        self.changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.show_strokes((*self.strokes, (self._place(event),)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self.strokes:
            if sum(map(len, self.strokes)) >= _MOST_DRAWN:
                self.strokes = slim(self.strokes)
            *before, now = self.strokes
            self.show_strokes((*before, self._longer(now, self._place(event))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.changed.emit()

    def paint_ground(self, painter: QPainter, rect: QRectF) -> None:
        outline.box(painter, rect, tokens.size("radius"), "surface", "field_line")
        super().paint_ground(painter, rect)
        if not self.strokes:
            painter.setPen(theme.colour("text_muted"))
            painter.setFont(letters.font("body"))
            area = rect.adjusted(16, 0, -16, -rect.height() * (1 - _BASE) - 8)
            hint = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter
            painter.drawText(area, int(hint | Qt.TextFlag.TextWordWrap), tr(HERE))

    def _longer(self, stroke: Stroke, point: Point) -> Stroke:
        return stroke if stroke[-1] == point else (*stroke, point)

    def _place(self, event: QMouseEvent) -> Point:
        scale, at = HIGH / max(self.height(), 1), event.position()
        return round(at.x() * scale), round(at.y() * scale)

    def _speak(self) -> None:
        super()._speak()
        self.setAccessibleDescription(tr(HERE))
