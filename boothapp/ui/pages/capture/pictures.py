"""Pictures on the capture page: one badge, several to choose from, or a business card to confirm."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from boothapp.domain.show import Show
from boothapp.errors import UserError
from boothapp.ui.pages.capture.scanning import png
from boothapp.ui.tasks import Tasks
from boothapp.ui.widgets.buttons import IconButton
from boothapp.words import mark

if TYPE_CHECKING:
    from boothapp.actions.badges import Looked
    from boothapp.badge.card import CardReading
    from boothapp.badge.reading import Reading
    from boothapp.ui.pages.capture.camera_panel import CameraPanel
    from boothapp.ui.pages.capture.card_panel import CardPanel
    from boothapp.ui.pages.capture.choice_panel import ChoicePanel

OPEN = mark("Camera")


class Pictures(QObject):
    """Looks and reads on the pool, and keeps the picture of the card for the lead.

    Its panels are made when first wanted, above the conversation, the camera's where no form is in its way.
    Emits read(Reading) when it is clear what a picture says, refused(UserError) where it says nothing.
    """

    read = Signal(object)
    refused = Signal(object)

    def __init__(
        self, tasks: Tasks, show: Callable[[], Show], talk: QVBoxLayout, beside: QVBoxLayout
    ) -> None:
        """talk: where the panels about the conversation stand first; beside: where the camera does.

        show: asked at each picture, as its badge format may be learnt meanwhile.
        """
        super().__init__(talk.parentWidget())
        self._tasks, self._show, self._kept, self._turn = tasks, show, b"", 0
        self._talk, self._beside = talk, beside
        self.camera_button = IconButton(OPEN, "camera", key="Ctrl+K")
        self.camera_button.clicked.connect(lambda: self.camera.toggle())

    @cached_property
    def card(self) -> "CardPanel":
        """A business card beside the fields read from it."""
        from boothapp.ui.pages.capture.card_panel import CardPanel

        panel = CardPanel(self._talk.parentWidget())
        panel.use.clicked.connect(self.take_open)
        panel.keep.clicked.connect(self._keep)
        panel.close_button.clicked.connect(self._close_card)
        self._talk.insertWidget(0, panel)
        return panel

    @cached_property
    def choice(self) -> "ChoicePanel":
        """Several badges in one picture."""
        from boothapp.ui.pages.capture.choice_panel import ChoicePanel

        panel = ChoicePanel(self._talk.parentWidget())
        panel.chosen.connect(self.read)
        self._talk.insertWidget(0, panel)
        return panel

    @cached_property
    def camera(self) -> "CameraPanel":
        """What the camera sees."""
        from boothapp.ui.pages.capture.camera_panel import CameraPanel

        panel = CameraPanel(self._tasks, self._show, self._beside.parentWidget())
        panel.found.connect(self.found)
        panel.taken.connect(lambda image: self.look_at(png(image)))
        self._beside.insertWidget(0, panel)
        return panel

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
        if "choice" in vars(self):
            self.choice.hide()

    def take_open(self) -> None:
        """Takes over what stands in the panel: the button was pressed, or the lead is being saved."""
        if "card" not in vars(self) or self.card.isHidden():
            return
        card, picture = self.card.card(), self.card.picture
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
        if "card" in vars(self):
            self.card.clear()
