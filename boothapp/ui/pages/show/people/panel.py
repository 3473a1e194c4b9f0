"""The people of the show: who signs in with a PIN, who is a manager, and when the window locks."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from boothapp.domain.changes import Changes
from boothapp.domain.show import Staff
from boothapp.errors import UserError
from boothapp.ui.desk import Desk
from boothapp.ui.pages.show.people.lock_card import LockCard
from boothapp.ui.pages.show.people.person_row import PersonRow
from boothapp.ui.pages.show.people.pin_form import PinForm
from boothapp.ui.widgets.buttons import enter_clicks
from boothapp.ui.widgets.card import Card, Scroll, column, row
from boothapp.ui.widgets.empty import Empty
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, plural, tr

if TYPE_CHECKING:
    from boothapp.actions.people import Tried
    from boothapp.store.database import Store

TITLE = mark("People and PINs")
FREE = mark("Without PINs everybody signs in with a tap on the name, and everybody may do everything.")
NO_MANAGER = mark("No manager has a PIN yet: everybody may send, pack and change head office.")
GUARDED = mark("Costs, sending to head office and packs ask for a manager's PIN.")
NOBODY, NOBODY_MORE = (
    mark("No staff in this show"),
    mark("This show has no staff yet: a kit brings them"),
)
KEPT, GONE = mark("The PIN of {name} is set."), mark("{name} signs in without a PIN.")
SIDE, NARROW = 336, 720


class PeoplePanel(QWidget):
    """At the left everybody, at the right the form of one PIN, or the lock."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        enter_clicks(self)
        self._desk, self._signed_in = desk, desk.signed_in
        self._person: Staff | None = None
        self.rows: dict[str, PersonRow] = {}
        self.people, self.standing, self.message = Card(TITLE), Words("", "body", "muted"), Message()
        self.empty, self.form, self.lock = Empty("users", NOBODY, NOBODY_MORE), PinForm(), LockCard()
        self._list, self._side, self._narrow = column(0), QWidget(), False
        self._lay_out()
        self._connect()
        self._show_people()

    def shown(self) -> None:
        """The panel is in front."""
        from boothapp.actions import people

        self._desk.tasks.ask(people.can_recover, self.lock.show_recovery)

    def refresh(self, changes: Changes) -> None:
        """Another kit may bring other people."""
        if "shows" in changes.topics:
            self._show_people()

    def retranslate(self) -> None:
        """What does not follow the language by itself."""
        self._show_roster()
        if self._person is not None:
            self.form.title.say(tr("PIN of {name}").format(name=self._person.name))

    def open_form(self, person: Staff) -> None:
        """Asks for a new PIN; a manager is asked first where a PIN is none of this person's business."""
        roster = self._signed_in.roster
        if roster.has_pin(person.id):
            self._begin(person)
        else:
            self._signed_in.do("people", lambda: self._begin(person))

    def print_recovery(self) -> None:
        """Prints a new recovery key; it never touches the disk."""
        from boothapp.actions import keys
        from boothapp.ui.printing import print_bytes

        def work(store: "Store") -> str:
            said: list[str] = []
            keys.recovery_page(
                store, lambda pdf: said.append(print_bytes(pdf, tr("Recovery key of boothapp")))
            )
            return said[0]

        def printed(said: str) -> None:
            self._desk.say(said)
            self.lock.show_recovery(True)

        self._desk.tasks.ask(work, printed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            self._settle()

    def _begin(self, person: Staff) -> None:
        self._person = person
        has_pin = self._signed_in.roster.has_pin(person.id)
        self.message.say("")
        self._settle()
        self.form.begin(person, has_pin, has_pin and not self._signed_in.raised)

    def _leave(self) -> None:
        before, self._person = self._person, None
        self._settle()
        if before is not None and before.id in self.rows:
            self.rows[before.id].pin_button.setFocus()

    def _keep(self, present: str, pin: str) -> None:
        from boothapp.actions import people

        if (person := self._person) is None:
            return
        signed_in, manager = self._signed_in, self._signed_in.roster.is_manager(person)
        if present:
            self._try(
                lambda store: people.change_pin(store, person.id, present, pin, manager),
                lambda: self._pin_is(person, KEPT),
            )
            return
        raised = signed_in.raised

        def kept(_changes: Changes) -> None:
            if manager:
                # Whoever has just typed a manager's PIN twice need not type it a third time.
                signed_in.set_raised(True)
            self._pin_is(person, KEPT)

        self._desk.tasks.change(
            lambda store: people.set_pin(store, person.id, pin, manager, raised), kept, self._refused
        )

    def _take_away(self, present: str) -> None:
        from boothapp.actions import people

        if (person := self._person) is None:
            return
        if present:
            self._try(
                lambda store: people.take_own_away(store, person.id, present),
                lambda: self._pin_is(person, GONE),
            )
            return
        raised = self._signed_in.raised
        self._desk.tasks.change(
            lambda store: people.take_away(store, person.id, raised),
            lambda _changes: self._pin_is(person, GONE),
            self._refused,
        )

    def _try(self, work: "Callable[[Store], Tried]", right: Callable[[], None]) -> None:
        def tried(answer: "Tried") -> None:
            if answer.right:
                right()
                return
            self.form.present.set_text("")
            wait = max(1, round(answer.wait + 0.5))
            said = plural("The next try in {n} second.", "The next try in {n} seconds.", wait)
            self.form.message.say(
                f"{tr('This is not the right one.')} {said}" if answer.counted else said, "error"
            )
            self.form.take_keyboard()

        self._desk.tasks.change(work, tried, self._refused)

    def _pin_is(self, person: Staff, sentence: str) -> None:
        self._leave()
        self.message.say(tr(sentence).format(name=person.name), "ok")

    def _refused(self, error: UserError) -> None:
        (self.form.message if self._person else self.message).say(str(error), "error")

    def _forgotten(self) -> None:
        """A manager's PIN, or what opens the leads, counts instead of the present one."""
        self._signed_in.manager_wanted.emit("people", lambda: self.form.ask_present(False))

    def _mark(self, person: Staff, on: bool) -> None:
        from boothapp.actions import people

        def act() -> None:
            raised = self._signed_in.raised
            self._desk.tasks.change(
                lambda store: people.mark_manager(store, person.id, on, raised), None, self._refused
            )

        self._signed_in.do("people", act)

    def _lock_after(self) -> None:
        from boothapp.actions import people

        minutes = int(self.lock.minutes.value())
        self._show_roster()

        def act() -> None:
            raised = self._signed_in.raised
            self._desk.tasks.change(
                lambda store: people.lock_after(store, minutes, raised), None, self._refused
            )

        self._signed_in.do("people", act)

    def _show_people(self) -> None:
        for one in self.rows.values():
            self._list.removeWidget(one)
            one.hide()
            one.deleteLater()
        staff = sorted(self._desk.show.staff if self._desk.show else (), key=lambda one: one.sales)
        self.rows = {one.id: PersonRow(one) for one in staff}
        for at, line in enumerate(self.rows.values()):
            line.pin_asked.connect(lambda one=line.person: self.open_form(one))
            line.marked.connect(lambda on, one=line.person: self._mark(one, on))
            self._list.insertWidget(at, line)
        self.empty.setVisible(not staff)
        self.people.setVisible(bool(staff))
        self._show_roster()

    def _show_roster(self) -> None:
        roster = self._signed_in.roster
        for line in self.rows.values():
            line.show_roster(roster)
        self.lock.show_roster(roster)
        self.standing.say(GUARDED if roster.guarded else NO_MANAGER if roster.pins else FREE)

    def _settle(self) -> None:
        """The form takes the place of the lock, and in a small window that of the list too."""
        typing = self._person is not None
        self.form.setVisible(typing)
        self.lock.setVisible(not typing)
        self._wide.setVisible(not (typing and self._narrow))
        self._side.setMaximumWidth(16_777_215 if self._narrow and typing else SIDE)

    def _connect(self) -> None:
        self._signed_in.changed.connect(self._show_roster)
        self.form.kept.connect(self._keep)
        self.form.taken_away.connect(self._take_away)
        self.form.forgotten.connect(self._forgotten)
        self.form.left.connect(self._leave)
        self.lock.minutes.activated.connect(lambda _at: self._lock_after())
        self.lock.lock_button.clicked.connect(self._signed_in.lock_wanted)
        self.lock.print_button.clicked.connect(self.print_recovery)

    def _lay_out(self) -> None:
        self.standing.setWordWrap(True)
        for part in (self.standing, self.message):
            self.people.body.addWidget(part)
        self.people.body.addLayout(self._list)
        inner, sides = QWidget(), row(16)
        self._wide = _column_of(self.people, self.empty)
        inside = column(16)
        inside.addWidget(self.form)
        inside.addWidget(self.lock)
        inside.addStretch(1)
        self._side.setLayout(inside)
        sides.addWidget(self._wide, 1)
        sides.addWidget(self._side)
        inner.setLayout(sides)
        whole = column(0)
        whole.addWidget(Scroll(inner))
        self.setLayout(whole)
        self._settle()


def _column_of(*parts: QWidget) -> QWidget:
    made, inside = QWidget(), column(0)
    for part in parts:
        inside.addWidget(part)
    inside.addStretch(1)
    made.setLayout(inside)
    return made
