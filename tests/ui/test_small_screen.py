"""A screen smaller than the pages, or everything on it larger: all is in sight, or scrolls."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boothapp.app import Program
from boothapp.paths import Home
from boothapp.settings import Settings
from boothapp.ui import small_screen, text_size
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.scrolled_frame import ScrolledFrame
from boothapp.ui.small_screen import SMALLEST
from tests.ui import pictures, placed, scenes_consent, scenes_leads, scenes_people, scenes_today
from tests.ui.pictures import Stage
from tests.ui.program import CONTROL, key, saved, type_text

KEY = Qt.Key
# 1280x700 and 1024x600 at 150 %, and at 200 %.
SCREENS = ((853, 467), (683, 400), (640, 350), (512, 300))
# Pages of every kind: one more each is seen in no time, but made in a second.
SCENES = {
    "capture": pictures.capture_warm,
    "leads-edit": scenes_leads.leads_edit,
    "send": scenes_leads.send_waiting,
    "today-worn": scenes_today.today_worn,
    "people-form": scenes_people.SCENES["people-form"],
    "kiosk-consent": scenes_consent.kiosk_consent,
}


@pytest.mark.parametrize("scene", SCENES)
def test_nothing_stands_on_anything_and_all_can_be_reached(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scene: str
) -> None:
    monkeypatch.setenv("BOOTHAPP_PASSPHRASE", "")
    stage = Stage(tmp_path, "light", "de")
    SCENES[scene](stage)
    for size in SCREENS:
        stage.window.resize(*size)
        stage.settle()
        assert stage.window.size().toTuple() == size
        assert placed.overlapping(stage.window) == []
        assert placed.unreached(stage.window) == []
    stage.close()


def test_a_lead_is_captured_by_keyboard_and_what_was_saved_is_told_in_sight(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    window = program.window
    window.resize(640, 350)
    area = window.centralWidget()
    assert isinstance(area, ScrolledFrame)
    page.talk.person.fields["company"].input.setFocus()
    type_text("Tyne")
    page.talk.questions.rows["timing"].answers.take_focus()
    key(KEY.Key_1)
    key(KEY.Key_Return, CONTROL)
    qtbot.waitUntil(window.message.isVisible)
    assert [lead.visitor.company for lead in saved(program)] == ["Tyne"]
    assert _is_in_sight(window, window.message)
    window.message.hide()
    assert QApplication.focusWidget() is page.scan
    assert _is_in_sight(window, page.scan)


def test_with_room_again_nothing_scrolls(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    window = program.window
    window.resize(*SMALLEST)
    assert not isinstance(window.centralWidget(), ScrolledFrame)
    window.resize(SMALLEST[0] - 1, SMALLEST[1])
    area = window.centralWidget()
    assert isinstance(area, ScrolledFrame)
    window.resize(1280, 700)
    bars = (area.horizontalScrollBar(), area.verticalScrollBar())
    qtbot.waitUntil(lambda: [bar.maximum() for bar in bars] == [0, 0])
    assert window.rail.height() == 700


@pytest.mark.parametrize(
    ("asked", "scale", "screen"),
    [
        ({"QT_SCALE_FACTOR": "1.5"}, 1.5, (1280, 700)),
        # Letters twice as large as usual, as desktops ask for them.
        ({"QT_FONT_DPI": "192"}, 2, (1024, 600)),
        ({"size": "200"}, 2, (1280, 700)),
    ],
    ids=str,
)
def test_larger_letters_leave_every_control_within_reach(
    tmp_path: Path, asked: dict[str, str], scale: float, screen: tuple[int, int]
) -> None:
    home = Home(tmp_path / "home")
    Settings(home).choose("size", asked.get("size", ""))
    config = tmp_path / "screen.json"
    one = {"name": "one", "x": 0, "y": 0, "width": screen[0], "height": screen[1], "dpr": 1}
    config.write_text(json.dumps({"screens": [{**one, "logicalDpi": 96, "logicalBaseDpi": 96}]}))
    env = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    env |= {name: value for name, value in asked.items() if name.isupper()}
    env["QT_QPA_PLATFORM"] = f"offscreen:configfile={config}"
    command = [sys.executable, "-m", "tests.ui.scaled_window", str(home.root), "capture"]
    done = subprocess.run(command, env=env, capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    found = json.loads(done.stdout.decode().splitlines()[-1])["capture"]
    assert found["scale"] == scale
    assert found["size"] == found["screen"] == [round(side / scale) for side in screen]
    assert (found["overlapping"], found["unreached"]) == ([], [])


def test_the_size_chosen_in_the_menu_is_kept_and_said(program: Program, page: CapturePage) -> None:
    menu = next(one.menu() for one in program.window.menu().actions() if one.text() == "Size")
    next(one for one in menu.actions() if one.text() == "150 %").trigger()
    assert program.settings.get("size") == "150"
    assert program.window.message.words.text() == text_size.AT_NEXT_START
    again = next(one.menu() for one in program.window.menu().actions() if one.text() == "Size")
    assert [one.text() for one in again.actions() if one.isChecked()] == ["150 %"]


@pytest.mark.parametrize(
    ("chosen", "before", "after"),
    [("", "", ""), ("100", "", ""), ("150", "", "1.5"), ("200", "1.25", "2.5"), ("125", "nonsense", "1.25")],
)
def test_a_size_adds_to_what_the_system_asks_for(chosen: str, before: str, after: str) -> None:
    surroundings = {text_size.FACTOR: before} if before else {}
    text_size.use(chosen, surroundings)
    assert surroundings.get(text_size.FACTOR, "") == after


def test_a_new_window_is_no_larger_than_its_screen(qtbot: QtBot, program: Program) -> None:
    window = program.window
    window.resize(3000, 2000)
    small_screen.fit(window)
    room = window.screen().availableGeometry()
    assert window.size().toTuple() == room.size().toTuple()


def _is_in_sight(window: QWidget, part: QWidget) -> bool:
    shown = placed.seen(window, part)
    return shown.width() >= part.width() - 1 and shown.height() >= part.height() - 1
