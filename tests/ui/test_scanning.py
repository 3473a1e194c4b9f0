"""What comes in by scanner, name or picture on the real program: nothing is lost, mixed up or pressed."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boothapp.app import Program
from boothapp.paths import Home
from boothapp.store import lists
from boothapp.store.database import open_store
from boothapp.store.lists import Query
from boothapp.ui.pages.capture.page import CapturePage
from tests.conftest import PASSPHRASE
from tests.ui.program import CARD, CONTROL, burst, click, dropped, key, saved, type_text
from tests.unit.badge.photographs import picture_of

KEY = Qt.Key


def test_two_badges_in_a_row_are_two_leads_without_answers(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    for given, family in (("Jane", "Doe"), ("Otto", "Kranz")):
        burst(f"MECARD:N:{family},{given};TEL:+441915550123;;")
        qtbot.waitUntil(lambda family=family: page.talk.person.visitor().family_name == family)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not page.scan)
    page.save()
    leads = saved(program)
    assert [lead.visitor.family_name for lead in leads] == ["Doe", "Kranz"]
    assert [dict(lead.basis.answers) for lead in leads] == [{}, {}]


def test_a_scan_on_another_page_comes_to_capture(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    program.window.go("leads")
    burst("MECARD:N:Doe,Jane;;")
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")
    assert program.window.here() == "capture"


def test_a_name_typed_without_enter_is_saved(program: Program, page: CapturePage) -> None:
    type_text("Ivan Petrenko")
    key(KEY.Key_Return, CONTROL)
    assert [lead.visitor.name for lead in saved(program)] == ["Ivan Petrenko"]
    assert page.scan.text() == ""


def test_a_name_typed_before_leaving_the_scan_field_is_the_visitors(page: CapturePage) -> None:
    type_text("Ivan Petrenko")
    click(page.talk.note.input)
    assert page.talk.person.visitor().name == "Ivan Petrenko"
    assert page.scan.text() == ""
    assert QApplication.focusWidget() is page.talk.note.input


def test_a_scan_after_a_typed_name_is_not_part_of_the_name(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    type_text("Ivan")
    burst("MECARD:N:Doe,Jane;;")
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")
    page.save()
    assert [lead.visitor.name for lead in saved(program)] == ["Ivan", "Jane Doe"]


BADGE = "MECARD:N:Petrenko,Ivan;EMAIL:ivan@dock.example;;"
PARTS = ["Ivan", "Petrenko", "petrenko ivan", "Ivan P.", "IVAN"]


@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_the_name_typed_before_the_badge_is_the_same_person(
    program: Program, page: CapturePage, qtbot: QtBot, part: str
) -> None:
    type_text(part)
    click(page.talk.note.input)
    type_text("wants a crane")
    page.scanning.take_text(BADGE)
    qtbot.waitUntil(lambda: page.talk.person.visitor().email == "ivan@dock.example")
    page.save()
    [lead] = saved(program)
    assert (lead.visitor.name, lead.visitor.given_name, lead.notes) == (
        "Ivan Petrenko", "Ivan", ("wants a crane",)
    )  # fmt: skip


OTHERS = ["Jan", "Iva", "Ivan Melnyk", "Ivan Petrenko Melnyk", "Q."]


@pytest.mark.parametrize("other", OTHERS)
def test_another_name_typed_before_the_badge_is_another_person(
    program: Program, page: CapturePage, qtbot: QtBot, other: str
) -> None:
    page.talk.person.fields["full_name"].input.setFocus()
    type_text(other)
    page.scanning.take_text(BADGE)
    qtbot.waitUntil(lambda: page.talk.person.visitor().email == "ivan@dock.example")
    page.save()
    assert [lead.visitor.name for lead in saved(program)] == [other, "Ivan Petrenko"]


def test_two_badges_with_a_part_of_a_name_in_common_are_two_people(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    page.scanning.take_text("MECARD:N:Ivan;EMAIL:office@mill.example;;")
    qtbot.waitUntil(lambda: page.talk.person.visitor().email == "office@mill.example")
    page.scanning.take_text(BADGE)
    qtbot.waitUntil(lambda: page.talk.person.visitor().email == "ivan@dock.example")
    page.save()
    assert [lead.visitor.name for lead in saved(program)] == ["Ivan", "Ivan Petrenko"]


def test_a_conversation_under_way_is_saved_when_the_window_closes(
    program: Program, page: CapturePage, home: Home
) -> None:
    type_text("Ivan Petrenko")
    program.window.close()
    store = open_store(home, PASSPHRASE)
    assert [line.name for line in lists.page(store, Query())] == ["Ivan Petrenko"]
    store.close()


def _code() -> QImage:
    return QImage.fromData(picture_of("MECARD:N:Doe,Jane;;"))


def test_a_pasted_picture_is_read(page: CapturePage, qtbot: QtBot) -> None:
    QApplication.clipboard().setImage(_code())
    key(KEY.Key_V, CONTROL)
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")


@pytest.mark.parametrize("where", ["name", "note", "save", "answers"])
def test_a_picture_is_pasted_wherever_the_keyboard_is(page: CapturePage, qtbot: QtBot, where: str) -> None:
    _go_to(page, where)
    QApplication.clipboard().setImage(_code())
    key(KEY.Key_V, CONTROL)
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")
    assert page.talk.note.text() == ""


@pytest.mark.parametrize("where", ["name", "save"])
def test_a_file_is_pasted_wherever_the_keyboard_is(
    page: CapturePage, qtbot: QtBot, tmp_path: Path, where: str
) -> None:
    file = tmp_path / "card.vcf"
    file.write_text(CARD)
    QApplication.clipboard().setMimeData(dropped(file))
    _go_to(page, where)
    key(KEY.Key_V, CONTROL)
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Ґедзь")


@pytest.mark.parametrize("also", ["picture", "address"])
def test_text_pasted_into_a_field_stays_its_text(page: CapturePage, also: str) -> None:
    data = QMimeData()
    data.setText("Tyne")
    if also == "picture":
        data.setImageData(_code())
    else:
        data.setUrls([QUrl("https://tyne.example/")])
    QApplication.clipboard().setMimeData(data)
    _go_to(page, "name")
    key(KEY.Key_V, CONTROL)
    assert page.talk.person.fields["full_name"].text() == "Tyne"


def test_a_file_is_opened_by_keyboard(page: CapturePage, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "badge.png"
    assert _code().save(str(file))
    page.bringing.ask_file = lambda: str(file)
    _go_to(page, "note")
    key(KEY.Key_O, CONTROL)
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")


def test_the_menu_of_the_scan_field_opens_a_file(page: CapturePage, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "card.vcf"
    file.write_text(CARD)
    page.bringing.ask_file = lambda: str(file)
    menu = page.scan.menu()
    next(one for one in menu.actions() if one.text() == "Open a picture or file").trigger()
    menu.close()
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Ґедзь")


def _go_to(page: CapturePage, where: str) -> None:
    if where == "answers":
        page.talk.questions.take_focus()
        return
    fields = {"name": page.talk.person.fields["full_name"].input, "note": page.talk.note.input}
    fields.get(where, page.save_button).setFocus(Qt.FocusReason.OtherFocusReason)


def test_a_dropped_picture_is_read(page: CapturePage, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setImageData(_code())
    page.scanning.take(data)
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")


BURST = 20


def test_badges_in_quick_succession_are_that_many_leads_in_their_order(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    names = [f"Doe{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"[:BURST]]
    for name in names:
        for letter in f"MECARD:N:{name},Jane;TEL:+441915550123;;\n":
            burst(letter, end=False)
            QApplication.processEvents()
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == names[-1])
    page.save()
    assert [lead.visitor.family_name for lead in saved(program)] == names
    assert [dict(lead.basis.answers) for lead in saved(program)] == [{}] * BURST


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[Path]:
    """A file whose reader waits until somebody writes to it."""
    if sys.platform == "win32":
        pytest.skip("Windows has no named pipes in the file system")
    pipe = tmp_path / "card.vcf"
    os.mkfifo(pipe)
    yield pipe
    with suppress(OSError):
        os.close(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))


def readings_done(program: Program, qtbot: QtBot) -> None:
    """Waits until all that was asked for before is read, but for one slow reading."""
    done: list[None] = []
    program.tasks.read(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done))


def test_a_scan_after_a_slow_one_waits_for_its_turn(
    program: Program, page: CapturePage, qtbot: QtBot, slow: Path
) -> None:
    page.scanning.take_file(slow)
    page.scanning.take_text("MECARD:N:Doe,Jane;;")
    readings_done(program, qtbot)
    assert page.talk.person.visitor().family_name == ""
    slow.write_text(CARD)
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")
    page.save()
    assert [lead.visitor.family_name for lead in saved(program)] == ["Ґедзь", "Doe"]


def test_a_scan_that_never_ends_holds_up_no_other_for_good_and_is_not_lost(
    program: Program, page: CapturePage, qtbot: QtBot, slow: Path
) -> None:
    page.scanning.turns.patience.setInterval(1)
    page.scanning.take_file(slow)
    page.scanning.take_text("MECARD:N:Doe,Jane;;")
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")
    slow.write_text(CARD)
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Ґедзь")
    page.save()
    assert [lead.visitor.family_name for lead in saved(program)] == ["Doe", "Ґедзь"]


def test_a_name_typed_after_a_slow_scan_is_the_next_person(
    program: Program, page: CapturePage, qtbot: QtBot, slow: Path
) -> None:
    page.scanning.take_file(slow)
    type_text("Ivan")
    burst("MECARD:N:Doe,Jane;;")
    readings_done(program, qtbot)
    slow.write_text(CARD)
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")
    page.save()
    assert [lead.visitor.name for lead in saved(program)] == ["Оксана Ґедзь", "Ivan", "Jane Doe"]


def test_work_on_the_network_holds_up_no_scan(
    program: Program, page: CapturePage, qtbot: QtBot, slow: Path
) -> None:
    for _ in range(2):
        program.tasks.beside(slow.read_bytes)
    page.scanning.take_text("MECARD:N:Doe,Jane;;")
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")


def test_a_save_pressed_while_a_badge_is_read_saves_what_it_says(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    page.scanning.take_text(CARD)
    assert page.talk.person.visitor().label == ""
    key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [one.visitor.name for one in saved(program)] == ["Оксана Ґедзь"])
    assert page.talk.person.visitor().label == ""


def test_an_id_that_nobody_knows_stands_in_the_scan_field_until_the_save(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    before = page.scan.placeholderText()
    page.scanning.take_text("AB-1111")
    qtbot.waitUntil(lambda: page.scan.placeholderText() == "Badge AB-1111")
    page.save()
    # The tool that stood beside it is gone with the person: the field is as wide as before.
    qtbot.waitUntil(lambda: page.scan.placeholderText() == before)
    assert [one.badge_id for one in saved(program)] == ["AB-1111"]
