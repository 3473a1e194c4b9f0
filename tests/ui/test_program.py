"""The parts of the program hear each other: pages that ask for another place get there."""

import pytest
from pytestqt.qtbot import QtBot

from boothapp.actions import capture
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.paths import Home
from boothapp.store import outbox
from boothapp.ui.pages.leads import LeadsPage
from tests import prepared
from tests.conftest import PASSPHRASE
from tests.ui.program import enter, start


@pytest.mark.parametrize("place", ["leads", "send"])
def test_a_page_can_ask_for_another_place(qtbot: QtBot, home: Home, place: str) -> None:
    store = prepared.with_demo(home, PASSPHRASE, 3)
    store.close()
    program = start(qtbot, home)
    enter(qtbot, program)
    program.desk.place_wanted.emit(place, "")
    assert program.window.here() == place
    program.window.close()


def test_a_page_can_ask_for_a_lead(qtbot: QtBot, home: Home) -> None:
    store = prepared.with_demo(home, PASSPHRASE, 3)
    lead = str(store.value("SELECT id FROM leads WHERE number = 'A-0001'"))
    store.close()
    program = start(qtbot, home)
    enter(qtbot, program)
    program.desk.place_wanted.emit("leads", lead)
    page = program.window.pages()["leads"]
    assert isinstance(page, LeadsPage)
    qtbot.waitUntil(lambda: page.detail.lead() == lead)
    program.window.close()


def test_what_waits_leads_to_the_send_page(qtbot: QtBot, home: Home) -> None:
    store = prepared.with_demo(home, PASSPHRASE, 1)
    store.close()
    program = start(qtbot, home)
    enter(qtbot, program)
    program.window.state.items["unsent"].click()
    assert program.window.here() == "send"
    program.window.close()


def test_what_another_program_saves_is_counted_with_the_next_place(qtbot: QtBot, home: Home) -> None:
    store = prepared.with_demo(home, PASSPHRASE, 1)
    program = start(qtbot, home)
    enter(qtbot, program)
    waits = program.window.state.items["unsent"]
    before = outbox.unsent(store)
    capture.save(store, Draft(visitor=Visitor(full_name="Ada Other")))
    store.close()
    program.desk.place_wanted.emit("leads", "")
    qtbot.waitUntil(lambda: waits.text().startswith(f"{before + 1} "))
    program.window.close()
