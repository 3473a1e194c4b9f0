"""Rounded boxes and focus rings, painted in colour roles."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from boothapp.ui import theme, tokens


def box(
    painter: QPainter, rect: QRectF, radius: float, fill: str = "", line: str = "", width: float = 1.0
) -> None:
    """A rounded box; fill and line are colour roles, "" is none."""
    inset = width / 2 if line else 0.0
    painter.setPen(QPen(theme.colour(line), width) if line else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset)


def ring(painter: QPainter, rect: QRectF, radius: float, role: str = "focus", gap: str = "") -> None:
    """The focus ring just inside the rect; `gap` parts it from a filled control."""
    width = float(tokens.size("ring"))
    box(painter, rect, radius, line=role, width=width)
    if gap:
        box(painter, rect.adjusted(width, width, -width, -width), radius - width, line=gap, width=1.5)


def path(rect: QRectF, radius: float, left: bool = True, right: bool = True) -> QPainterPath:
    """A box whose left and right corners are rounded only where asked."""
    shape = QPainterPath()
    shape.setFillRule(Qt.FillRule.WindingFill)
    shape.addRoundedRect(rect, radius, radius)
    half = rect.width() / 2
    if not left:
        shape.addRect(rect.adjusted(0, 0, -half, 0))
    if not right:
        shape.addRect(rect.adjusted(half, 0, 0, 0))
    return shape.simplified()
