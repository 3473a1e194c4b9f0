"""The door: opening, a new laptop, a wrong passphrase, faults, and the choice of a show."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from boothapp.actions import demo
from boothapp.app import PASSPHRASE_VARIABLE, Program
from boothapp.paths import Home
from boothapp.store import lists
from boothapp.store.database import Store, open_store
from boothapp.store.lists import Query
from boothapp.ui.pages.door.keys import ChoosePassphrase, Recovery, Unlock
from boothapp.ui.pages.door.page import DEMO_LEADS
from boothapp.ui.pages.door.shows import DEMO_SHOW, ChooseShow, NewShow
from boothapp.ui.pages.door.step import Fault
from tests.conftest import PASSPHRASE
from tests.ui.program import key, start, stored, type_text, with_demo_show

KEY = Qt.Key


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch, home: Home) -> Home:
    """A home whose passphrase has to be typed."""
    monkeypatch.delenv(PASSPHRASE_VARIABLE)
    return home


@pytest.fixture
def begun(qtbot: QtBot) -> Iterator[list[Program]]:
    """The programs of a test, closed after it."""
    programs: list[Program] = []
    yield programs
    for program in programs:
        program.end()


def at(qtbot: QtBot, begun: list[Program], home: Home, step: type) -> Program:
    """A program waiting at this step."""
    program = start(qtbot, home)
    begun.append(program)
    program.begin()
    wait_for(qtbot, program, step)
    return program


def wait_for(qtbot: QtBot, program: Program, step: type) -> None:
    qtbot.waitUntil(lambda: isinstance(program.door.step, step), timeout=20_000)


def entered(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: "capture" in program.window.pages(), timeout=20_000)


def test_the_window_shows_before_the_store_opens(qtbot: QtBot, begun: list[Program], home: Home) -> None:
    program = start(qtbot, home)
    begun.append(program)
    assert program.window.isVisible()
    assert not home.store.exists()
    assert not any(button.isVisible() for button in program.window.rail.buttons.values())


def test_a_passphrase_is_chosen_by_keyboard(qtbot: QtBot, begun: list[Program], locked: Home) -> None:
    program = at(qtbot, begun, locked, ChoosePassphrase)
    step = program.door.step
    assert isinstance(step, ChoosePassphrase)
    type_text("short")
    key(KEY.Key_Return)
    assert step.first.message.text() == "This is too short."
    type_text("other")
    key(KEY.Key_Return)
    assert (step.first.message.text(), step.second.message.text()) == (
        "This is too short.",
        "The two are not the same.",
    )
    assert not locked.key.exists()
    for field in (step.first, step.second):
        field.input.clear()
        field.setFocus()
        type_text("four quiet words")
    key(KEY.Key_Return)
    wait_for(qtbot, program, Recovery)
    open_store(locked, "four quiet words").close()


def test_the_recovery_key_on_paper_opens_the_leads(
    qtbot: QtBot, begun: list[Program], locked: Home, tmp_path: Path
) -> None:
    import pypdfium2

    program = at(qtbot, begun, locked, ChoosePassphrase)
    program.door.choose_passphrase("four quiet words")
    wait_for(qtbot, program, Recovery)
    file = tmp_path / "recovery.pdf"
    program.door.save_recovery(file)
    qtbot.waitUntil(lambda: "recovery.pdf" in program.door.step.message.text(), timeout=20_000)
    text = pypdfium2.PdfDocument(file)[0].get_textpage().get_text_range()
    code = "".join(word for word in text.split() if len(word) == 5 and word.isupper())
    open_store(locked, code).close()
    assert isinstance(program.door.step, Recovery)
    program.door.step.go_on.click()
    wait_for(qtbot, program, ChooseShow)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no rights in a file's mode")
def test_the_recovery_key_saved_from_the_window_is_for_its_owner_only(
    qtbot: QtBot, begun: list[Program], locked: Home, tmp_path: Path
) -> None:
    program = at(qtbot, begun, locked, ChoosePassphrase)
    program.door.choose_passphrase("four quiet words")
    wait_for(qtbot, program, Recovery)
    assert isinstance(program.door.step, Recovery)
    program.door.step.save.click()
    dialog = program.door.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    # Whatever was there before, everybody could read.
    file = tmp_path / "recovery.pdf"
    file.touch(0o644)
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    qtbot.waitUntil(lambda: "recovery.pdf" in program.door.step.message.text(), timeout=20_000)
    assert file.read_bytes().startswith(b"%PDF")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_wrong_passphrase_says_so_and_changes_nothing(
    qtbot: QtBot, begun: list[Program], locked: Home
) -> None:
    with_demo_show(locked)
    before = {file.name: file.read_bytes() for file in locked.root.iterdir() if file.is_file()}
    program = at(qtbot, begun, locked, Unlock)
    type_text("not the one")
    key(KEY.Key_Return)
    qtbot.waitUntil(lambda: "not the right one" in program.door.step.message.text())
    for file, content in before.items():
        assert (locked.root / file).read_bytes() == content
    type_text(PASSPHRASE)
    assert program.door.step.message.text() == ""
    key(KEY.Key_Return)
    entered(qtbot, program)


def test_a_passphrase_in_the_environment_asks_nothing(qtbot: QtBot, begun: list[Program], home: Home) -> None:
    with_demo_show(home)
    assert os.environ[PASSPHRASE_VARIABLE] == PASSPHRASE
    program = start(qtbot, home)
    begun.append(program)
    program.begin()
    entered(qtbot, program)
    assert program.window.windowTitle() == "Automation Days 2026 · boothapp"


def test_the_demo_show_opens_from_the_door(qtbot: QtBot, begun: list[Program], home: Home) -> None:
    program = at(qtbot, begun, home, ChooseShow)
    key(KEY.Key_Return)
    entered(qtbot, program)
    assert sum(stored(program, lambda store: lists.counts(store, Query())).values()) == DEMO_LEADS


def test_a_new_show_needs_its_name_and_company_and_names_it_in_the_consent(
    qtbot: QtBot, begun: list[Program], home: Home
) -> None:
    program = at(qtbot, begun, home, ChooseShow)
    key(KEY.Key_Tab)
    key(KEY.Key_Return)
    assert isinstance(program.door.step, NewShow)
    type_text("Metal Week")
    key(KEY.Key_Return)
    key(KEY.Key_Return)
    assert program.door.step.company.message.text() == "The consent has to name your company."
    type_text("Zorya Robotics")
    key(KEY.Key_Return)
    entered(qtbot, program)
    show = program.desk.show
    assert show is not None
    assert (show.name, show.company, show.staff, show.pieces) == ("Metal Week", "Zorya Robotics", (), ())
    assert [question.id for question in show.questions] == ["budget", "authority", "need", "timing"]
    assert all("Zorya Robotics" in text for words in show.consent.values() for text in words.values())
    assert not any("Nordlicht" in text for words in show.consent.values() for text in words.values())


def test_a_kit_that_is_wrong_says_where_and_changes_nothing(
    qtbot: QtBot, begun: list[Program], home: Home, tmp_path: Path
) -> None:
    program = at(qtbot, begun, home, ChooseShow)
    kit = tmp_path / "show.toml"
    kit.write_text('id = "x"\nname = 3\n', "utf-8")
    program.door.take_kit(kit)
    qtbot.waitUntil(lambda: "Nothing was imported." in program.door.step.message.text())
    kit.write_text('id = "x"\nname = "Metal Week"\n', "utf-8")
    program.door.take_kit(kit)
    entered(qtbot, program)


def test_a_newer_store_is_refused_in_the_window(qtbot: QtBot, begun: list[Program], home: Home) -> None:
    store = open_store(home, PASSPHRASE)
    _make_newer(store)
    program = at(qtbot, begun, home, Fault)
    shown = [program.door.step.sentence.text()]
    assert "Nothing was changed." in shown[0]


def _make_newer(store: Store) -> None:
    store.db.execute("PRAGMA user_version = 9999")
    store.close()


def test_a_bug_leaves_a_report_without_the_visitors_data(
    qtbot: QtBot, begun: list[Program], home: Home
) -> None:
    with_demo_show(home)
    program = start(qtbot, home)
    begun.append(program)

    visitor = "Оксана Ґедзь"

    def broken(_: Store) -> None:
        raise KeyError(visitor)

    program.tasks.ask(broken, lambda _: None)
    qtbot.waitUntil(program.window.message.isVisible)
    [report] = (home.root / "reports").iterdir()
    assert "KeyError" in report.read_text("utf-8")
    assert "Ґедзь" not in report.read_text("utf-8")
    assert report.name in program.window.message.words.text()


def test_another_show_is_begun_and_the_first_one_found_again(
    qtbot: QtBot, begun: list[Program], home: Home
) -> None:
    with_demo_show(home)
    program = start(qtbot, home)
    begun.append(program)
    program.begin()
    entered(qtbot, program)
    first = program.window.pages()["capture"]
    menu = program.window.menu()
    next(action for action in menu.actions() if action.text() == "New show…").trigger()
    wait_for(qtbot, program, NewShow)
    program.door.start_show("Spring Fair", "Our Company")
    qtbot.waitUntil(lambda: program.window.pages().get("capture") not in (None, first), timeout=20_000)
    assert program.desk.show is not None
    assert program.desk.show.name == "Spring Fair"
    qtbot.waitUntil(lambda: program.window.state.items["who"].text() == "No staff in this show")
    program.window.show_wanted.emit("other")
    wait_for(qtbot, program, ChooseShow)
    step = program.door.step
    assert isinstance(step, ChooseShow)
    assert not step.demo.isVisible()
    assert list(step.known) == [demo.SHOW] == [DEMO_SHOW]
    step.known[demo.SHOW].click()
    qtbot.waitUntil(lambda: program.desk.show is not None and program.desk.show.id == demo.SHOW)
    assert demo.demo_show().id == demo.SHOW
