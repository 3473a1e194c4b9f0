"""A lead's personal sheet to the printer or into a file; the page never waits for either."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from boothapp.actions import sheets
from boothapp.domain.changes import changed
from boothapp.domain.lead import Lead
from boothapp.ui import printing, save_dialog
from boothapp.ui.desk import Desk
from boothapp.words import tr


class Paper:
    """Draws the sheet on the store's lane and hands it on beside the window."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        self._desk, self._over = desk, over
        self.ask_file: Callable[[str], str] = self._ask

    def print_sheet(self, lead: Lead) -> None:
        """Sends the lead's sheet to the print queue and says so."""
        tasks, name = self._desk.tasks, lead.label

        staff = self._desk.staff

        def work() -> str:
            page = sheets.draw(tasks.in_store, lead.id)
            said = printing.print_bytes(page.pdf, f"{lead.number} {name}")
            sheets.note(tasks.in_store, lead.id, "printed", page, staff)
            return page.told(said)

        tasks.beside(work, lambda said: self._done(lead, said))

    def save_sheet(self, lead: Lead) -> None:
        """Asks for a place and writes the sheet there."""
        chosen = self.ask_file(f"{lead.number} {lead.label}.pdf".replace("/", "-"))
        if not chosen:
            return
        desk, file = self._desk, Path(chosen)
        tasks, home, staff = desk.tasks, desk.home, desk.staff

        def work() -> str:
            page = sheets.draw(tasks.in_store, lead.id)
            sheets.save(page, file, home)
            sheets.note(tasks.in_store, lead.id, "filed", page, staff)
            said = tr("The sheet for {name} is in {file}.").format(name=lead.label, file=file.name)
            return page.told(said)

        tasks.beside(work, lambda said: self._done(lead, said))

    def _done(self, lead: Lead, sentence: str) -> None:
        self._desk.say(sentence, None)
        self._desk.tasks.changed.emit(changed("leads", leads=(lead.id,)))

    def _ask(self, proposed: str) -> str:
        title = tr("Save the sheet as PDF")
        return save_dialog.ask_file(self._desk.settings, self._over, title, proposed, "PDF (*.pdf)")
