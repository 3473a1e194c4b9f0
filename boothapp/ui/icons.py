"""Icons by name, drawn from SVG in a colour role at the screen's own resolution."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from boothapp import paths
from boothapp.ui import theme, tokens

APP = "boothapp"


def draw(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draws an icon into the box, sharp at any scale."""
    _renderer(name, colour.name()).render(painter, box)


def pixmap(name: str, role: str, of: QWidget, side: int = 0) -> QPixmap:
    """An icon as a picture for a label, at the resolution of the widget's screen."""
    side, ratio = side or tokens.size("icon"), of.devicePixelRatioF()
    picture = QPixmap(QSize(side, side) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, name, QRectF(0, 0, side, side), theme.colour(role))
    painter.end()
    return picture


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(paths.resources() / "icons" / f"{APP}.svg"))


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    text = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
