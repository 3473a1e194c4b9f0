"""The attendee list in the window: from an empty place to completed leads, and names while they are typed."""

from pathlib import Path

import pytest
import xlsxwriter
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from boothapp.actions import capture
from boothapp.app import Program
from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.pages.show.attendees.panel import AttendeesPanel
from tests.ui.program import dropped, key, saved, stored, type_text
from tests.unit.crm.pretix_server import TOKEN, Pretix, pretix_url

__all__ = ["pretix_url"]

LIST = (
    "Badge ID,Name,Company,E-mail,Country\n"
    "AD-0421,Anna Weiß,Nordwerft GmbH,a.weiss@nordwerft.example,Germany\n"
    "AD-0422,Оксана Ґедзь,Чорноморська верф,o.gedz@verf.example,Ukraine\n"
    ",,Only a firm,,\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "people.csv"
    made.write_text(LIST, "utf-8")
    return made


@pytest.fixture
def panel(qtbot: QtBot, program: Program, page: CapturePage) -> AttendeesPanel:
    place = program.window.go("show")
    panel = place.open_part("attendees")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: panel.none.isVisible())
    return panel


def import_(qtbot: QtBot, panel: AttendeesPanel, file: Path) -> None:
    panel.ask_file = lambda: str(file)
    (panel.none.button if panel.none.isVisible() else panel.standing.update_button).click()
    qtbot.waitUntil(lambda: panel.mapping.isVisible() and not panel.work.busy)
    panel.mapping.import_button.click()
    qtbot.waitUntil(lambda: panel.listed.isVisible() and not panel.work.busy)


def capture_ids(program: Program) -> None:
    def work(store):  # type: ignore[no-untyped-def]
        for badge, name in (("421", ""), ("AD-0422", "Jan Kowalski"), ("AD-9", "")):
            how = Capture(format="id", badge_id=badge, raw=badge.encode())
            capture.save(store, Draft(visitor=Visitor(full_name=name), capture=how))

    stored(program, work)


def test_a_list_completes_the_leads_and_says_what_differs(
    qtbot: QtBot, program: Program, panel: AttendeesPanel, file: Path
) -> None:
    capture_ids(program)
    import_(qtbot, panel, file)
    qtbot.waitUntil(lambda: len(panel.report.rows) == 3)
    assert [(row.kind, row.name) for row in panel.report.rows] == [
        ("differs", "Jan Kowalski"),
        ("missing", "AD-9"),
        ("found", "Anna Weiß"),
    ]
    assert "Оксана Ґедзь" in panel.report.rows[0].text
    assert panel.standing.people.text() == "2 people"
    assert "1 lead is completed" in panel.message.text()
    assert "line 4" in panel.message.text()
    assert saved(program)[0].visitor.company == "Nordwerft GmbH"


def test_a_press_on_a_lead_of_the_report_opens_it(
    qtbot: QtBot, program: Program, panel: AttendeesPanel, file: Path
) -> None:
    capture_ids(program)
    import_(qtbot, panel, file)
    qtbot.waitUntil(lambda: len(panel.report.rows) == 3)
    row = panel.report.rows[0]
    view = panel.report.view
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: program.window.here() == "leads")
    leads = program.window.pages()["leads"]
    qtbot.waitUntil(lambda: leads.detail.lead() == row.lead)  # type: ignore[attr-defined]


def test_the_same_list_again_says_that_nothing_is_new(
    qtbot: QtBot, panel: AttendeesPanel, file: Path
) -> None:
    import_(qtbot, panel, file)
    import_(qtbot, panel, file)
    assert panel.message.text().startswith("2 are as before")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_columns_are_proposed_shown_with_values_and_can_be_changed(
    qtbot: QtBot, panel: AttendeesPanel, file: Path
) -> None:
    panel.open_file(file)
    qtbot.waitUntil(lambda: panel.mapping.isVisible() and not panel.work.busy)
    assert panel.mapping.value() == ("badge_id", "full_name", "company", "emails", "country")
    assert panel.mapping.message.text() == ""
    panel.mapping.columns.setFocus()
    key(Qt.Key.Key_Space)
    menu = panel.mapping.columns.menu
    qtbot.waitUntil(menu.isVisible)
    assert menu.activeAction().text() == "Badge id"
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert panel.mapping.value()[0] == ""
    assert "by name only" in panel.mapping.message.text()
    panel.mapping.cancel_button.click()
    qtbot.waitUntil(lambda: panel.none.isVisible())


