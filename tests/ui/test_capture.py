"""A conversation on the capture page and the real store: by keyboard, mouse and scanner, in any language."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boothapp.app import Program
from boothapp.errors import EnvironmentFault
from boothapp.paths import Home
from boothapp.ui import printing
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.pages.capture.thinking import with_initial
from boothapp.ui.widgets.card import Scroll
from tests.ui.program import CARD, CONTROL, click, dropped, key, saved, type_text
from tests.ui.seen import name, tab_stops
from tests.unit.badge.photographs import picture_of

KEY = Qt.Key


def test_a_whole_capture_by_keyboard_takes_few_keys(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    page.scanning.take_text(CARD)
    qtbot.waitUntil(lambda: page.talk.questions.rows["budget"].answers.focus_index() == 0)
    for digit in (KEY.Key_1, KEY.Key_1, KEY.Key_2, KEY.Key_1):
        key(digit)
    qtbot.waitUntil(lambda: QApplication.focusWidget() in page.talk.interests.findChildren(QWidget))
    for which in (KEY.Key_2, KEY.Key_Return, KEY.Key_3):
        key(which)
    key(KEY.Key_Return, CONTROL)
    assert page.scan.hasFocus()
    assert page.talk.person.visitor().label == ""
    [lead] = saved(program)
    assert (lead.number, lead.visitor.name, lead.visitor.country) == ("A-0001", "Оксана Ґедзь", "UA")
    assert lead.visitor.phones[0].e164 == "+380445550123"
    assert dict(lead.basis.answers)["volume"] == ("large",)
    assert (lead.rating.level, lead.interests, lead.owner) == ("hot", ("cell",), "koval")
    qtbot.waitUntil(program.window.message.isVisible)
    assert program.window.message.words.text() == "A-0001 Оксана Ґедзь, hot, 11"


def test_a_visitor_is_typed_without_a_badge(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    type_text("Emma O'Brien")
    key(KEY.Key_Return)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Emma O'Brien")
    page.talk.person.fields["company"].setFocus()
    type_text("Tyne Fabrication")
    key(KEY.Key_Tab)
    type_text("Buyer")
    key(KEY.Key_Return)
    assert saved(program) == []
    key(KEY.Key_Return, CONTROL)
    [lead] = saved(program)
    assert (lead.visitor.company, lead.visitor.job_title) == ("Tyne Fabrication", "Buyer")


def test_a_capture_by_mouse(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    page.talk.person.fields["emails"].set_text("emma@tyne.example")
    budget = page.talk.questions.rows["budget"]
    click(budget.answers.findChildren(QWidget)[1])
    click(page.talk.interests._chips[0])
    click(page.pieces.demos["live"].share.findChildren(QWidget)[1])
    click(page.pieces.ticks["polar"])
    click(page.consents.ticks["mail"])
    click(page.save_button)
    [lead] = saved(program)
    assert lead.visitor.email == "emma@tyne.example"
    assert dict(lead.basis.answers) == {"budget": ("planned",)}
    assert [(touch.kind, touch.piece, touch.share) for touch in lead.basis.touches] == [
        ("demo", "live", 1.0),
        ("handed", "polar", 1.0),
    ]
    assert (lead.pieces, lead.allowed) == (("polar",), ("mail",))
    assert (lead.rating.level, lead.rating.points) == ("warm", 7)


def test_the_rating_follows_every_answer(page: CapturePage) -> None:
    assert page._rating.level == "cold"
    page.talk.questions.rows["need"].answers.choose("urgent")
    page.pieces.demos["live"].share.choose("half")
    assert (page._rating.level, page._rating.points) == ("warm", 5)
    page.talk.questions.rows["need"].answers.choose("urgent")
    assert page._rating.points == 2


def test_nothing_is_ticked_beforehand(page: CapturePage) -> None:
    assert page.consents.value() == ()
    assert page.pieces.value() == ()


def test_a_second_badge_saves_the_first_visitor(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    page.scanning.take_text(CARD)
    qtbot.waitUntil(lambda: page.talk.person.visitor().company == "Чорноморська верф")
    page.scanning.take_text("MECARD:N:Doe,Jane;EMAIL:jane@tyne.example;;")
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")
    assert page.talk.person.visitor().company == ""
    assert [lead.visitor.family_name for lead in saved(program)] == ["Ґедзь"]


def test_a_card_after_an_id_is_the_same_visitor(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    page.scanning.take_text("AD26000001")
    qtbot.waitUntil(lambda: page.draft().capture.badge_id == "AD26000001")
    page.scanning.take_text("MECARD:N:Doe,Jane;EMAIL:jane@tyne.example;;")
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")
    page.save()
    [lead] = saved(program)
    assert (lead.badge_id, lead.visitor.family_name) == ("AD26000001", "Doe")


def test_a_visitor_seen_before_is_shown_and_gets_one_more_visit(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    for _ in range(2):
        page.scanning.take_text(CARD)
        qtbot.waitUntil(lambda: page.talk.person.visitor().company == "Чорноморська верф")
        if saved(program):
            qtbot.waitUntil(lambda: page.thinking.seen.isVisible())
            assert page.thinking.seen._who.text() == "A-0001  Оксана Ґедзь"
        page.save()
    [lead] = saved(program)
    assert len(lead.visits) == 2


def test_a_scanner_that_types_a_card_line_by_line(page: CapturePage, qtbot: QtBot) -> None:
    for line in CARD.splitlines():
        type_text(line)
        key(KEY.Key_Return)
    qtbot.waitUntil(lambda: page.talk.person.visitor().email == "o.gedz@verf.example")


def test_a_pasted_card_keeps_its_lines(page: CapturePage, qtbot: QtBot) -> None:
    QApplication.clipboard().setText(CARD)
    key(KEY.Key_V, CONTROL)
    qtbot.waitUntil(lambda: page.talk.person.visitor().job_title == "Головна інженерка")


def test_a_picture_that_is_dropped_is_read(page: CapturePage, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "badge.png"
    file.write_bytes(picture_of("MECARD:N:Doe,Jane;;"))
    data = dropped(file)
    assert page.scanning.can_take(data)
    page.scanning.take(data)
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")


def test_a_picture_without_a_code_says_so(page: CapturePage, qtbot: QtBot, tmp_path: Path) -> None:
    from PIL import Image

    file = tmp_path / "wall.png"
    Image.new("L", (200, 200), 255).save(file)
    page.scanning.take_file(file)
    panel = page.pictures.card
    # It may have been a business card: that takes its time to find out.
    qtbot.waitUntil(lambda: "No text" in panel.message.text(), timeout=60_000)
    assert "No code" in panel.message.text()


def test_escape_arms_the_scan_field_and_keeps_what_was_typed(page: CapturePage) -> None:
    page.talk.note.setFocus()
    type_text("wants a visit in March")
    key(KEY.Key_Escape)
    assert page.scan.hasFocus()
    assert page.talk.note.text() == "wants a visit in March"


def test_an_empty_form_saves_nothing(program: Program, page: CapturePage) -> None:
    key(KEY.Key_Return, CONTROL)
    message = program.window.message
    assert message.words.text() == "There is nothing to save yet."
    # Nothing was done: no tick.
    assert message.sign() == "info"
    assert saved(program) == []


def test_missing_details_never_block_a_save(program: Program, page: CapturePage) -> None:
    page.talk.questions.rows["budget"].answers.choose("approved")
    assert "Nobody to find again" in page.thinking.missing.text()
    page.save()
    [lead] = saved(program)
    assert lead.label == "A-0001"


def test_a_save_that_fails_gives_the_conversation_back(
    program: Program, page: CapturePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from boothapp.store import leads

    def full(*_: object) -> int:
        raise EnvironmentFault("The disk is full.", safe="All leads saved so far are safe.")

    page.scanning.take_text(CARD)
    qtbot.waitUntil(lambda: page.talk.person.visitor().company == "Чорноморська верф")
    page.talk.questions.rows["timing"].answers.choose("quarter")
    with monkeypatch.context() as patch:
        patch.setattr(leads, "insert", full)
        page.save()
        qtbot.waitUntil(lambda: "The disk is full." in program.window.message.words.text())
    assert page.talk.person.visitor().company == "Чорноморська верф"
    assert page.talk.questions.value() == {"timing": ("quarter",)}
    page.save()
    [lead] = saved(program)
    assert lead.visitor.name == "Оксана Ґедзь"


def test_the_language_changes_and_nothing_typed_is_lost(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    page.scanning.take_text(CARD)
    qtbot.waitUntil(lambda: page.talk.person.visitor().country == "UA")
    page.talk.questions.rows["budget"].answers.choose("planned")
    page.talk.interests._chips[1].click()
    page.pieces.ticks["weld"].setChecked(True)
    page.talk.note.set_text("March")
    before = page.draft()
    program.window.speak("uk")
    assert page.talk.person.fields["country"].text() == "Україна"
    assert name(page.talk.questions.rows["budget"].answers) == "Бюджет"
    after = page.draft()
    assert [getattr(after, part) for part in ("visitor", "answers", "interests", "pieces", "note")] == [
        getattr(before, part) for part in ("visitor", "answers", "interests", "pieces", "note")
    ]
    assert program.settings.get("language") == "uk"


def test_save_and_print_without_a_printer_leaves_the_sheet_to_be_opened(
    program: Program, page: CapturePage, qtbot: QtBot, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(printing, "printer_there", lambda: False)
    monkeypatch.setattr(printing, "show_file", lambda file: bool(shown.append(file)) or True)
    page.talk.person.fields["full_name"].set_text("Emma O'Brien")
    page.think()
    key(KEY.Key_P, CONTROL)
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    assert shown == [home.sheets / "A-0001.pdf"]
    assert shown[0].stat().st_mode & 0o777 == 0o600
    assert shown[0].read_bytes().startswith(b"%PDF")
    assert "No printer here" in program.window.message.words.text()
    program.window.close()
    assert not home.sheets.exists()


@pytest.mark.parametrize("language", ["en", "uk"])
def test_the_first_pass_needs_no_scrolling(
    program: Program, page: CapturePage, qtbot: QtBot, language: str
) -> None:
    program.window.speak(language)
    program.window.resize(1280, 700)
    page.scanning.take_text(CARD)
    qtbot.waitUntil(lambda: page.talk.person.visitor().company == "Чорноморська верф")
    page.talk.questions.rows["need"].answers.choose("urgent")
    bars = [scroll.verticalScrollBar() for scroll in page.findChildren(Scroll)]
    qtbot.waitUntil(lambda: [bar.maximum() for bar in bars] == [0, 0])
    step = page.thinking.follow.step
    assert step.currentText() in step.toolTip()
    button = page.save_button
    assert button.fontMetrics().horizontalAdvance(button.text()) < button.width() - 8


@pytest.mark.parametrize("language", ["en", "uk", "de"])
def test_a_name_without_mail_or_phone_needs_no_scrolling(
    program: Program, page: CapturePage, qtbot: QtBot, language: str
) -> None:
    program.window.speak(language)
    program.window.resize(1280, 700)
    page.talk.person.fields["full_name"].input.setFocus()
    type_text("Wo")
    qtbot.waitUntil(page.thinking.missing.isVisible)
    bars = [scroll.verticalScrollBar() for scroll in page.findChildren(Scroll)]
    qtbot.waitUntil(lambda: [bar.maximum() for bar in bars] == [0, 0])


@pytest.mark.parametrize("language", ["en", "uk"])
def test_step_and_owner_are_read_without_dots_and_no_visitors_language_makes_the_page_scroll(
    program: Program, page: CapturePage, qtbot: QtBot, language: str
) -> None:
    program.window.speak(language)
    program.window.resize(1280, 700)
    page.scanning.take_text(CARD)
    qtbot.waitUntil(lambda: page.talk.person.visitor().company == "Чорноморська верф")
    bars = [scroll.verticalScrollBar() for scroll in page.findChildren(Scroll)]
    for visitors in page.draft().language, "de", "en":
        page.consents.speak_to(visitors)
        qtbot.waitUntil(lambda: [bar.maximum() for bar in bars] == [0, 0])
    step, owner = page.thinking.follow.step, page.thinking.follow.owner
    for at in range(step.count()):
        step.setCurrentIndex(at)
        assert step.shown_text() == step.currentText()
    for at in range(owner.count()):
        owner.setCurrentIndex(at)
        assert owner.shown_text().endswith(owner.currentText().split()[-1])


def test_a_name_is_shortened_to_its_initial_where_there_are_initials() -> None:
    names = {
        "Олена Коваль": "О. Коваль",
        "Mary Ann Lee": "M. Ann Lee",
        "佐藤 美咲": "佐藤 美咲",
        "Cher": "Cher",
    }
    assert {name: with_initial(name) for name in names} == names


def test_every_stop_of_the_keyboard_has_a_name_in_reading_order(page: CapturePage) -> None:
    stops = tab_stops(page.window(), most=80)
    assert [stop for stop in stops if not name(stop)] == []
    assert stops[0] is page.pictures.camera_button
    assert stops[1:3] == [page.crowd.button, page.talk.person.fields["full_name"].input]
    assert stops.index(page.save_button) < stops.index(page.scan)


def test_who_is_at_the_stand_is_kept_and_saved(program: Program, page: CapturePage) -> None:
    menu = program.standing.menu()
    menu.actions()[0].trigger()
    assert program.window.state.items["who"].text() == "Mira Lange"
    page.talk.person.fields["company"].set_text("Tyne")
    page.save()
    assert saved(program)[0].visits[0].staff == "lange"


def test_the_count_of_what_waits_follows_the_saves(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    page.talk.person.fields["company"].set_text("Tyne")
    page.save()
    qtbot.waitUntil(lambda: program.window.state.items["unsent"].text() == "1 waiting to be sent")


def test_a_demo_by_digit_keeps_the_keyboard(page: CapturePage) -> None:
    share = page.pieces.demos["live"].share
    share.take_focus()
    key(KEY.Key_2)
    assert share.value() == "whole"
    assert share.focus_index() >= 0


def test_a_scroll_bar_moves_no_field(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    bars = [scroll.verticalScrollBar() for scroll in page.findChildren(Scroll)]
    qtbot.waitUntil(lambda: [bar.maximum() for bar in bars] == [0, 0])
    parts = (page.talk.person, page.thinking, page.pieces)
    before = [(part.x(), part.width()) for part in parts]
    page.talk.person.unfold(True)
    page.pieces.every.click()
    qtbot.waitUntil(lambda: all(bar.isVisible() for bar in bars))
    qtbot.waitUntil(lambda: [(part.x(), part.width()) for part in parts] == before)


@pytest.mark.parametrize("size", [(1280, 700), (1024, 600)])
def test_what_was_saved_covers_nothing_to_press(
    program: Program, page: CapturePage, qtbot: QtBot, size: tuple[int, int]
) -> None:
    program.window.resize(*size)
    page.talk.person.fields["company"].set_text("Tyne")
    page.save()
    message = program.window.message
    qtbot.waitUntil(message.isVisible)
    shown = QRect(message.mapToGlobal(QPoint()), message.size())
    controls = [part for part in page.findChildren(QWidget) if part.focusPolicy() and part.isVisible()]
    areas = [QRect(part.mapToGlobal(QPoint()), part.size()) for part in controls]
    assert [part for part, area in zip(controls, areas, strict=True) if area.intersects(shown)] == []
    program.window.go("leads")
    middle = message.rect().center()
    assert program.window.area.childAt(message.mapToParent(middle)) in (message, message.words)


def test_a_double_press_keeps_what_was_said(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    page.talk.questions.rows["budget"].answers.choose("approved")
    page.save()
    page.save()
    words = program.window.message.words
    qtbot.waitUntil(lambda: words.text() == "A-0001, without a name, cold, 3")
    assert program.window.message.sign() == "circle-check"
    page.save()
    assert words.text() == "A-0001, without a name, cold, 3"
    page.lately.stop()
    page.save()
    assert words.text() == "A-0001, without a name, cold, 3\nThere is nothing to save yet."


def test_consent_is_asked_in_the_windows_language_until_the_visitors_is_known(
    program: Program, page: CapturePage
) -> None:
    program.window.speak("uk")
    assert page.draft().language == "uk"
    page.talk.person.unfold(True)
    page.talk.person.fields["language"].set_text("en")
    page.think()
    assert page.draft().language == "en"
