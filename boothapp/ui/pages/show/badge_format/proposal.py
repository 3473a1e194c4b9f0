"""The proposed format at the foot of the panel: in plain words, with its doubts, and the way to keep it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from boothapp.badge import profile_words
from boothapp.badge.learn import Lesson, Proposal
from boothapp.ui import keys, tokens
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, column, row
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

MOST_DOUBTS = 2
# Narrower than this, what is doubtful stands above the buttons, not beside them (px).
NARROW = 720


KEEP_KEY = keys.of("show-badge_format", "keep")


class ProposalCard(Card):
    """Shows one proposal of a lesson at a time. `another` goes on to the next, `keep` keeps the one shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, dense=True)
        self._lesson, self._at = Lesson(), 0
        self.words, self.doubts, self.advice = Words("", "body"), Message(), Words("", "body", "muted")
        self.another = Button(mark("Another way"), "quiet", "refresh-cw")
        self.again = Button(mark("Start again"), "secondary")
        self.keep = Button(mark("Keep as the show's format"), "primary", "check", KEEP_KEY)
        below, buttons, said, self._line = column(2), row(8), row(), row(tokens.size("gap"))
        for part in (self.words, self.advice):
            part.setWordWrap(True)
        below.addWidget(self.advice)
        below.addWidget(self.doubts)
        below.addStretch(1)
        said.addWidget(self.words, 1)
        said.addWidget(self.another, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch(1)
        for button in (self.again, self.keep):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self._line.addLayout(below, 1)
        self._line.addLayout(buttons)
        self.body.addLayout(said)
        self.body.addLayout(self._line)
        self.another.clicked.connect(self.go_on)

    def resizeEvent(self, event: QResizeEvent) -> None:
        ways = QBoxLayout.Direction
        narrow = event.size().width() < NARROW
        self._line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        super().resizeEvent(event)

    @property
    def proposal(self) -> Proposal | None:
        """The one shown."""
        return self._lesson.proposals[self._at] if self._lesson.proposals else None

    def show_lesson(self, lesson: Lesson) -> None:
        """Shows the best proposal, or what to do where there is none."""
        self._lesson, self._at = lesson, 0
        self._tell()

    def go_on(self) -> None:
        """Shows the next proposal, after the last the first."""
        self._at = (self._at + 1) % max(len(self._lesson.proposals), 1)
        self._tell()

    def retranslate(self) -> None:
        """Tells it again in the language spoken now."""
        self._tell()

    def _tell(self) -> None:
        best = self.proposal
        self.words.say(" ".join(profile_words.told(best.profile)) if best else "")
        self.words.setVisible(best is not None)
        self.advice.say(self._lesson.advice)
        self.advice.setVisible(bool(self._lesson.advice))
        doubts = best.doubts if best else ()
        more = tr("And {count} more.").format(count=len(doubts) - MOST_DOUBTS)
        shown = (*doubts[:MOST_DOUBTS], *((more,) if len(doubts) > MOST_DOUBTS else ()))
        self.doubts.say("\n".join(shown), "warning")
        self.another.setVisible(len(self._lesson.proposals) > 1)
        self.keep.setEnabled(best is not None)
