"""A large choice: sign, title and sentence in one target."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from boothapp.ui import icons, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.titled import TitledButton

_SIGN, _ARROW = 28, 20


class Tile(TitledButton):
    """One of two or three ways to go on; Enter and Space choose it."""

    def __init__(self, icon: str, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(icon, title, sentence, parent)
        self.setAutoDefault(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius = QRectF(self.rect()), tokens.size("card_radius")
        fill = "hover" if self.underMouse() or self.isDown() else "surface"
        outline.box(painter, rect, radius, fill, "field_line")
        if self.hasFocus():
            outline.ring(painter, rect, radius)
        top = (self.height() - _SIGN) / 2
        sign = QRectF(self.PAD + 4, top, _SIGN, _SIGN)
        icons.draw(painter, self.icon_name, sign, theme.colour("accent"))
        arrow = QRectF(self.width() - self.PAD - _ARROW, (self.height() - _ARROW) / 2, _ARROW, _ARROW)
        icons.draw(painter, "chevron-right", arrow, theme.colour("text_muted"))
        self.paint_words(painter)