def test_a_file_is_dropped_on_the_panel(qtbot: QtBot, panel: AttendeesPanel, file: Path) -> None:
    # The event does not keep it alive.
    data, none = dropped(file), Qt.KeyboardModifier.NoModifier
    left, action = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    panel.dropEvent(QDropEvent(QPointF(9, 9), action, data, left, none))
    qtbot.waitUntil(lambda: panel.mapping.isVisible())


def test_what_is_no_list_is_said_where_it_was_chosen(
    qtbot: QtBot, panel: AttendeesPanel, tmp_path: Path
) -> None:
    wrong = tmp_path / "picture.csv"
    wrong.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 200)
    panel.open_file(wrong)
    qtbot.waitUntil(lambda: "picture.csv" in panel.message.text())
    assert panel.none.isVisible()


def test_an_import_is_stopped_and_goes_on_with_the_next(
    qtbot: QtBot, program: Program, panel: AttendeesPanel, tmp_path: Path
) -> None:
    many = tmp_path / "many.csv"
    rows = (f"B{n:06d},Person {n},{'Werft ' * 12}\n" for n in range(100_000))
    many.write_text("Badge ID,Name,Company\n" + "".join(rows), "utf-8")
    panel.open_file(many)
    qtbot.waitUntil(lambda: panel.mapping.isVisible() and not panel.work.busy)
    counted: list[tuple[int, int]] = []
    panel.work.counted.connect(lambda done, whole: counted.append((done, whole)))
    panel.work.counted.connect(lambda _done, _whole: panel.line.stop_button.click())
    panel.mapping.import_button.click()
    qtbot.waitUntil(lambda: panel.message.text() != "" and not panel.work.busy, timeout=30_000)
    assert counted[0][0] < counted[0][1]
    assert panel.message.text().startswith("Stopped")
    qtbot.waitUntil(lambda: panel.list is not None)
    assert not panel.list.whole
    assert 0 < panel.list.people < 100_000


def test_the_list_is_removed_only_after_a_second_press(
    qtbot: QtBot, panel: AttendeesPanel, file: Path
) -> None:
    import_(qtbot, panel, file)
    panel.standing.remove_button.click()
    assert panel.standing.question.isVisible()
    panel.standing.keep_button.click()
    assert not panel.standing.question.isVisible()
    panel.standing.remove_button.click()
    panel.standing.sure_button.click()
    qtbot.waitUntil(lambda: panel.none.isVisible())


def test_a_scanned_id_becomes_a_person_on_the_page(
    qtbot: QtBot, program: Program, page: CapturePage, panel: AttendeesPanel, file: Path
) -> None:
    import_(qtbot, panel, file)
    program.window.go("capture")
    page.scanning.take_text("AD-0422")
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Оксана Ґедзь")
    assert page.talk.person.visitor().country == "UA"
    assert program.window.message.words.text() == "From the attendee list: Оксана Ґедзь"
    page.talk.person.fields["emails"].set_text("")
    page.talk.person.left.emit()
    page.save()
    qtbot.waitUntil(lambda: len(saved(program)) == 1)
    assert saved(program)[0].visitor.emails == ()


def test_a_scan_saved_at_once_is_completed_all_the_same(
    qtbot: QtBot, program: Program, page: CapturePage, panel: AttendeesPanel, file: Path
) -> None:
    import_(qtbot, panel, file)
    program.window.go("capture")
    page.scan.setText("AD-0422")
    page.save()
    qtbot.waitUntil(lambda: len(saved(program)) == 1)
    assert saved(program)[0].visitor.company == "Чорноморська верф"


