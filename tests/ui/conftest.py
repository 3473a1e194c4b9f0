"""The window's tests: our look, English, and a clean state after each one."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boothapp import words
from boothapp.app import Program
from boothapp.paths import Home
from boothapp.ui import theme
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui import seen
from tests.ui.program import enter, start, with_demo_show
from tests.ui.stand import Stand, stand


@pytest.fixture(scope="session")
def _begun(qapp: QApplication) -> None:
    theme.begin(qapp, "light")


@pytest.fixture(autouse=True)
def _look(qapp: QApplication, _begun: None) -> Iterator[None]:
    if theme.mode() != "light":
        theme.use(qapp, "light")
    words.use("en")
    yield
    words.use("en")
    seen.kept.clear()
    # What lies there at the end of the process would be given up twice: by the clipboard and by Python.
    QApplication.clipboard().clear()


@pytest.fixture
def program(qtbot: QtBot, home: Home) -> Iterator[Program]:
    """The real program at the door of the demo show."""
    with_demo_show(home)
    made = start(qtbot, home)
    yield made
    made.end()


@pytest.fixture
def here(request: pytest.FixtureRequest, qtbot: QtBot, home: Home) -> Iterator[Stand]:
    """A stand with as many leads as the module's COUNT says."""
    with stand(qtbot, home, request.module.COUNT) as made:
        yield made


@pytest.fixture
def page(qtbot: QtBot, program: Program) -> CapturePage:
    """Its capture page, ready for a visitor."""
    return enter(qtbot, program)
