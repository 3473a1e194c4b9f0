"""Pictures dropped on the capture page: one badge, several, a business card to confirm, and poor ones."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from boothapp.actions import badges
from boothapp.app import Program
from boothapp.badge import card_sight
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.program import click, dropped, pictures, saved
from tests.unit.badge.card_people import PEOPLE
from tests.unit.badge.photographs import picture_of, vcard
from tests.unit.badge.printed_cards import LAYOUTS, photograph

PERSON = PEOPLE[6]
# Milliseconds: a card is read by another program, on a busy machine.
PATIENCE = 60_000


@pytest.fixture
def business_card(tmp_path: Path) -> Path:
    file = tmp_path / "card.jpg"
    file.write_bytes(photograph(LAYOUTS[1](PERSON), 3))
    return file


def test_a_card_is_read_beside_the_form_and_taken_over(
    program: Program, page: CapturePage, qtbot: QtBot, business_card: Path
) -> None:
    page.scanning.take(dropped(business_card))
    panel = page.pictures.card
    qtbot.waitUntil(panel.isVisible, timeout=PATIENCE)
    # The form is free while the card is read.
    assert page.scan.hasFocus()
    assert not panel.use.isVisible()
    qtbot.waitUntil(panel.use.isVisible, timeout=PATIENCE)
    assert page.scan.hasFocus()
    assert page.talk.person.visitor().label == ""
    panel.fields["job_title"].set_text("Managing director")
    click(panel.use)
    assert panel.isHidden()
    shown = page.talk.person.visitor()
    assert (shown.name, shown.company, shown.job_title) == (PERSON.name, PERSON.company, "Managing director")
    page.save()
    [lead] = saved(program)
    assert lead.visitor.emails == (PERSON.email,)
    assert lead.visits[0].capture.format == "card"
    [picture] = pictures(program, lead)
    assert 0 < len(picture) <= 200_000
    assert not QImage.fromData(picture).isNull()
    assert page.pictures.kept() == ()


def test_a_save_takes_the_open_card_along(
    program: Program, page: CapturePage, qtbot: QtBot, business_card: Path
) -> None:
    page.scanning.take(dropped(business_card))
    qtbot.waitUntil(page.pictures.card.use.isVisible, timeout=PATIENCE)
    page.save()
    [lead] = saved(program)
    assert lead.visitor.full_name == PERSON.name
    assert len(pictures(program, lead)) == 1


def test_a_card_still_being_read_never_lands_in_the_next_conversation(
    program: Program, page: CapturePage, qtbot: QtBot, business_card: Path
) -> None:
    page.scanning.take(dropped(business_card))
    qtbot.waitUntil(page.pictures.card.isVisible, timeout=PATIENCE)
    page.save()
    assert page.pictures.card.isHidden()
    done: list[bool] = []
    program.tasks.beside(lambda: badges.scan_card(business_card), lambda _card: done.append(True))
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)
    assert page.pictures.card.isHidden()
    assert page.talk.person.visitor().label == ""
    # The picture itself went with the conversation it was dropped into.
    [lead] = saved(program)
    assert len(pictures(program, lead)) == 1


def test_a_card_that_is_none_is_put_away(page: CapturePage, qtbot: QtBot, business_card: Path) -> None:
    page.scanning.take(dropped(business_card))
    qtbot.waitUntil(page.pictures.card.isVisible, timeout=PATIENCE)
    click(page.pictures.card.close_button)
    assert page.pictures.card.isHidden()
    assert page.draft().picture == b""


def test_without_a_reader_the_picture_may_be_kept(
    page: CapturePage, qtbot: QtBot, business_card: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_sight, "has_reader", lambda: False)
    page.scanning.take(dropped(business_card))
    panel = page.pictures.card
    qtbot.waitUntil(lambda: "boothapp[cards]" in panel.message.text(), timeout=PATIENCE)
    click(panel.keep)
    assert page.draft().picture[:2] == b"\xff\xd8"
    assert panel.isHidden()


def test_two_badges_in_one_picture_are_a_choice(page: CapturePage, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "two.png"
    badges_in_it = vcard("Ann Abel", "ann@abel.example"), vcard("Bob Blum", "bob@blum.example")
    file.write_bytes(picture_of(*badges_in_it))
    page.scanning.take(dropped(file))
    choice = page.pictures.choice
    qtbot.waitUntil(choice.isVisible, timeout=PATIENCE)
    assert [button.text() for button in choice.buttons] == ["Bob Blum", "Ann Abel", "None of them"]
    assert page.talk.person.visitor().label == ""
    click(choice.buttons[1])
    assert choice.isHidden()
    assert page.talk.person.visitor().name == "Ann Abel"


def test_a_file_that_is_no_picture_gives_a_sentence(page: CapturePage, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "badge.png"
    file.write_bytes(b"PK\x03\x04 not a picture")
    page.scanning.take(dropped(file))
    qtbot.waitUntil(lambda: "not a picture" in page.talk.notice.text(), timeout=PATIENCE)
    assert page.pictures.card.isHidden()
