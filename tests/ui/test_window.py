"""The frame: places, keys, language and look without a restart, messages, states."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from boothapp.ui import theme, tokens
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Scroll, column
from boothapp.ui.widgets.empty import Empty
from boothapp.ui.widgets.field import Field
from boothapp.ui.widgets.message_line import MessageLine
from boothapp.ui.widgets.scan_field import ScanField
from boothapp.ui.window import Place, Window
from tests.ui import gallery
from tests.ui.seen import name, show, tab_stops

CONTROL = Qt.KeyboardModifier.ControlModifier


class Page(QWidget):
    """A page that remembers what it was told."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.told: list[object] = []
        self.field = Field("Company")
        layout = column()
        layout.addWidget(self.field)
        layout.addWidget(Button("Undo"))
        self.setLayout(layout)

    def shown(self) -> None:
        self.told.append("shown")

    def refresh(self, changes: object) -> None:
        self.told.append(changes)

    def retranslate(self) -> None:
        self.told.append("language")


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    places = [Place("capture", "Capture", "user-plus", Page), Place("leads", "Leads", "users", Page)]
    frame = Window(places)
    show(qtbot, frame)
    return frame


def test_pages_are_built_when_first_visited(window: Window) -> None:
    assert list(window.pages()) == ["capture"]
    QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert window.here() == "leads"
    first = window.pages()["leads"]
    window.go("capture")
    assert window.go("leads") is first


def test_changes_reach_every_page_built(window: Window) -> None:
    window.go("leads")
    window.refresh("changes")
    assert all("changes" in page.told for page in window.pages().values() if isinstance(page, Page))


def test_the_rail_is_one_tab_stop_and_says_its_places(window: Window, qtbot: QtBot) -> None:
    stops = tab_stops(window)
    assert [stop for stop in stops if stop in window.rail.buttons.values()] == [
        window.rail.buttons["capture"]
    ]
    assert [name(stop) for stop in stops if not name(stop)] == []
    assert window.rail.buttons["leads"].toolTip() == "Leads  Ctrl+2"
    assert all(button.height() >= 44 for button in window.rail.findChildren(QAbstractButton))
    window.rail.buttons["capture"].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert window.here() == "leads"


def test_the_language_changes_at_once_and_the_typed_text_stays(window: Window, qtbot: QtBot) -> None:
    page = window.go("capture")
    assert isinstance(page, Page)
    page.field.set_text("Zorya")
    with qtbot.waitSignal(window.language_chosen) as heard:
        window.speak("uk")
    assert heard.args == ["uk"]
    assert window.rail.more.text() == "Ще"
    assert [b.text() for b in page.findChildren(Button)] == ["Скасувати"]
    assert page.field.text() == "Zorya"
    assert "language" in page.told
    window.speak("en")
    assert window.rail.more.text() == "More"


def test_the_look_changes_at_once(window: Window, qtbot: QtBot) -> None:
    lit = window.grab().toImage().pixelColor(600, 300)
    with qtbot.waitSignal(window.look_chosen) as heard:
        window.wear("dark")
    dark = window.grab().toImage().pixelColor(600, 300)
    assert heard.args == ["dark"]
    assert lit.name() == tokens.look("light").colours["background"]
    assert dark.name() == tokens.look("dark").colours["background"]


def test_an_unknown_system_is_light(window: Window) -> None:
    window.wear("system")
    assert (theme.mode(), theme.look()) == ("system", "light")
    window.wear("no such look")
    assert theme.mode() == "system"


def test_the_menu_offers_languages_and_looks_and_marks_those_in_use(window: Window) -> None:
    window.speak("uk")
    menu = window.menu()
    chosen = [action.text() for action in menu.actions() if action.isChecked()]
    assert chosen == ["Українська", "Світлий"]
    next(action for action in menu.actions() if action.text() == "English").trigger()
    assert window.rail.more.text() == "More"


