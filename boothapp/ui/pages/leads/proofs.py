"""What is done about a lead's consent: taken back, and its receipt printed, saved or shown as a code."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from boothapp.domain.changes import changed
from boothapp.domain.lead import Lead
from boothapp.domain.purpose import PURPOSES
from boothapp.ui import printing, save_dialog
from boothapp.ui.desk import Desk
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.actions.consents import Withdrawn
    from boothapp.actions.receipts import Receipt
    from boothapp.paper.code import Code

TAKEN_BACK = mark("{lead} took back: {purposes}. Head office hears of it with the next sending.")
TITLE = mark("Save the receipt as PDF")
SAVED = mark("The receipt for {name} is in {file}.")


class ConsentProofs:
    """Works beside the window; each receipt is noted in the lead's history."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        self._desk, self._over = desk, over
        self.ask_file: Callable[[str], str] = self._ask

    def withdraw(self, lead: Lead, purposes: Sequence[str]) -> None:
        """Takes these back, and offers Undo."""
        from boothapp.actions import consents

        staff = self._desk.staff

        def done(taken: "Withdrawn") -> None:
            names = ", ".join(tr(PURPOSES.get(one, one)) for one in taken.purposes)
            if names:
                said = tr(TAKEN_BACK).format(lead=taken.lead.number, purposes=names)
                self._desk.say(said, lambda: self._put_back(taken))

        self._desk.doing.emit()
        self._desk.tasks.change(lambda store: consents.withdraw(store, lead.id, purposes, staff), done)

    def print_receipt(self, lead: Lead) -> None:
        """Sends the receipt to the print queue and says so."""
        from boothapp.actions import receipts

        run, staff, name = self._desk.tasks.in_store, self._desk.staff, f"{lead.number} {lead.label}"

        def work() -> str:
            made = receipts.draw(run, lead.id)
            said = printing.print_bytes(made.pdf, name)
            receipts.note(run, lead.id, "receipt printed", made, staff)
            return made.told(said)

        self._desk.tasks.beside(work, lambda said: self._done(lead, said))

    def save_receipt(self, lead: Lead) -> None:
        """Asks for a place and writes the receipt there."""
        from boothapp.actions import receipts

        proposed = f"{lead.number} {lead.label} {tr('Consent receipt')}.pdf".replace("/", "-")
        if not (chosen := self.ask_file(proposed)):
            return
        desk, file = self._desk, Path(chosen)
        run, home, staff = desk.tasks.in_store, desk.home, desk.staff

        def work() -> str:
            made = receipts.draw(run, lead.id)
            receipts.save(made, file, home)
            receipts.note(run, lead.id, "receipt filed", made, staff)
            return made.told(tr(SAVED).format(name=lead.label, file=file.name))

        desk.tasks.beside(work, lambda said: self._done(lead, said))

    def show_code(self, lead: Lead, show: "Callable[[Code], None]") -> None:
        """Gives the receipt's code to whoever shows it."""
        from boothapp.actions import receipts

        run, staff = self._desk.tasks.in_store, self._desk.staff

        def work() -> "tuple[Receipt, Code]":
            from boothapp.paper.code import encode

            made = receipts.draw(run, lead.id)
            return made, encode(made.text)

        def shown(answer: "tuple[Receipt, Code]") -> None:
            made, code = answer
            show(code)
            self._desk.tasks.beside(lambda: receipts.note(run, lead.id, "receipt shown", made, staff))

        self._desk.tasks.beside(work, shown)

    def _put_back(self, taken: "Withdrawn") -> None:
        from boothapp.actions import consents

        staff = self._desk.staff
        self._desk.tasks.change(lambda store: consents.put_back(store, taken.lead.id, taken.consents, staff))

    def _done(self, lead: Lead, sentence: str) -> None:
        self._desk.say(sentence)
        self._desk.tasks.changed.emit(changed("leads", leads=(lead.id,)))

    def _ask(self, proposed: str) -> str:
        return save_dialog.ask_file(self._desk.settings, self._over, tr(TITLE), proposed, "PDF (*.pdf)")
