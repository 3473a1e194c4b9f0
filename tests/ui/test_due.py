"""When the next step is due: proposed by the rating, agreed with the visitor."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt

from boothapp.domain.next_step import NextStep
from boothapp.domain.visitor import Visitor
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.pages.capture.thinking import OTHER_TIME


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_day_and_a_time_are_agreed_and_stay_with_the_conversation(page: CapturePage) -> None:
    follow, tomorrow = page.thinking.follow, date.today() + timedelta(days=1)
    page.talk.person.show_visitor(Visitor(full_name="Ada"))
    page.think()
    assert page.draft().next_step is None
    assert follow.step.below()
    follow.step.set_value(OTHER_TIME)
    follow.step.activated.emit(follow.step.currentIndex())
    assert follow.step.value() == "material"
    panel = follow._panel
    assert panel is not None
    for choice, text in ((panel.when.day, "Tom"), (panel.when.time, "10:0")):
        choice.setFocus()
        choice.setCurrentIndex(choice.findText(text, Qt.MatchFlag.MatchStartsWith))
        choice.activated.emit(choice.currentIndex())
    panel.hide()
    draft = page.draft()
    assert draft.next_step == NextStep("material", tomorrow, time(10))
    assert follow.step.below().endswith("10:00")
    page.fresh()
    assert page.draft().next_step is None
    assert not follow.step.below().endswith("10:00")
    page.stand(draft)
    assert page.draft().next_step == draft.next_step
