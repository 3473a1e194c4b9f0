"""Screenshots of the real program: python -m tests.ui.pictures FOLDER [WORD...].

With tests/golden/screenshots as FOLDER it writes what is committed there, file by file.
Starts the program on a home of its own with the demo show, for each look and language, and grabs the scenes
whose name holds one of the words (all without words). Written off screen, at the smallest screen we promise.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Event

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QPropertyAnimation, QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

from boothapp import app as program_of
from boothapp import words
from boothapp.app import Program
from boothapp.paths import Home
from boothapp.ui import laptop
from boothapp.ui.pages.door.page import DEMO_LEADS
from tests import prepared
from tests.ui import (
    few_colours,
    scenes_attendees,
    scenes_badge_format,
    scenes_cards,
    scenes_consent,
    scenes_crowd,
    scenes_drafts,
    scenes_group,
    scenes_keys,
    scenes_leads,
    scenes_people,
    scenes_scanner,
    scenes_talk,
    scenes_today,
    seen,
)

SIZE = (1280, 700)
LOOKS = ("light", "dark")
# High contrast is a look of its own; two pages show what it does.
CONTRAST = ("capture", "leads")
LONGEST = 60.0
PASSPHRASE = "a passphrase for pictures only"
CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ґедзь;Оксана\r\nFN:Оксана Ґедзь\r\nORG:Чорноморська верф\r\n"
    "TITLE:Головна інженерка\r\nEMAIL:o.gedz@verf.example\r\nTEL:+380 44 555 01 23\r\n"
    "ADR:;;;Одеса;;;Україна\r\nLANG:uk\r\nEND:VCARD\r\n"
)


class Stage:
    """A program on a new home, ready to be led to a scene."""

    def __init__(self, folder: Path, look: str, language: str, passphrase: str = PASSPHRASE) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        os.environ[program_of.PASSPHRASE_VARIABLE] = passphrase
        if not passphrase:
            del os.environ[program_of.PASSPHRASE_VARIABLE]
        self.program = Program(application, Home(folder))
        laptop.FIRST = 0
        self.program.desk.laptop.see = scenes_today.usual_laptop
        self.program.standing.soon.setInterval(0)
        self.window = self.program.window
        self.pasted: QWidget | None = None
        self.spoken, self.over = language, Event()
        self.window.resize(*SIZE)
        self.window.speak(language)
        self.window.wear(look)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def until(self, condition: Callable[[], bool]) -> None:
        """Lets the program work until the condition holds."""
        watch, begun = QTimer(interval=10), time.monotonic()
        watch.start()
        while not condition():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() - begun > LONGEST:
                raise TimeoutError("the scene never came about")
        watch.stop()

    def settle(self) -> None:
        """Lets every layout and answer come to rest."""
        self.program.tasks.change(lambda _store: None) if self.program.desk.show else None
        QTest.qWaitForWindowActive(self.window)
        for _ in range(6):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            QApplication.processEvents()
        slides = self.window.message.findChildren(QPropertyAnimation)
        self.until(lambda: all(slide.state() == QPropertyAnimation.State.Stopped for slide in slides))
        self.until(lambda: not self.program.standing.soon.isActive())
        self.program.tasks.settle()

    def enter(self) -> None:
        """Past the door, which finds the demo show as it makes it itself."""
        prepared.with_demo(self.program.home, PASSPHRASE, DEMO_LEADS).close()
        self.program.begin()
        self._arrive()

    def enter_new(self) -> None:
        """Through the door, which makes the demo show."""
        door = self.program.door
        self.program.begin()
        self.until(lambda: type(door.step).__name__ == "ChooseShow")
        door.make_demo()
        self._arrive()

    def _arrive(self) -> None:
        self.until(lambda: self.program.desk.show is not None and self.program.guard.watching)
        self.until(lambda: self.program.desk.laptop.laptop is not None)
        self.program.desk.choose_staff("lange")

    def grab(self) -> QPixmap:
        """The window, and a menu above it where one is open."""
        picture = self.window.grab()
        if self.pasted is not None:
            painter = QPainter(picture)
            item = self.window.state.items["who"]
            corner = item.mapTo(self.window, item.rect().topRight())
            at = QPoint(corner.x() - self.pasted.width(), corner.y() - self.pasted.height())
            painter.drawPixmap(at, self.pasted.grab())
            painter.end()
        return picture

    def close(self) -> None:
        self.over.set()
        if self.pasted is not None:
            self.pasted.close()
        self.window.close()
        self.program.end()
        self.window.deleteLater()
        QApplication.processEvents()
        seen.forget_closed()


def capture_warm(stage: Stage) -> None:
    """A card was scanned, two questions are answered, half a demo was shown."""
    stage.enter()
    page = stage.window.go("capture")
    page.scanning.take_text(CARD)
    stage.until(lambda: bool(page.draft().capture.raw))
    page.talk.questions.rows["budget"].answers.choose("planned")
    page.talk.questions.rows["need"].answers.choose("urgent")
    page.talk.interests._chips[1].click()
    page.pieces.demos["live"].share.choose("half")
    page.talk.questions.rows["authority"].answers.take_focus()


def capture_empty(stage: Stage) -> None:
    """A fresh form with the scan field armed."""
    stage.enter()
    stage.until(lambda: stage.program.standing._unsent > 0)
    page = stage.window.go("capture")
    page.scan.setFocus()


def door_shows(stage: Stage) -> None:
    """No show yet."""
    stage.program.begin()
    stage.until(lambda: type(stage.program.door.step).__name__ == "ChooseShow")


def door_new(stage: Stage) -> None:
    """A new show is named."""
    door_shows(stage)
    stage.program.door._ask_name()


def door_locked(stage: Stage) -> None:
    """A wrong passphrase was typed."""
    stage.program.passphrase = "the right one"
    door_shows(stage)
    stage.program.end()
    again = Program(QApplication.instance(), stage.program.home)
    again.passphrase = None
    again.window.resize(*SIZE)
    again.window.show()
    stage.program.window.hide()
    stage.program.window.deleteLater()
    stage.program, stage.window = again, again.window
    again.begin()
    stage.until(lambda: type(again.door.step).__name__ == "Unlock")
    again.door.step.passphrase.set_text("wrong passphrase")
    again.door.type_passphrase("wrong passphrase")
    stage.until(lambda: bool(again.door.step.message.text()))


def door_passphrase(stage: Stage) -> None:
    """A new laptop without a keystore."""
    stage.program.passphrase = None
    stage.program.begin()
    stage.until(lambda: type(stage.program.door.step).__name__ == "ChoosePassphrase")


def door_recovery(stage: Stage) -> None:
    """The recovery key is offered."""
    door_passphrase(stage)
    stage.program.door.choose_passphrase("four quiet words")
    stage.until(lambda: type(stage.program.door.step).__name__ == "Recovery")


SCENES: Mapping[str, Callable[[Stage], object]] = {
    "capture": capture_warm,
    "capture-empty": capture_empty,
    "door-shows": door_shows,
    "door-new": door_new,
    "door-locked": door_locked,
    "door-passphrase": door_passphrase,
    "door-recovery": door_recovery,
    **scenes_leads.SCENES,
    **scenes_attendees.SCENES,
    **scenes_badge_format.SCENES,
    **scenes_scanner.SCENES,
    **scenes_cards.SCENES,
    **scenes_drafts.SCENES,
    **scenes_keys.SCENES,
    **scenes_people.SCENES,
    **scenes_talk.SCENES,
    **scenes_today.SCENES,
    **scenes_consent.SCENES,
    **scenes_crowd.SCENES,
    **scenes_group.SCENES,
}


def painted(name: str, look: str, language: str) -> QPixmap:
    """One scene as people see it."""
    with tempfile.TemporaryDirectory() as home:
        stage = Stage(Path(home), look, language)
        try:
            SCENES[name](stage)
            stage.settle()
            return stage.grab()
        finally:
            stage.close()


def every() -> Iterator[tuple[str, str, str]]:
    """Scene, look and language of each picture."""
    for scene in SCENES:
        for look in (*LOOKS, "contrast") if scene in CONTRAST else LOOKS:
            for language in words.LANGUAGES:
                yield scene, look, language


def main(folder: str, *wanted: str) -> None:
    Path(folder).mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    prepared.stretch_once()
    for scene, look, language in every():
        if not wanted or any(word in scene for word in wanted):
            file = Path(folder) / f"{scene}-{look}-{language}.png"
            few_colours.save(painted(scene, look, language), file)


if __name__ == "__main__":
    main(*sys.argv[1:])
