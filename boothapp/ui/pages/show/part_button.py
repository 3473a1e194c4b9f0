"""One part of the show's set-up in the list at the left: sign, title and sentence."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from boothapp.ui import icons, theme, tokens
from boothapp.ui.pages.show.parts import Part
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.titled import TitledButton
from boothapp.words import tr

_SIGN = 22


class PartButton(TitledButton):
    """Opens a part; the one open has a tint and a sign in the accent."""

    PAD, LEFT, RIGHT, WIDTH = 12, 46, 12, 280
    SENTENCE, BELOW = "label", 22

    def __init__(self, part: Part, parent: QWidget | None = None) -> None:
        self._whole = part.sentence
        super().__init__(part.icon, part.title, part.sentence, parent)
        self.setCheckable(True)

    def shorten(self, on: bool) -> None:
        """Shows the title alone where there is little room; the sentence is then the tooltip."""
        self._sentence = "" if on else self._whole
        self._speak()
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) if self._sentence else 2 * self.PAD + self.BELOW

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius, on = QRectF(self.rect()), tokens.size("radius"), self.isChecked()
        if on or self.underMouse():
            outline.box(painter, rect, radius, "accent_tint" if on else "hover")
        if self.hasFocus():
            outline.ring(painter, rect, radius)
        lit = theme.colour("accent" if on else "text_muted")
        icons.draw(painter, self.icon_name, QRectF(self.PAD, self.PAD, _SIGN, _SIGN), lit)
        self.paint_words(painter)

    def _speak(self) -> None:
        super()._speak()
        self.setAccessibleDescription(tr(self._whole))
        self.setToolTip("" if self._sentence else tr(self._whole))
