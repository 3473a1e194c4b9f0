"""A badge scanned in the moment in which the window is closed is stored like any other."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boothapp.actions import leads
from boothapp.app import Program
from boothapp.paths import Home
from boothapp.store.database import open_store
from boothapp.store.lists import Query
from boothapp.ui.pages.capture.page import CapturePage
from tests.conftest import PASSPHRASE
from tests.ui.program import burst

ANNA, BEN = (f"MECARD:N:{who};ORG:Werft Nord;;" for who in ("Vogel,Anna", "Boll,Ben"))
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Ben Boll\nORG:Werft Nord"


def names(home: Home) -> list[str]:
    store = open_store(home, PASSPHRASE)
    found = sorted(line.name for line in leads.listed(store, Query()))
    store.close()
    return found


@pytest.mark.parametrize("rapid", [False, True])
def test_scans_of_the_last_moment_are_saved(
    program: Program, page: CapturePage, home: Home, rapid: bool
) -> None:
    page.crowd_button.setChecked(rapid)
    burst(ANNA)
    burst(BEN)
    program.window.close()
    program.end()
    assert names(home) == ["Anna Vogel", "Ben Boll"]


def test_a_card_whose_end_has_not_come_is_saved(program: Program, page: CapturePage, home: Home) -> None:
    burst(CARD)
    program.window.close()
    program.end()
    assert names(home) == ["Ben Boll"]


def test_a_scan_held_back_presses_no_button_at_the_close(
    qtbot: QtBot, program: Program, page: CapturePage, home: Home
) -> None:
    page.save_button.setFocus()
    burst(BEN)
    assert program.guard.holding()
    assert QApplication.focusWidget() is page.save_button
    program.window.close()
    program.end()
    assert names(home) == ["Ben Boll"]
