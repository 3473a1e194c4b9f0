"""The part of the Show page that learns the show's badge format from a few badges."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from boothapp.actions import badge_format, shows
from boothapp.badge.learn import Lesson, Sample
from boothapp.domain.badge_profile import BADGE_ID, BadgeProfile
from boothapp.domain.changes import Changes
from boothapp.domain.show import Show
from boothapp.errors import UserError
from boothapp.ui import keys
from boothapp.ui.desk import Desk
from boothapp.ui.pages.capture.scanning import DropPlace, Scanning, readable
from boothapp.ui.pages.show.badge_format.kept import Kept
from boothapp.ui.pages.show.badge_format.proposal import ProposalCard
from boothapp.ui.pages.show.badge_format.samples import MOST, Samples
from boothapp.ui.widgets.buttons import Button, enter_clicks
from boothapp.ui.widgets.card import Card, Scroll, column, row
from boothapp.ui.widgets.empty import Empty
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.scan_field import ScanField
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.badge.reading import Reading
    from boothapp.store.database import Store

HINT = mark("Scan a badge of this show")
# So long after the last key what was typed is looked at.
PAUSE = 250
# A panel lower than this shows what is kept only while there are no badges on it (px).
LOW = 540
LEAST = 120
LOOKING = mark("Looking at the picture…")
NOT_YET = mark(
    "Not kept yet: something that was just filled in does not come out. "
    "Look at the marks, or keep the format all the same."
)


class BadgeField(ScanField):
    """A scan field for badges only."""

    def _speak(self) -> None:
        super()._speak()
        self.setPlaceholderText(tr(HINT))
        self.setAccessibleName(tr(HINT))


@dataclass(frozen=True)
class Renewed:
    """The show after its badge format has changed."""

    changes: Changes
    show: Show


class BadgeFormatPanel(DropPlace):
    """Above the scan field, then the samples, at the foot what was learnt from them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert desk.show is not None  # the door lets nobody in without one
        self._desk, self._asked, self._heard, self._keep_wanted = desk, 0, 0, False
        self.scan, self.paste = BadgeField(), Button(mark("Paste"), "secondary", "copy")
        self.scanning = Scanning(desk.tasks, self._plain_show, self.scan, desk.scanner)
        self.message, self.kept, self.samples, self.proposal = Message(), Kept(), Samples(), ProposalCard()
        self.empty = Empty(
            "badge-check",
            mark("Show three badges of this show"),
            mark(
                "Scan them one after the other, or paste their text or pictures. "
                "Say what should come out of each, and boothapp works out how they are written."
            ),
        )
        self.stack, self._pause = QStackedWidget(), QTimer(self, singleShot=True, interval=PAUSE)
        enter_clicks(self)
        self._lay_out()
        self._connect()
        self.kept.show_profile(desk.show.badge)
        self._settle()

    def take_scan(self, text: str) -> bool:
        """A scan from anywhere in the window is one more sample."""
        self.scanning.take_scan(text)
        return True

    def take(self, reading: "Reading") -> None:
        """One more sample, with what is known to come out of it."""
        self.message.say("")
        if len(self.samples.value()) >= MOST:
            self.message.say(mark("These badges are enough. Take one away to show another."), "warning")
        elif not reading.text.strip():
            said = mark("There is no text to learn from in this code.")
            self.message.say("\n".join(reading.warnings) or said, "warning")
        else:
            best = self.proposal.proposal
            profile = best.profile if best else None
            fields = badge_format.read(reading.text, self._desk.show, profile)
            self.samples.add(reading.text, _likely(reading, fields))
        self.scan.setFocus()

    def learn(self) -> None:
        """Looks at the samples anew; only the newest answer counts."""
        self._pause.stop()
        self._asked += 1
        samples, show, mine = self.samples.value(), self._plain_show(), self._asked

        def heard(lesson: Lesson) -> None:
            if mine == self._asked:
                self._heard = mine
                self._learnt(lesson)

        if samples:
            self._desk.tasks.read(lambda: badge_format.learn(samples, show), heard)
        else:
            self._heard = mine

    def keep(self) -> None:
        """Keeps the proposal shown as the show's format; what was typed just now is learnt from first."""
        if not self._is_pending():
            self._keep_shown()
            return
        self._keep_wanted = True
        if self._pause.isActive():
            self.learn()

    def look_at(self, source: Path | bytes | QImage) -> None:
        """The badges in a picture are more samples."""
        show = self._plain_show()
        self.message.say(LOOKING)
        self.scanning.turns.read(
            lambda: badge_format.look(readable(source), show), self._looked, self._refuse
        )

    def forget(self) -> None:
        """The show's badges are read as any others again."""
        self._put(None, mark("Forgotten. Badges of this show are read as any others again."))

    def refresh(self, changes: Changes) -> None:
        """Another program or page may have changed the show."""
        if "shows" in changes.topics:
            self._show_kept()

    def shown(self) -> None:
        """Ready for the next badge."""
        self.scan.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Sentences put together are told again."""
        self.kept.retranslate()
        self.proposal.retranslate()
        self.samples.retranslate()
        self.learn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_kept()

    def _learnt(self, lesson: Lesson) -> None:
        self.proposal.show_lesson(lesson)
        self._mark()
        if self._keep_wanted and not self._is_pending():
            self._keep_wanted = False
            self._keep_unseen()

    def _is_pending(self) -> bool:
        """Whether the page says something that was not learnt from yet."""
        return self._pause.isActive() or self._heard != self._asked

    def _keep_unseen(self) -> None:
        """Nobody has seen this proposal: it is kept where it gives everything that was said."""
        best = self.proposal.proposal
        if best and any(outcome.missed for outcome in best.outcomes):
            self.message.say(NOT_YET, "warning")
        else:
            self._keep_shown()

    def _keep_shown(self) -> None:
        if best := self.proposal.proposal:
            self.message.say("")
            said = mark("Kept. Badges of this show are read by this format from now on.")
            self._put(best.profile, said, self.samples.value())

    def _looked(self, readings: "tuple[Reading, ...]") -> None:
        for reading in readings:
            self.take(reading)

    def _refuse(self, error: UserError) -> None:
        self.message.say(str(error), "error")

    def _mark(self) -> None:
        best = self.proposal.proposal
        self.samples.show_outcomes(best.outcomes if best else ())

    def _plain_show(self) -> Show:
        """The show without its format: what is learnt must not depend on what is kept."""
        assert self._desk.show is not None
        return replace(self._desk.show, badge=None)

    def _put(self, profile: BadgeProfile | None, said: str, used: Sequence[Sample] = ()) -> None:
        """Puts the format; the badges it was learnt from leave the page, and come back with Undo."""
        show = self._desk.show
        assert show is not None

        def restored(renewed: Renewed) -> None:
            self._renew(renewed)
            if used and not self.samples.value():
                self.samples.set_value(used)

        def done(renewed: Renewed) -> None:
            self._renew(renewed)
            if used and self.samples.value() == used:
                self.samples.clear()
            undoing = _putting(show.id, show.badge)
            self._desk.say(tr(said), lambda: self._desk.tasks.change(undoing, restored))

        self._desk.tasks.change(_putting(show.id, profile), done)

    def _renew(self, renewed: Renewed) -> None:
        self._desk.open_show(renewed.show)
        self._show_kept()

    def _show_kept(self) -> None:
        show, low = self._desk.show, self.height() < LOW and self.samples.has_any()
        self.kept.show_profile(show.badge if show and not low else None)

    def _paste(self) -> None:
        data = QApplication.clipboard().mimeData()
        if data is not None and self.scanning.can_take(data):
            self.scanning.take(data)

    def _settle(self) -> None:
        none = not self.samples.has_any()
        self._show_kept()
        self.stack.setCurrentIndex(0 if none else 1)
        self.proposal.setVisible(not none)
        if none:
            self._keep_wanted = False
            self.proposal.show_lesson(Lesson())
            if self.isVisible():
                self.scan.setFocus()

    def _connect(self) -> None:
        self.scanning.read.connect(self.take)
        self.scanning.refused.connect(self._refuse)
        self.scanning.picture.connect(self.look_at)
        self.paste.clicked.connect(self._paste)
        self.samples.changed.connect(self._pause.start)
        self.samples.changed.connect(self._settle)
        self._pause.timeout.connect(self.learn)
        self.proposal.another.clicked.connect(self._mark)
        self.proposal.again.clicked.connect(self.samples.clear)
        self.proposal.keep.clicked.connect(self.keep)
        self.kept.forget.clicked.connect(self.forget)
        escape = QShortcut(QKeySequence(keys.of("show-badge_format", "scan")), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.scan.setFocus)

    def _lay_out(self) -> None:
        card, top, whole = Card(dense=True), row(), column(12)
        card.body.addWidget(Scroll(self.samples))
        self.stack.addWidget(self.empty)
        self.stack.addWidget(card)
        # The empty page hidden behind the badges must not take the proposal's room.
        self.stack.setMinimumHeight(LEAST)
        top.addWidget(self.scan, 1)
        top.addWidget(self.paste)
        whole.addWidget(self.kept)
        whole.addLayout(top)
        whole.addWidget(self.message)
        whole.addWidget(self.stack, 1)
        whole.addWidget(self.proposal)
        self.setLayout(whole)


def _putting(show: str, profile: BadgeProfile | None) -> "Callable[[Store], Renewed]":
    def work(store: "Store") -> Renewed:
        put = badge_format.keep(store, show, profile) if profile else badge_format.forget(store, show)
        return Renewed(put, shows.current(store))

    return work


def _likely(reading: "Reading", fields: dict[str, str]) -> dict[str, str]:
    """Only what boothapp knows what it is: neither the whole text nor a name twice."""
    whole = reading.text.strip()
    twice = {"full_name"} if "family_name" in fields and "given_name" in fields else set()
    return {
        name: text
        for name, text in fields.items()
        if name not in twice and (text != whole or name == BADGE_ID)
    }
