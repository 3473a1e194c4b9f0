"""Is there a screen for the window? Without one Qt would end the program in its own words."""

import os
import sys
from typing import TYPE_CHECKING, Any

from boothapp.errors import EnvironmentFault
from boothapp.words import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# An X server, a Wayland compositor, or whatever else Qt is told to draw on.
NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def require() -> None:
    """Raises EnvironmentFault where nothing names a screen; only Linux names it in the surroundings."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in NAMES):
        raise _fault(tr("There is no screen here."))


def application(words: list[str]) -> "QApplication":
    """Qt's application; where its screen refuses, the program ends with a sentence and that exit code."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    heard: list[str] = []

    def hear(kind: Any, _place: object, text: str) -> None:
        heard.append(text)
        # Qt aborts as soon as this returns.
        if kind.name == "QtFatalMsg":
            _end(heard[0])

    before = qInstallMessageHandler(hear)
    app = QApplication(words)
    qInstallMessageHandler(before)
    for text in heard:
        sys.stderr.write(f"{text}\n")
    return app


def _end(reason: str) -> None:
    fault = _fault(tr("The window can't be opened: {reason}.").format(reason=reason.strip().rstrip(".")))
    sys.stderr.write(f"{fault}\n")
    sys.stderr.flush()
    os._exit(fault.exit_code)


def _fault(happened: str) -> EnvironmentFault:
    return EnvironmentFault(
        happened,
        safe=tr("All leads saved so far are safe."),
        step=tr("Use the commands, which boothapp --help lists, and demo with --no-window."),
    )
