"""A picture as large as its place allows, in its own proportions and with round corners."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from boothapp.ui import theme, tokens
from boothapp.ui.widgets.speech import follows_language
from boothapp.words import tr


class Photo(QWidget):
    """Shows a QImage; its height follows its width up to `highest` pixels."""

    def __init__(self, name: str, highest: int, parent: QWidget | None = None) -> None:
        """`name` is the English source of what a screen reader says."""
        super().__init__(parent)
        self._image, self._highest, self._name = QImage(), highest, name
        self.setAccessibleName(tr(name))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_highest(self, highest: int) -> None:
        """Changes how high it may become."""
        self._highest = highest
        self.updateGeometry()

    def show_image(self, image: QImage) -> None:
        """Shows this picture; a null one leaves the place empty."""
        self._image = image
        self.updateGeometry()
        self.update()

    def show_bytes(self, data: bytes) -> None:
        """Shows the picture of a file's bytes."""
        self.show_image(QImage.fromData(data))

    def image(self) -> QImage:
        """The picture shown."""
        return self._image

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self.setAccessibleName(tr(self._name))
        super().changeEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._image.isNull():
            return 0
        return min(self._highest, width * self._image.height() // max(self._image.width(), 1))

    def sizeHint(self) -> QSize:
        width = tokens.size("target") * 6
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        shape = QPainterPath()
        radius = tokens.size("radius")
        shape.addRoundedRect(place, radius, radius)
        painter.setClipPath(shape)
        painter.drawImage(place, self._image)
        painter.setClipping(False)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawPath(shape)
