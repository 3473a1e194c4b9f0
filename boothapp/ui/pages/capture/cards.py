"""Business cards wait in their order, each for the conversation it was dropped into; none is lost."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout

from boothapp.errors import UserError
from boothapp.ui.pages.capture.late import Late
from boothapp.ui.tasks import Tasks

if TYPE_CHECKING:
    from boothapp.actions.badges import Looked
    from boothapp.badge.card import CardReading
    from boothapp.badge.reading import Reading
    from boothapp.domain.show import Show
    from boothapp.ui.pages.capture.card_panel import CardPanel


@dataclass(eq=False)
class Dropped:
    """One card: the conversation it belongs to, its picture, and what was read or why nothing could be.

    kept: its picture was saved with the conversation before it was read.
    """

    talk: str
    picture: bytes
    card: "CardReading | None" = None
    fault: str = ""
    kept: bool = False

    @property
    def is_read(self) -> bool:
        """Whether there is something to say of it."""
        return self.card is not None or bool(self.fault)


class Cards(QObject):
    """Reads cards beside; shows one at a time in its panel, those of the conversation under way only.

    Emits read(Reading) when a card is taken over, changed() when its picture is kept with the conversation,
    moved(talk) when a card is of another person of the group, whom it waits for from then on.
    What is read after its conversation was saved goes to that lead, by `late`; another person's is shown to
    be confirmed.
    """

    read = Signal(object)
    changed = Signal()
    moved = Signal(str)

    def __init__(self, tasks: Tasks, late: Late, talk: QVBoxLayout) -> None:
        """talk: where the panel stands first."""
        super().__init__(talk.parentWidget())
        self._tasks, self._late, self._place = tasks, late, talk
        self._queue: deque[Dropped] = deque()
        self._open: Dropped | None = None
        self._talk, self._pictures, self._taking = "", list[bytes](), False
        self.home_of: Callable[[str, Reading | None], str] = lambda _talk, _reading: ""
        """Whom of the group under way a card is of, by where it was dropped and what it says; "" nobody."""

    @cached_property
    def panel(self) -> "CardPanel":
        """A business card beside the fields read from it."""
        from boothapp.ui.pages.capture.card_panel import CardPanel

        panel = CardPanel(self._place.parentWidget())
        panel.use.clicked.connect(self.take_open)
        panel.keep.clicked.connect(self._keep_open)
        panel.close_button.clicked.connect(self._close_open)
        self._place.insertWidget(0, panel)
        return panel

    def pictures(self) -> tuple[bytes, ...]:
        """The pictures that belong to the conversation under way."""
        return tuple(self._pictures)

    def begin(self, talk: str, pictures: tuple[bytes, ...] = ()) -> None:
        """Another conversation: the cards of the one before go to its lead as soon as they are read."""
        self._talk, self._pictures = talk, [*pictures]
        if self._open is not None and self._open.talk != talk:
            self._hide()
        for dropped in [one for one in self._queue if one.is_read]:
            self._settle(dropped)
        self._show_next()

    def add(self, talk: str, looked: "Looked", show: "Show") -> None:
        """A picture without a code that was dropped into this conversation."""
        from boothapp.actions import badges

        dropped = Dropped(talk, looked.small)
        self._queue.append(dropped)
        self._tasks.look(
            lambda: badges.scan_card(looked.raw, show),
            partial(self._is_read, dropped),
            partial(self._failed, dropped),
            lambda: self._is_over(dropped),
        )
        self._show_next()

    def take_open(self) -> None:
        """Takes over what stands in the panel: the button was pressed, or the lead is being saved."""
        if (dropped := self._open) is None:
            return
        if not dropped.is_read:
            # Its fields follow when it is read; the picture is safe with this save.
            self._keep_picture(dropped)
            dropped.kept = True
            return
        card = self.panel.card()
        self._put_away(dropped)
        self._taking = True
        if card is not None:
            self.read.emit(card.reading)
        # Only now: taking another person's card saves the conversation before.
        self._keep_picture(dropped)
        self._taking = False
        self._show_next()

    def take_all(self) -> None:
        """The window closes: takes over every card that is read, and the picture of the one that is not."""
        while self._open is not None and self._open.is_read:
            self.take_open()
        self.take_open()

    def keep_rest(self) -> None:
        """The window closes, and all is saved: what is not read yet is kept as a picture."""
        for dropped in [one for one in self._queue if not one.kept]:
            dropped.kept = True
            self._late.add(dropped.talk, None, dropped.picture, partial(setattr, dropped, "kept", False))

    def _is_read(self, dropped: Dropped, card: "CardReading") -> None:
        dropped.card, dropped.picture = card, card.picture

    def _failed(self, dropped: Dropped, error: UserError) -> None:
        dropped.fault = str(error)

    def _is_over(self, dropped: Dropped) -> None:
        from boothapp.ui.pages.capture.card_panel import UNREAD
        from boothapp.words import tr

        if not dropped.is_read:
            dropped.fault = tr(UNREAD)
        if dropped in self._queue:
            self._settle(dropped)

    def _settle(self, dropped: Dropped) -> None:
        """What is read goes to the panel, waits for its person, or goes to the lead of a talk now over."""
        reading = dropped.card.reading if dropped.card else None
        home = self.home_of(dropped.talk, reading)
        if home not in ("", dropped.talk):
            self._move(dropped, home)
        if dropped.talk == self._talk:
            self._show(dropped) if dropped is self._open else self._show_next()
        elif not home:
            self._pass_on(dropped, reading)

    def _move(self, dropped: Dropped, home: str) -> None:
        """Another person of the group is named on it: it is offered with that person."""
        dropped.talk = home
        if home != self._talk:
            if dropped is self._open:
                self._hide()
                self._show_next()
            self.moved.emit(home)

    def _pass_on(self, dropped: Dropped, reading: "Reading | None") -> None:
        self._queue.remove(dropped)
        if dropped.kept and dropped.card is None:
            return
        picture = b"" if dropped.kept else dropped.picture
        self._late.add(dropped.talk, reading, picture, lambda: self._ask(dropped))

    def _ask(self, dropped: Dropped) -> None:
        """Another person's card, or one of a conversation that could not be saved: somebody decides."""
        dropped.talk, dropped.kept = self._talk, False
        self._queue.append(dropped)
        self._settle(dropped)

    def _show_next(self) -> None:
        if self._taking:
            return
        if self._open is None:
            ours = (one for one in self._queue if one.talk == self._talk)
            self._open = next(ours, None)
            if self._open is not None:
                self._show(self._open)
        if self._open is not None:
            self.panel.tell_waiting(sum(one.talk == self._talk for one in self._queue) - 1)

    def _show(self, dropped: Dropped) -> None:
        if dropped.card is not None:
            self.panel.show_card(dropped.card)
        else:
            self.panel.begin(dropped.picture)
            if dropped.fault:
                self.panel.fail(dropped.fault)

    def _hide(self) -> None:
        self._open = None
        self.panel.clear()

    def _put_away(self, dropped: Dropped) -> None:
        self._queue.remove(dropped)
        self._hide()

    def _keep_open(self) -> None:
        if self._open is not None:
            self._keep_picture(self._open)
            self._close_open()

    def _close_open(self) -> None:
        if self._open is not None:
            self._put_away(self._open)
            self._show_next()

    def _keep_picture(self, dropped: Dropped) -> None:
        if not dropped.kept:
            self._pictures.append(dropped.picture)
            self.changed.emit()
