"""The lead pack into a file, beside the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from boothapp.actions import packs
from boothapp.ui import save_dialog
from boothapp.ui.desk import Desk
from boothapp.ui.widgets.work import Work
from boothapp.words import plural, tr

if TYPE_CHECKING:
    from boothapp.packs.pack import PackReport


class PackSaving:
    """Asks where, then writes every lead there; `ask_file` gets the name proposed and gives "" for no."""

    def __init__(self, desk: Desk, work: Work, over: QWidget) -> None:
        self._desk, self._work, self._over = desk, work, over
        self.ask_file: Callable[[str], str] = self._ask

    def save(self) -> None:
        """Asks for a place and writes the pack there."""
        show = self._desk.show
        chosen = self.ask_file(f"{show.name if show else 'boothapp'}.zip".replace("/", "-"))
        if not chosen:
            return
        tasks, file = self._desk.tasks, Path(chosen)
        self._work.run(
            tr("Packing"),
            lambda progress: packs.write(tasks.in_store, file, progress=progress),
            self._packed,
            lambda error: tasks.unheard.emit(error),
        )

    def _packed(self, report: "PackReport") -> None:
        told = plural("{n} lead is packed", "{n} leads are packed", report.leads)
        sentence = tr("{leads}: {file}").format(leads=told, file=report.path.name)
        self._desk.say(f"{sentence}. {packs.unprinted(report)}" if report.unprinted else sentence)

    def _ask(self, proposed: str) -> str:
        title = tr("Save the lead pack")
        return save_dialog.ask_file(self._desk.settings, self._over, title, proposed, "ZIP (*.zip)")
