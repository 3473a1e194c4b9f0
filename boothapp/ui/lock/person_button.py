"""One person to sign in as: sign, name and part, and a lock where a PIN is asked."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from boothapp.domain.show import Staff
from boothapp.domain.wording import said
from boothapp.ui import icons, letters, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.titled import TitledButton
from boothapp.words import language, mark, tr

WITH_PIN = mark("Signs in with a PIN")
_SIGN, _LOCK = 22, 16


class PersonButton(TitledButton):
    """Signs this person in; the one chosen has a tint."""

    PAD, LEFT, RIGHT, WIDTH = 10, 46, 36, 300
    SENTENCE, BELOW = "label", 22

    def __init__(self, person: Staff, has_pin: bool, parent: QWidget | None = None) -> None:
        self.person, self._has_pin = person, has_pin
        super().__init__("user-round", person.name, said(person.role, language()), parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def sizeHint(self) -> QSize:
        return QSize(self.WIDTH, self.heightForWidth(self.WIDTH))

    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(width) if self._sentence else tokens.size("target")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, radius, on = QRectF(self.rect()), tokens.size("radius"), self.isChecked()
        if on or self.underMouse():
            outline.box(painter, rect, radius, "accent_tint" if on else "hover")
        if self.hasFocus():
            outline.ring(painter, rect, radius)
        lit = theme.colour("accent" if on else "text_muted")
        icons.draw(painter, self.icon_name, QRectF(self.PAD + 2, self.PAD, _SIGN, _SIGN), lit)
        if self._has_pin:
            place = QRectF(rect.width() - _LOCK - 12, (rect.height() - _LOCK) / 2, _LOCK, _LOCK)
            icons.draw(painter, "lock", place, lit)
        # What is too long for its place ends in dots; the tooltip has it whole.
        room = self.width() - self.LEFT - self.RIGHT
        metrics = QFontMetrics(letters.font("strong"))
        self._title = metrics.elidedText(self.person.name, Qt.TextElideMode.ElideRight, room)
        self.paint_words(painter)

    def _speak(self) -> None:
        self._sentence = said(self.person.role, language())
        self.setAccessibleName(self.person.name)
        about = (self._sentence, tr(WITH_PIN) if self._has_pin else "")
        self.setAccessibleDescription(". ".join(part for part in about if part))
        self.setToolTip(". ".join(filter(None, (self.person.name, tr(WITH_PIN) if self._has_pin else ""))))
