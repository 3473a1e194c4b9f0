"""A button of a title and a sentence below it; what it stands on is painted by each kind."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from boothapp.ui import icons, letters, theme
from boothapp.ui.widgets.speech import follows_language
from boothapp.words import tr


class TitledButton(QPushButton):
    """Grows in height with its sentence; says both texts in the language of the window."""

    # Room inside: above and below, before and after the words; the width it asks for, in pixels.
    PAD, LEFT, RIGHT, WIDTH = 16, 64, 48, 480
    # The role of the sentence's letters, and how far below the top of the title it begins.
    SENTENCE, BELOW = "body", 24

    def __init__(self, icon: str, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon_name, self._title, self._sentence = icons.known(icon), title, sentence
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._speak()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - self.LEFT - self.RIGHT, 80), 1000)
        metrics = QFontMetrics(letters.font(self.SENTENCE))
        used = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap.value, tr(self._sentence))
        return 2 * self.PAD + self.BELOW + used.height()

    def sizeHint(self) -> QSize:
        return QSize(self.WIDTH, self.heightForWidth(self.WIDTH))

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._speak()
            self.updateGeometry()
        super().changeEvent(event)

    def paint_words(self, painter: QPainter) -> None:
        """The title, and the sentence below it."""
        area = QRectF(self.rect()).adjusted(self.LEFT, self.PAD, -self.RIGHT, -self.PAD)
        painter.setFont(letters.font("strong"))
        painter.setPen(theme.colour("text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, tr(self._title))
        painter.setFont(letters.font(self.SENTENCE))
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(area.adjusted(0, self.BELOW, 0, 0), Qt.TextFlag.TextWordWrap, tr(self._sentence))

    def _speak(self) -> None:
        self.setAccessibleName(tr(self._title))
        self.setAccessibleDescription(tr(self._sentence))
