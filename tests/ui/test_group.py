"""Several people of one conversation on the real page: one key, the next badge, one save."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from boothapp import words
from boothapp.actions import capture, leads
from boothapp.app import Program
from boothapp.domain.capture import Capture
from boothapp.domain.companion import Companion
from boothapp.domain.draft import Draft
from boothapp.domain.lead import Lead
from boothapp.domain.visitor import Visitor
from boothapp.paths import Home
from boothapp.ui.pages.capture.draft_panel import named
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.pages.leads.others_card import OthersCard
from tests.ui.program import CONTROL, burst, click, key, saved, stored, type_text
from tests.ui.seen import name
from tests.ui.test_drafts import ANNA as ANNA_TYPED
from tests.ui.test_drafts import begun, in_message, typed, waiting, with_drafts

__all__ = ["begun"]

Begin = Callable[[], tuple[Program, CapturePage]]
KEY = Qt.Key
GROUP = replace(
    ANNA_TYPED,
    others=(
        Companion(
            visitor=Visitor(full_name="Ben Boll"),
            capture=Capture(format="vcard", badge_id="SB8", raw=b"ben"),
            consents=("phone",),
            looked_up=True,
            picture=b"ben",
        ),
    ),
)
ANNA, BEN, CEM = (
    f"MECARD:N:{who};ORG:{company};TEL:+4419155501{at:02};;"
    for at, (who, company) in enumerate(
        (("Vogel,Anna", "Werft Nord"), ("Boll,Ben", "Werft Nord"), ("Conte,Cem", "Tyne Fabrication"))
    )
)


def came(page: CapturePage, qtbot: QtBot, name: str) -> None:
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == name)


def three(page: CapturePage, qtbot: QtBot) -> None:
    """Anna is scanned and asked, then her two colleagues are scanned."""
    burst(ANNA)
    came(page, qtbot, "Anna Vogel")
    page.talk.questions.rows["budget"].answers.choose("approved")
    page.talk.note.set_text("Wants a cell")
    for badge, who in ((BEN, "Ben Boll"), (CEM, "Cem Conte")):
        key(KEY.Key_G, CONTROL)
        burst(badge)
        came(page, qtbot, who)


def others(program: Program, lead: Lead) -> list[str]:
    whole = stored(program, lambda store: leads.whole(store, lead.id))
    return [one.name for one in whole.together]


def test_one_key_and_the_next_badge_is_of_the_same_conversation(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    three(page, qtbot)
    assert [chip.text() for chip in page.group.strip.chips] == ["Anna Vogel", "Ben Boll", "Cem Conte"]
    assert page.talk.questions.rows["budget"].answers.value() == "approved"
    key(KEY.Key_Return, CONTROL)
    found = saved(program)
    assert [lead.visitor.name for lead in found] == ["Anna Vogel", "Ben Boll", "Cem Conte"]
    assert [lead.visits[0].answers for lead in found] == [{"budget": ("approved",)}] * 3
    assert [lead.notes for lead in found] == [("Wants a cell",)] * 3
    assert others(program, found[1]) == ["Anna Vogel", "Cem Conte"]
    in_message(program, qtbot, "In the same conversation: A-0002 Ben Boll, A-0003 Cem Conte")
    assert page.draft().others == ()
    assert page.group.strip.isHidden()
    assert page.scan.hasFocus()


def test_consent_is_asked_of_each_person(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    burst(ANNA)
    came(page, qtbot, "Anna Vogel")
    key(KEY.Key_F2)
    key(KEY.Key_G, CONTROL)
    assert page.consents.value() == ()
    burst(BEN)
    came(page, qtbot, "Ben Boll")
    assert "for Ben Boll alone" in page.group.strip.sentence.text()
    key(KEY.Key_F3)
    page.group.strip.chips[0].click()
    assert page.talk.person.visitor().name == "Anna Vogel"
    assert page.consents.value() == ("mail",)
    page.save()
    assert [lead.allowed for lead in saved(program)] == [("mail",), ("phone",)]


def test_a_scan_without_the_key_is_the_next_visitor(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    three(page, qtbot)
    burst("MECARD:N:Abel,Ann;TEL:+441915550199;;")
    came(page, qtbot, "Ann Abel")
    assert len(saved(program)) == 3
    assert page.draft().others == ()
    assert page.draft().answers == {}


def test_another_company_is_said_and_stays(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    three(page, qtbot)
    assert "Another company, Tyne Fabrication: that is fine" in page.group.strip.sentence.text()
    page.group.strip.chips[1].click()
    assert "that is fine" not in page.group.strip.sentence.text()
    page.save()
    assert len(saved(program)) == 3


def test_the_save_of_a_group_is_taken_back_whole(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    three(page, qtbot)
    before = page.draft()
    key(KEY.Key_Return, CONTROL)
    in_message(program, qtbot, "A-0001")
    key(KEY.Key_Z, CONTROL)
    in_message(program, qtbot, "A-0001, A-0002, A-0003 are taken back and stand in the form again.")
    assert saved(program) == []
    assert [one.visitor.name for one in page.draft().others] == ["Ben Boll", "Cem Conte"]
    assert [one.draft.id for one in waiting(program)] == [before.id]
    key(KEY.Key_Return, CONTROL)
    assert [lead.number for lead in saved(program)] == ["A-0001", "A-0002", "A-0003"]


def test_the_same_badge_again_brings_its_person_into_the_fields(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    three(page, qtbot)
    burst(ANNA)
    came(page, qtbot, "Anna Vogel")
    key(KEY.Key_G, CONTROL)
    burst(BEN)
    came(page, qtbot, "Ben Boll")
    assert len(page.group.strip.chips) == 3
    assert saved(program) == []


def test_a_badge_that_never_came_makes_no_lead(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    burst(ANNA)
    came(page, qtbot, "Anna Vogel")
    key(KEY.Key_G, CONTROL)
    key(KEY.Key_G, CONTROL)
    assert len(page.group.strip.chips) == 2
    page.save()
    assert [lead.visitor.name for lead in saved(program)] == ["Anna Vogel"]


def test_one_of_them_is_typed_by_hand(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    burst(ANNA)
    came(page, qtbot, "Anna Vogel")
    key(KEY.Key_G, CONTROL)
    type_text("Jane Doe")
    key(KEY.Key_Tab)
    came(page, qtbot, "Jane Doe")
    page.save()
    assert [lead.visitor.name for lead in saved(program)] == ["Anna Vogel", "Jane Doe"]


def test_the_next_badge_is_of_the_group_in_the_rapid_mode_too(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    burst(ANNA)
    came(page, qtbot, "Anna Vogel")
    key(KEY.Key_R, CONTROL)
    key(KEY.Key_G, CONTROL)
    burst(BEN)
    came(page, qtbot, "Ben Boll")
    burst(CEM)
    qtbot.waitUntil(lambda: len(page.crowd.waiting) == 1)
    assert [one.visitor.name for one in page.draft().others] == ["Ben Boll"]


def test_who_is_taken_out_waits_among_the_drafts_and_comes_back(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    three(page, qtbot)
    page.group.strip.chips[0].click()
    page.group.strip.out.click()
    in_message(program, qtbot, "Anna Vogel is no longer in this conversation, and waits among the drafts.")
    assert [one.draft.visitor.name for one in waiting(program) if one.aside] == ["Anna Vogel"]
    assert page.draft().visitor.name == "Ben Boll"
    key(KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: len(page.group.strip.chips) == 3)
    assert [one for one in waiting(program) if one.aside] == []
    page.save()
    assert [lead.visitor.name for lead in saved(program)] == ["Ben Boll", "Cem Conte", "Anna Vogel"]


def test_a_group_put_aside_comes_back_whole(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    three(page, qtbot)
    page.drafts.put_aside()
    qtbot.waitUntil(lambda: len(page.drafts.waiting) == 1)
    key(KEY.Key_D, CONTROL)
    [line] = page.drafts.panel.lines
    assert name(line.go_on) == "Continue: Anna Vogel and 2 more"
    click(line.delete)
    in_message(program, qtbot, "The draft of Anna Vogel and 2 more is deleted.")
    click(program.window.message.undo_button)
    qtbot.waitUntil(lambda: len(page.drafts.waiting) == 1)
    page.drafts.take_up(page.drafts.waiting[0].draft.id)
    came(page, qtbot, "Anna Vogel")
    assert [chip.text() for chip in page.group.strip.chips] == ["Anna Vogel", "Ben Boll", "Cem Conte"]
    page.group.strip.chips[2].click()
    assert page.talk.person.visitor().company == "Tyne Fabrication"


@pytest.mark.parametrize(
    ("language", "others", "said"),
    [
        ("en", 1, "Ann Abel and 1 more"),
        ("uk", 1, "Ann Abel і ще 1 особа"),
        ("uk", 3, "Ann Abel і ще 3 особи"),
        ("uk", 5, "Ann Abel і ще 5 осіб"),
        ("de", 1, "Ann Abel und 1 weitere Person"),
        ("de", 2, "Ann Abel und 2 weitere"),
    ],
)
def test_a_draft_of_a_group_is_named_by_the_first_and_how_many(language: str, others: int, said: str) -> None:
    more = tuple(Companion(visitor=Visitor(full_name=f"Ben {at}")) for at in range(others))
    words.use(language)
    try:
        assert named(Draft(visitor=Visitor(full_name="Ann Abel"), others=more)) == said
    finally:
        words.use("en")


def test_the_button_is_there_with_the_first_person(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    assert "group" not in vars(page)
    burst(ANNA)
    came(page, qtbot, "Anna Vogel")
    assert page.group.button.isVisible()
    page.group.button.click()
    assert page.talk.person.visitor().name == ""
    assert page.scan.hasFocus()
    page.fresh()
    assert page.group.button.isHidden()


def test_a_group_comes_back_whole_after_a_crash(begun: Begin, home: Home, qtbot: QtBot) -> None:
    with_drafts(home, GROUP)
    program, page = begun()
    came(page, qtbot, "Anna Vogel")
    page.talk.person.changed.emit()
    assert page.draft() == GROUP
    assert page.group.strip.isVisible()
    page.group.strip.chips[1].click()
    assert (page.consents.value(), page.in_form().id) == (("phone",), GROUP.others[0].id)
    assert page.draft() == GROUP
    key(KEY.Key_Return, CONTROL)
    assert [lead.id for lead in saved(program)] == [GROUP.id, GROUP.others[0].id]
    assert waiting(program) == []
    program.end()


def test_what_is_typed_of_a_group_is_written_down(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    three(page, qtbot)
    page.drafts.journal.write()
    [kept] = waiting(program)
    assert kept.draft == page.draft()
    assert [one.visitor.name for one in kept.draft.others] == ["Ben Boll", "Cem Conte"]


def test_each_member_may_have_been_met_before(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    stored(program, lambda store: capture.save(store, Draft(visitor=Visitor(full_name="Ben Boll"))))
    burst(ANNA)
    came(page, qtbot, "Anna Vogel")
    key(KEY.Key_G, CONTROL)
    typed(page, "full_name", "Ben Boll")
    qtbot.waitUntil(lambda: "panel" in vars(page.recognising) and len(page.recognising.panel.cards) == 1)
    key(KEY.Key_1, Qt.KeyboardModifier.AltModifier)
    assert page.draft().lead == ""
    assert [one.lead != "" for one in page.draft().others] == [True]
    page.save()
    assert [(lead.visitor.name, len(lead.visits)) for lead in saved(program)] == [
        ("Ben Boll", 2),
        ("Anna Vogel", 1),
    ]


def test_the_lead_names_the_others_and_opens_them(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    three(page, qtbot)
    page.save()
    anna = saved(program)[0]
    program.desk.place_wanted.emit("leads", anna.id)
    detail = program.window.pages()["leads"].detail
    qtbot.waitUntil(lambda: detail.lead() == anna.id)
    [card] = detail.findChildren(OthersCard)
    assert [name(button) for button in card.buttons] == ["Open: A-0002 Ben Boll", "Open: A-0003 Cem Conte"]
    card.buttons[1].click()
    qtbot.waitUntil(lambda: detail.whole().lead.visitor.name == "Cem Conte")