def test_a_message_never_takes_the_keyboard_and_undo_works_once(window: Window, qtbot: QtBot) -> None:
    page = window.go("capture")
    assert isinstance(page, Page)
    page.field.setFocus()
    undone: list[str] = []
    window.message.say("A-0042 saved", lambda: undone.append("A-0042"))
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert window.message.isVisible()
    assert window.message.undo_button in tab_stops(window)
    page.field.setFocus()
    QTest.keyClick(page.field.input, Qt.Key.Key_Z, CONTROL)
    QTest.keyClick(page.field.input, Qt.Key.Key_Z, CONTROL)
    assert undone == ["A-0042"]
    assert not window.message.isVisible()


def test_the_undo_key_first_takes_back_what_is_being_typed(window: Window, qtbot: QtBot) -> None:
    page = window.go("capture")
    assert isinstance(page, Page)
    page.field.setFocus()
    qtbot.keyClicks(page.field.input, "Zorya")
    undone: list[str] = []
    window.message.say("A-0042 saved", lambda: undone.append("A-0042"))
    QTest.keyClick(page.field.input, Qt.Key.Key_Z, CONTROL)
    assert page.field.text() == ""
    assert undone == []


def test_a_message_goes_by_itself_and_waits_for_the_mouse(window: Window, qtbot: QtBot) -> None:
    message = MessageLine(window.area, window.stack)
    message.clock.setInterval(1)
    message.say("Saved")
    qtbot.waitUntil(lambda: not message.isVisible())
    message.clock.setInterval(60_000)
    message.say("Saved")
    QTest.mouseMove(window, QPoint(5, 5))
    QApplication.sendEvent(message, _enter())
    assert not message.clock.isActive()


def _enter() -> object:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QEnterEvent

    return QEnterEvent(QPointF(), QPointF(), QPointF())


def test_a_message_stays_inside_the_page(window: Window, qtbot: QtBot) -> None:
    window.resize(*window.minimumSize().toTuple())
    window.message.say("A long sentence about what happened, what is safe and what to do next. " * 3, print)
    qtbot.waitUntil(lambda: window.stack.rect().contains(window.message.geometry()))
    window.resize(1300, 800)
    qtbot.waitUntil(lambda: window.message.geometry().bottom() > 600)
    assert window.stack.rect().contains(window.message.geometry())


@pytest.mark.parametrize("look", ["dark", "contrast", "light"])
def test_a_message_in_sight_is_read_in_every_look(window: Window, look: str) -> None:
    window.wear("light" if look == "dark" else "dark")
    window.message.say("A-0042 saved", print)
    window.wear(look)
    words = window.message.words
    assert words.palette().color(words.foregroundRole()) == theme.colour("inverse_text")


def test_a_name_as_long_as_its_field_leaves_the_page_in_sight(window: Window) -> None:
    said = "A-0042 " + "The lamps along the quay were lit. " * 40 + ", hot, 11"
    window.message.say(said, print)
    assert window.message.height() < window.stack.height() / 3
    assert window.message.words.text().startswith("A-0042 The lamps")
    assert window.message.words.text().endswith(", hot, 11")
    assert name(window.message) == said


def test_states_are_shown_said_and_taken_away(window: Window) -> None:
    window.state.tell("unsent", "42 waiting to be sent", "inbox", "warning", "Send them now")
    item = window.state.items["unsent"]
    assert item.isVisible()
    assert (name(item), item.toolTip()) == ("42 waiting to be sent", "Send them now")
    window.state.tell("unsent", "")
    assert not item.isVisible()


