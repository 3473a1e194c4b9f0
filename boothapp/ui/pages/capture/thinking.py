"""What the app thinks of the conversation: rating, next step, what is missing, whether we met before."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from boothapp.domain.draft import Draft
from boothapp.domain.explain import gain_text, level_word, owner_reason, owner_reason_briefly, reason_text
from boothapp.domain.flags import FLAGS
from boothapp.domain.next_step import STEPS, NextStep, propose
from boothapp.domain.rating import Level, Rating
from boothapp.domain.routing import Routed
from boothapp.domain.show import Show
from boothapp.ui import locale
from boothapp.ui.widgets.card import Card, column, row
from boothapp.ui.widgets.choice import Choice
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.rating import RatingPanel, RatingShown
from boothapp.ui.widgets.speech import Words
from boothapp.words import language, mark, plural, tr

if TYPE_CHECKING:
    from boothapp.domain.lead import Lead
    from boothapp.ui.pages.capture.due import DuePanel

# Reasons and asks together: more do not fit beside the conversation on the smallest screen.
MOST_LINES = 5
MOST_ASKED = 3
MOST_MISSING = 2
OTHER_TIME = "other time"
"""The last of the steps to choose from: it asks when, and changes nothing else."""


class Follow(QObject):
    """Next step and owner: proposed from the rating and the show's rules until a person chooses."""

    changed = Signal()

    def __init__(self, show: Show, panel: QWidget) -> None:
        super().__init__(panel)
        self._show, self._proposed, self._step_chosen, self._owner_chosen = show, "", False, False
        self._kind = ""
        self._routed, self._level = Routed(), Rating().level
        self._promised: NextStep | None = None
        # The day and time that were agreed; None where the rating proposes the day.
        self._agreed: tuple[date, time | None] | None = None
        self._panel: DuePanel | None = None
        self.step = Choice("", role="label", parent=panel)
        self.owner = Choice("", role="label", parent=panel, shorter=with_initial)
        for choice in (self.step, self.owner):
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.step.activated.connect(self._choose_step)
        self.owner.activated.connect(self._choose_owner)
        self.retranslate()

    def propose(self, rating: Rating, routed: Routed, promised: NextStep | None = None) -> None:
        """Shows what the app would do; a person's own choice stays, and so does what was promised before."""
        self._level, self._routed, self._promised = rating.level, routed, promised
        self._proposed = (promised or propose(rating.level, datetime.now().date())).kind
        if not self._step_chosen:
            self._show_step(self._proposed)
        if not self._owner_chosen:
            self.owner.set_value(routed.owner)
        self._tell_why()

    def next_step(self, rating: Rating) -> NextStep | None:
        """The step a person chose, None where the proposal stands."""
        if not (self._step_chosen or self._agreed):
            return None
        return NextStep(self.step.value(), *self._when(rating.level))

    def chosen_owner(self) -> str:
        """The owner a person chose, "" where the proposal stands."""
        return self.owner.value() if self._owner_chosen else ""

    def fill(self, draft: Draft) -> None:
        """What a person chose for this conversation; an empty one has only proposals."""
        self._step_chosen, self._owner_chosen = draft.next_step is not None, bool(draft.owner)
        step = draft.next_step
        self._agreed = (step.due, step.at) if step else None
        if step is not None:
            self._show_step(step.kind)
        if draft.owner:
            self.owner.set_value(draft.owner)

    def retranslate(self) -> None:
        """Steps and names again."""
        steps = {**STEPS, OTHER_TIME: mark("Another time…")}
        self.step.set_items(tr("Next step"), [(key, tr(text)) for key, text in steps.items()])
        people = [(person.id, person.name) for person in self._show.staff if person.sales]
        self.owner.set_items(tr("Owner"), people)
        self._tell_why()

    def _tell_why(self) -> None:
        """Why it is this owner; and what is too long for its box is said in full."""
        due = self._due_text()
        self.step.say_below(due)
        self.step.setToolTip(f"{self.step.accessibleName()}: {self.step.currentText()}, {due}".rstrip(", "))
        whole = f"{self.owner.accessibleName()}: {self.owner.currentText()}"
        if self._owner_chosen or not self._routed.owner:
            self.owner.say_below("")
            self.owner.setToolTip(whole)
            return
        countries = country_names(self._routed)
        self.owner.say_below(owner_reason_briefly(self._show, self._routed, countries))
        self.owner.setToolTip(f"{whole}\n{owner_reason(self._show, self._routed, countries)}")

    def _when(self, level: Level) -> tuple[date, time | None]:
        promised = self._promised
        if self._agreed is None and promised is not None and promised.kind == self.step.value():
            return promised.due, promised.at
        return self._agreed or (propose(level, datetime.now().date()).due, None)

    def _due_text(self) -> str:
        """When, in the line below the step; nothing to do has no day."""
        step = NextStep(self.step.value(), *self._when(self._level))
        if step.kind == "none":
            return ""
        day = tr("today") if step.due == datetime.now().date() else locale.day(step.due)
        return ", ".join(filter(None, (day, step.clock)))

    def _open_due(self) -> None:
        if self._panel is None:
            from boothapp.ui.pages.capture.due import DuePanel

            self._panel = DuePanel(self.step)
            self._panel.when.changed.connect(self._agree)
        self._panel.when.set_value(*self._when(self._level))
        self._panel.open_below(self.step)

    def _agree(self) -> None:
        assert self._panel is not None  # it is what was chosen in
        self._agreed = self._panel.when.value()
        self.changed.emit()

    def _show_step(self, kind: str) -> None:
        self._kind = kind
        self.step.set_value(kind)

    def _choose_step(self) -> None:
        if self.step.value() == OTHER_TIME:
            self._show_step(self._kind)
            self._open_due()
            return
        self._kind = self.step.value()
        self._step_chosen = True
        self.changed.emit()

    def _choose_owner(self) -> None:
        self._owner_chosen = True
        self.changed.emit()


