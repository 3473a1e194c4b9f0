"""Consent in the window: signed at the stand, proved and taken back in the lead's detail."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boothapp.actions import capture, drafts, leads, shows
from boothapp.app import Program
from boothapp.domain.draft import Draft
from boothapp.domain.flags import FLAGS
from boothapp.domain.signature import packed, unpacked
from boothapp.domain.visitor import Visitor
from boothapp.paths import Home
from boothapp.store import lists
from boothapp.store.lists import Query
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.pages.leads.consent_card import ConsentCard
from boothapp.ui.widgets.signature import SignaturePad, SignatureView
from tests.ui import seen
from tests.ui.pins import texts
from tests.ui.program import click, enter, key, saved, start, stored, with_demo_show

ANNA = Visitor(full_name="Anna Vogel", emails=("anna@vogel.example",))
STROKES = (((100, 100), (400, 300)),)


@pytest.fixture
def signing(qtbot: QtBot, home: Home) -> Iterator[tuple[Program, CapturePage]]:
    """The program with a show that asks for signatures."""
    with_demo_show(home)
    program = start(qtbot, home)
    program.tasks.in_store(lambda store: shows.take(store, replace(shows.current(store), signature=True)))
    yield program, enter(qtbot, program)
    program.end()


def draw(pad: SignaturePad) -> None:
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    for at in range(40, 300, 10):
        QTest.mouseMove(pad, QPoint(at, 60 + at % 70))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(300, 100))


def sign(page: CapturePage) -> None:
    button = page.consents.sign_button
    assert button is not None
    click(button)
    panel = page.consents._signing
    assert panel is not None
    assert not panel.done_button.isEnabled()
    draw(panel.pad)
    click(panel.done_button)
    assert not panel.isVisible()


def test_a_show_that_asks_for_no_signature_has_no_button(page: CapturePage) -> None:
    assert page.consents.sign_button is None


def test_a_signature_is_kept_with_what_was_ticked(signing: tuple[Program, CapturePage]) -> None:
    program, page = signing
    button = page.consents.sign_button
    assert button is not None
    assert not button.isEnabled()
    page.talk.person.show_visitor(ANNA)
    click(page.consents.ticks["mail"])
    sign(page)
    assert seen.name(button) == "Signed"
    assert button.hasFocus()
    page.save()
    [lead] = saved(program)
    assert [one.method for one in lead.consents] == ["signed"]
    whole = stored(program, lambda store: leads.whole(store, lead.id))
    [strokes] = whole.signatures.values()
    assert sum(map(len, unpacked(strokes))) > 10
    assert (page.consents.signature(), seen.name(button)) == ("", "Sign")


def test_a_signature_holds_for_nothing_that_was_ticked_or_read_later(
    signing: tuple[Program, CapturePage],
) -> None:
    _, page = signing
    click(page.consents.ticks["mail"])
    sign(page)
    strokes = page.draft().signature
    assert strokes
    click(page.consents.ticks["phone"])
    assert page.draft().signature == ""
    click(page.consents.ticks["phone"])
    assert page.draft().signature == strokes
    page.talk.person.show_visitor(Visitor(full_name="Anna", language="de"))
    page.think()
    assert (page.consents.language, page.draft().signature) == ("de", "")


def test_without_a_signature_it_is_saved_all_the_same_and_missed(
    qtbot: QtBot, signing: tuple[Program, CapturePage]
) -> None:
    program, page = signing
    page.talk.person.show_visitor(ANNA)
    click(page.consents.ticks["mail"])
    click(page.consents.sign_button)  # type: ignore[arg-type]
    panel = page.consents._signing
    assert panel is not None
    assert all(panel.isAncestorOf(stop) for stop in seen.tab_stops(program.window))
    key(Qt.Key.Key_Escape)
    assert not panel.isVisible()
    page.save()
    [lead] = saved(program)
    assert [one.method for one in lead.consents] == ["spoken"]
    detail: Any = program.window.go("leads")
    detail.open_lead(lead.id)
    qtbot.waitUntil(lambda: FLAGS["no-signature"] in texts(detail.detail))
    missing = Query(filters={"flag": ("no-signature",)})
    assert [line.id for line in stored(program, lambda store: lists.page(store, missing))] == [lead.id]


def test_a_draft_keeps_its_signature(signing: tuple[Program, CapturePage]) -> None:
    program, page = signing
    page.talk.person.show_visitor(ANNA)
    click(page.consents.ticks["mail"])
    sign(page)
    before = page.draft()
    stored(program, lambda store: drafts.keep(store, before))
    kept = stored(program, lambda store: drafts.take_up(store, before.id)).kept
    assert kept.draft.signature == before.signature
    page.fresh()
    assert page.draft().signature == ""
    page.stand(kept.draft)
    assert page.draft().signature == before.signature


def test_the_pad_shows_a_signature_only_from_its_line_on(qtbot: QtBot) -> None:
    pad = SignaturePad(200)
    seen.show(qtbot, pad)
    QTest.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert pad.value() == ""
    draw(pad)
    assert pad.value()
    pad.clear()
    assert pad.value() == ""


@pytest.fixture
def card(qtbot: QtBot, program: Program, page: CapturePage) -> ConsentCard:
    """The card of a lead that signed for mail and phone."""
    draft = Draft(
        visitor=ANNA, consents=("mail", "phone"), staff="lange", language="de", signature=packed(STROKES)
    )
    lead = stored(program, lambda store: capture.save(store, draft)).lead
    detail: Any = program.window.go("leads")
    detail.open_lead(lead.id)
    qtbot.waitUntil(lambda: detail.detail.lead() == lead.id)
    return shown(program)


def shown(program: Program) -> ConsentCard:
    page: Any = program.window.pages()["leads"]
    found = page.detail.widget().findChild(ConsentCard)
    assert isinstance(found, ConsentCard)
    return found


def test_the_detail_proves_what_was_allowed(program: Program, card: ConsentCard) -> None:
    told, show = texts(card), program.desk.show
    assert show is not None
    for part in (
        "May be written to by e-mail",
        "Mira Lange",
        "signed",
        show.wording_version("mail"),
        "Deutsch",
    ):
        assert part in told
    [view] = card.findChildren(SignatureView)
    assert view.strokes == STROKES


def test_one_purpose_is_taken_back_and_brought_back(
    qtbot: QtBot, program: Program, card: ConsentCard
) -> None:
    program.desk.choose_staff("bondar")
    click(card.withdraw_buttons["mail"])
    qtbot.waitUntil(lambda: saved(program)[0].allowed == ("phone",))
    [lead] = saved(program)
    assert (lead.consents[-1].staff, lead.revision) == ("bondar", 2)
    qtbot.waitUntil(lambda: "Withdrawn" in texts(shown(program)))
    assert set(shown(program).withdraw_buttons) == {"phone"}
    message = program.window.message
    assert "took back: May be written to by e-mail" in message.words.text()
    click(message.undo_button)
    qtbot.waitUntil(lambda: set(saved(program)[0].allowed) == {"mail", "phone"})
    qtbot.waitUntil(lambda: set(shown(program).withdraw_buttons) == {"mail", "phone"})
    page: Any = program.window.pages()["leads"]
    qtbot.waitUntil(lambda: "Withdrawal undone" in texts(page.detail))


def test_the_receipt_is_saved_and_kept_in_the_history(
    qtbot: QtBot, program: Program, card: ConsentCard, tmp_path: Path
) -> None:
    file = tmp_path / "receipt.pdf"
    page: Any = program.window.pages()["leads"]
    page.detail.proofs.ask_file = lambda _proposed: str(file)
    click(card.save_button)
    qtbot.waitUntil(lambda: "Consent receipt saved as PDF" in texts(page.detail))
    assert file.read_bytes().startswith(b"%PDF")
    assert "receipt.pdf" in program.window.message.words.text()


def test_the_receipt_is_shown_as_a_code_and_hidden_again(
    qtbot: QtBot, program: Program, card: ConsentCard
) -> None:
    click(card.code_button)
    qtbot.waitUntil(lambda: card.code is not None and card.code.isVisible())
    [lead] = saved(program)
    receipts = stored(program, lambda store: leads.whole_json(store, lead.id))["receipts"]
    qtbot.waitUntil(lambda: bool(stored(program, lambda store: leads.whole_json(store, lead.id))["receipts"]))
    receipts = stored(program, lambda store: leads.whole_json(store, lead.id))["receipts"]
    assert "Anna Vogel" in receipts[0]["text"]
    click(card.code_button)
    assert card.code is not None
    assert not card.code.isVisible()


def test_a_lead_without_consent_has_nothing_to_take_back(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    lead = stored(program, lambda store: capture.save(store, Draft(visitor=ANNA))).lead
    detail: Any = program.window.go("leads")
    detail.open_lead(lead.id)
    qtbot.waitUntil(lambda: detail.detail.lead() == lead.id)
    assert "Nothing yet" in texts(shown(program))
    assert shown(program).withdraw_buttons == {}
    assert "Print receipt" not in texts(shown(program))
