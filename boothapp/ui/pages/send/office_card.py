"""The card of one target: how many leads wait, where the others stand, how the last try ended."""

from PySide6.QtWidgets import QWidget

from boothapp.actions.office import Office
from boothapp.ui import locale
from boothapp.ui.pages.send.came import wait
from boothapp.ui.pages.send.kinds import KIND_NAMES
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, column, emptied, row
from boothapp.ui.widgets.choice import Choice
from boothapp.ui.widgets.facts import Fact, Facts
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

TEST, CHANGE = mark("Test connection"), mark("Change…")
INVENTED = mark("These are the demo's invented leads")
SAFE = mark("Nothing is lost: every lead stays on this laptop.")
_FACTS = (
    ("accepted", mark("In the CRM"), "ok"),
    ("held", mark("Held back"), "warning"),
    ("needs correction", mark("Refused"), "error"),
    ("review", mark("To review"), "warning"),
    ("gone", mark("Deleted there"), ""),
)
_ENDED = (("won", mark("Won"), "ok"), ("lost", mark("Lost"), ""))


class OfficeCard(Card):
    """Shows one Office; more than one are chosen between at the top."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.choice = Choice(tr("Head office"))
        self.name, self.kind = Words("", "heading"), Words("", "label", "muted")
        self.waiting, self.safe = Words("", "title"), Words(SAFE, "label", "muted")
        self.safe.setWordWrap(True)
        self.invented = Words(INVENTED, "label", "warning")
        self.invented.setWordWrap(True)
        self.invented.hide()
        # One place for what went wrong: a test and a sending that fail alike say it once.
        self.message = Message()
        self._working = False
        self._problem, self._said = "", ("", "")
        self.test_button, self.change_button = Button(TEST), Button(CHANGE, "quiet")
        self._facts = column(0)
        for part in (self.choice, self.name, self.kind):
            self.body.addWidget(part)
        self.body.addSpacing(12)
        for line in (self.waiting, self.invented, self.safe, self.message):
            self.body.addWidget(line)
        self.body.addSpacing(8)
        self.body.addLayout(self._facts)
        self.body.addStretch(1)
        buttons = row()
        buttons.addWidget(self.test_button)
        buttons.addWidget(self.change_button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def show_office(self, office: Office, names: list[str]) -> None:
        """Shows this one; `names` are all that can be sent to."""
        entry = office.entry
        self.choice.set_items(tr("Head office"), [(name, name) for name in names])
        self.choice.set_value(entry.name)
        self.choice.setVisible(len(names) > 1)
        self.name.setVisible(len(names) < 2)
        self.name.say(entry.name)
        kind = tr(KIND_NAMES.get(entry.kind, entry.kind))
        self.kind.say(" · ".join(part for part in (kind, entry.url) if part))
        self.waiting.say(wait(office.waiting))
        self.invented.setVisible(bool(office.invented) and not office.pretended)
        self._problem = office.problem
        self._tell()
        self.test_button.setVisible(not office.pretended)
        self.change_button.setVisible(not office.pretended)
        self._show_facts(office)

    def say(self, text: str, tone: str = "warning") -> None:
        """Says what just came of it; "" leaves the word to the last try."""
        self._said = (text, tone)
        self._tell()

    def work_began(self) -> None:
        """What was said before says nothing of the try under way."""
        self._working, self._problem = True, ""
        self.say("")

    def work_ended(self) -> None:
        """From now on the last try may speak again."""
        self._working = False
        self._tell()

    def troubled(self) -> bool:
        """Whether something that went wrong stands here."""
        return bool(self.message.text()) and self._said[1] != "ok"

    def _tell(self) -> None:
        text, tone = self._said
        last = "" if self._working else self._problem
        self.message.say(text or last, tone if text else "warning")

    def _show_facts(self, office: Office) -> None:
        emptied(self._facts)
        tried = locale.moment(office.tried_at) if office.tried_at else tr("never")
        facts = [Fact(tr("Last try"), "", tried)]
        for counts, table in ((office.states, _FACTS), (office.ended, _ENDED)):
            found = ((tr(text), counts.get(key, 0), tone) for key, text, tone in table)
            facts += [Fact(name, "", str(n), tone) for name, n, tone in found if n]
        self._facts.addWidget(Facts(facts))
