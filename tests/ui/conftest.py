"""The window's tests: our look, English, and a clean state after each one."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from boothapp import words
from boothapp.ui import theme
from tests.ui import seen


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
