"""Visitors enter themselves at the kiosk, in the real window, and see nothing of anybody else."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boothapp.actions import capture, leads
from boothapp.app import Program
from boothapp.domain.draft import Draft
from boothapp.domain.show import Show
from boothapp.domain.visitor import Visitor
from boothapp.errors import EnvironmentFault
from boothapp.ui.kiosk.entry import Entry
from boothapp.ui.kiosk.keeper import Kiosk
from boothapp.ui.kiosk.patience import WAITS
from boothapp.ui.kiosk.start import Start
from boothapp.ui.kiosk.thanks import WAITS_FOR_CODE, Thanks
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.widgets.suggestions import Suggestions
from boothapp.words import language
from tests.ui.kiosks import ANNA, entry, fill, kiosk, later, shown, thanks
from tests.ui.pins import texts
from tests.ui.program import CARD, burst, click, key, saved, stored, type_text
from tests.ui.seen import beyond, name, tab_stops
from tests.unit.actions import attendee_list

__all__ = ["kiosk"]

TYPED = "BEGIN:VCARD\nVERSION:3.0\nN:Doe;Jane\nTITLE:Engineer\nLANG:uk\nEND:VCARD"
OTHER_CARD = CARD.replace("Оксана", "Jane").replace("Ґедзь", "Doe").replace("o.gedz", "jane")


@pytest.mark.parametrize("size", [(1280, 700), (1024, 600), (960, 560)])
def test_the_first_page_says_its_whole_sentence(
    program: Program, kiosk: Kiosk, size: tuple[int, int]
) -> None:
    program.window.resize(*size)
    view = shown(kiosk).view()
    assert isinstance(view, Start)
    QApplication.processEvents()
    for tile in view.tiles.values():
        assert tile.height() >= tile.heightForWidth(tile.width())
        assert view.rect().contains(tile.geometry())


def test_a_visitor_enters_by_hand_and_is_a_real_lead(qtbot: QtBot, program: Program, kiosk: Kiosk) -> None:
    view = entry(kiosk, "de")
    assert language() == "de"
    fill(view)
    click(view.person.products.ticks["cell"])
    click(view.go_on)
    show = stored(program, lambda store: program.desk.show)
    assert [tick.isChecked() for tick in view.consent.ticks.values()] == [False, False]
    assert view.consent.ticks["mail"].text() == show.consent["mail"]["de"]
    click(view.consent.ticks["mail"])
    click(view.go_on)
    thanked = thanks(qtbot, kiosk)
    assert "Anna Vogel" in thanked.title.text()
    [lead] = saved(program)
    [visit], [consent] = lead.visits, lead.consents
    assert (lead.visitor.name, lead.visitor.email, lead.visitor.language) == (ANNA.name, ANNA.email, "de")
    assert (visit.capture.place, visit.station, visit.staff) == ("kiosk", "A", "")
    assert visit.interests == ("cell",)
    assert (consent.purpose, consent.method, consent.language) == ("mail", "self", "de")
    assert (consent.wording, consent.staff) == (show.wording_version("mail"), "")
    assert lead.number in thanked.number.text()
    qtbot.waitUntil(thanked.code.isVisible)
    later(kiosk, WAITS_FOR_CODE)
    assert isinstance(shown(kiosk).view(), Start)
    assert language() == "en"
    assert "Anna" not in texts(program.window)


def test_the_receipt_on_the_screen_is_read_by_a_phone(qtbot: QtBot, program: Program, kiosk: Kiosk) -> None:
    import zxingcpp
    from PIL import Image

    view = entry(kiosk)
    fill(view)
    click(view.go_on)
    click(view.consent.ticks["phone"])
    click(view.go_on)
    thanked = thanks(qtbot, kiosk)
    qtbot.waitUntil(thanked.code.isVisible)
    picture = thanked.code.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    lines = [bytes(picture.constScanLine(y))[: picture.width()] for y in range(picture.height())]
    image = Image.frombytes("L", (picture.width(), picture.height()), b"".join(lines))
    [code] = zxingcpp.read_barcodes(image)
    assert "Anna Vogel" in code.text
    assert "by the visitor" in code.text
    assert "Lange" not in code.text
    [lead] = saved(program)
    [proof] = stored(program, lambda store: leads.whole_json(store, lead.id))["receipts"]
    assert (proof["text"], proof["as"], proof["by"]) == (code.text, "receipt shown", "")


def test_nobody_is_saved_without_a_way_to_find_them_again(program: Program, kiosk: Kiosk) -> None:
    view = entry(kiosk)
    click(view.go_on)
    assert "Please type your name" in view.message.text()
    assert view.steps.currentIndex() == 0
    assert saved(program) == []


def test_an_entry_left_alone_is_said_and_wiped(program: Program, kiosk: Kiosk) -> None:
    view = entry(kiosk, "uk")
    fill(view)
    later(kiosk, WAITS - 9.5)
    assert "За 10 секунд" in shown(kiosk).hurry.text()
    QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_Shift)
    assert shown(kiosk).hurry.text() == ""
    assert shown(kiosk).view() is view
    later(kiosk, WAITS)
    assert isinstance(shown(kiosk).view(), Start)
    assert "Anna" not in texts(program.window)
    assert entry(kiosk).person.visitor() == Visitor()
    assert entry(kiosk).draft().visitor.name == ""
    assert saved(program) == []


def test_start_again_wipes_too(program: Program, kiosk: Kiosk) -> None:
    view = entry(kiosk)
    fill(view)
    click(view.again)
    assert entry(kiosk).person.visitor() == Visitor()


def test_a_badge_begins_an_entry_in_its_language_and_is_kept(
    qtbot: QtBot, program: Program, kiosk: Kiosk
) -> None:
    burst(TYPED)
    qtbot.waitUntil(lambda: isinstance(shown(kiosk).view(), Entry))
    view = entry(kiosk)
    assert (view.person.visitor().name, language()) == ("Jane Doe", "uk")
    click(view.go_on)
    click(view.go_on)
    thanks(qtbot, kiosk)
    [lead] = saved(program)
    [visit] = lead.visits
    assert (visit.capture.place, visit.capture.format) == ("kiosk", "vcard")
    assert visit.capture.raw
    assert lead.visitor.job_title == "Engineer"


def test_another_persons_badge_begins_anew(qtbot: QtBot, program: Program, kiosk: Kiosk) -> None:
    program._scanned(CARD)
    qtbot.waitUntil(lambda: isinstance(shown(kiosk).view(), Entry))
    entry(kiosk).person.note.only().setFocus()
    type_text("Private words")
    program._scanned(OTHER_CARD)
    qtbot.waitUntil(lambda: entry(kiosk).person.visitor().name == "Jane Doe")
    assert "Оксана" not in texts(program.window)
    assert entry(kiosk).person.note.text() == ""
    fresh = entry(kiosk)
    click(fresh.again)
    fill(entry(kiosk))
    program._scanned(CARD)
    qtbot.waitUntil(lambda: entry(kiosk).person.visitor().name == "Оксана Ґедзь")
    assert "anna@" not in str(entry(kiosk).draft())


def test_the_next_ones_badge_keeps_the_language_on_the_screen(
    qtbot: QtBot, program: Program, kiosk: Kiosk
) -> None:
    view = entry(kiosk, "de")
    fill(view)
    burst("MECARD:N:Doe,Jane;EMAIL:jane@doe.example;;")
    qtbot.waitUntil(lambda: entry(kiosk).person.visitor().email == "jane@doe.example")
    assert language() == "de"


def test_a_badge_completes_what_its_own_person_typed(qtbot: QtBot, program: Program, kiosk: Kiosk) -> None:
    view = entry(kiosk)
    fill(view, Visitor(full_name="Оксана Ґедзь", company="Own words"))
    program._scanned(CARD)
    qtbot.waitUntil(lambda: bool(view.person.visitor().city))
    assert shown(kiosk).view() is view
    assert view.person.visitor().company == "Own words"
    assert view.person.visitor().emails == ("o.gedz@verf.example",)


def test_the_attendee_list_shows_nobody_and_completes_the_lead_unseen(
    qtbot: QtBot, program: Program, kiosk: Kiosk, tmp_path: Path
) -> None:
    listed = "Badge ID,Name,Company,E-mail\nAD26000001,Anna Weiß,Nordwerft GmbH,a.weiss@nordwerft.example\n"
    stored(program, lambda store: attendee_list.take(store, tmp_path, listed))
    program._scanned("AD26000001")
    qtbot.waitUntil(lambda: isinstance(shown(kiosk).view(), Entry))
    view = entry(kiosk)
    assert "Weiß" not in texts(program.window)
    assert view.person.visitor() == Visitor()
    click(view.go_on)
    click(view.go_on)
    thanked = thanks(qtbot, kiosk)
    assert thanked.title.text() == "Thank you"
    assert "Weiß" not in texts(program.window)
    [lead] = saved(program)
    assert (lead.badge_id, lead.visitor.name) == ("AD26000001", "Anna Weiß")


def test_earlier_leads_are_neither_offered_nor_told(qtbot: QtBot, program: Program, kiosk: Kiosk) -> None:
    before = Draft(visitor=Visitor(full_name="Anna Vogel", company="Secret AG", emails=ANNA.emails,
                                   job_title="Spy"), consents=("phone",), note="Talks too much")  # fmt: skip
    stored(program, lambda store: capture.save(store, before))
    view = entry(kiosk)
    fill(view, Visitor(full_name="Anna Vogel", emails=ANNA.emails))
    program.tasks.settle()
    assert shown(kiosk).findChildren(Suggestions) == []
    click(view.go_on)
    click(view.consent.ticks["mail"])
    click(view.go_on)
    thanked = thanks(qtbot, kiosk)
    qtbot.waitUntil(thanked.code.isVisible)
    for word in ("Secret", "Spy", "Talks", "again", "before"):
        assert word not in texts(program.window)
    [lead] = saved(program)
    assert (len(lead.visits), set(lead.allowed)) == (2, {"phone", "mail"})


def test_a_number_alone_begins_an_empty_entry_at_most(qtbot: QtBot, program: Program, kiosk: Kiosk) -> None:
    program._scanned("4111111111111111")
    qtbot.waitUntil(lambda: isinstance(shown(kiosk).view(), Entry))
    view = entry(kiosk)
    assert (view.steps.currentIndex(), view.person.visitor()) == (0, Visitor())
    assert saved(program) == []


def test_bytes_of_a_serial_scanner_arrive_too(qtbot: QtBot, program: Program, kiosk: Kiosk) -> None:
    program.desk.scanner.received.emit(CARD.encode())
    qtbot.waitUntil(lambda: isinstance(shown(kiosk).view(), Entry))
    assert entry(kiosk).person.visitor().name == "Оксана Ґедзь"


def test_the_language_changes_while_entering_and_what_is_typed_stays(program: Program, kiosk: Kiosk) -> None:
    view = entry(kiosk)
    fill(view)
    click(view.languages.chips["uk"])
    assert (language(), view.title.text()) == ("uk", "Хто ви?")
    assert view.person.visitor().name == "Anna Vogel"
    click(view.go_on)
    click(view.consent.ticks["mail"])
    assert view.draft().language == "uk"
    assert "електронною поштою" in view.consent.ticks["mail"].text()
    assert program.settings.get("language") in ("", "en")


def test_a_show_that_asks_for_it_gets_a_signature(qtbot: QtBot, program: Program, kiosk: Kiosk) -> None:
    from dataclasses import replace

    assert isinstance(program.desk.show, Show)
    program.desk.show = replace(program.desk.show, signature=True)
    view = entry(kiosk)
    fill(view)
    click(view.go_on)
    assert not view.consent.pad.isVisible()
    click(view.consent.ticks["mail"])
    click(view.go_on)
    assert "Please sign" in view.consent.message.text()
    pad = view.consent.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    for at in range(40, 240, 10):
        QTest.mouseMove(pad, QPoint(at, 40 + at % 60))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(240, 60))
    click(view.go_on)
    thanks(qtbot, kiosk)
    [lead] = saved(program)
    assert lead.consents[0].method == "signed"
    [(at, strokes)] = stored(program, lambda store: store.tuples("SELECT at, strokes FROM signatures"))
    assert at == lead.consents[0].at.isoformat()
    assert len(strokes) > 20


def test_what_the_store_refuses_waits_for_the_staff(
    qtbot: QtBot, program: Program, page: CapturePage, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from boothapp.store import leads

    def full(*_: object) -> int:
        raise EnvironmentFault("The disk is full.", safe="All leads saved so far are safe.")

    view = entry(kiosk)
    fill(view)
    click(view.go_on)
    with monkeypatch.context() as patch:
        patch.setattr(leads, "insert", full)
        click(view.go_on)
        thanked = shown(kiosk).view()
        assert isinstance(thanked, Thanks)
        qtbot.waitUntil(lambda: "could not be stored yet" in thanked.sentence.text())
    assert "disk" not in texts(program.window)
    kiosk._leave("lange")
    assert page.talk.person.visitor().name == "Anna Vogel"
    assert page.draft().capture.place == "kiosk"
    page.save()
    assert [lead.visitor.name for lead in saved(program)] == ["Anna Vogel"]


@pytest.mark.parametrize("size", [(960, 560), (1280, 700)])
@pytest.mark.parametrize("spoken", ["en", "uk", "de"])
def test_everything_has_a_name_a_size_for_fingers_and_room(
    program: Program, kiosk: Kiosk, size: tuple[int, int], spoken: str
) -> None:
    program.window.resize(*size)
    for view in (shown(kiosk).view(), entry(kiosk, spoken)):
        assert view is not None
        stops = tab_stops(program.window)
        assert stops
        assert [one for one in stops if not name(one)] == []
        assert [one for one in stops if one.height() < 44 and not isinstance(one, Start)] == []
        assert beyond(program.window, view) == []
    QApplication.sendEvent(shown(kiosk), QEvent(QEvent.Type.StyleChange))


def test_how_many_came_is_told_to_the_staff(qtbot: QtBot, program: Program, kiosk: Kiosk) -> None:
    for visitor in (ANNA, Visitor(full_name="Ben Bauer", company="Bau", emails=("ben@bau.example",))):
        view = entry(kiosk)
        fill(view, visitor)
        click(view.go_on)
        click(view.go_on)
        click(thanks(qtbot, kiosk).done_button)
    kiosk._leave("lange")
    assert program.window.message.words.text() == "2 visitors entered themselves."
    key(Qt.Key.Key_Tab)
