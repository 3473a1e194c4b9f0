"""The program with the kiosk open, as it stands on a display: python -m tests.real.kiosk_window FILE.

FILE says each moment what is shown. The home has the demo show; its manager gets a PIN first.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from boothapp import paths
from boothapp.actions import people
from boothapp.app import Program, _end_on_signals
from boothapp.ui import screen, theme

PIN = "271828"


def main(file: Path) -> int:
    app = screen.application([*sys.argv[:1], *theme.STYLE])
    program = Program(app, paths.home(None))
    _end_on_signals(app)
    clock = QTimer(interval=50)
    clock.timeout.connect(lambda: tell(program, file))
    program.window.show()
    program.begin()
    QTimer.singleShot(0, lambda: open_kiosk(program))
    clock.start()
    code = app.exec()
    program.end()
    file.write_text(json.dumps({"ended": code}), "utf-8")
    return code


def open_kiosk(program: Program) -> None:
    """As soon as a scan is heard: a PIN, then the kiosk."""
    if program.window.pages() and program.guard.watching:
        program.tasks.in_store(lambda store: people.set_pin(store, "lange", PIN, manager=True))
        program.desk.signed_in.take(program.tasks.in_store(people.roster))
        program.window.kiosk_wanted.emit()
    else:
        QTimer.singleShot(50, lambda: open_kiosk(program))


def tell(program: Program, file: Path) -> None:
    """Writes what is shown beside, then gives it its name: nobody reads half of it."""
    window = program.window
    kiosk = program.kiosk if window.kept else None
    view = kiosk.page.view() if kiosk and kiosk.page else None
    typed = view.person.visitor().name if hasattr(view, "person") else ""
    size = QApplication.primaryScreen().size()
    said = {
        "kept": window.kept,
        "whole": window.isFullScreen() and window.size() == size,
        "view": type(view).__name__,
        "typed": typed,
        "rail": window.rail.isVisible(),
        "popup": QApplication.activePopupWidget() is not None,
        "lock": program.lock.asks if "lock" in vars(program) else "",
    }
    part = file.with_suffix(".part")
    part.write_text(json.dumps(said), "utf-8")
    part.replace(file)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
