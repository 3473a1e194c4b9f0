"""Seen before? Cards while typing, and a second conversation that becomes a visit of the chosen lead."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from boothapp.actions import capture, edit
from boothapp.app import Program
from boothapp.domain.draft import Draft
from boothapp.domain.lead import Lead
from boothapp.domain.visitor import Phone, Visitor
from boothapp.ui import locale
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.program import CONTROL, burst, key, saved, stored, type_text
from tests.ui.seen import name
from tests.ui.test_drafts import in_message, typed

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
ANNA = Visitor(
    full_name="Anna Vogel",
    company="Werft Nord",
    job_title="Buyer",
    phones=(Phone("040 5550123", "+49405550123"),),
)


@pytest.fixture
def anna(program: Program, page: CapturePage) -> Lead:
    """Somebody who was here before."""
    lead: Lead = stored(program, lambda store: capture.save(store, Draft(visitor=ANNA, note="first"))).lead
    return lead


def cards(page: CapturePage) -> list[list[str]]:
    """What the cards in sight say."""
    if "panel" not in vars(page.recognising) or not page.recognising.panel.isVisible():
        return []
    cards = page.recognising.panel.cards
    labels = [[label for label in card.findChildren(QLabel) if not label.isHidden()] for card in cards]
    return [[line for label in some for line in label.text().split("\n")] for some in labels]


def test_a_card_comes_while_typing_and_says_what_differs(page: CapturePage, qtbot: QtBot, anna: Lead) -> None:
    typed(page, "full_name", "anna vog")
    qtbot.waitUntil(lambda: len(cards(page)) == 1)
    [[who, facts]] = cards(page)
    assert who == f"{anna.number}  Anna Vogel"
    assert facts.startswith(f"Werft Nord · station{locale.NO_BREAK}A · ")
    typed(page, "company", "Tyne")
    qtbot.waitUntil(lambda: cards(page)[0][2:] == ["Company: Werft Nord"] if cards(page) else False)
    assert page.talk.person.fields["company"].input.hasFocus()


def test_choosing_it_makes_a_visit_of_the_same_lead(
    program: Program, page: CapturePage, qtbot: QtBot, anna: Lead
) -> None:
    typed(page, "phones", "+49 40 5550123")
    qtbot.waitUntil(lambda: len(cards(page)) == 1)
    assert name(page.recognising.panel.cards[0].same) == f"Same visitor: {anna.number} Anna Vogel"
    key(KEY.Key_1, ALT)
    assert page.talk.person.visitor().name == "Anna Vogel"
    qtbot.waitUntil(page.thinking.seen.isVisible)
    assert cards(page) == []
    page.talk.note.input.setFocus()
    type_text("second")
    key(KEY.Key_Return, CONTROL)
    [lead] = saved(program)
    assert (lead.id, lead.notes) == (anna.id, ("first", "second"))


def test_a_wrong_choice_is_taken_back(program: Program, page: CapturePage, qtbot: QtBot, anna: Lead) -> None:
    typed(page, "full_name", "anna vo")
    qtbot.waitUntil(lambda: len(cards(page)) == 1)
    page.recognising.panel.cards[0].same.click()
    in_message(program, qtbot, f"This conversation will be a visit of {anna.number} Anna Vogel.")
    key(KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "anna vo")
    assert page.draft().lead == ""
    page.save()
    assert len(saved(program)) == 2


def test_the_next_visitor_begins_without_cards(page: CapturePage, qtbot: QtBot, anna: Lead) -> None:
    typed(page, "full_name", "anna vo")
    qtbot.waitUntil(lambda: len(cards(page)) == 1)
    page.fresh()
    assert cards(page) == []


def test_a_choice_is_kept_with_the_draft(
    program: Program, page: CapturePage, qtbot: QtBot, anna: Lead
) -> None:
    typed(page, "full_name", "anna vo")
    qtbot.waitUntil(lambda: len(cards(page)) == 1)
    page.recognising.panel.cards[0].same.click()
    draft = page.draft()
    page.drafts.put_aside()
    page.drafts.take_up(draft.id)
    qtbot.waitUntil(lambda: page.draft().lead == anna.id)


def test_a_company_chosen_below_its_field_brings_its_city(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    there = Visitor(full_name="Bo Abel", company="Werft Nord", city="Kiel", country="DE")
    stored(program, lambda store: capture.save(store, Draft(visitor=there)))
    typed(page, "company", "Werf")
    offers = page.completing.offers("company")
    qtbot.waitUntil(offers.isVisible)
    key(KEY.Key_Down)
    key(KEY.Key_Return)
    qtbot.waitUntil(lambda: page.talk.person.visitor().city == "Kiel")
    assert page.talk.person.visitor() == Visitor(company="Werft Nord", city="Kiel", country="DE")


def test_nobody_known_makes_no_panel(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    typed(page, "full_name", "Nobody Known")
    qtbot.waitUntil(lambda: not page.recognising._pause.isActive())
    program.tasks.settle()
    assert "panel" not in vars(page.recognising)


def test_a_visitor_of_before_keeps_owner_promised_step_and_what_was_put_right(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    badge = "MECARD:N:Vogel,Anna;ORG:Werft Nord;EMAIL:anna@werft.example;;"
    burst(badge)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Anna Vogel")
    follow = page.thinking.follow
    for choice, value in ((follow.step, "offer"), (follow.owner, "koval")):
        choice.set_value(value)
        choice.activated.emit(choice.currentIndex())
    page.save()
    [first] = saved(program)
    program.tasks.change(lambda store: edit.correct(store, first.id, {"company": "Neue Werft AG"}))
    assert (follow.step.value(), follow.owner.value()) == ("material", "weber")
    burst(badge)
    qtbot.waitUntil(lambda: page.talk.person.visitor().company == "Neue Werft AG")
    assert (follow.step.value(), follow.owner.value()) == ("offer", "koval")
    page.talk.note.set_text("asked for a brochure")
    page.save()
    qtbot.waitUntil(lambda: len(saved(program)[0].visits) == 2)
    [lead] = saved(program)
    assert (lead.next_step, lead.owner) == (first.next_step, "koval")
    assert lead.visitor.company == "Neue Werft AG"
    assert (follow.step.value(), follow.owner.value()) == ("material", "weber")
