"""Starts a window and ends as soon as it has painted: `first_paint bare`, `app` or `open`.

`open` ends when the Capture page has painted: the store is open, the next visitor can be scanned. Run in a
process of its own. All end without any tidying up, so that only the start is measured. With the word
`modules` after it, the modules that were loaded at the first paint are printed, one a line.
"""

import os
import runpy
import sys

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

# Milliseconds after which a window that has not painted counts as failed.
PATIENCE = 30_000


class Eye(QObject):
    """Ends the process after the first paint of the one widget it looks at.

    Looking at the whole program would cost as much as the paint: every event of every widget comes by.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.modules: tuple[str, ...] = ()
        widget.installEventFilter(self)
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


class Watched(QMainWindow):
    """A main window that is looked at from its first show on."""

    def showEvent(self, event: QShowEvent) -> None:
        Eye(self)
        super().showEvent(event)


def bare() -> int:
    application = QApplication(sys.argv)
    window = Watched()
    window.show()
    return application.exec()


def app() -> None:
    QtWidgets.QMainWindow = Watched  # type: ignore[misc]
    _run()


def opened() -> None:
    from boothapp.ui.light import travel_light

    # In the program's own order: before it imports its parts, which are imported here to be watched.
    travel_light()
    from boothapp.app import Program

    enter = Program._enter

    def watched(self: Program) -> None:
        enter(self)
        # The last to look at the pages is told first: what waits for the paint does not come before the end.
        Eye(self.window.stack)

    Program._enter = watched  # type: ignore[method-assign]
    _run()


def _run() -> None:
    sys.argv = ["boothapp"]
    runpy.run_module("boothapp", run_name="__main__", alter_sys=True)


asked = sys.argv[1:]

if __name__ == "__main__":
    sys.exit({"bare": bare, "app": app, "open": opened}[asked[0]]())
