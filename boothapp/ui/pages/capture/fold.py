"""What is rarer than the first pass is folded away below it, and made when first wanted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boothapp.domain.draft import Draft
from boothapp.domain.question import Answers, Question
from boothapp.domain.show import Show
from boothapp.domain.voice import Voice
from boothapp.ui import focus_back, keys
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.field import NoteField
from boothapp.words import mark, number, tr

if TYPE_CHECKING:
    from boothapp.ui.pages.capture.more_talk import MoreTalk

MORE, LESS = mark("More of the talk"), mark("Less of the talk")


class Fold(QObject):
    """The button that unfolds it, and what is in it; it stays as it is left from visitor to visitor."""

    changed = Signal()

    def __init__(self, show: Show, questions: Sequence[Question], note: NoteField, talk: QWidget) -> None:
        super().__init__(talk)
        self._show, self._questions, self._note = show, questions, note
        self.part: MoreTalk | None = None
        self.button = Button("", "quiet", "chevron-down", keys.of("capture", "more"), parent=talk)
        self.button.clicked.connect(self._turn)
        self._place: QVBoxLayout | None = None
        self._name()

    def stand_in(self, place: QVBoxLayout) -> None:
        """Where it unfolds."""
        self._place = place

    def voice(self) -> Voice:
        """What was said, worked and named."""
        return self.part.voice() if self.part else Voice()

    def answers(self) -> Answers:
        """The further questions answered."""
        return self.part.questions.value() if self.part else {}

    def fill(self, draft: Draft) -> None:
        """What belongs to this conversation; it unfolds where there is something of it."""
        answers = {one.id: draft.answers[one.id] for one in self._questions if one.id in draft.answers}
        if draft.voice or answers:
            self.unfold(True)
        if self.part:
            self.part.fill(draft.voice, answers)
        self._name()

    def unfold(self, on: bool) -> None:
        """Shows or hides it."""
        if on and self.part is None and self._place is not None:
            from boothapp.ui.pages.capture.more_talk import MoreTalk

            talk = self._place.parentWidget()
            self.part = MoreTalk(self._show, self._questions, self._note, talk)
            self.part.changed.connect(self.changed)
            self._place.addWidget(self.part)
        if self.part:
            focus_back.leave(self.part, self.button, staying=on)
            self.part.setVisible(on)
        self._name()

    def retranslate(self) -> None:
        """Every text again."""
        if self.part:
            self.part.retranslate()
        self._name()

    def _turn(self) -> None:
        on = self.part is None or self.part.isHidden()
        self.unfold(on)
        if on and self.part:
            # What has just come into sight is where people go on.
            self.part.remarks.tags.take_focus()

    def _name(self) -> None:
        """What is folded away is counted, so that nobody forgets it."""
        if self.part and not self.part.isHidden():
            self.button.say(LESS)
            return
        voice = self.voice()
        inside = len(voice.remarks) + len(voice.messages) + len(voice.competitors) + len(self.answers())
        self.button.say(f"{tr(MORE)} · {number(inside)}" if inside else MORE)
