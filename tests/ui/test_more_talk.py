"""More of the talk: remarks with a tag, key messages, competitors; folded away, and nothing of it is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from boothapp.app import Program
from boothapp.domain.voice import Remark, Voice
from boothapp.ui.pages.capture.more_talk import MoreTalk
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.widgets.card import Scroll
from tests.ui.program import CONTROL, click, key, saved, type_text
from tests.ui.seen import beyond, name, tab_stops

KEY = Qt.Key


@pytest.fixture
def part(page: CapturePage) -> MoreTalk:
    """The page with it unfolded."""
    key(KEY.Key_M, CONTROL)
    assert page.talk.more.part is not None
    return page.talk.more.part


def chip(group: QWidget, wanted: str) -> QPushButton:
    """The chip of a group by its key."""
    return next(one for one in group.findChildren(QPushButton) if one.item.key == wanted)


def test_nothing_of_it_is_made_before_it_is_wanted(page: CapturePage) -> None:
    assert page.talk.more.part is None
    assert page.findChildren(MoreTalk) == []


def test_the_note_becomes_a_tagged_remark_and_comes_back(page: CapturePage, part: MoreTalk) -> None:
    page.talk.note.set_text("Too heavy for our line")
    click(chip(part.remarks.tags, "doubt"))
    assert page.draft().voice.remarks == (Remark("Too heavy for our line", "doubt"),)
    assert page.talk.note.text() == ""
    assert part.remarks.tags.value() == []
    page.talk.note.set_text("A tenth less")
    part.remarks.tags.take_focus()
    key(KEY.Key_3)
    assert page.draft().voice.remarks[1] == Remark("A tenth less", "price")
    back = next(b for b in part.remarks.findChildren(QPushButton) if "Too heavy" in name(b))
    click(back)
    assert page.draft().voice.remarks == (Remark("A tenth less", "price"),)
    assert page.talk.note.text() == "Too heavy for our line"


def test_a_tag_without_words_asks_for_them(page: CapturePage, part: MoreTalk) -> None:
    click(chip(part.remarks.tags, "praise"))
    assert page.draft().voice == Voice()
    assert part.remarks.message.text().startswith("Write above what was said")
    assert QApplication.focusWidget() is page.talk.note.input


def test_a_competitor_is_chosen_typed_or_both(page: CapturePage, part: MoreTalk) -> None:
    click(chip(part.rivals.chips, "Fjord Automation"))
    part.rivals.other.input.setFocus()
    type_text("kuka")
    assert page.draft().voice.competitors == ("Fjord Automation", "kuka")
    key(KEY.Key_Return)
    type_text("aurora ARMS")
    assert page.draft().voice.competitors == ("Fjord Automation", "kuka", "Aurora Arms")
    click(chip(part.rivals.chips, "kuka"))
    assert page.draft().voice.competitors == ("Fjord Automation", "Aurora Arms")


def test_all_of_it_is_saved_shown_with_the_lead_and_gone_from_the_next_form(
    program: Program, page: CapturePage, part: MoreTalk
) -> None:
    page.talk.person.fields["full_name"].set_text("Ada Byron")
    page.talk.note.set_text("Too heavy")
    click(chip(part.remarks.tags, "doubt"))
    click(chip(part.messages, "day"))
    click(chip(part.rivals.chips, "Aurora Arms"))
    page.talk.note.set_text("calls back")
    key(KEY.Key_Return, CONTROL)
    [lead] = saved(program)
    said = Voice((Remark("Too heavy", "doubt"),), ("day",), ("Aurora Arms",))
    assert (lead.voice, lead.notes) == (said, ("calls back",))
    # It stays unfolded for the next visitor, with nothing of this one.
    assert part.isVisible()
    assert page.draft().voice == Voice()


def test_a_save_taken_back_brings_it_back(
    program: Program, page: CapturePage, part: MoreTalk, qtbot: QtBot
) -> None:
    page.talk.note.set_text("Too heavy")
    click(chip(part.remarks.tags, "doubt"))
    click(chip(part.rivals.chips, "Aurora Arms"))
    part.questions.rows["robots"].line.setFocus()
    type_text("12")
    before = page.draft()
    page.talk.more.unfold(False)
    key(KEY.Key_Return, CONTROL)
    qtbot.waitUntil(program.window.message.isVisible)
    assert page.draft().voice == Voice()
    key(KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page.draft().id == before.id)
    assert (page.draft().voice, page.draft().answers) == (before.voice, before.answers)
    assert part.isVisible()


def test_what_is_folded_away_is_counted(page: CapturePage, part: MoreTalk) -> None:
    click(chip(part.messages, "day"))
    click(chip(part.rivals.chips, "Aurora Arms"))
    assert page.talk.more.button.text() == "Less of the talk"
    click(page.talk.more.button)
    assert part.isHidden()
    assert page.talk.more.button.text() == "More of the talk · 2"


@pytest.mark.parametrize("language", ["en", "uk", "de"])
def test_it_follows_the_language_and_fits(program: Program, page: CapturePage, language: str) -> None:
    key(KEY.Key_M, CONTROL)
    part = page.talk.more.part
    assert part is not None
    page.talk.note.set_text("Too heavy")
    click(chip(part.remarks.tags, "doubt"))
    click(chip(part.messages, "day"))
    before = page.draft()
    program.window.speak(language)
    for size in ((1280, 700), (1024, 600)):
        program.window.resize(*size)
        QApplication.processEvents()
        assert beyond(program.window, part) == []
    assert (page.draft().voice, page.draft().answers) == (before.voice, before.answers)


def test_a_novel_and_odd_letters_keep_the_page_whole(page: CapturePage, part: MoreTalk) -> None:
    for text in ("x" * 5000, "דברים נאמרו", "😀" * 300, "<b>bold</b>\nand more"):
        page.talk.note.set_text(text)
        click(chip(part.remarks.tags, "wish"))
    part.rivals.other.set_text("K" * 400)
    part.rivals._add()
    QApplication.processEvents()
    assert page.draft().voice.remarks[0].text == "x" * 5000
    assert page.draft().voice.competitors == ("K" * 400,)
    side = next(scroll for scroll in page.findChildren(Scroll) if scroll.isAncestorOf(part))
    needed = part.layout().totalMinimumSize().width()
    assert needed <= part.width() <= side.width()
    assert page.draft().voice.remarks[3].text == "<b>bold</b>\nand more"


def test_the_keyboard_stays_at_hand_when_it_folds_away(page: CapturePage, part: MoreTalk) -> None:
    person, fold = page.talk.person, page.talk.more.button
    key(KEY.Key_M, CONTROL)
    assert (part.isHidden(), QApplication.focusWidget()) == (True, fold)
    person.unfold(True)
    person.fields["city"].input.setFocus()
    person.more.click()
    assert QApplication.focusWidget() is person.more


def test_every_stop_inside_has_a_name(page: CapturePage, part: MoreTalk) -> None:
    part.remarks.tags.take_focus()
    stops = tab_stops(page.window(), most=80)
    assert [stop for stop in stops if not name(stop)] == []
    inside = [stop for stop in stops if part.isAncestorOf(stop)]
    assert len(inside) >= 7
