"""A lead is put right on the Leads page, with the keyboard alone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from boothapp import words
from boothapp.actions import capture, leads
from boothapp.domain.draft import Draft
from boothapp.domain.voice import Remark, Voice
from boothapp.ui.pages.leads import LeadsPage
from boothapp.ui.pages.leads.editing import Editing
from boothapp.ui.widgets.buttons import Button, IconButton
from tests.ui.stand import Stand

COUNT = 5


@pytest.fixture
def page(here: Stand) -> LeadsPage:
    made = LeadsPage(here.desk)
    here.visit(made)
    here.qtbot.waitUntil(lambda: made.detail.lead() != "")
    return made


def begin(page: LeadsPage) -> Editing:
    """Opens the fields of the lead shown."""
    page.edit_button.click()
    editing = page.side.currentWidget()
    assert isinstance(editing, Editing)
    assert editing.person.fields["full_name"].input.hasFocus()
    return editing


def test_what_is_typed_is_kept_and_shown(here: Stand, page: LeadsPage) -> None:
    editing, id = begin(page), page.detail.lead()
    assert not page.list.isEnabled()
    for field, text in (("full_name", "Anna Vogel"), ("emails", "anna@werft.example"), ("phones", "")):
        line = editing.person.fields[field].input
        line.selectAll()
        QTest.keyClicks(line, text) if text else QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClick(editing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    here.qtbot.waitUntil(lambda: not page.is_editing())
    kept = here.store(lambda store: leads.whole(store, id))
    assert (kept.lead.visitor.name, kept.lead.visitor.emails) == ("Anna Vogel", ("anna@werft.example",))
    assert kept.lead.visitor.phones == ()
    assert kept.history[-1].action == "edited"
    assert page.list.isEnabled()
    assert page.foot.isVisibleTo(page)


@pytest.mark.parametrize("later", [False, True])
def test_escape_leaves_all_as_it_was_and_undo_brings_back_what_was_typed(
    here: Stand, page: LeadsPage, later: bool
) -> None:
    here.desk.place_wanted.connect(lambda _place, lead: page.open_lead(lead))
    editing, id = begin(page), page.detail.lead()
    QTest.keyClicks(editing.person.fields["company"].input, "Other")
    editing.said.set_text("A long remark")
    typed = editing.texts()
    QTest.keyClick(editing.said.input, Qt.Key.Key_Escape)
    assert not page.is_editing()
    assert here.store(lambda store: leads.find(store, id)).revision == 1
    assert here.said[-1].endswith("stays as it was. Undo brings back what was typed.")
    if later:
        page.list.setFocus()
        QTest.keyClick(page.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    else:
        undo = here.undo[-1]
        assert undo is not None
        undo()
    assert page.side.currentWidget() is editing
    assert (editing.texts(), editing.said.text()) == (typed, "A long remark")
    editing.save_button.click()
    here.qtbot.waitUntil(lambda: not page.is_editing())
    kept = here.store(lambda store: leads.find(store, id))
    assert kept.visitor.company == typed["company"]
    assert Remark("A long remark") in kept.voice.remarks


def test_escape_with_nothing_typed_says_nothing(here: Stand, page: LeadsPage) -> None:
    editing = begin(page)
    QTest.keyClick(editing, Qt.Key.Key_Escape)
    assert (page.is_editing(), here.said) == (False, [])


def test_owner_and_step_are_chosen(here: Stand, page: LeadsPage) -> None:
    editing, id = begin(page), page.detail.lead()
    other = next(editing.owner.itemData(at) for at in range(editing.owner.count())
                 if editing.owner.itemData(at) != editing.owner.value())  # fmt: skip
    editing.owner.set_value(other)
    editing.step.set_value("offer")
    editing.save_button.click()
    here.qtbot.waitUntil(lambda: not page.is_editing())
    lead = here.store(lambda store: leads.find(store, id))
    assert lead.next_step is not None
    assert (lead.owner, lead.next_step.kind) == (other, "offer")


def test_nothing_changed_saves_nothing(here: Stand, page: LeadsPage) -> None:
    editing, id = begin(page), page.detail.lead()
    assert editing.texts() == {}
    editing.save_button.click()
    assert not page.is_editing()
    assert here.store(lambda store: leads.find(store, id)).revision == 1


def test_what_was_said_is_put_right_and_undone_from_the_time_line(here: Stand, page: LeadsPage) -> None:
    editing, id = begin(page), page.detail.lead()
    before = here.store(lambda store: leads.find(store, id)).voice
    show = here.desk.show
    assert show is not None
    assert editing.voice() is None
    assert not editing.talk.isVisible()
    editing.talk_button.click()
    assert list(editing.notes.fields.values())[-1].input.hasFocus()
    editing.said.set_text("Too heavy for our line")
    tag = next(one for one in editing.talk.remarks.tags.findChildren(QPushButton) if one.item.key == "doubt")
    tag.click()
    editing.said.set_text("And no tag")
    editing.talk.messages.set_value([one.id for one in show.messages])
    QTest.keyClicks(editing.talk.rivals.other.input, "Konkurra")
    QTest.keyClick(editing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    here.qtbot.waitUntil(lambda: not page.is_editing())
    kept = here.store(lambda store: leads.find(store, id)).voice
    said = (Remark("Too heavy for our line", "doubt"), Remark("And no tag"))
    assert kept.remarks == (*before.remarks, *said)
    assert set(kept.messages) == {one.id for one in show.messages}
    assert kept.competitors == (*before.competitors, "Konkurra")
    assert here.said[-1].endswith("remarks, messages that worked, competitors corrected.")
    here.qtbot.waitUntil(lambda: "Konkurra" in shown(page))
    assert "Doubt" in shown(page)
    names = {one.accessibleName(): one for one in page.detail.findChildren(Button)}
    next(button for name, button in names.items() if name.startswith("Undo: Corrected")).click()
    here.qtbot.waitUntil(lambda: here.store(lambda store: leads.find(store, id)).voice == before)


def with_talks(here: Stand, page: LeadsPage, *talks: Draft) -> str:
    """The lead shown with these conversations after its first one; gives its id."""
    id = page.detail.lead()
    for minute, talk in enumerate(talks):
        at = datetime.now(UTC) + timedelta(minutes=minute)
        here.store(partial(capture.save, draft=replace(talk, lead=id), at=at))
    page.open_lead(id)
    here.qtbot.waitUntil(lambda: len(page.detail.whole().lead.visits) == 1 + len(talks))  # type: ignore[union-attr]
    return id


def noted(here: Stand, id: str) -> tuple[str, ...]:
    """The last two notes of a lead, as kept."""
    return here.store(lambda store: leads.find(store, id)).notes[-2:]


def test_a_note_is_put_right_with_the_keyboard_and_undone(here: Stand, page: LeadsPage) -> None:
    id = with_talks(here, page, Draft(note="Calls on Mondy"), Draft(note="Has a new plant"))
    editing = begin(page)
    editing.talk_button.click()
    *_, wrong, last = editing.notes.fields.values()
    assert (wrong.text(), last.text()) == ("Calls on Mondy", "Has a new plant")
    assert wrong.label.text() != last.label.text()
    assert editing.notes.changed() == {}
    QTest.keyClick(last.input, Qt.Key.Key_Backtab)
    assert wrong.input.hasFocus()
    QTest.keyClick(wrong.input, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(wrong.input, Qt.Key.Key_Left)
    QTest.keyClicks(wrong.input, "a")
    QTest.keyClick(editing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    here.qtbot.waitUntil(lambda: not page.is_editing())
    assert noted(here, id) == ("Calls on Monday", "Has a new plant")
    assert here.said[-1].endswith(": note corrected.")
    here.qtbot.waitUntil(lambda: "Note, before: “Calls on Mondy”" in shown(page))
    undo = here.undo[-1]
    assert undo is not None
    undo()
    here.qtbot.waitUntil(lambda: noted(here, id)[0] == "Calls on Mondy")


@pytest.mark.parametrize("tag", ["doubt", ""])
def test_a_remark_reworded_stays_in_its_conversation(here: Stand, page: LeadsPage, tag: str) -> None:
    soon = Remark("Call me soon")
    talks = (Draft(voice=Voice((Remark("Too hevy", "doubt"),))), Draft(voice=Voice((soon,))))
    id = with_talks(here, page, *talks)
    editing = begin(page)
    editing.talk_button.click()
    buttons = editing.talk.remarks.findChildren(IconButton)
    next(one for one in buttons if one.accessibleName().endswith("Too hevy")).click()
    assert editing.said.text() == "Too hevy"
    editing.said.set_text("Too heavy")
    if tag:
        chips = editing.talk.remarks.tags.findChildren(QPushButton)
        next(one for one in chips if one.item.key == tag).click()
    QTest.keyClick(editing, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    here.qtbot.waitUntil(lambda: not page.is_editing())
    *_, first, last = here.store(lambda store: leads.find(store, id)).visits
    assert (first.voice.remarks, last.voice.remarks) == ((Remark("Too heavy", tag),), (soon,))


def test_notes_are_named_in_the_language_spoken(here: Stand, page: LeadsPage) -> None:
    with_talks(here, page, Draft(note="Calls on Monday"), Draft(note="Has a new plant"))
    editing = begin(page)
    words.use("de")
    try:
        QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
        names = [one.label.text() for one in editing.notes.fields.values()]
        spoken = [one.input.accessibleName() for one in editing.notes.fields.values()]
    finally:
        words.use("en")
    assert all(name.startswith("Notiz, ") for name in names)
    assert spoken == names


def shown(page: LeadsPage) -> str:
    """Every text of the detail."""
    return "\n".join(one.text() for one in page.detail.findChildren(QLabel))
