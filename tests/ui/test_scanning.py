"""What comes in by scanner, name or picture on the real program: nothing is lost, mixed up or pressed."""


from PySide6.QtCore import QMimeData, Qt
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
from tests.ui.program import CONTROL, burst, click, key, saved, type_text

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


def test_a_conversation_under_way_is_saved_when_the_window_closes(
    program: Program, page: CapturePage, home: Home
) -> None:
    type_text("Ivan Petrenko")
    program.window.close()
    store = open_store(home, PASSPHRASE)
    assert [line.name for line in lists.page(store, Query())] == ["Ivan Petrenko"]
    store.close()


def _code() -> QImage:
    import zxingcpp

    code = zxingcpp.create_barcode("MECARD:N:Doe,Jane;;", zxingcpp.BarcodeFormat.QRCode).to_image(scale=4)
    high, wide = memoryview(code).shape[:2]
    return QImage(bytes(memoryview(code)), wide, high, wide, QImage.Format.Format_Grayscale8).copy()


def test_a_pasted_picture_is_read(page: CapturePage, qtbot: QtBot) -> None:
    QApplication.clipboard().setImage(_code())
    key(KEY.Key_V, CONTROL)
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")


def test_a_dropped_picture_is_read(page: CapturePage, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setImageData(_code())
    page.scanning.take(data)
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")
