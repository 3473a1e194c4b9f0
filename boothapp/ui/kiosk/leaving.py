"""The way out of the kiosk: the PIN of anybody of the stand who has one."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from boothapp.domain.people import LONGEST, SHORTEST, is_pin
from boothapp.domain.show import Staff
from boothapp.errors import UserError
from boothapp.ui.desk import Desk
from boothapp.ui.lock.page import Asking, LockPage
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.actions.people import Tried

TITLE = mark("For the staff of this stand")
SENTENCE = mark("Type your PIN to take the laptop back from the visitors.")
VERB = mark("End the kiosk")
ASKING = Asking(TITLE, SENTENCE, VERB, pin=True, people=True, may_forget=False)


def with_pins(desk: Desk) -> list[Staff]:
    """Those of the open show who can end it."""
    staff = desk.show.staff if desk.show else ()
    return [one for one in staff if desk.signed_in.roster.has_pin(one.id)]


class Leaving(LockPage):
    """Calls leave(staff id) after the right PIN; `left` goes back to the visitors."""

    def __init__(self, desk: Desk, leave: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._leave, self._who, self._turn = desk, leave, "", 0
        self.chosen.connect(self._pick)
        self.typed.connect(self._typed)

    def begin(self) -> None:
        """Asks whoever was signed in, if that one has a PIN."""
        people = with_pins(self._desk)
        self.show_people(people, self._desk.signed_in.roster)
        ids = [one.id for one in people]
        self._pick(self._desk.staff if self._desk.staff in ids else next(iter(ids), ""))

    def forget(self) -> None:
        """Nothing typed stays, and no answer under way counts."""
        self._turn += 1
        self.empty()

    def _pick(self, id: str) -> None:
        from boothapp.actions import people

        self._who, self._turn = id, self._turn + 1
        self.ask(ASKING, id)
        turn = self._turn

        def told(seconds: float) -> None:
            if turn == self._turn and seconds:
                self.wait(seconds, wrong=False)

        self._desk.tasks.ask(lambda store: people.waiting(store, people.of_person(id)), told)

    def _typed(self, pin: str) -> None:
        from boothapp.actions import people

        if not is_pin(pin):
            text = tr("A PIN has {least} to {most} digits.")
            self.complain(text.format(least=SHORTEST, most=LONGEST))
            return
        who, self._turn = self._who, self._turn + 1
        turn = self._turn

        def tried(answer: "Tried") -> None:
            if turn != self._turn:
                return
            if answer.right:
                self._leave(who)
            else:
                self.wait(answer.wait, answer.counted)

        def failed(error: UserError) -> None:
            if turn == self._turn:
                self.complain(str(error))

        self._desk.tasks.change(lambda store: people.enter(store, who, pin), tried, failed)
