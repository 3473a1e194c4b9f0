"""Pictures on the capture page: one badge, several to choose from, or a business card to confirm."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout

from boothapp.domain.show import Show
from boothapp.ui import keys
from boothapp.ui.pages.capture.cards import Cards
from boothapp.ui.pages.capture.late import Late
from boothapp.ui.pages.capture.looking import Looking
from boothapp.ui.tasks import Tasks
from boothapp.ui.widgets.buttons import IconButton
from boothapp.words import mark

if TYPE_CHECKING:
    from boothapp.actions.badges import Looked
    from boothapp.badge.reading import Reading
    from boothapp.ui.pages.capture.camera_panel import CameraPanel
    from boothapp.ui.pages.capture.card_panel import CardPanel
    from boothapp.ui.pages.capture.choice_panel import ChoicePanel

OPEN = mark("Camera")
Act = Callable[[], None]


@dataclass(eq=False)
class Look:
    """One picture being looked at for the conversation it was dropped into; act: None until it is over."""

    talk: str
    act: Act | None = None
    over: bool = False


class Pictures(QObject):
    """Looks at pictures beside the window, and gives on what they say in the order they came.

    Its panels are made when first wanted, above the conversation, the camera's where no form is in its way.
    Emits read(Reading) when it is clear what a picture says, refused(UserError) where it says nothing.
    """

    read = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        show: Callable[[], Show],
        say: Callable[[str], None],
        talk: QVBoxLayout,
        beside: QVBoxLayout,
    ) -> None:
        """talk: where the panels about the conversation stand first; beside: where the camera does.

        show: asked at each picture, as its badge format may be learnt meanwhile; say: tells people.
        """
        super().__init__(talk.parentWidget())
        self._tasks, self._show, self._talk = tasks, show, ""
        self._place, self._beside = talk, beside
        self._looks: deque[Look] = deque()
        self._choices: deque[tuple[Reading, ...]] = deque()
        self.camera_button = IconButton(OPEN, "camera", key=keys.of("capture", "camera"))
        self.camera_button.clicked.connect(lambda: self.camera.toggle())
        self._late = Late(tasks, say)
        self.cards = Cards(tasks, self._late, talk)
        self.cards.read.connect(self.read)

    @property
    def card(self) -> "CardPanel":
        """A business card beside the fields read from it."""
        return self.cards.panel

    @cached_property
    def choice(self) -> "ChoicePanel":
        """Several badges in one picture."""
        from boothapp.ui.pages.capture.choice_panel import ChoicePanel

        panel = ChoicePanel(self._place.parentWidget())
        panel.chosen.connect(self._give)
        panel.answered.connect(self._ask_next)
        self._place.insertWidget(0, panel)
        return panel

    @cached_property
    def looking(self) -> Looking:
        """The line that says that a picture takes its time."""
        line = Looking(self._place.parentWidget())
        line.cancelled.connect(self.forget_looks)
        self._place.insertWidget(0, line)
        return line

    @cached_property
    def camera(self) -> "CameraPanel":
        """What the camera sees."""
        from boothapp.ui.pages.capture.camera_panel import CameraPanel

        panel = CameraPanel(self._tasks, self._show, self._beside.parentWidget())
        panel.found.connect(self.found)
        panel.taken.connect(self.look_at)
        self._beside.insertWidget(0, panel)
        return panel

    def look_at(self, source: Path | bytes | QImage) -> None:
        """A picture was dropped, pasted or taken."""
        look, show = Look(self._talk), self._show()
        self._looks.append(look)
        self._tasks.look(
            lambda: _look(source, show),
            lambda looked: self._ready(look, lambda: self._looked(look, looked, show)),
            lambda error: self._ready(look, lambda: self.refused.emit(error)),
            lambda: self._is_over(look),
        )
        self.looking.count(len(self._looks))

    def forget_looks(self) -> None:
        """A person does not want to wait: what is still looked at says nothing any more."""
        self._looks.clear()
        self.looking.count(0)

    def kept(self) -> tuple[bytes, ...]:
        """The pictures that belong to the conversation under way."""
        return self.cards.pictures()

    def begin(self, talk: str, pictures: tuple[bytes, ...] = ()) -> None:
        """From now on this conversation; what is still read belongs to the one before."""
        self._talk = talk
        self.cards.begin(talk, pictures)
        if "camera" in vars(self):
            self.camera.saved()

    def close_choice(self) -> None:
        """The conversation was saved without an answer."""
        if "choice" in vars(self) and not self.choice.isHidden():
            self.choice.leave()

    def close_camera(self) -> None:
        """Closes the camera where it is open."""
        if "camera" in vars(self):
            self.camera.hide()

    def found(self, readings: "tuple[Reading, ...]") -> None:
        """One badge is read; among several a person chooses."""
        if len(readings) == 1:
            self._give(readings[0])
        else:
            self._choices.append(readings)
            if self.choice.isHidden():
                self._ask_next()

    def _ask_next(self) -> None:
        if self._choices:
            self.choice.ask(self._choices.popleft())

    def _give(self, reading: "Reading") -> None:
        """Pictures that came after another person's badge are about that person."""
        before = self._talk
        self.read.emit(reading)
        if self._talk != before:
            for look in self._looks:
                look.talk = self._talk if look.talk == before else look.talk

    def _looked(self, look: Look, looked: "Looked", show: Show) -> None:
        if not looked.readings:
            self.cards.add(look.talk, looked, show)
        elif look.talk == self._talk or len(looked.readings) > 1:
            self.found(looked.readings)
        else:
            self._late.add(look.talk, looked.readings[0], b"", partial(self.found, looked.readings))

    def _ready(self, look: Look, act: Act) -> None:
        look.act = act

    def _is_over(self, look: Look) -> None:
        look.over = True
        while self._looks and self._looks[0].over:
            if act := self._looks.popleft().act:
                act()
        self.looking.count(len(self._looks))


def _look(source: Path | bytes | QImage, show: Show) -> "Looked":
    from boothapp.actions import badges
    from boothapp.ui.pages.capture.scanning import readable

    return badges.look(readable(source), show)
