"""What would make the window stand still: done beside it, done once, or not done again."""

import threading

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boothapp.actions.met import Met
from boothapp.app import Program
from boothapp.domain.changes import changed
from boothapp.domain.lead import Lead
from boothapp.ui import ahead, standing
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.pages.send import target_form
from boothapp.ui.widgets.rating import RatingPanel, RatingShown
from tests.ui import seen
from tests.ui.program import enter, saved


def test_the_other_pages_are_loaded_beside_the_window(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded_on: list[threading.Thread] = []
    monkeypatch.setattr(ahead, "QUIET", 0)
    monkeypatch.setattr(ahead, "load", lambda: loaded_on.append(threading.current_thread()))
    enter(qtbot, program)
    qtbot.waitUntil(lambda: len(loaded_on) == 1)
    assert loaded_on[0] is not threading.main_thread()


def test_what_is_loaded_ahead_is_there() -> None:
    ahead.load()


def test_another_rating_is_said_by_the_same_widgets(qtbot: QtBot) -> None:
    panel = RatingPanel()
    seen.show(qtbot, panel)
    panel.show_rating(RatingShown("warm", 5, [("Budget", 3), ("Need", 2)], ["Timing"]))
    before = panel.findChildren(QWidget)
    panel.show_rating(RatingShown("cold", -1, [("No budget", -1)], ["Authority", "Need"]))
    panel.show_rating(RatingShown("warm", 5, [("Budget", 3), ("Need", 2)], ["Timing"]))
    after = panel.findChildren(QWidget)
    assert [one for one in before if one not in after] == []
    texts = [one.property("text") for one in after if one.isVisible() and one.property("text")]
    assert texts.count("Budget") == texts.count("Timing") == 1
    assert "Authority" not in texts


def test_a_fresh_form_is_rated_once(page: CapturePage, monkeypatch: pytest.MonkeyPatch) -> None:
    page.talk.person.fields["full_name"].set_text("Ada Byron")
    page.consents.ticks["mail"].click()
    next(iter(page.pieces.ticks.values())).click()
    rated: list[object] = []
    think = page.thinking.think
    monkeypatch.setattr(page.thinking, "think", lambda *given: (rated.append(given), think(*given)))
    page.fresh()
    assert len(rated) == 1
    assert (page.consents.value(), page.pieces.value()) == ((), ())


def test_the_same_visitors_seen_before_are_not_shown_anew(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    page.talk.person.fields["full_name"].set_text("Ada Byron")
    page.save()
    qtbot.waitUntil(lambda: len(saved(program)) == 1)
    lead: Lead = saved(program)[0]
    panel = page.recognising.panel
    panel.offer([Met(lead)])
    [card] = panel.cards
    panel.offer([Met(lead)])
    assert panel.cards == [card]
    panel.offer([])
    assert (panel.cards, panel.isVisible()) == ([], False)


def test_a_crowd_is_counted_once(
    program: Program, page: CapturePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    qtbot.waitUntil(program.window.state.items["unsent"].isVisible)
    monkeypatch.setattr(standing, "_unsent", lambda _store: asked.append(1) or 20)
    for _ in range(20):
        program.tasks.changed.emit(changed("leads"))
    qtbot.waitUntil(lambda: program.window.state.items["unsent"].text().startswith("20 "))
    assert asked == [1]


def test_the_form_of_a_crm_opens_no_window_of_its_own(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(target_form, "KINDS", {**target_form.KINDS, "other": target_form.KINDS["tryton"]})
    form = target_form.TargetForm()
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == []
    seen.show(qtbot, form)
    assert form.kind.isVisible()
