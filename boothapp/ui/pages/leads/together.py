"""Several leads selected: how many they are, and an owner, a next step or tags for all of them at once."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boothapp.domain.field_words import field_list
from boothapp.domain.next_step import STEPS
from boothapp.domain.show import Show
from boothapp.domain.tags import tags_from
from boothapp.errors import UserError
from boothapp.ui import tokens
from boothapp.ui.desk import Desk
from boothapp.ui.pages.leads.aside import Aside
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, column, row
from boothapp.ui.widgets.choice import Choice
from boothapp.ui.widgets.field import Field, Message
from boothapp.ui.widgets.speech import Words, follows_language
from boothapp.words import mark, plural, tr

if TYPE_CHECKING:
    from boothapp.actions.several import Done, Selected, Wanted

APPLY, CANCEL = mark("Set for all"), mark("Select none")
AS_IT_IS, NOBODY, AS_USUAL = mark("Leave as it is"), mark("Nobody"), mark("By the rating, or as it is")
SAME, NO_ONE = "=", "-"
DAYS = {"0": mark("Today"), "1": mark("Tomorrow"), "3": mark("In three days"), "7": mark("In a week")}
ADD, REMOVE = mark("Add tags"), mark("Take tags off")
WITH_COMMAS = mark("Several with commas between")
NOTHING = mark("Choose an owner, a next step or a tag first. Nothing was changed.")


class Together(Aside):
    """What to set on the selected leads. Emits left() when it is done or given up."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        inner = QWidget()
        super().__init__(inner, parent)
        self._desk, self._show, self._count = desk, desk.show, 0
        self.title, self.more = (
            Words("", "heading"),
            Words(mark("Their history keeps what stood there."), "label"),
        )
        self.owner, self.step, self.due = (Choice("", parent=inner) for _ in range(3))
        self.add, self.remove = Field(ADD, WITH_COMMAS), Field(REMOVE)
        self.message = Message(inner)
        self.apply_button = Button(APPLY, "primary", "copy-check", "Ctrl+Return")
        self.cancel_button = Button(CANCEL, "quiet")
        self.cancel_button.clicked.connect(self.left)
        self._lay_out(inner)

    def show_count(self, count: int) -> None:
        """How many leads are selected."""
        self._count = count
        self.title.say(plural("{n} lead selected", "{n} leads selected", count))

    def show_choices(self, show: Show | None) -> None:
        """Offers what this show has; what was chosen before is forgotten."""
        self._show = show
        self._fill_choices()
        for choice in (self.owner, self.step, self.due):
            choice.set_value(SAME)
        for field in (self.add, self.remove):
            field.set_text("")
        self.message.say("")
        self.apply_button.setEnabled(True)

    def _fill_choices(self) -> None:
        """In the language spoken now; what is chosen stays."""
        people = [(one.id, one.name) for one in self._show.staff if one.sales] if self._show else []
        same = (SAME, tr(AS_IT_IS))
        self.owner.set_items(tr("Owner"), [same, *people, (NO_ONE, tr(NOBODY))])
        self.step.set_items(tr("Next step"), [same, *((key, tr(text)) for key, text in STEPS.items())])
        self.due.set_items(
            tr("Due"), [(SAME, tr(AS_USUAL)), *((key, tr(text)) for key, text in DAYS.items())]
        )

    def take_keyboard(self) -> None:
        """Gives the keyboard to the first choice."""
        self.owner.setFocus(Qt.FocusReason.TabFocusReason)

    def wanted(self) -> "Wanted | None":
        """What a person wants for all of them; None where nothing was chosen."""
        from boothapp.actions.several import Wanted

        owner, step, days = self.owner.value(), self.step.value(), self.due.value()
        wanted = Wanted(
            None if owner == SAME else "" if owner == NO_ONE else owner,
            None if step == SAME else step,
            None if days == SAME else date.today() + timedelta(days=int(days)),
            tags_from(self.add.text()),
            tags_from(self.remove.text()),
        )
        return None if wanted == Wanted() else wanted

    def apply(self, selected: "Selected") -> None:
        """Sets what is wanted on these leads, and says so with a way back."""
        from boothapp.actions import several

        wanted, staff = self.wanted(), self._desk.staff
        if wanted is None:
            self.message.say(tr(NOTHING), "warning")
            return
        self.apply_button.setEnabled(False)
        self._desk.doing.emit()
        work = self._desk.tasks
        work.change(lambda store: several.apply(store, selected, wanted, staff), self._kept, self._refused)

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._fill_choices()
            self.show_count(self._count)
        super().changeEvent(event)

    def _kept(self, done: "Done") -> None:
        from boothapp.actions import several

        desk, staff = self._desk, self._desk.staff

        def back() -> None:
            desk.tasks.change(lambda store: several.take_back(store, done, staff), _undone)

        def _undone(undone: "Done") -> None:
            desk.say(
                plural("{n} lead is as it was before.", "{n} leads are as they were before.", undone.count)
            )

        if done.count:
            leads = plural("{n} lead", "{n} leads", done.count)
            desk.say(tr("{leads}: {fields} set.").format(leads=leads, fields=field_list(done.fields)), back)
        else:
            desk.say(tr("All of them had it already. Nothing was changed."), tone="info")
        self.left.emit()

    def _refused(self, error: UserError) -> None:
        self.apply_button.setEnabled(True)
        self.message.say(str(error), "error")

    def _lay_out(self, inner: QWidget) -> None:
        card, whole, line, buttons = Card(parent=inner), column(0), row(12), row()
        card.body.addWidget(self.title)
        card.body.addWidget(self.more)
        self.more.set_tone("muted")
        card.body.addLayout(_named(mark("Owner"), self.owner))
        line.addLayout(_named(mark("Next step"), self.step), 1)
        line.addLayout(_named(mark("Due"), self.due), 1)
        card.body.addLayout(line)
        for part in (self.add, self.remove, self.message):
            card.body.addWidget(part)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.apply_button)
        card.body.addLayout(buttons)
        whole.setContentsMargins(0, 0, 14, tokens.size("card"))
        whole.addWidget(card)
        whole.addStretch(1)
        inner.setLayout(whole)


def _named(name: str, choice: Choice) -> QVBoxLayout:
    group = column(4)
    group.addWidget(Words(name, "label", "muted"))
    group.addWidget(choice)
    return group
