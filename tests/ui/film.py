"""One visitor at the stand, filmed: a scan, nine keys and the next scan, one picture a step."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest

from boothapp.actions import leads
from boothapp.actions.laptop import Laptop
from boothapp.actions.printer import Queue
from boothapp.domain.draft import Draft
from boothapp.domain.lead import Lead
from boothapp.domain.show import Show
from boothapp.domain.wording import said
from boothapp.store import lists
from boothapp.store.database import Store
from boothapp.store.lists import Query
from boothapp.ui.laptop import Look
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.pictures import Stage
from tests.ui.program import burst, stored
from tests.unit.actions.printers import with_queue

BADGE = (
    "MECARD:N:Byron,Ada;ORG:Analytical Engines;TITLE:Head of Production;"
    "EMAIL:ada@engine.example;TEL:+442079460123;;"
)
NEXT_BADGE = "MECARD:N:Doe,Jane;ORG:Tyne Castings;EMAIL:jane@tyne.example;TEL:+441915550123;;"
ANSWERS = {"budget": "1", "authority": "1", "need": "2", "timing": "1"}
INTERESTS = {"arm": "1", "vision": "3"}
CONTROL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SCANNER, BY_ITSELF = "Scanner", "by itself"
# The queue keeps what it prints, and waits for its paper until the film has shown the save.
_LP = """#!{python}
import sys, time
from pathlib import Path
folder = Path(__file__).parent
printed = sys.stdin.buffer.read()
while not (folder / "paper").exists():
    time.sleep(0.01)
(folder / "sheet.pdf").write_bytes(printed)
"""


@dataclass(frozen=True)
class Shot:
    """One picture: what was done, with which key, and how the page and the store stand after it.

    newest: the lead saved last; sheets: what came out of the printer, as PDF.
    """

    words: str
    key: str
    picture: QPixmap
    draft: Draft
    newest: Lead
    sheets: tuple[bytes, ...]


@dataclass(frozen=True)
class Step:
    """What a person does, and by what it is known to be done."""

    words: str
    key: str
    act: Callable[[], None]
    done: Callable[[], bool]


class Film:
    """The window on a stage, led by its keys alone."""

    def __init__(self, stage: Stage, printer: Path) -> None:
        self.stage, self._printer = stage, printer
        with_queue(printer, "desk", ["desk"], "printer desk is idle.")
        (printer / "lp").write_text(_LP.format(python=sys.executable), "utf-8")
        os.environ["PATH"] = f"{printer}{os.pathsep}{os.environ['PATH']}"
        stage.program.desk.laptop.see = lambda _printer: Look(Laptop(84, False, 62 * 10**9), Queue("desk"))
        stage.enter()
        page = stage.window.go("capture")
        assert isinstance(page, CapturePage)
        self.page: CapturePage = page

    def shots(self) -> Iterator[Shot]:
        """The steps one by one, each picture taken when the page has come to rest."""
        for step in self._steps():
            step.act()
            self.stage.until(step.done)
            self.stage.settle()
            newest = stored(self.stage.program, _newest)
            sheet = self._printer / "sheet.pdf"
            sheets = (sheet.read_bytes(),) if sheet.exists() else ()
            yield Shot(step.words, step.key, self.stage.grab(), self.page.draft(), newest, sheets)

    def _steps(self) -> Iterator[Step]:
        page, show = self.page, self.stage.program.desk.show
        assert show is not None
        yield Step("Ready for a visitor", "", page.scan.setFocus, page.scan.hasFocus)
        yield Step("The badge is scanned", SCANNER, partial(burst, BADGE), partial(self._stands, "Byron"))
        for question, key in ANSWERS.items():
            yield self._answer(show, question, key)
        for product, key in INTERESTS.items():
            yield self._interest(show, product, key)
        yield self._press("E-mail is allowed", "F2", lambda: page.consents.value() == ("mail",))
        yield self._press("Saved, the form is fresh", "Ctrl+P", lambda: self._says("hot"), CONTROL)
        yield Step("The sheet is printed", BY_ITSELF, self._give_paper, lambda: self._says("printer"))
        yield Step("The next visitor", SCANNER, partial(burst, NEXT_BADGE), partial(self._stands, "Doe"))

    def _answer(self, show: Show, id: str, key: str) -> Step:
        question = show.question(id)
        assert question is not None
        option = question.options[int(key) - 1]
        words = f"{said(question.text, 'en')}: {said(option.text, 'en')}"
        return self._press(words, key, lambda: self.page.talk.answers().get(id) == (option.id,))

    def _interest(self, show: Show, id: str, key: str) -> Step:
        product = show.product(id)
        assert product is not None
        words = f"Interest: {said(product.name, 'en')}"
        return self._press(words, key, lambda: id in self.page.talk.interests.value())

    def _press(
        self, words: str, key: str, done: Callable[[], bool], modifier: Qt.KeyboardModifier = NONE
    ) -> Step:
        """A key of a person, as the system hands it to the window."""
        screen: Any = self.stage.window.windowHandle()
        name = KEYS[key]
        return Step(words, key, lambda: QTest.keyClick(screen, name, modifier), done)

    def _stands(self, family_name: str) -> bool:
        """Whether this visitor stands in the form, with the first question waiting."""
        budget = self.page.talk.questions.rows["budget"].answers
        return self.page.talk.person.visitor().family_name == family_name and budget.focus_index() == 0

    def _says(self, words: str) -> bool:
        return words in self.stage.window.message.words.text()

    def _give_paper(self) -> None:
        (self._printer / "paper").touch()


def _newest(store: Store) -> Lead:
    [line] = lists.page(store, Query(limit=1))
    return leads.find(store, line.id)


KEYS: Mapping[str, Qt.Key] = {
    "1": Qt.Key.Key_1,
    "2": Qt.Key.Key_2,
    "3": Qt.Key.Key_3,
    "F2": Qt.Key.Key_F2,
    "Ctrl+P": Qt.Key.Key_P,
}
