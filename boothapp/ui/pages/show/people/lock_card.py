"""After how many idle minutes the window locks, and what helps when a PIN is forgotten."""

from PySide6.QtWidgets import QWidget

from boothapp.domain.people import Roster
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card
from boothapp.ui.widgets.choice import Choice
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, plural, tr

TITLE, NAME, NEVER = mark("Lock"), mark("Lock by itself"), mark("Never by itself")
MORE = mark("The conversation under way is kept. Ctrl+L locks at once.")
LOCK = mark("Lock the window")
RECOVERY = mark("A forgotten PIN is reset with the passphrase or the printed recovery key of this laptop.")
NO_RECOVERY = mark("This laptop has no passphrase and no recovery key: print one now, for a forgotten PIN.")
PRINT = mark("Print a recovery key")
MINUTES = (0, 1, 2, 5, 10, 15, 30, 60)


class LockCard(Card):
    """The panel keeps the choice and prints the key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent, dense=True)
        self.minutes, self.more = Choice(tr(NAME)), Words(MORE, "label", "muted")
        self.lock_button = Button(LOCK, "secondary", "lock")
        self.recovery, self.print_button = Message(), Button(PRINT, "secondary", "printer")
        self.more.setWordWrap(True)
        for part in (self.minutes, self.more, self.lock_button, self.recovery, self.print_button):
            self.body.addWidget(part)
        self.print_button.hide()

    def show_roster(self, roster: Roster) -> None:
        """Shows the minutes chosen, else those proposed."""
        offered = sorted({*MINUTES, roster.minutes} - {0})
        after = [(str(n), plural("After {n} idle minute", "After {n} idle minutes", n)) for n in offered]
        self.minutes.set_items(tr(NAME), [("0", tr(NEVER)), *after])
        self.minutes.set_value(str(roster.minutes))

    def show_recovery(self, possible: bool) -> None:
        """Says what helps when a PIN is forgotten."""
        text, tone = (RECOVERY, "muted") if possible else (NO_RECOVERY, "warning")
        self.recovery.keep_saying(lambda: (tr(text), tone))
        self.print_button.setVisible(not possible)
