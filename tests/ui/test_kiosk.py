"""The kiosk in the real window: visitors enter themselves, see nobody else, and only a PIN leads out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boothapp.actions import capture
from boothapp.app import ENDING, Program
from boothapp.domain.draft import Draft
from boothapp.domain.show import Show
from boothapp.domain.visitor import Visitor
from boothapp.errors import EnvironmentFault
from boothapp.ui import keys
from boothapp.ui.kiosk.entry import Entry
from boothapp.ui.kiosk.keeper import Kiosk
from boothapp.ui.kiosk.leaving import Leaving
from boothapp.ui.kiosk.page import KioskPage
from boothapp.ui.kiosk.patience import WAITS
from boothapp.ui.kiosk.start import Start
from boothapp.ui.kiosk.thanks import WAITS_FOR_CODE, Thanks
from boothapp.ui.lock.idle import Moment
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.widgets.suggestions import Suggestions
from boothapp.words import language
from tests.ui.pins import MANAGER, STAFF, assert_same, talk, texts, type_pin, with_pins
from tests.ui.program import CARD, burst, click, key, saved, stored, type_text
from tests.ui.seen import beyond, name, tab_stops
from tests.unit.actions import attendee_list

ANNA = Visitor(full_name="Anna Vogel", company="Vogel AG", emails=("anna@vogel.example",))
TYPED = "BEGIN:VCARD\nVERSION:3.0\nN:Doe;Jane\nTITLE:Engineer\nLANG:uk\nEND:VCARD"
OTHER_CARD = CARD.replace("Оксана", "Jane").replace("Ґедзь", "Doe").replace("o.gedz", "jane")
EVERY_KEY = sorted({
    *(one for page in keys.PAGES.values() for act in page.values() for one in act.keys),
    *(one for table in (keys.INSIDE, keys.EVERYWHERE) for act in table.values() for one in act.keys),
    "Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "F10", "F11", "Alt+F4", "Alt+C", "Ctrl+Q", "Ctrl+W", "Ctrl+N",
    "Alt+Space", "Menu", "Backspace", "Alt+Left",
})  # fmt: skip


@pytest.fixture
def kiosk(qtbot: QtBot, program: Program, page: CapturePage) -> Iterator[Kiosk]:
    """The visitors have the window; somebody of the staff is in the middle of a conversation behind it."""
    with_pins(program, qtbot)
    program.desk.choose_staff("lange")
    made = program.kiosk
    made.whole_screen = False
    program.window.kiosk_wanted.emit()
    assert program.window.kept
    yield made
    program.window.kept = False


def shown(kiosk: Kiosk) -> KioskPage:
    assert kiosk.page is not None
    assert kiosk.page.isVisible()
    return kiosk.page


def entry(kiosk: Kiosk, language: str = "en") -> Entry:
    view = shown(kiosk).view()
    if isinstance(view, Start):
        click(view.tiles[language])
    view = shown(kiosk).view()
    assert isinstance(view, Entry)
    return view


def press(view: QWidget, keys: str) -> None:
    """A person's keys to whatever has the keyboard."""
    QTest.keySequence(QApplication.focusWidget() or view.window(), keys)


def fill(view: Entry, visitor: Visitor = ANNA) -> None:
    for field, text in (("full_name", visitor.name), ("company", visitor.company), ("emails", visitor.email)):
        view.person.fields[field].only().setFocus()
        type_text(text)


def thanks(qtbot: QtBot, kiosk: Kiosk) -> Thanks:
    view = shown(kiosk).view()
    assert isinstance(view, Thanks)
    qtbot.waitUntil(lambda: bool(view.number.text()))
    return view


def later(kiosk: Kiosk, seconds: float) -> None:
    at = kiosk.patience.clock()
    kiosk.patience.clock = lambda: Moment(at.steady + seconds, at.wall + seconds)
    kiosk.patience.look()


