"""Starts a window and ends as soon as it has painted: `first_paint bare` or `first_paint app`.

Run by start.py in a process of its own, so that both sides pay for the same ending.
"""

import runpy
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class Painted(QObject):
    """Ends the application after the first paint of anything it shows."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.quit)
        return False


def run_until_painted() -> int:
    """Qt's own loop with the watch on; stands in for QApplication.exec while this module runs."""
    application = QApplication.instance()
    assert application is not None
    watch = Painted()
    application.installEventFilter(watch)
    for window in QApplication.topLevelWidgets():
        window.update()
    return run_loop()


def bare() -> int:
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.show()
    return application.exec()


def app() -> None:
    sys.argv = ["boothapp"]
    runpy.run_module("boothapp", run_name="__main__", alter_sys=True)


run_loop = QApplication.exec

if __name__ == "__main__":
    QApplication.exec = staticmethod(run_until_painted)  # type: ignore[method-assign]
    sys.exit({"bare": bare, "app": app}[sys.argv[1]]())
