"""The camera on the capture page: a small picture of what it sees, gone again after a read unless kept."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QImage
from PySide6.QtWidgets import QWidget

from boothapp.domain.show import Show
from boothapp.ui.camera import Camera
from boothapp.ui.tasks import Tasks
from boothapp.ui.widgets.buttons import Button, IconButton
from boothapp.ui.widgets.card import Card
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.photo import Photo
from boothapp.ui.widgets.tick import Tick
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.badge.codes import Code

TITLE, VIEW = mark("Camera"), mark("What the camera sees")
STAY, TAKE, CLOSE = mark("Stay open"), mark("Read a business card"), mark("Close the camera")
READ = mark("Read: {what}")
_HIGHEST = 200


class CameraPanel(Card):
    """Emits found(tuple of Reading) for each badge that comes into view, and taken(QImage) of a card."""

    found = Signal(object)
    taken = Signal(QImage)

    def __init__(self, tasks: Tasks, show: Callable[[], Show], parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent, dense=True)
        self._tasks, self._show = tasks, show
        self.camera = Camera(tasks, self)
        self.photo, self.message = Photo(VIEW, _HIGHEST), Message()
        self.stay, self.take = Tick(STAY), Button(TAKE, "quiet", "camera")
        self.close_button = IconButton(CLOSE, "x")
        self._lay_out()
        self._connect()
        self.hide()

    def toggle(self) -> None:
        """Opens the camera, or closes it."""
        if self.isHidden():
            self.show()
            self._offer(False)
            self.camera.start()
        else:
            self.hide()

    def saved(self) -> None:
        """The conversation of the badges in view was saved."""
        self.camera.saved()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing films where nobody sees it: not behind another place, not after the close."""
        self.camera.stop()
        self.photo.show_image(QImage())
        self.message.say("")
        super().hideEvent(event)
        if not event.spontaneous():
            self.hide()

    def _see(self, image: QImage) -> None:
        self.photo.show_image(image)
        self._offer(True)

    def _offer(self, on: bool) -> None:
        """What can be done once there is something to see."""
        self.take.setVisible(on)
        self.stay.setVisible(on)

    def _read(self, codes: "list[Code]") -> None:
        from boothapp.actions import badges
        from boothapp.badge.image import brief

        readings = badges.read_codes(codes, self._show())
        said = ", ".join(brief(reading) for reading in readings)
        self.message.say(tr(READ).format(what=said), "ok")
        if not self.stay.isChecked():
            self.hide()
        self.found.emit(readings)

    def _take(self) -> None:
        image = self.camera.picture()
        if not image.isNull():
            self.hide()
            self.taken.emit(image)

    def _connect(self) -> None:
        self.camera.shown.connect(self._see)
        self.camera.said.connect(self.message.say)
        self.camera.found.connect(self._read)
        self.take.clicked.connect(self._take)
        self.close_button.clicked.connect(self.hide)

    def _lay_out(self) -> None:
        self.head.addWidget(self.close_button)
        for part in (self.photo, self.message, self.stay):
            self.body.addWidget(part)
        self.body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