def test_without_a_pin_it_does_not_start_and_says_why(program: Program, page: CapturePage) -> None:
    program.window.kiosk_wanted.emit()
    assert not program.window.kept
    assert "Set a PIN first" in program.window.message.words.text()
    assert program.window.here() == "show"


def test_it_is_started_from_the_menu_but_not_from_the_lock(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    wanted = "Kiosk: visitors enter themselves"
    assert wanted in [one.text() for one in program.window.menu().actions()]
    program.lock.lock()
    assert wanted not in [one.text() for one in program.window.menu().actions()]


def test_nothing_but_the_visitors_page_is_to_be_seen(program: Program, kiosk: Kiosk) -> None:
    window = program.window
    for part in (window.rail, window.state, window.bars, *window.pages().values()):
        assert not part.isVisible()
    program.desk.say("A-0043 Ada Byron, cold, 2")
    assert "Ada" not in texts(window)
    assert not window.message.isVisible()


def test_the_whole_screen_is_taken_and_taken_again(qtbot: QtBot, program: Program, page: CapturePage) -> None:
    with_pins(program, qtbot)
    program.window.kiosk_wanted.emit()
    assert program.window.isFullScreen()
    program.window.showNormal()
    qtbot.waitUntil(program.window.isFullScreen)
    program.kiosk._leave("lange")
    assert not program.window.isFullScreen()
    assert program.window.rail.isVisible()


@pytest.mark.parametrize("where", ["start", "entry", "consent", "thanks", "leave"])
def test_no_key_leads_out(qtbot: QtBot, program: Program, kiosk: Kiosk, where: str) -> None:
    if where in ("entry", "consent", "thanks"):
        view = entry(kiosk)
        fill(view)
        if where != "entry":
            click(view.go_on)
        if where == "thanks":
            click(view.go_on)
    elif where == "leave":
        click(shown(kiosk).staff_button)
    for one in EVERY_KEY:
        if not (where == "leave" and one in ("Esc", "Space", "Return")):
            press(program.window, one)
        assert program.window.kept
        assert shown(kiosk).isVisible()
        assert QApplication.activePopupWidget() is None
        assert not program.window.rail.isVisible()
        assert program.lock.asks == ""
        assert program.window.stack.currentWidget() is kiosk.page


def test_closing_the_window_asks_for_the_pin_but_the_system_may_end_it(
    program: Program, kiosk: Kiosk, qapp: QApplication
) -> None:
    assert not program.window.close()
    assert isinstance(shown(kiosk).view(), Leaving)
    qapp.setProperty(ENDING, True)
    assert program.window.close()
    qapp.setProperty(ENDING, None)
    assert program.settings.get("geometry") == ""


def test_a_right_click_and_a_dropped_file_do_nothing(program: Program, kiosk: Kiosk) -> None:
    view = entry(kiosk)
    for part in (shown(kiosk), view, view.person.fields["full_name"].only()):
        menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), part.mapToGlobal(QPoint(5, 5)))
        QApplication.sendEvent(part, menu)
        assert QApplication.activePopupWidget() is None
    assert not any(one.acceptDrops() for one in view.findChildren(QWidget))


def test_a_visitor_enters_by_hand_and_is_a_real_lead(qtbot: QtBot, program: Program, kiosk: Kiosk) -> None:
    view = entry(kiosk, "de")
    assert language() == "de"
    fill(view)
    click(view.person.products["cell"])
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


OTHERS = (
    "https://evil.example/?press=enter",
    "Hello world",
    "     ",
    "\t\t\t\t",
    "WIFI:T:WPA;S:stand;P:secret;;",
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
)


