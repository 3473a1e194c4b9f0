"""A person types at the stand: python -m tests.faults.typing_person HOME WORD... ends only when it is killed.

After each word it waits until the store holds what stands on the page, and says so with a line.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from boothapp.actions import drafts
from boothapp.app import Program
from boothapp.paths import Home
from boothapp.ui import theme
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.program import type_text


def until(condition: Callable[[], bool]) -> None:
    """Lets the program work until the condition holds."""
    while not condition():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def begin(home: Home) -> tuple[Program, CapturePage]:
    """The program at the stand, a visitor before it."""
    application = QApplication([*sys.argv[:1], *theme.STYLE])
    program = Program(application, home)
    program.window.show()
    program.window.activateWindow()
    program.begin()
    until(lambda: "capture" in program.window.pages() and program.guard.watching)
    page = program.window.pages()["capture"]
    assert isinstance(page, CapturePage)
    return program, page


def main(home: str, *words: str) -> None:
    ticking = QTimer(interval=20)
    program, page = begin(Home(Path(home)))
    ticking.start()
    page.talk.person.fields["full_name"].input.setFocus()
    for word in words:
        type_text(f"{word} ")
        until(lambda: is_kept(program, page))
        print(page.talk.person.visitor().name, flush=True)
    while True:
        type_text("x")
        until(lambda: True)


def is_kept(program: Program, page: CapturePage) -> bool:
    """Whether the newest draft in the store is what stands on the page."""
    show = program.desk.show
    assert show is not None
    kept = program.tasks.in_store(lambda store: drafts.newest(store, show.id)).kept
    return kept is not None and kept.draft == page.draft()


if __name__ == "__main__":
    main(*sys.argv[1:])
