"""A visitor who comes back: rating, reasons, owner and next step in sight are those that the save makes."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boothapp.actions import several
from boothapp.app import Program
from boothapp.domain.lead import Lead
from boothapp.domain.next_step import STEPS
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.program import CONTROL, burst, key, saved, stored
from tests.ui.test_drafts import in_message, typed

ANNA = "MECARD:N:Vogel,Anna;ORG:Werft Nord;EMAIL:anna@w.example;;"


@pytest.fixture
def hot(program: Program, page: CapturePage, qtbot: QtBot) -> Lead:
    """Anna was here: budget and need answered, an offer promised, of an owner that no rule gives."""
    burst(ANNA)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Anna Vogel")
    for question in ("budget", "authority", "need", "timing"):
        row = page.talk.questions.rows[question]
        row.answers.choose(page._show.question(question).options[0].id)  # type: ignore[union-attr]
    page.save()
    [lead] = saved(program)
    owner = next(one.id for one in page._show.staff if one.sales and one.id != lead.owner)
    wanted = several.Wanted(owner=owner, step="offer")
    stored(program, lambda store: several.apply(store, several.Selected(frozenset([lead.id])), wanted))
    [lead] = saved(program)
    assert (lead.rating.level, lead.owner) == ("hot", owner)
    program.window.message.forget()
    return lead


def in_sight(page: CapturePage) -> tuple[str, int, str, str]:
    follow = page.thinking.follow
    return (page._rating.level, page._rating.points, follow.owner.value(), follow.step.value())


def of(lead: Lead) -> tuple[str, int, str, str]:
    assert lead.next_step is not None
    return (lead.rating.level, lead.rating.points, lead.owner, lead.next_step.kind)


def test_what_was_said_before_counts_as_the_save_counts_it(
    program: Program, page: CapturePage, qtbot: QtBot, hot: Lead
) -> None:
    burst(ANNA)
    qtbot.waitUntil(lambda: page.thinking.seen.isVisible())
    assert in_sight(page) == of(hot)
    assert STEPS["offer"] in page.thinking.follow.step.currentText()
    # Another answer is the last word, and nobody is asked what is answered.
    last = page._show.question("budget").options[-1].id  # type: ignore[union-attr]
    page.talk.questions.rows["budget"].answers.choose(last)
    asked = page._rating.to_hotter.gains if page._rating.to_hotter else ()
    assert [gain.subject for gain in asked if gain.source == "answer"] == []
    shown = in_sight(page)
    assert shown[1] < hot.rating.points
    page.save()
    [lead] = saved(program)
    assert (of(lead), len(lead.visits)) == (shown, 2)
    # The next visitor begins with nothing.
    assert (page._rating.level, page._rating.points) == ("cold", 0)


def test_somebody_chosen_among_those_of_before_brings_their_rating_until_undo(
    program: Program, page: CapturePage, qtbot: QtBot, hot: Lead
) -> None:
    typed(page, "full_name", "Anna Vogel")
    qtbot.waitUntil(lambda: len(page.recognising.panel.met) == 1)
    assert page._rating.points == 0
    key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: in_sight(page) == of(hot))
    key(Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page._rating.points == 0)


def test_a_scan_of_the_crowd_completed_counts_the_talk_before_it(
    program: Program, page: CapturePage, qtbot: QtBot, hot: Lead
) -> None:
    page.crowd_button.setChecked(True)
    burst(ANNA)
    in_message(program, qtbot, "1 waits to be completed.")
    qtbot.waitUntil(lambda: len(page.crowd.waiting) == 1)
    key(Qt.Key.Key_J, CONTROL)
    qtbot.waitUntil(lambda: in_sight(page) == of(hot))
    page.save()
    [lead] = saved(program)
    assert (of(lead), len(lead.visits)) == (of(hot), 2)
