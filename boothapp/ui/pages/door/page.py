"""The door: opens the store, asks for what is missing, and lets people in."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boothapp.errors import Locked, UserError
from boothapp.ui.desk import Desk
from boothapp.ui.pages.door.step import Fault, Step, Working
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.actions.demo import Made
    from boothapp.domain.changes import Changes
    from boothapp.domain.people import Roster
    from boothapp.domain.show import Show
    from boothapp.paths import Home
    from boothapp.store.database import Store

DEMO_LEADS = 240
RECOVERY_FILE = "boothapp-recovery-key.pdf"


class Door(QWidget):
    """Shows one step at a time; `opened` says that a show is open and the places can be visited."""

    opened = Signal()

    def __init__(
        self, desk: Desk, use_passphrase: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._use_passphrase = desk, use_passphrase
        self._stack = QStackedWidget(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.step: Step = Working(
            "lock", mark("Opening the leads"), mark("They are encrypted: one moment."), self._stack
        )
        self._stack.addWidget(self.step)
        self.step_bar_waits()

    def step_bar_waits(self) -> None:
        """A bar without a known end while the store opens."""
        if isinstance(self.step, Working):
            self.step.bar.setMaximum(0)

    def open(self) -> None:
        """Opens the store; a new one where the laptop has none."""
        self._desk.tasks.ask(_current, self._arrived, self._kept_out)

    def choose_again(self, new: bool = False) -> None:
        """Asks for another show while one is open; `new` begins with a new one's name."""
        if new:
            self._ask_name()
        else:
            self._choose_show()

    def open_show(self, id: str) -> None:
        """Opens a show that this laptop has."""

        def again(store: "Store") -> "Changes":
            from boothapp.actions import shows

            return shows.open_again(store, id)

        self._desk.tasks.change(again, lambda _changes: self.open(), self._refused)

    def choose_passphrase(self, passphrase: str) -> None:
        """Makes the new store with this passphrase, then offers the recovery key."""
        self._use_passphrase(passphrase)
        self._desk.tasks.ask(_current, lambda _found: self._offer_recovery(), self._kept_out)

    def type_passphrase(self, passphrase: str) -> None:
        """Tries the passphrase; a wrong one changes nothing."""
        self._use_passphrase(passphrase)
        self._desk.tasks.ask(_current, self._arrived, self._refused)

    def make_demo(self) -> None:
        """Opens the demo show with its pretended leads."""
        working = Working(
            "eye", mark("Making the demo show"), mark("240 pretended visitors are on their way.")
        )
        self._go(working)
        progress = self._desk.tasks.progress(working.show_progress)

        def make(store: "Store") -> "Made":
            from boothapp.actions import demo

            return demo.make(store, DEMO_LEADS, progress=progress)

        self._desk.tasks.change(make, lambda _made: self.open(), self._kept_out)

    def start_show(self, name: str, company: str) -> None:
        """Opens a new, empty show."""

        def start(store: "Store") -> "Changes":
            from boothapp.actions import demo, shows

            return shows.start_new(store, name, shows.starter(demo.demo_show(), company))

        self._desk.tasks.change(start, lambda _changes: self.open(), self._refused)

    def take_kit(self, file: Path) -> None:
        """Opens the show of a kit file; a wrong one says what is wrong and changes nothing."""
        self.step.message.say("")
        self.step.busy(True)

        def take(store: "Store") -> "Changes":
            from boothapp.actions import shows

            return shows.take(store, shows.read_kit(file), file.parent)

        self._desk.tasks.change(take, lambda _changes: self.open(), self._refused)

    def save_recovery(self, file: Path) -> None:
        """Writes a new recovery key as a PDF page."""
        self._recovery_page(lambda pdf: _written(file, pdf, self._desk.home))

    def print_recovery(self) -> None:
        """Prints a new recovery key; it never touches the disk."""
        from boothapp.ui.printing import print_bytes

        self._recovery_page(lambda pdf: print_bytes(pdf, tr("Recovery key of boothapp")))

    def _recovery_page(self, use: Callable[[bytes], str]) -> None:
        self.step.busy(True)

        def page(store: "Store") -> str:
            from boothapp.actions import keys

            said: list[str] = []
            # Handed over first: a key that reached no paper must not replace the one before.
            keys.recovery_page(store, lambda pdf: said.append(use(pdf)))
            return said[0]

        self._desk.tasks.ask(page, self._recovery_made, self._refused)

    def _recovery_made(self, said: str) -> None:
        self.step.busy(False)
        self.step.message.say(said, "ok")

    def _arrived(self, found: "tuple[Show | None, Roster]") -> None:
        show, roster = found
        self._desk.signed_in.take(roster)
        if show is None:
            self._choose_show()
        else:
            self._desk.open_show(show)
            self.opened.emit()

    def _kept_out(self, error: UserError) -> None:
        if not isinstance(error, Locked):
            self._show_fault(error)
        elif self._desk.home.key.exists() or self._desk.home.store.exists():
            from boothapp.ui.pages.door.keys import Unlock

            unlock = Unlock()
            unlock.typed.connect(self.type_passphrase)
            self._go(unlock)
        else:
            from boothapp.ui.pages.door.keys import ChoosePassphrase

            choose = ChoosePassphrase()
            choose.chosen.connect(self.choose_passphrase)
            self._go(choose)

    def _refused(self, error: UserError) -> None:
        """Says it in the step that is shown: what was typed stays there."""
        self.step.complain(error)
        self.step.shown()

    def _show_fault(self, error: UserError) -> None:
        fault = Fault(error)
        fault.again.clicked.connect(self.open)
        self._go(fault)

    def _offer_recovery(self) -> None:
        from boothapp.ui.pages.door.keys import Recovery

        recovery = Recovery()
        recovery.save_asked.connect(self._ask_where)
        recovery.print_asked.connect(self.print_recovery)
        recovery.passed.connect(self.open)
        self._go(recovery)

    def _choose_show(self) -> None:
        self._desk.tasks.ask(_every, self._offer_shows, self._kept_out)

    def _offer_shows(self, known: "list[tuple[str, str, int]]") -> None:
        from boothapp.ui.pages.door.shows import ChooseShow

        choose = ChooseShow(known, self._desk.show.id if self._desk.show else "")
        choose.again_asked.connect(self.open_show)
        choose.demo_asked.connect(self.make_demo)
        choose.new_asked.connect(self._ask_name)
        choose.kit_asked.connect(self._ask_kit)
        self._go(choose)

    def _ask_name(self) -> None:
        from boothapp.ui.pages.door.shows import NewShow

        new = NewShow()
        new.started.connect(self.start_show)
        new.back.connect(self._choose_show)
        self._go(new)

    def _ask_kit(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from boothapp.ui import save_dialog

        folder = str(save_dialog.first_folder(self._desk.settings))
        dialog = QFileDialog(self, tr("Open a kit file"), folder, tr("Kits") + " (*.toml)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.take_kit(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_where(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from boothapp.ui import save_dialog

        at = save_dialog.first_folder(self._desk.settings) / RECOVERY_FILE
        dialog = QFileDialog(self, tr("Save as PDF"), str(at), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda name: self.save_recovery(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _go(self, step: Step) -> None:
        before, self.step = self.step, step
        self._stack.addWidget(step)
        self._stack.setCurrentWidget(step)
        self._stack.removeWidget(before)
        before.deleteLater()
        step.shown()


def _current(store: "Store") -> "tuple[Show | None, Roster]":
    from boothapp.store import people, shows

    return shows.current(store), people.roster(store)


def _every(store: "Store") -> "list[tuple[str, str, int]]":
    from boothapp.store import shows

    return shows.every(store)


def _written(file: Path, pdf: bytes, home: "Home") -> str:
    from boothapp.actions import files

    files.write(file, pdf, home, private=True)
    return tr("Saved as {file}. Print it and delete the file.").format(file=file.name)