@pytest.mark.parametrize("focus", ["start", "tile", "go_on", "tick", "leave"])
def test_a_scan_of_anything_else_presses_no_button(
    qtbot: QtBot, program: Program, kiosk: Kiosk, focus: str
) -> None:
    if focus in ("go_on", "tick"):
        view = entry(kiosk)
        fill(view)
        click(view.go_on)
    elif focus == "leave":
        click(shown(kiosk).staff_button)
    before = shown(kiosk).view()
    for scan in OTHERS:
        if isinstance(before, Entry):
            (before.go_on if focus == "go_on" else before.consent.ticks["mail"]).setFocus()
        elif isinstance(before, Start):
            (before.tiles["de"] if focus == "tile" else before).setFocus()
        burst(scan)
        qtbot.waitUntil(lambda: not program.guard.holding())
        program.tasks.settle()
        QTest.qWait(30)
        assert shown(kiosk).view() is before, scan
        assert language() == "en"
        if isinstance(before, Entry):
            assert before.steps.currentIndex() == 1
            assert before.consent.given()["consents"] == ()
    assert saved(program) == []


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


def test_what_others_copied_is_not_pasted(program: Program, kiosk: Kiosk) -> None:
    QApplication.clipboard().setText("A-0042 Oksana Gedz")
    line = entry(kiosk).person.fields["full_name"].only()
    line.setFocus()
    press(line, "Ctrl+V")
    press(line, "Shift+Ins")
    QTest.mouseClick(line, Qt.MouseButton.MiddleButton)
    assert line.text() == ""
    type_text("Anna")
    line.selectAll()
    press(line, "Ctrl+C")
    press(line, "Ctrl+X")
    assert QApplication.clipboard().text() == "A-0042 Oksana Gedz"
    assert line.text() == "Anna"


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


def test_only_a_pin_takes_the_laptop_back_and_everything_is_as_before(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    program.desk.choose_staff("lange")
    before = talk(page)
    program.kiosk.whole_screen = False
    program.window.kiosk_wanted.emit()
    kiosk = program.kiosk
    entry(kiosk, "uk")
    click(shown(kiosk).staff_button)
    assert language() == "en"
    leaving = shown(kiosk).view()
    assert isinstance(leaving, Leaving)
    assert set(leaving.people) == {"lange", "bondar"}
    type_pin(qtbot, leaving, "0000")
    qtbot.waitUntil(lambda: "This is not the right one." in leaving.message.text())
    assert program.window.kept
    qtbot.waitUntil(leaving.go_on.isEnabled)
    type_pin(qtbot, leaving, MANAGER)
    qtbot.waitUntil(page.isVisible)
    assert not program.window.kept
    assert program.window.rail.isVisible()
    assert program.window.state.isVisible()
    assert_same(page.draft(), before, staff="lange")
    assert program.desk.staff == "lange"


def test_whoever_types_the_pin_is_signed_in(qtbot: QtBot, program: Program, kiosk: Kiosk) -> None:
    click(shown(kiosk).staff_button)
    leaving = shown(kiosk).view()
    assert isinstance(leaving, Leaving)
    qtbot.waitUntil(leaving.people["bondar"].isVisible)
    click(leaving.people["bondar"])
    type_pin(qtbot, leaving, STAFF)
    qtbot.waitUntil(lambda: not program.window.kept)
    assert program.desk.staff == "bondar"


def test_the_question_for_the_pin_goes_by_itself_and_by_cancel(program: Program, kiosk: Kiosk) -> None:
    click(shown(kiosk).staff_button)
    leaving = shown(kiosk).view()
    assert isinstance(leaving, Leaving)
    later(kiosk, WAITS)
    assert isinstance(shown(kiosk).view(), Start)
    click(shown(kiosk).staff_button)
    again = shown(kiosk).view()
    assert isinstance(again, Leaving)
    click(again.cancel)
    assert isinstance(shown(kiosk).view(), Start)


def test_the_idle_lock_leaves_the_visitors_alone(program: Program, kiosk: Kiosk) -> None:
    program.lock.idle.over.emit()
    program.desk.signed_in.lock_wanted.emit()
    assert program.lock.asks == ""
    assert isinstance(shown(kiosk).view(), Start)


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
        assert [one for one in stops if not name(one) and not isinstance(one, Start)] == []
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
