"""Starts a window and ends as soon as it has painted: `first_paint bare` or `first_paint app`.

Run in a process of its own, so that both sides of a comparison pay for the same ending. With the word
`modules` after it, the modules that were loaded at the first paint are printed, one a line.
"""

import runpy
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

# Milliseconds after which a window that has not painted counts as failed.
PATIENCE = 30_000


class Painted(QObject):
    """Ends the application after the first paint of anything it shows."""

    modules: tuple[str, ...] = ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.modules:
            self.modules = tuple(sys.modules)
            QTimer.singleShot(0, QApplication.quit)
        return False


def run_until_painted() -> int:
    """Qt's own loop with the watch on; stands in for QApplication.exec while this module runs."""
    application = QApplication.instance()
    assert application is not None
    watch = Painted()
    application.installEventFilter(watch)
    QTimer.singleShot(PATIENCE, lambda: application.exit(3))
    for window in QApplication.topLevelWidgets():
        window.update()
    code = run_loop()
    if "modules" in asked:
        print(*watch.modules, sep="\n")
    return code


def bare() -> int:
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.show()
    return application.exec()


def app() -> None:
    sys.argv = ["boothapp"]
    runpy.run_module("boothapp", run_name="__main__", alter_sys=True)


run_loop = QApplication.exec
asked = sys.argv[1:]

if __name__ == "__main__":
    QApplication.exec = staticmethod(run_until_painted)  # type: ignore[method-assign]
    sys.exit({"bare": bare, "app": app}[asked[0]]())
