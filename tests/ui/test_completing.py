"""Title and mail domain are completed on the real page, with the keyboard and with the mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boothapp.actions import capture
from boothapp.app import Program
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.program import CONTROL, key, saved, stored
from tests.ui.test_drafts import in_message, typed

ANN = Visitor(
    full_name="Ann Abel", company="Werft Nord", job_title="Head of Production", emails=("ann@werft.example",)
)


@pytest.fixture
def page(page: CapturePage, program: Program) -> CapturePage:
    """Ann was at the stand."""
    stored(program, lambda store: capture.save(store, Draft(visitor=ANN)))
    return page


def test_the_domain_of_the_company_is_taken_with_the_keyboard(page: CapturePage, qtbot: QtBot) -> None:
    page.talk.person.fields["company"].set_text("Werft Nord")
    typed(page, "emails", "bo@")
    offers = page.completing.offers("emails")
    qtbot.waitUntil(offers.isVisible)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    assert page.in_form().visitor.emails == ("bo@werft.example",)
    assert page.talk.person.fields["emails"].input.hasFocus()
    assert not offers.isVisible()


def test_a_title_of_the_show_is_taken_with_the_mouse(page: CapturePage, qtbot: QtBot) -> None:
    typed(page, "job_title", "prod")
    offers = page.completing.offers("job_title")
    qtbot.waitUntil(offers.isVisible)
    view = offers.view
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.in_form().visitor.job_title == "Head of Production"
    assert page.talk.person.visitor().company == ""


def test_somebody_of_before_chosen_by_name_is_the_same_lead(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    bo = Visitor(full_name="Bo Berg", company="Tyne")
    stored(program, lambda store: capture.save(store, Draft(visitor=bo)))
    for again in (False, True):
        typed(page, "full_name", "Bo B")
        offers = page.completing.offers("full_name")
        qtbot.waitUntil(offers.isVisible)
        key(Qt.Key.Key_Down)
        key(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.draft().lead != "")
        in_message(program, qtbot, "This conversation will be a visit of A-0002 Bo Berg.")
        assert page.draft().visitor == bo
        if again:
            page.talk.note.set_text("second talk")
            page.save()
            assert [(lead.number, len(lead.visits)) for lead in saved(program)] == [
                ("A-0001", 1),
                ("A-0002", 2),
            ]
        else:
            key(Qt.Key.Key_Z, CONTROL)
            qtbot.waitUntil(lambda: page.draft().lead == "")
            assert page.draft().visitor.name == "Bo B"
            page.fresh()
