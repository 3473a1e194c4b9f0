"""Starts a window and ends as soon as it has painted: `first_paint bare` or `first_paint app`.

Run in a process of its own. Both sides end without any tidying up, so that only the start is measured. With
the word `modules` after it, the modules that were loaded at the first paint are printed, one a line.
"""

import os
import runpy
import sys

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QMainWindow

# Milliseconds after which a window that has not painted counts as failed.
PATIENCE = 30_000


class Watched(QtWidgets.QApplication):
    """Ends the process after the first paint of anything it shows."""

    def __init__(self, words: list[str]) -> None:
        super().__init__(words)
        self.modules: tuple[str, ...] = ()
        self.installEventFilter(self)
        QTimer.singleShot(PATIENCE, lambda: os._exit(3))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.modules:
            self.modules = tuple(sys.modules)
            QTimer.singleShot(0, self.finish)
        return False

    def finish(self) -> None:
        """Says what was loaded and ends, before anything that waits for the first paint begins."""
        if "modules" in asked:
            print(*self.modules, sep="\n", flush=True)
        os._exit(0)


def bare() -> int:
    application = Watched(sys.argv)
    window = QMainWindow()
    window.show()
    return application.exec()


def app() -> None:
    QtWidgets.QApplication = Watched  # type: ignore[assignment,misc]
    sys.argv = ["boothapp"]
    runpy.run_module("boothapp", run_name="__main__", alter_sys=True)


asked = sys.argv[1:]

if __name__ == "__main__":
    sys.exit({"bare": bare, "app": app}[asked[0]]())
