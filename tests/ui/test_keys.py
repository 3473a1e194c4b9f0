"""F1 shows the keys of the page, and each key that it shows does what stands beside it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from boothapp.app import PASSPHRASE_VARIABLE
from boothapp.ui import keys
from boothapp.ui.key_panel import KeyPanel
from tests.ui import scenes_drafts
from tests.ui.key_acts import PAGES, BadgeFormatActs, CaptureActs, labels, press
from tests.ui.pictures import Stage
from tests.ui.pins import NO_GRAB


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """The program in English with the demo show."""
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "")
    made = Stage(tmp_path, "light", "en")
    yield made
    made.close()


def test_every_page_of_the_table_is_tried() -> None:
    assert PAGES.keys() == keys.PAGES.keys()


@pytest.mark.parametrize("page", PAGES)
def test_each_key_works_on_its_page(stage: Stage, page: str) -> None:
    acts = PAGES[page](stage)
    assert {act: getattr(acts, act)() for act in keys.PAGES[page]} == dict.fromkeys(keys.PAGES[page], True)


@pytest.mark.parametrize("page", PAGES)
def test_f1_shows_the_keys_of_the_page_and_gives_the_keyboard_back(stage: Stage, page: str) -> None:
    PAGES[page](stage)
    before = QApplication.focusWidget()
    press(stage, keys.HELP)
    panel = stage.window.findChild(KeyPanel)
    assert panel is not None
    assert panel.isVisible()
    assert panel.isAncestorOf(QApplication.focusWidget())
    shown = labels(panel)
    assert [key.does for key in keys.PAGES[page].values() if key.does not in shown] == []
    assert [key.does for key in keys.EVERYWHERE.values() if key.does not in shown] == []
    inside = page not in ("door", "lock")
    assert {key.does in shown for key in keys.INSIDE.values()} == {inside}
    press(stage, "Esc")
    assert not panel.isVisible()
    assert QApplication.focusWidget() is before
    press(stage, keys.HELP)
    press(stage, keys.HELP)
    assert not panel.isVisible()


def test_keys_are_called_as_they_are_written_on_the_keyboard(stage: Stage) -> None:
    assert [keys.shown(key) for key in ("Ctrl+Return", "Return", "Space", "Left")] == [
        "Ctrl+Enter",
        "Enter",
        "Space bar",
        "←",
    ]
    stage.window.speak("de")
    assert [keys.shown(key) for key in ("Ctrl+Return", "Space")] == ["Strg+Eingabe", "Leertaste"]
    stage.window.speak("uk")
    assert [keys.shown(key) for key in ("Ctrl+Return", "Space")] == ["Ctrl+Enter", "Пробіл"]


def test_the_keys_of_everywhere(stage: Stage) -> None:
    acts = BadgeFormatActs(stage)
    acts.keep()
    press(stage, keys.UNDO)
    stage.until(acts.panel.kept.isHidden)
    for number, place in enumerate(stage.window.rail.buttons, 1):
        press(stage, keys.PLACE.format(number=number))
        assert stage.window.here() == place
    stage.window.go("leads")
    stage.until(lambda: bool(stage.window.pages()["leads"].detail.lead()))  # type: ignore[attr-defined]
    stage.window.pages()["leads"].edit_button.setFocus()  # type: ignore[attr-defined]
    press(stage, keys.EVERYWHERE["press"].keys[0])
    assert stage.window.pages()["leads"].is_editing()  # type: ignore[attr-defined]


@NO_GRAB
def test_the_keys_of_the_people(stage: Stage) -> None:
    acts = CaptureActs(stage)
    press(stage, keys.WHO)
    stage.until(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Mira Lange" in [action.text() for action in menu.actions()]
    menu.close()
    acts.page.talk.person.fields["company"].input.setFocus()
    press(stage, keys.LOCK)
    assert stage.program.lock.asks == "lock"


def test_the_keys_shown_go_with_the_lock_and_the_keyboard_comes_back(stage: Stage) -> None:
    acts = CaptureActs(stage)
    company = acts.page.talk.person.fields["company"].input
    company.setFocus()
    press(stage, keys.HELP)
    press(stage, keys.LOCK)
    panel = stage.window.findChild(KeyPanel)
    assert panel is not None
    assert not panel.isVisible()
    for key in (*keys.PAGES["capture"]["drafts"].keys, keys.UNDO, keys.WHO):
        press(stage, key)
    assert QApplication.activePopupWidget() is None
    stage.program.lock.page.people["lange"].click()  # type: ignore[union-attr]
    stage.program.tasks.settle()
    assert stage.program.lock.asks == ""
    assert company.hasFocus()


def test_the_keys_lie_over_the_drafts_and_leave_them_open(stage: Stage) -> None:
    scenes_drafts.listed(stage)
    page: Any = stage.window.pages()["capture"]
    first = page.drafts.panel.lines[0].go_on
    assert first.hasFocus()
    press(stage, keys.HELP)
    press(stage, "Esc")
    assert page.drafts.panel.isVisible()
    assert first.hasFocus()
    press(stage, "Esc")
    assert not page.drafts.panel.isVisible()


def test_the_panel_goes_when_somebody_works_on(stage: Stage) -> None:
    acts = CaptureActs(stage)
    press(stage, keys.HELP)
    panel = stage.window.findChild(KeyPanel)
    assert panel is not None
    acts.page.talk.person.fields["company"].input.setFocus()
    assert not panel.isVisible()
    press(stage, keys.HELP)
    stage.window.go("leads")
    assert not panel.isVisible()


def test_the_menu_shows_the_keys_too(stage: Stage) -> None:
    stage.enter()
    menu = stage.window.menu()
    next(action for action in menu.actions() if action.text().startswith("Keys of this page")).trigger()
    panel = stage.window.findChild(KeyPanel)
    assert panel is not None
    assert panel.isVisible()