def test_another_name_on_the_badge_takes_nothing_and_warns(
    qtbot: QtBot, program: Program, page: CapturePage, panel: AttendeesPanel, file: Path
) -> None:
    import_(qtbot, panel, file)
    program.window.go("capture")
    page.talk.person.fields["full_name"].set_text("Jan Kowalski")
    page.scanning.take_text("AD-0422")
    qtbot.waitUntil(lambda: "Оксана Ґедзь" in page.talk.notice.text())
    assert page.talk.person.visitor().company == ""


@pytest.fixture
def names(
    qtbot: QtBot, program: Program, page: CapturePage, panel: AttendeesPanel, file: Path
) -> CapturePage:
    """The Capture page with a list whose people are found by name."""
    import_(qtbot, panel, file)
    sql = "SELECT min(indexed) FROM attendee_lists"
    qtbot.waitUntil(lambda: stored(program, lambda store: store.value(sql)) > 0)
    program.window.go("capture")
    return page


def test_a_name_is_completed_by_the_keyboard_and_brings_the_whole_person(
    qtbot: QtBot, program: Program, names: CapturePage
) -> None:
    field = names.talk.person.fields["full_name"]
    field.input.setFocus()
    type_text("weis")
    offers = names.completing.offers("full_name")
    qtbot.waitUntil(lambda: [line.text for line in offers.lines()] == ["Anna Weiß"])
    assert field.input.hasFocus()
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names.talk.person.visitor().company == "Nordwerft GmbH")
    assert not offers.isVisible()
    assert names.draft().capture.badge_id == "AD-0421"


def test_escape_puts_the_lines_away_and_what_was_typed_stays(qtbot: QtBot, names: CapturePage) -> None:
    field = names.talk.person.fields["company"]
    field.input.setFocus()
    type_text("nord")
    offers = names.completing.offers("company")
    qtbot.waitUntil(lambda: [line.text for line in offers.lines()] == ["Nordwerft GmbH"])
    key(Qt.Key.Key_Escape)
    assert not offers.isVisible()
    assert (field.text(), field.input.hasFocus()) == ("nord", True)


