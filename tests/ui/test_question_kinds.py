"""The show's own questions on the real page: every kind, by keyboard and by mouse, few of them and many."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from boothapp.actions import demo, shows
from boothapp.app import Program
from boothapp.domain.question import Kind, Option, Question
from boothapp.domain.show import Product, Show
from boothapp.paths import Home
from boothapp.ui import tokens
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.widgets.card import Scroll
from boothapp.ui.widgets.many import FEW, Many
from tests import prepared
from tests.conftest import PASSPHRASE
from tests.ui.program import CONTROL, click, enter, key, saved, start, type_text

KEY = Qt.Key
Make = Callable[[Show], CapturePage]


@pytest.fixture
def with_show(qtbot: QtBot, home: Home, request: pytest.FixtureRequest) -> Make:
    """The capture page of another show; the program closes with the test."""

    def make(show: Show) -> CapturePage:
        store = prepared.empty(home, PASSPHRASE)
        shows.take(store, show, demo.DEMO)
        store.close()
        program = start(qtbot, home)
        request.addfinalizer(program.end)
        page = enter(qtbot, program)
        page.program = program
        return page

    return make


def options(count: int) -> tuple[Option, ...]:
    """So many answers, each with words of its own."""
    return tuple(Option(f"o{n}", {"en": f"Answer number {n}"}) for n in range(1, count + 1))


def with_questions(*own: Question, products: tuple[Product, ...] | None = None) -> Show:
    """The demo show with these questions beside BANT."""
    show = demo.demo_show()
    return replace(
        show, questions=(*show.bant, *own), products=show.products if products is None else products
    )


def asked(kind: Kind, id: str = "own", **more: object) -> Question:
    return Question(id=id, text={"en": id.title()}, kind=kind, **more)


def lead_of(page: CapturePage) -> object:
    """The one lead there is, after Ctrl+Enter."""
    key(KEY.Key_Return, CONTROL)
    [lead] = saved(page.program)
    return lead


def test_enter_and_digits_lead_from_the_interests_through_every_kind(
    page: CapturePage, program: Program
) -> None:
    page.talk.more.unfold(True)
    page.talk.interests.take_focus()
    for which in (KEY.Key_2, KEY.Key_Return, KEY.Key_3):
        key(which)
    assert QApplication.focusWidget() is page.talk.note.input
    rows = page.talk.more.part.questions.rows
    rows["material"].take_focus()
    for which in (KEY.Key_1, KEY.Key_3, KEY.Key_Return, KEY.Key_4):
        key(which)
    assert QApplication.focusWidget() is rows["robots"].line
    type_text("1 200")
    key(KEY.Key_Return)
    type_text("Line 3")
    key(KEY.Key_Return, CONTROL)
    [lead] = saved(program)
    assert dict(lead.basis.answers) == {
        "volume": ("large",),
        "material": ("steel", "plastic"),
        "satisfied": ("4",),
        "robots": ("1200",),
        "line": ("Line 3",),
    }
    assert page.talk.answers() == {}


def test_a_number_takes_no_letters_and_says_so_kindly(page: CapturePage) -> None:
    page.talk.more.unfold(True)
    row = page.talk.more.part.questions.rows["robots"]
    row.take_focus()
    type_text("many")
    assert row.value() == ()
    assert "such as 1200" in row.field.message.text()
    type_text("12")
    assert row.value() == ("12",)
    row.line.clear()
    type_text("-3")
    key(KEY.Key_Tab)
    assert row.field.message.text() == "It should be 0 or more."
    assert page.draft().answers["robots"] == ("-3",)


@pytest.mark.parametrize("kind", ["single", "several"])
def test_forty_answers_are_searched_and_chosen(with_show: Make, kind: Kind) -> None:
    page = with_show(with_questions(asked("number"), asked(kind, "wide", options=options(40))))
    page.talk.more.unfold(True)
    many = page.talk.more.part.questions.rows["wide"].chips
    assert isinstance(many, Many)
    assert (len(many.chips.offered()), many.rest.text()) == (FEW, "28 more: search for them")
    many.take_focus()
    type_text("37")
    assert many.chips.offered() == ["o37"]
    key(KEY.Key_Return)
    assert page.draft().answers["wide"] == ("o37",)
    many.take_focus()
    type_text("number 5")
    key(KEY.Key_Return)
    assert page.draft().answers["wide"] == (("o5",) if kind == "single" else ("o5", "o37"))
    assert set(page.draft().answers["wide"]) <= set(many.chips.offered())
    lead = lead_of(page)
    assert lead.basis.answers["wide"] == (("o5",) if kind == "single" else ("o5", "o37"))


def test_what_is_found_nowhere_chooses_nothing(with_show: Make) -> None:
    page = with_show(with_questions(asked("several", options=options(40))))
    assert page.talk.own.rows == {}
    page.talk.more.unfold(True)
    many = page.talk.more.part.questions.rows["own"].chips
    many.take_focus()
    type_text("nothing like it")
    key(KEY.Key_Return)
    assert many.value() == []
    assert many.chips.offered() == []


def test_a_show_without_questions_is_asked_for_interests_at_once(with_show: Make, qtbot: QtBot) -> None:
    page = with_show(replace(demo.demo_show(), questions=(), messages=(), competitors=()))
    page.scanning.take_text("MECARD:N:Byron,Ada;EMAIL:ada@engine.example;;")
    qtbot.waitUntil(lambda: QApplication.focusWidget() in page.talk.interests.findChildren(QWidget))
    key(KEY.Key_1)
    key(KEY.Key_Return)
    assert QApplication.focusWidget() is page.talk.note.input
    page.talk.more.unfold(True)
    assert lead_of(page).interests == ("arm",)


def test_a_show_with_nothing_to_ask_at_all_takes_visitors(with_show: Make, qtbot: QtBot) -> None:
    bare = replace(
        demo.demo_show(), questions=(), products=(), pieces=(), consent={}, messages=(), competitors=()
    )
    page = with_show(bare)
    page.scanning.take_text("MECARD:N:Byron,Ada;EMAIL:ada@engine.example;;")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.talk.note.input)
    assert lead_of(page).visitor.name == "Ada Byron"


def test_three_hundred_interests_are_searched(with_show: Make) -> None:
    products = tuple(Product(f"p{n}", {"en": f"Pump {n}"}) for n in range(300))
    page = with_show(with_questions(products=products))
    page.talk.interests.take_focus()
    type_text("pump 211")
    key(KEY.Key_Return)
    type_text("pump 7")
    key(KEY.Key_Return)
    assert page.draft().interests == ("p7", "p211")


@pytest.mark.parametrize("size", [(1280, 700), (1024, 600)])
def test_many_and_long_answers_stay_inside_and_large_enough(with_show: Make, size: tuple[int, int]) -> None:
    long = Option("long", {"en": "An answer that goes on and on " * 12})
    page = with_show(
        with_questions(
            asked("single", options=options(5)),
            asked("single", "six", options=options(6)),
            asked("several", "long", options=(long, *options(2))),
            asked("scale", "wide", least=0, most=10),
        )
    )
    window = page.window()
    window.resize(*size)
    page.talk.more.unfold(True)
    QApplication.processEvents()
    side = next(side for side in page.findChildren(Scroll) if side.isAncestorOf(page.talk))
    assert page.talk.layout().totalMinimumSize().width() <= side.viewport().width()
    target = tokens.size("target")
    for block in (page.talk.own, page.talk.more.part.questions):
        for row in block.rows.values():
            for part in row.findChildren(QWidget):
                if part.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(part, QLineEdit):
                    continue
                right = part.mapTo(block, QPoint(part.width(), 0)).x()
                assert right <= block.width(), part.text()
                assert part.height() >= target
                assert part.width() >= target


def test_a_scale_of_eleven_is_answered_by_digits_and_by_a_tap(with_show: Make) -> None:
    page = with_show(with_questions(asked("scale", least=0, most=10)))
    row = page.talk.own.rows["own"]
    row.take_focus()
    key(KEY.Key_0)
    assert row.value() == ("0",)
    click(row.answers.findChildren(QWidget)[10])
    assert row.value() == ("10",)
