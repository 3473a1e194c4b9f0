"""Icons by name, drawn from SVG in a colour role at the screen's own resolution."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from boothapp import paths
from boothapp.errors import Defect
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
    return QIcon(str(_file(APP)))


def known(name: str) -> str:
    """The name again, checked while a control is made: a missing icon must not surface while painting."""
    if name and not _file(name).is_file():
        raise Defect(f"There is no icon {name!r}.")
    return name


def _file(name: str) -> Path:
    return paths.resources() / "icons" / f"{name}.svg"


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    text = _file(name).read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
