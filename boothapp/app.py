"""Composition root: the one order in which the window starts and stops.

1. Qt, language and look, so that the first paint is right. 2. The window with its places; pages are built when
first visited. 3. The window shows. 4. Only then the store opens, on its own lane. 5. At the end the lanes finish
what was begun, and the store closes.
"""

import os
import signal
import sys

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from boothapp import paths, words
from boothapp.paths import Home
from boothapp.settings import Settings
from boothapp.ui import theme
from boothapp.ui.desk import Desk
from boothapp.ui.tasks import Tasks
from boothapp.ui.window import Place, Window
from boothapp.words import mark

PASSPHRASE_VARIABLE = "BOOTHAPP_PASSPHRASE"


def run(home: str | None) -> int:
    """Opens the window and gives its exit code when it is closed."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    program = Program(app, paths.home(home))
    program.window.show()
    QTimer.singleShot(0, program.begin)
    signal.signal(signal.SIGINT, lambda *_: app.quit())
    code = app.exec()
    program.end()
    return code


class Program:
    """The parts, put together once."""

    def __init__(self, app: QApplication, home: Home) -> None:
        self.settings = Settings(home)
        self.home = home
        app.setApplicationName("boothapp")
        words.use(self.settings.get("language") or QLocale.system().name()[:2])
        theme.begin(app, self.settings.get("look"))
        self.passphrase = os.environ.get(PASSPHRASE_VARIABLE) or None
        self.tasks = Tasks(lambda: _open(home, self.passphrase))
        self.desk = Desk(self.tasks, self.settings)
        self.window = self._window()
        self._connect()

    def begin(self) -> None:
        """Opens the store; the door asks for what is missing."""
        self.window.go("door")

    def end(self) -> None:
        """Finishes what was begun and closes the store."""
        self.tasks.close()

    def _window(self) -> Window:
        def capture() -> QWidget:
            from boothapp.ui.pages.capture import CapturePage

            return CapturePage(self.desk)

        def leads() -> QWidget:
            from boothapp.ui.pages.leads import LeadsPage

            return LeadsPage(self.desk)

        def send() -> QWidget:
            from boothapp.ui.pages.send import SendPage

            return SendPage(self.desk)

        places = (
            Place("capture", mark("Capture"), "scan-line", capture),
            Place("leads", mark("Leads"), "users", leads),
            Place("send", mark("Send"), "send", send),
        )
        geometry = bytes.fromhex(self.settings.get("geometry"))
        return Window(places, geometry, lambda state: self.settings.choose("geometry", state.hex()))