def test_a_company_is_chosen_by_the_mouse(qtbot: QtBot, names: CapturePage) -> None:
    field = names.talk.person.fields["company"]
    field.input.setFocus()
    type_text("чорн")
    offers = names.completing.offers("company")
    qtbot.waitUntil(lambda: len(offers.lines()) == 1)
    place = offers.view.visualRect(offers.view.model().index(0, 0)).center()
    QTest.mouseClick(offers.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert field.text() == "Чорноморська верф"
    assert names.talk.person.fields["full_name"].text() == ""
    assert not offers.isVisible()


def test_letters_read_wrong_are_put_right_by_choosing_how_the_file_is_written(
    qtbot: QtBot, program: Program, panel: AttendeesPanel, tmp_path: Path
) -> None:
    file = tmp_path / "short.csv"
    file.write_bytes("Badge ID,Name\n1,Kőszegi Zita\n".encode("cp1250"))
    panel.open_file(file, "cp1252")
    qtbot.waitUntil(lambda: panel.mapping.isVisible() and not panel.work.busy)
    encoding = panel.mapping.reading
    assert (encoding.value(), encoding.isVisible()) == ("cp1252", True)
    encoding.set_value("cp1250")
    encoding.activated.emit(encoding.currentIndex())
    qtbot.waitUntil(lambda: not panel.work.busy)
    assert panel.mapping.reading.value() == "cp1250"
    panel.mapping.import_button.click()
    qtbot.waitUntil(lambda: panel.listed.isVisible() and not panel.work.busy)
    found = stored(program, lambda store: store.tuples("SELECT full_name FROM attendees"))
    assert found == [("Kőszegi Zita",)]


def fill_pretix(panel: AttendeesPanel, address: str, token: str) -> None:
    panel.pretix.url.set_text(address)
    panel.pretix.token.set_text(token)
    panel.pretix.fetch_button.click()


def test_attendees_come_from_pretix_by_an_address_of_the_browser(
    qtbot: QtBot, program: Program, panel: AttendeesPanel, url: str
) -> None:
    panel.none.other_button.click()
    qtbot.waitUntil(panel.pretix.isVisible)
    assert panel.pretix.token_line().echoMode() == QLineEdit.EchoMode.Password
    panel.pretix.fetch_button.click()
    assert panel.pretix.url.message.text()
    fill_pretix(panel, f"{url}/fair/ad26/", "wrong")
    qtbot.waitUntil(lambda: "does not accept the token" in panel.pretix.message.text())
    assert panel.pretix.isVisible()
    assert (panel.pretix.organizer.text(), panel.pretix.event_name.text()) == ("fair", "ad26")
    fill_pretix(panel, url, TOKEN)
    qtbot.waitUntil(lambda: panel.listed.isVisible() and not panel.work.busy)
    assert panel.standing.people.text() == "120 people"
    assert panel.message.text().startswith("120 people are new")
    panel.standing.pretix_button.click()
    qtbot.waitUntil(panel.pretix.isVisible)
    assert (panel.pretix.url.text(), panel.pretix.token.text()) == (url, "")
    panel.pretix.fetch_button.click()
    qtbot.waitUntil(lambda: "120 are as before" in panel.message.text())


def test_another_address_asks_for_its_own_token(qtbot: QtBot, panel: AttendeesPanel, url: str) -> None:
    panel.none.other_button.click()
    qtbot.waitUntil(panel.pretix.isVisible)
    fill_pretix(panel, f"{url}/fair/ad26/", TOKEN)
    qtbot.waitUntil(lambda: panel.listed.isVisible() and not panel.work.busy)
    panel.standing.pretix_button.click()
    qtbot.waitUntil(panel.pretix.isVisible)
    Pretix.asked.clear()
    panel.pretix.url.set_text("https://tickets.elsewhere.example")
    panel.pretix.fetch_button.click()
    assert panel.pretix.token.message.text()
    assert not panel.work.busy
    assert Pretix.asked == []
    panel.pretix.cancel_button.click()
    qtbot.waitUntil(panel.listed.isVisible)


def test_several_leads_of_one_attendee_are_named(
    qtbot: QtBot, program: Program, panel: AttendeesPanel, file: Path
) -> None:
    file.write_text("Badge ID,Pseudonymization ID,Name\nAD-0421,K7Q2M9XPRZ,Anna Weiß\n", "utf-8")

    def work(store):  # type: ignore[no-untyped-def]
        for badge in ("AD-0421", "K7Q2M9XPRZ"):
            capture.save(store, Draft(capture=Capture(format="id", badge_id=badge)))

    stored(program, work)
    import_(qtbot, panel, file)
    qtbot.waitUntil(lambda: [row.kind for row in panel.report.rows] == ["same", "same"])
    assert "2 leads are one attendee" in panel.report.rows[0].text
    assert len(saved(program)) == 2


def test_another_sheet_of_a_workbook_is_chosen(qtbot: QtBot, panel: AttendeesPanel, tmp_path: Path) -> None:
    file = tmp_path / "people.xlsx"
    with xlsxwriter.Workbook(file) as book:
        for name in ("Visitors", "Press"):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Badge ID", "Name"])
            sheet.write_row(1, 0, [f"{name}-1", f"Somebody of {name}"])
    panel.open_file(file)
    qtbot.waitUntil(lambda: panel.mapping.isVisible() and not panel.work.busy)
    sheets = panel.mapping.reading
    assert (sheets.value(), sheets.count(), sheets.isVisible()) == ("Visitors", 2, True)
    sheets.set_value("Press")
    sheets.activated.emit(1)
    qtbot.waitUntil(lambda: not panel.work.busy)
    assert panel.mapping.reading.value() == "Press"
    panel.mapping.import_button.click()
    qtbot.waitUntil(lambda: panel.listed.isVisible() and not panel.work.busy)
    assert panel.standing.people.text() == "1 person"
