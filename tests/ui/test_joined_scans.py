"""Which scans belong to the conversation under way: only those that show the same person."""

import pytest
from pytestqt.qtbot import QtBot

from boothapp.app import Program
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.program import saved, type_text
from tests.ui.typing_scanner import scan

JANE = "MECARD:N:Doe,Jane;EMAIL:j@x.com;;"


def scanned(page: CapturePage, qtbot: QtBot, text: str) -> None:
    """Scans a badge, and waits until it has been read."""
    page.talk.questions.take_focus()
    with qtbot.waitSignal(page.scanning.read):
        scan(text)


def raws(program: Program, page: CapturePage) -> list[str]:
    page.save()
    return [visit.capture.raw.decode() for lead in saved(program) for visit in lead.visits]


OTHERS = [
    (JANE, "SMITH^JOHN^ACME CORP"),
    (JANE, "Schmidt;Anna"),
    (JANE, "john@smith.com"),
    (JANE, "tel:+441915550123"),
    ("SMITH^JOHN^ACME CORP", JANE),
    ("Anna|Schmidt|ACME GmbH|anna@acme.de", "Smith|John|Acme Corp"),
    ("1001;Anna;Schmidt;ACME GmbH", "https://www.linkedin.com/in/johnsmith"),
    ("https://expo.example/badge/555123", "https://expo.example/badge/555124"),
    ("AD26000001", "AD26000002"),
]
SAME = [
    (JANE, "MECARD:N:Doe,Jane;EMAIL:jane@other.com;;"),
    (JANE, "BIZCARD:E:J@x.com;C:Acme;;"),
    ("1001;Anna;Schmidt;ACME GmbH", "1001"),
    ("AD26000001", JANE),
]


@pytest.mark.parametrize(
    ("pair", "conversations"), [*((pair, 2) for pair in OTHERS), *((pair, 1) for pair in SAME)]
)
def test_only_the_same_badge_mail_or_name_joins_a_conversation_whose_first_bytes_stay(
    program: Program, page: CapturePage, qtbot: QtBot, pair: tuple[str, str], conversations: int
) -> None:
    for text in pair:
        scanned(page, qtbot, text)
    assert raws(program, page) == [*pair][:conversations]


def test_an_id_is_added_to_somebody_without_one_and_it_is_said(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    scanned(page, qtbot, JANE)
    scanned(page, qtbot, "AD26000009")
    assert program.window.message.words.text() == "AD26000009 was added to Jane Doe."
    assert raws(program, page) == [JANE]
    assert [lead.badge_id for lead in saved(program)] == ["AD26000009"]


def test_an_id_added_to_the_wrong_person_gets_its_own_conversation_by_undo(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    scanned(page, qtbot, JANE)
    scanned(page, qtbot, "AD26000009")
    program.window.message.undo_button.click()
    assert page.draft().capture.badge_id == "AD26000009"
    assert raws(program, page) == [JANE, "AD26000009"]
    assert [(lead.badge_id, lead.visitor.name) for lead in saved(program)] == [
        ("", "Jane Doe"),
        ("AD26000009", ""),
    ]


def test_a_typed_name_and_note_belong_to_the_badge_scanned_after_them(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    page.talk.person.fields["company"].input.setFocus()
    type_text("Acme")
    scanned(page, qtbot, JANE)
    assert raws(program, page) == [JANE]
    assert [lead.visitor.company for lead in saved(program)] == ["Acme"]
