"""The visitor's sheet after the save: drawn beside the window, then printed or shown."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from boothapp.errors import EnvironmentFault, UserError
from boothapp.reasons import why
from boothapp.ui.desk import Desk
from boothapp.words import language, tr

if TYPE_CHECKING:
    from boothapp.actions.sheets import Sheet
    from boothapp.domain.lead import Lead


def hand_out(desk: Desk, lead: "Lead", saved: str, undo: Callable[[], None] | None = None) -> None:
    """Draws and prints without the window waiting; says what became of it beside what was saved.

    undo: takes the save back, not the paper.
    """

    from boothapp.ui import printing

    asked = desk.show.language_for(lead.visitor, language()) if desk.show else ""

    def work() -> tuple[Path | None, "Sheet"]:
        from boothapp.actions import sheets

        sheet = sheets.draw(desk.tasks.in_store, lead.id, asked)
        if not printing.printer_there():
            file = _laid_out(desk, lead, sheet.pdf)
            sheets.note(desk.tasks.in_store, lead.id, "filed", sheet, desk.staff)
            return file, sheet
        printing.print_bytes(sheet.pdf, lead.number)
        sheets.note(desk.tasks.in_store, lead.id, "printed", sheet, desk.staff)
        return None, sheet

    def done(drawn: "tuple[Path | None, Sheet]") -> None:
        file, sheet = drawn
        desk.say(f"{saved}. {sheet.told(_said(file))}", undo)

    def failed(error: UserError) -> None:
        desk.say(f"{saved}. {error}", undo)

    desk.tasks.beside(work, done, failed)


def _laid_out(desk: Desk, lead: "Lead", pdf: bytes) -> Path:
    """A file for the viewer; it is not encrypted, so it is gone when the window closes."""
    file = desk.home.sheets / f"{lead.number}.pdf"
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        file.touch(mode=0o600)
        file.write_bytes(pdf)
    except OSError as error:
        raise EnvironmentFault(
            tr("The sheet can't be written: {reason}.").format(reason=why(error)),
            safe=tr("The lead is saved."),
            step=tr("Check the space on the disk, then print again."),
        ) from error
    return file


def _said(file: Path | None) -> str:
    from boothapp.ui import printing

    if file is None:
        return tr("Sent to the printer.")
    if printing.show_file(file):
        return tr("No printer here: the sheet opens to be printed.")
    return tr("No printer here: the sheet lies in {file}.").format(file=f"{file.parent.name}/{file.name}")
