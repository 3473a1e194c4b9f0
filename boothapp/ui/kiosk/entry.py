"""What one visitor enters: who it is, then what is allowed. Made anew for each, so that nothing stays."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.domain.ids import new_id
from boothapp.domain.show import Show
from boothapp.domain.visitor import may_be_same
from boothapp.ui.kiosk.consent import TITLE as WHAT_MAY
from boothapp.ui.kiosk.consent import ConsentStep
from boothapp.ui.kiosk.controls import KioskButton, KioskMessage, LanguageRow
from boothapp.ui.kiosk.person import WHO, PersonStep
from boothapp.ui.widgets.card import Scroll, column, row
from boothapp.ui.widgets.speech import Words
from boothapp.words import language, mark, tr

if TYPE_CHECKING:
    from boothapp.badge.reading import Reading

BACK, NEXT, FINISH, AGAIN = mark("Back"), mark("Continue"), mark("Finish"), mark("Start again")
BADGE = mark("Your badge is read. Add what is missing, and go on.")
NOBODY = mark("Please type your name, e-mail or phone, or show your badge.")
UNREAD = mark("This code can’t be read here. Please type your name.")
_SIDE = 56


def is_badge(reading: "Reading") -> bool:
    """Whether it says who somebody is; an address of the web or a text alone does not."""
    visitor = reading.visitor
    known = visitor.label or visitor.given_name or visitor.family_name
    return reading.format != "text" and bool(reading.badge_id or known)


class Entry(QWidget):
    """Emits done(Draft) once, left() to begin again, and spoken(language)."""

    done = Signal(object)
    left = Signal()
    spoken = Signal(str)

    def __init__(self, show: Show, languages: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id, self._capture = new_id(), Capture(place="kiosk")
        self.person, self.consent = PersonStep(show, self), ConsentStep(show, self)
        self.steps, self.message, self.title = QStackedWidget(), KioskMessage(), Words("", "title")
        self.languages = LanguageRow(languages, language())
        self.again, self.back = KioskButton(AGAIN, "quiet"), KioskButton(BACK)
        self.go_on = KioskButton(NEXT, "primary", "chevron-right")
        self._asks = bool(show.consent)
        self._lay_out()
        self._connect()
        self._turn(0)

    def take(self, reading: "Reading") -> bool:
        """Fills in what a badge says; False where it is somebody else's, who begins anew.

        Only what the badge itself carries is shown: whoever holds it can read that. What the attendee list
        knows of its number is another matter, and is added unseen when the entry is saved.
        """
        from boothapp.actions import badges

        if not is_badge(reading):
            self.message.say(tr(UNREAD), "warning")
            return True
        other = self._capture.raw and self._capture.raw != badges.capture_of(reading).raw
        if other or not may_be_same(self.person.visitor(), reading.visitor):
            return False
        self._capture = replace(badges.capture_of(reading), place="kiosk")
        self.person.add(reading.visitor)
        self.message.say(tr(BADGE), "ok")
        return True

    def draft(self) -> Draft:
        """The entry as a conversation that nobody of the staff held."""
        return Draft(
            id=self._id,
            visitor=replace(self.person.visitor(), language=language()),
            capture=self._capture,
            interests=self.person.interests(),
            note=self.person.note.text(),
            method="self",
            **self.consent.given(),
        )

    def take_keyboard(self) -> None:
        """The first field is ready to type into."""
        self.person.fields["full_name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        if not self._is_somebody():
            self._turn(0)
            self.message.say(tr(NOBODY), "warning")
        elif self.steps.currentIndex() == 0 and self._asks:
            self._turn(1)
        elif self.consent.is_complete():
            # A second touch is the next visitor's.
            self.go_on.setEnabled(False)
            self.done.emit(self.draft())

    def _is_somebody(self) -> bool:
        visitor = self.person.visitor()
        return bool(visitor.name or visitor.email or visitor.phone or self._capture.badge_id)

    def _turn(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        self.title.say(WHAT_MAY if step else WHO)
        self.message.say("")
        last = step == 1 or not self._asks
        self.back.setVisible(step == 1)
        self.go_on.say(FINISH if last else NEXT)
        self.go_on.show_icon("check" if last else "chevron-right")

    def _show_products(self) -> None:
        """As much as there is room for of what the search finds."""
        first, products = self.steps.widget(0), self.person.products
        assert isinstance(first, Scroll)
        first.verticalScrollBar().setValue(products.search.mapTo(self.person, QPoint()).y())

    def _speak(self, chosen: str) -> None:
        self.message.say("")
        self.spoken.emit(chosen)

    def _connect(self) -> None:
        self.languages.chosen.connect(self._speak)
        self.again.clicked.connect(self.left)
        self.back.clicked.connect(lambda: self._turn(0))
        self.go_on.clicked.connect(self._go_on)
        self.person.products.searched.connect(self._show_products)
        self.person.changed.connect(lambda: self.message.say(""))

    def _lay_out(self) -> None:
        for step in (self.person, self.consent):
            self.steps.addWidget(Scroll(step))
        whole, top, foot = column(8), row(16), row(12)
        whole.setContentsMargins(_SIDE, 20, _SIDE, 20)
        self.title.setWordWrap(True)
        top.addWidget(self.title, 1)
        top.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.again)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.go_on)
        whole.addLayout(top)
        whole.addWidget(self.steps, 1)
        whole.addWidget(self.message)
        whole.addLayout(foot)
        self.setLayout(whole)
