"""The controls by keyboard: answers, chips, fields, ticks, scan field, buttons."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from boothapp import words
from boothapp.errors import Defect
from boothapp.ui import icons, letters, theme, tokens
from boothapp.ui.pages.capture.met_panel import SAME
from boothapp.ui.widgets.buttons import Button, IconButton, enter_clicks
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.chips import ChipItem, Chips
from boothapp.ui.widgets.choice import Choice
from boothapp.ui.widgets.field import Field, NoteField
from boothapp.ui.widgets.figure_tile import Figure, FigureTile
from boothapp.ui.widgets.narrow_button import NarrowButton
from boothapp.ui.widgets.rating import RatingBadge, RatingPanel, RatingShown
from boothapp.ui.widgets.scan_field import ScanField
from boothapp.ui.widgets.segments import AnswerRow, Option, Segment, chain
from boothapp.ui.widgets.speech import Words
from boothapp.ui.widgets.tick import Tick
from tests.ui.seen import name, show, tab_stops

KEY = Qt.Key
OPTIONS = [Option("none", "None"), Option("some", "Some"), Option("approved", "Approved")]


def page(*parts: QWidget) -> QWidget:
    """A window with these parts below each other."""
    window, layout = QWidget(), column(8, 8)
    for part in parts:
        layout.addWidget(part)
    window.setLayout(layout)
    window.resize(800, 400)
    return window


def press(key: Qt.Key, times: int = 1) -> None:
    """Presses a key where the keyboard is."""
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), key)


def said(panel: RatingPanel) -> set[str]:
    """The words on the panel that can be seen."""
    return {words.text() for words in panel.findChildren(Words) if words.isVisible()}


@pytest.fixture
def rows(qtbot: QtBot) -> list[AnswerRow]:
    made = [AnswerRow(word, OPTIONS) for word in ("Budget", "Need", "Timing")]
    after = QLineEdit()
    chain(made, after)
    show(qtbot, page(*made, after))
    made[0].answers.take_focus()
    return made


def test_a_row_of_answers_gets_as_narrow_as_its_answers(rows: list[AnswerRow]) -> None:
    """A row that asks for the width it has makes a page that scrolls lay itself out without end."""
    line = rows[0]
    line.resize(540, 100)
    assert line.minimumSizeHint().width() < 500


def test_digits_answer_row_after_row(rows: list[AnswerRow]) -> None:
    press(KEY.Key_2)
    press(KEY.Key_3)
    press(KEY.Key_1)
    assert [row.answers.value() for row in rows] == ["some", "approved", "none"]
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_the_keypad_answers_too(rows: list[AnswerRow]) -> None:
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert rows[0].answers.value() == "some"


def test_a_digit_beyond_the_answers_or_with_ctrl_changes_nothing(rows: list[AnswerRow]) -> None:
    press(KEY.Key_9)
    press(KEY.Key_0)
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert rows[0].answers.value() == ""
    assert rows[0].answers.focus_index() == 0


def test_the_same_answer_again_clears_it(rows: list[AnswerRow], qtbot: QtBot) -> None:
    heard: list[str] = []
    rows[0].answers.chosen.connect(heard.append)
    press(KEY.Key_2)
    rows[0].answers.take_focus()
    press(KEY.Key_2)
    assert heard == ["some", ""]
    segment = rows[1].answers.findChildren(Segment)[0]
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert rows[1].answers.value() == "none"
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert rows[1].answers.value() == ""


def test_one_answer_a_question(rows: list[AnswerRow], qtbot: QtBot) -> None:
    for segment in rows[0].answers.findChildren(Segment):
        qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    assert rows[0].answers.value() == "approved"


def test_a_row_is_one_tab_stop_and_arrows_move_inside(rows: list[AnswerRow]) -> None:
    press(KEY.Key_Right, 2)
    assert rows[0].answers.focus_index() == 2
    press(KEY.Key_Right)
    assert rows[0].answers.focus_index() == 2
    assert rows[0].answers.value() == ""
    press(KEY.Key_Space)
    assert rows[0].answers.value() == "approved"
    press(KEY.Key_Tab)
    assert rows[1].answers.focus_index() == 0
    assert len(tab_stops(rows[0].window())) == 4


def test_tab_lands_on_the_answer_set_by_the_program(rows: list[AnswerRow]) -> None:
    rows[1].answers.set_value("approved")
    press(KEY.Key_Tab)
    assert rows[1].answers.focus_index() == 2


def test_an_answer_survives_another_language(rows: list[AnswerRow]) -> None:
    press(KEY.Key_2)
    rows[0].set_texts("Бюджет", [Option("none", "Немає"), Option("some", "Є")])
    assert rows[0].answers.value() == "some"
    assert name(rows[0].answers.findChildren(Segment)[-1]) == "Бюджет: Є"


def test_answers_are_large_enough_and_named(rows: list[AnswerRow]) -> None:
    for segment in rows[0].answers.findChildren(Segment):
        assert segment.height() >= 44
        assert name(segment) == f"Budget: {segment.option.text}"


def test_chips_toggle_and_keep_their_order(qtbot: QtBot) -> None:
    chips = Chips(
        "Interests", [ChipItem("a", "Fillers"), ChipItem("b", "Labels"), ChipItem("c", "Robots", 4)]
    )
    show(qtbot, page(chips))
    heard: list[list[str]] = []
    chips.changed.connect(heard.append)
    tab_stops(chips.window())
    press(KEY.Key_End)
    press(KEY.Key_Space)
    press(KEY.Key_Home)
    press(KEY.Key_Space)
    assert heard == [["c"], ["a", "c"]]
    assert name(QApplication.focusWidget()) == "Fillers"
    chips.set_items("Interests", [ChipItem("c", "Robots"), ChipItem("d", "Parts")])
    assert chips.value() == ["c"]


def test_filter_chips_hold_one(qtbot: QtBot) -> None:
    chips = Chips("Rating", [ChipItem("hot", "Hot", 2), ChipItem("cold", "Cold", 9)], single=True)
    show(qtbot, page(chips))
    for _ in range(2):
        tab_stops(chips.window())
        press(KEY.Key_Space)
        press(KEY.Key_Right)
    press(KEY.Key_Space)
    assert len(chips.value()) <= 1


def test_chips_wrap_where_there_is_no_room(qtbot: QtBot) -> None:
    chips = Chips("Interests", [ChipItem(str(n), f"Product number {n}") for n in range(6)])
    window = page(chips)
    show(qtbot, window)
    window.resize(400, 400)
    qtbot.waitUntil(lambda: len({child.y() for child in chips.findChildren(QWidget)}) == 3)
    assert all(child.geometry().right() <= chips.width() for child in chips.findChildren(QWidget))


def test_a_field_complains_only_after_it_was_left(qtbot: QtBot) -> None:
    field = Field("Mail", check=lambda text: "" if "@" in text else "A mail address has an @.")
    other = Field("Phone", hint="With the country code")
    show(qtbot, page(field, other))
    field.setFocus()
    qtbot.keyClicks(field.input, "oksana")
    assert field.message.isHidden()
    press(KEY.Key_Tab)
    assert field.message.text() == "A mail address has an @."
    assert field.input.accessibleDescription() == "A mail address has an @."
    field.setFocus()
    qtbot.keyClicks(field.input, "@zorya.example")
    assert field.message.isHidden()
    assert other.message.text() == "With the country code"


def test_a_field_gives_its_text_without_blanks_and_is_named_by_its_label(qtbot: QtBot) -> None:
    field, note = Field("Company"), NoteField("Said")
    show(qtbot, page(field, note))
    qtbot.keyClicks(field.input, "  Zorya ")
    note.set_text("Wants a quote\n")
    assert (field.text(), note.text()) == ("Zorya", "Wants a quote")
    assert (name(field.input), name(note.input)) == ("Company", "Said")
    assert field.input.height() == tokens.size("field")


def test_a_field_keeps_its_height_with_the_keyboard(qtbot: QtBot) -> None:
    field, other = Field("Name"), Field("Company")
    show(qtbot, page(field, other))
    heights = []
    for part in (field, other):
        part.setFocus()
        heights.append((field.input.height(), other.input.height()))
    assert heights == [(40, 40), (40, 40)]


def test_tab_leaves_a_note(qtbot: QtBot) -> None:
    note, field = NoteField("Said"), Field("Name")
    show(qtbot, page(note, field))
    note.setFocus()
    press(KEY.Key_Tab)
    assert QApplication.focusWidget() is field.input


def test_a_tick_is_off_until_a_person_sets_it_and_its_whole_sentence_is_the_target(qtbot: QtBot) -> None:
    tick = Tick("May send me mail")
    show(qtbot, page(tick))
    assert not tick.isChecked()
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
    assert tick.isChecked()
    assert tick.height() >= 44


def test_a_scan_is_taken_whole_and_the_field_is_ready_for_the_next(qtbot: QtBot) -> None:
    field = ScanField()
    show(qtbot, page(field))
    field.setFocus()
    heard: list[str] = []
    field.scanned.connect(heard.append)
    qtbot.keyClicks(field, "MECARD:N:Gedz,Oksana;;")
    press(KEY.Key_Return, 2)
    assert heard == ["MECARD:N:Gedz,Oksana;;"]
    assert field.text() == ""
    assert field.state() == "Ready to scan"


def test_the_scan_field_says_how_to_come_back(qtbot: QtBot) -> None:
    field, other = ScanField(), Field("Name")
    show(qtbot, page(field, other))
    other.setFocus()
    assert field.state() == "Esc returns here"


def test_the_rating_is_said_with_word_and_points(qtbot: QtBot) -> None:
    badge, panel = RatingBadge("hot", 11), RatingPanel()
    show(qtbot, page(badge, panel))
    assert name(badge) == "Hot, 11 points"
    panel.show_rating(
        RatingShown("warm", 1, [("Budget approved", 3), ("Does not decide", -2)], ["Who signs?"])
    )
    qtbot.waitUntil(lambda: {"+3", "−2", "To make it hot"} <= said(panel))


def test_the_rating_panel_forgets_what_no_longer_counts(qtbot: QtBot) -> None:
    panel = RatingPanel()
    show(qtbot, page(panel))
    panel.show_rating(RatingShown("warm", 5, [("Budget approved", 5)]))
    qtbot.waitUntil(lambda: "+5" in said(panel))
    panel.show_rating(RatingShown("cold", 0))
    qtbot.waitUntil(lambda: "+5" not in said(panel))
    assert "Nothing answered and nothing shown yet." in said(panel)


def test_buttons_are_large_named_and_tell_their_key(qtbot: QtBot) -> None:
    button, icon = Button("Save", "primary", "check", "Ctrl+Return"), IconButton("Close", "x")
    show(qtbot, page(button, icon))
    assert button.height() >= 44
    assert (icon.width(), icon.height()) == (44, 44)
    assert (name(button), name(icon)) == ("Save", "Close")
    assert button.toolTip() == "Save  Ctrl+Enter"
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button.window(), KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_missing_icon_is_found_when_the_control_is_made(qapp: QApplication) -> None:
    with pytest.raises(Defect, match="no-such"):
        Button("Save", icon="no-such")


def test_a_choice_keeps_what_was_chosen(qtbot: QtBot) -> None:
    choice = Choice("Country", [("ua", "Ukraine"), ("de", "Germany")])
    show(qtbot, page(choice))
    choice.set_value("de")
    choice.set_items("Країна", [("de", "Німеччина"), ("ua", "Україна")])
    assert choice.value() == "de"
    # On Linux Qt lets the value stand for a drop-down's name.
    assert choice.accessibleName() == "Країна"


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])
def test_enter_clicks_a_focused_button_where_the_page_allows_it(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Print")
    clicks: list[int] = []
    button.clicked.connect(lambda: clicks.append(1))
    window = page(button)
    enter_clicks(window)
    show(qtbot, window)
    button.setFocus()
    press(key)
    assert clicks == [1]


def test_enter_presses_no_button_of_a_page_that_takes_scans(qtbot: QtBot) -> None:
    button = Button("Save")
    clicks: list[int] = []
    button.clicked.connect(lambda: clicks.append(1))
    show(qtbot, page(button))
    button.setFocus()
    press(KEY.Key_Return)
    press(KEY.Key_Enter)
    assert clicks == []


def test_the_signs_of_what_to_ask_follow_the_look(qtbot: QtBot, qapp: QApplication) -> None:
    panel = RatingPanel()
    show(qtbot, page(panel))
    panel.show_rating(RatingShown("warm", 5, to_hotter=["Ask about the budget"]))
    sign = next(label for label in panel.findChildren(QLabel) if not label.pixmap().isNull())
    before = sign.pixmap().toImage()
    theme.use(qapp, "dark")
    qtbot.waitUntil(lambda: sign.pixmap().toImage() != before)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_the_button_of_a_visitor_seen_before_is_a_third_of_its_card(qtbot: QtBot, language: str) -> None:
    words.use(language)
    try:
        button = NarrowButton(SAME)
        qtbot.addWidget(button)
        assert button.sizeHint().width() <= 331 / 3
        assert button.sizeHint().height() == 44
    finally:
        words.use("en")


def test_the_sign_of_a_figure_never_touches_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[QRectF] = []
    monkeypatch.setattr(icons, "draw", lambda _painter, _name, place, _colour: drawn.append(place))
    tile = FigureTile("users")
    qtbot.addWidget(tile)
    tile.show_figure(Figure("60 of 30", "leads"))
    signs = set()
    for width in range(120, 320):
        drawn.clear()
        tile.resize(width, tile.sizeHint().height())
        tile.grab()
        signs.add(len(drawn))
        role = "display" if figure_width("display") <= width - 32 else "from_afar"
        assert all(place.left() >= 16 + figure_width(role) + 8 for place in drawn)
    assert signs == {0, 1}


def figure_width(role: str) -> float:
    return QFontMetricsF(letters.font(role)).horizontalAdvance("60 of 30")