def country_names(routed: Routed) -> Mapping[str, str]:
    """Code -> name in the window's language; read only where a country decided."""
    if not any(part == "countries" for part, _ in routed.because):
        return {}
    from boothapp.badge import countries

    return countries.names(language())


def with_initial(name: str) -> str:
    """A person's name with the given name's initial only, in scripts that have initials."""
    given, _, rest = name.partition(" ")
    return f"{given[:1]}. {rest}" if rest and given[:1].isupper() else name


class Seen(Card):
    """We met before: who, when, and how it stood."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(mark("Seen before"), parent, dense=True)
        self._lead: Lead | None = None
        self._who, self._when = Words("", "strong", parent=self), Words("", "body", "muted", self)
        self.body.setSpacing(2)
        for words in (self._who, self._when):
            words.setWordWrap(True)
            self.body.addWidget(words)
        self.hide()

    def show_lead(self, lead: "Lead | None") -> None:
        """Shows the lead that this conversation will be added to; None hides the card."""
        self._lead = lead
        self.setVisible(lead is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """The sentence again."""
        if self._lead is None:
            return
        from boothapp.domain.telling import consent_standing

        lead, last = self._lead, self._lead.visits[-1]
        self._who.say(f"{lead.number}  {lead.label}")
        at = last.at.astimezone()
        day = f"{locale.written(at.date(), 'd MMMM')}, {at:%H:%M}"
        talks = plural("{n} conversation", "{n} conversations", len(lead.visits))
        standing = consent_standing(lead, language())
        facts = (level_word(lead.rating) + f", {lead.rating.points}", talks, day, standing)
        self._when.say(" · ".join(filter(None, facts)))


class Thinking(QWidget):
    """The right third: rating with reasons and what to ask, next step and owner, what to complete."""

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._show, self._rating = show, Rating()
        self._flags: tuple[str, ...] = ()
        self._routed = Routed()
        self._promised: NextStep | None = None
        self.seen, self.panel = Seen(self), RatingPanel(self)
        self.follow, self.missing = Follow(show, self.panel), Message(self.panel)
        self.panel.body.addSpacing(6)
        self._line = row()
        self._line.addWidget(self.follow.step)
        if any(person.sales for person in show.staff):
            self._line.addWidget(self.follow.owner)
        else:
            self.follow.owner.hide()
        self._share_line()
        self.panel.body.addLayout(self._line)
        self.panel.body.addWidget(self.missing)
        whole = column(8)
        whole.addWidget(self.seen)
        whole.addWidget(self.panel)
        self.setLayout(whole)

    def think(
        self, rating: Rating, routed: Routed, flags: tuple[str, ...], promised: NextStep | None = None
    ) -> None:
        """Shows a rating at once; flags are keys of FLAGS, none for an empty form."""
        self._rating, self._routed, self._flags, self._promised = rating, routed, flags, promised
        # What is missing takes the room of the last questions: nothing has to scroll.
        missing = flags[:MOST_MISSING]
        self.panel.show_rating(_shown(self._show, rating, MOST_ASKED - len(missing)))
        self.follow.propose(rating, routed, promised)
        self.missing.say("\n".join(tr(FLAGS[flag]) for flag in missing), "warning")
        self.missing.setToolTip("\n".join(tr(FLAGS[flag]) for flag in flags))

    def retranslate(self) -> None:
        """Everything again in the language spoken now."""
        self.follow.retranslate()
        self._share_line()
        self.seen.retranslate()
        self.think(self._rating, self._routed, self._flags, self._promised)

    def _share_line(self) -> None:
        """Each gets its share by what it has to say, so that neither a step nor a name ends in dots."""
        for choice in (self.follow.step, self.follow.owner):
            self._line.setStretchFactor(choice, choice.least_width())
            choice.setMinimumWidth(choice.least_width())


def _shown(show: Show, rating: Rating, asked: int) -> RatingShown:
    reasons = [(reason_text(show, reason), reason.points) for reason in rating.reasons]
    room = max(MOST_LINES - len(reasons), 1)
    gains = rating.to_hotter.gains if rating.to_hotter else ()
    # A show that leaves a question out can't be told to ask it.
    able = [gain for gain in gains if gain.source == "touch" or show.question(gain.subject)]
    asks = [gain_text(show, gain) for gain in able[: min(room, asked)]]
    return RatingShown(rating.level, rating.points, reasons, asks)
