"""Pictures on the capture page: one badge, several to choose from, or a business card to confirm."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from boothapp.domain.show import Show
from boothapp.errors import UserError
from boothapp.ui.pages.capture.camera_panel import CameraPanel
from boothapp.ui.pages.capture.card_panel import CardPanel
from boothapp.ui.pages.capture.choice_panel import ChoicePanel
from boothapp.ui.pages.capture.scanning import png
from boothapp.ui.tasks import Tasks
from boothapp.ui.widgets.buttons import IconButton
from boothapp.words import mark

if TYPE_CHECKING:
    from boothapp.actions.badges import Looked
    from boothapp.badge.card import CardReading
    from boothapp.badge.reading import Reading

OPEN = mark("Camera")


class Pictures(QObject):
    """Looks and reads on the pool, and keeps the picture of the card for the lead.

    Emits read(Reading) when it is clear what a picture says, refused(UserError) where it says nothing.
    """

    read = Signal(object)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, show: Callable[[], Show], talk: QWidget, beside: QWidget) -> None:
        """talk: what holds the panels about the conversation; beside: what holds the camera.

        show: asked at each picture, as its badge format may be learnt meanwhile.
        """
        super().__init__(talk)
        self._tasks, self._show, self._kept, self._turn = tasks, show, b"", 0
        self.card, self.choice = CardPanel(talk), ChoicePanel(talk)
        self.camera = CameraPanel(tasks, show, beside)
        self.camera_button = IconButton(OPEN, "camera", key="Ctrl+K")
        self.camera_button.clicked.connect(self.camera.toggle)
        self.camera.found.connect(self.found)
        self.camera.taken.connect(lambda image: self.look_at(png(image)))
        self.card.use.clicked.connect(self.take_open)
        self.card.keep.clicked.connect(self._keep)
        self.card.close_button.clicked.connect(self._close_card)
        self.choice.chosen.connect(self.read)

    def look_at(self, source: Path | bytes) -> None:
        """A picture was dropped, pasted or taken."""
        from boothapp.actions import badges

        show = self._show()
        self._tasks.beside(lambda: badges.look(source, show), self._looked, self.refused.emit)

    def kept(self) -> bytes:
        """The picture that belongs to the conversation under way, or b""."""
        return self._kept

    def put_back(self, picture: bytes) -> None:
        """A conversation that could not be saved is on the page again."""
        self._kept = picture

    def clear(self) -> None:
        """A fresh form: what is still being read belonged to the one before."""
        self._kept = b""
        self._close_card()
        self.choice.hide()

    def take_open(self) -> None:
        """Takes over what stands in the panel: the button was pressed, or the lead is being saved."""
        card, picture = self.card.card(), self.card.picture
        if self.card.isHidden():
            return
        self._close_card()
        if card is not None:
            self.read.emit(card.reading)
        # Only now: taking another person's card saves the conversation before.
        self._kept = picture

    def found(self, readings: "tuple[Reading, ...]") -> None:
        """One badge is read; among several a person chooses."""
        if len(readings) == 1:
            self.read.emit(readings[0])
        else:
            self.choice.ask(readings)

    def _looked(self, looked: "Looked") -> None:
        if looked.readings:
            self.found(looked.readings)
        else:
            self._read_card(looked)

    def _read_card(self, looked: "Looked") -> None:
        from boothapp.actions import badges

        self._turn += 1
        turn, show = self._turn, self._show()
        self.card.begin(looked.small)
        self._tasks.beside(
            lambda: badges.scan_card(looked.raw, show),
            lambda card: self._card_is_read(turn, card),
            lambda error: self._card_failed(turn, error),
        )

    def _card_is_read(self, turn: int, card: "CardReading") -> None:
        if turn == self._turn:
            self.card.show_card(card)

    def _card_failed(self, turn: int, error: UserError) -> None:
        if turn == self._turn:
            self.card.fail(str(error))

    def _keep(self) -> None:
        self._kept = self.card.picture
        self._close_card()

    def _close_card(self) -> None:
        self._turn += 1
        self.card.clear()