def test_where_room_is_short_what_is_well_stands_as_a_sign_and_the_rest_in_words(window: Window) -> None:
    window.state.tell("unsent", "42 waiting to be sent", "inbox", "warning")
    window.state.tell("printer", "Printer ready", "printer")
    window.state.tell("battery", "Battery 84 %", "battery", tip="Plugged")
    line, items = window.state, window.state.items
    items["unsent"].setText("42 waiting to be sent, and long words of another language " * 2)
    line._make_room()
    words = [items[place].whole_width() for place in ("unsent", "printer", "battery")]
    line.resize(sum(words) - 110, line.height())
    line._make_room()
    assert items["printer"].sizeHint().width() < items["printer"].whole_width()
    assert items["printer"].toolTip() == "Printer ready"
    assert items["battery"].sizeHint().width() < items["battery"].whole_width()
    assert items["battery"].toolTip() == "Battery 84 %\nPlugged"
    assert items["unsent"].sizeHint().width() == items["unsent"].whole_width()
    line.resize(sum(words) + 400, line.height())
    line._make_room()
    assert items["printer"].sizeHint().width() == items["printer"].whole_width()
    assert items["printer"].toolTip() == ""


def test_closing_hands_over_the_geometry_and_opening_takes_it(qtbot: QtBot) -> None:
    kept: list[bytes] = []
    places = [Place("capture", "Capture", "user-plus", Page)]
    first = Window(places, remember=kept.append)
    qtbot.addWidget(first)
    first.resize(1111, 666)
    first.show()
    with qtbot.waitSignal(first.closing):
        first.close()
    again = Window(places, geometry=kept[0])
    qtbot.addWidget(again)
    # The screen of the test is 800 pixels wide, less than the window: only the height can come back.
    assert again.height() == 666


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize("look", tokens.LOOKS)
@pytest.mark.parametrize("size", [(1280, 700), (1024, 600)])
def test_a_full_page_fits(
    qtbot: QtBot, qapp: QApplication, language: str, look: str, size: tuple[int, int]
) -> None:
    gallery.words.use(language)
    theme.use(qapp, look)
    frame = gallery.window(*size, "capture")
    show(qtbot, frame)
    assert (frame.width(), frame.height()) == size
    for button in frame.findChildren(Button):
        words = button.fontMetrics().horizontalAdvance(button.text())
        assert not button.isVisible() or words < button.width() - 8, button.text()
    assert [stop for stop in tab_stops(frame) if not name(stop)] == []


def test_the_first_pass_of_a_capture_needs_no_scrolling(qtbot: QtBot) -> None:
    frame = gallery.window(1280, 700, "capture")
    show(qtbot, frame)
    scroll = frame.findChildren(Scroll)[0]
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)


def test_reading_order_is_tab_order(qtbot: QtBot) -> None:
    frame = gallery.window(1280, 700, "capture")
    show(qtbot, frame)
    kinds = [type(stop).__name__ for stop in tab_stops(frame)]
    order = [kinds.index(kind) for kind in ("ScanField", "QLineEdit", "Segment", "Chip", "Tick", "Button")]
    assert order == sorted(order)


def test_an_empty_page_names_the_one_thing_to_do(qtbot: QtBot) -> None:
    empty = Empty("users", "Your first lead will stand here", action="Capture a lead")
    show(qtbot, empty)
    assert empty.button is not None
    assert name(empty.button) == "Capture a lead"
    assert not empty.more.isVisible()


def test_the_window_needs_no_heavy_library() -> None:
    heavy = "reportlab qrcode PIL httpx xlsxwriter sqlite_utils zxingcpp cryptography numpy PySide6.QtNetwork"
    code = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]);"
        "from boothapp.ui import theme, tasks, window; theme.begin(app);"
        "from tests.ui.gallery import window as frame; frame(1280, 700, 'capture').grab();"
        f"print([name for name in {heavy.split()} if name in sys.modules])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.stdout.strip() == "[]", ended.stderr


def test_the_scan_field_speaks_the_language(qtbot: QtBot) -> None:
    frame = gallery.window(1280, 700, "capture")
    show(qtbot, frame)
    frame.speak("uk")
    assert frame.findChildren(ScanField)[0].placeholderText() == "Скануйте бейдж або введіть ім’я"
