"""A saved lead is completed from Leads: one key, and what is added belongs to the same lead."""

from pytestqt.qtbot import QtBot

from boothapp.actions import capture, drafts, leads
from boothapp.app import Program
from boothapp.domain.changes import changed
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.program import stored

ADA = Visitor(full_name="Ada Byron", emails=("ada@engine.example",))


def test_answers_are_added_to_the_lead_and_the_form_under_way_waits(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    lead = stored(program, lambda store: capture.save(store, Draft(visitor=ADA))).lead
    program.tasks.changed.emit(changed("leads"))
    page.talk.person.show_visitor(Visitor(full_name="Somebody Else"))
    list_page = program.window.go("leads")
    qtbot.waitUntil(lambda: list_page.detail.lead() == lead.id)
    list_page.go_on_button.click()
    qtbot.waitUntil(lambda: page.draft().lead == lead.id)
    assert page.isVisible()
    assert page.draft().visitor.name == "Ada Byron"
    page.talk.questions.rows["budget"].answers.choose("approved")
    page.save()
    qtbot.waitUntil(lambda: len(stored(program, lambda store: leads.find(store, lead.id)).visits) == 2)
    after = stored(program, lambda store: leads.find(store, lead.id))
    assert after.basis.answers == {"budget": ("approved",)}
    kept = stored(program, lambda store: drafts.of_show(store, lead.show))
    assert [one.draft.visitor.name for one in kept] == ["Somebody Else"]
