"""Who is signed in, by tap, key or PIN, and what a manager's PIN opens, in the real window."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from boothapp.actions import drafts, people
from boothapp.app import Program
from boothapp.domain.draft import is_empty
from boothapp.paths import Home
from boothapp.store import key as keys
from boothapp.store.database import Store, open_store
from boothapp.ui.pages.capture.page import CapturePage
from tests.conftest import PASSPHRASE
from tests.ui.pins import MANAGER, NO_GRAB, STAFF, locked, talk, type_pin, with_pins
from tests.ui.program import CONTROL, click, key, saved, stored
from tests.ui.seen import name

SHIFT = Qt.KeyboardModifier.ShiftModifier


class Taps:
    """Taps as a person does, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def tap(self, widget: QWidget, at: QPoint) -> None:
        self.count += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)


def middle(widget: QWidget) -> QPoint:
    return widget.rect().center()


def menu_of(program: Program) -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


@NO_GRAB
def test_people_switch_in_two_taps_and_sign_what_they_save(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    taps, who = Taps(), program.window.state.items["who"]
    qtbot.waitUntil(who.isVisible)
    taps.tap(who, middle(who))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = menu_of(program)
    action = next(one for one in menu.actions() if one.text() == "Тарас Бондар")
    taps.tap(menu, menu.actionGeometry(action).center())
    assert taps.count == 2
    qtbot.waitUntil(lambda: program.desk.staff == "bondar")
    assert who.text() == "Тарас Бондар"
    talk(page)
    page.consents.set_value(("mail",))
    page.save()
    qtbot.waitUntil(lambda: len(saved(program)) == 1)
    (lead,) = saved(program)
    assert [visit.staff for visit in lead.visits] == ["bondar"]
    assert [consent.staff for consent in lead.consents] == ["bondar"]


@NO_GRAB
def test_people_switch_by_keyboard_and_the_keyboard_comes_back(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    qtbot.waitUntil(program.window.state.items["who"].isVisible)
    QTest.keyClick(program.window, Qt.Key.Key_S, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = menu_of(program)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.desk.staff == "bondar")
    assert name(program.window.state.items["who"]) == "Тарас Бондар"
    assert "Ctrl+Shift+S" in program.window.state.items["who"].toolTip()


def test_without_pins_nothing_asks_and_nothing_locks_by_itself(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    signed_in = program.desk.signed_in
    assert program.lock.asks == ""
    assert signed_in.roster.minutes == 0
    done: list[str] = []
    for deed in ("crm", "export", "costs", "people"):
        signed_in.do(deed, lambda deed=deed: done.append(deed))  # type: ignore[misc]
    assert done == ["crm", "export", "costs", "people"]
    menu = program.standing.menu()
    assert [one.text() for one in menu.actions() if one.text()][:2] == ["Mira Lange", "Тарас Бондар"]


def test_a_person_with_a_pin_is_asked_and_the_conversation_waits_among_the_drafts(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    program.desk.choose_staff("weber")
    before = talk(page)
    program.desk.signed_in.choose("bondar")
    asked = locked(program)
    assert asked.title.text() == "Тарас Бондар"
    assert program.desk.staff == "weber"
    type_pin(qtbot, asked, "9999")
    qtbot.waitUntil(lambda: asked.message.text() == "This is not the right one. The next try in 1 second.")
    assert program.desk.staff == "weber"
    qtbot.waitUntil(lambda: not asked.waits and asked.go_on.isEnabled())
    type_pin(qtbot, asked, STAFF)
    qtbot.waitUntil(lambda: program.desk.staff == "bondar")
    assert page.isVisible()
    assert not program.desk.signed_in.raised
    assert is_empty(page.draft())
    assert page.scan.hasFocus()
    [kept] = stored(program, lambda store: drafts.of_show(store, "ad26"))
    assert (kept.draft, kept.aside) == (before, True)
    qtbot.waitUntil(page.drafts.button.isVisible)
    page.drafts.take_up(kept.draft.id)
    qtbot.waitUntil(lambda: page.draft() == before)


def test_a_managers_pin_guards_head_office_and_packs_until_the_switch(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    program.desk.choose_staff("weber")
    send = program.window.go("send")
    qtbot.waitUntil(send.form.isVisible)  # type: ignore[attr-defined]
    packed: list[str] = []
    send.pack.ask_file = lambda proposed: packed.append(proposed) or ""  # type: ignore[attr-defined, func-returns-value]
    click(send.pack_button)  # type: ignore[attr-defined]
    asked = locked(program)
    assert asked.title.text() == "A manager's PIN is needed"
    type_pin(qtbot, asked, STAFF)
    qtbot.waitUntil(lambda: asked.waits)
    assert packed == []
    qtbot.waitUntil(lambda: not asked.waits and asked.go_on.isEnabled())
    type_pin(qtbot, asked, MANAGER)
    qtbot.waitUntil(lambda: packed == ["Automation Days 2026.zip"])
    assert program.desk.staff == "weber"
    click(send.pack_button)  # type: ignore[attr-defined]
    assert len(packed) == 2
    program.desk.signed_in.choose("koval")
    click(send.pack_button)  # type: ignore[attr-defined]
    assert len(packed) == 2
    assert locked(program).isVisible()


@pytest.mark.parametrize("which", ["send_button", "fetch_button", "test_button", "change_button", "form"])
def test_everything_that_reaches_head_office_asks_first(
    qtbot: QtBot, program: Program, page: CapturePage, which: str
) -> None:
    from boothapp.ui.pages.send.target_form import Typed

    with_pins(program, qtbot)
    send = program.window.go("send")
    qtbot.waitUntil(send.form.isVisible)  # type: ignore[attr-defined]
    if which == "form":
        send.form.accepted.emit(Typed("Head office", "tryton", "https://crm.example", {}, "x"))  # type: ignore[attr-defined]
    else:
        button = getattr(send, which, None) or getattr(send.card, which)  # type: ignore[attr-defined]
        button.setEnabled(True)
        button.clicked.emit()
    assert locked(program).title.text() == "A manager's PIN is needed"
    assert (
        stored(program, lambda store: store.value("SELECT count(*) FROM targets WHERE kind = 'tryton'")) == 0
    )


def test_a_manager_who_signed_in_by_pin_is_not_asked_again_until_the_lock(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    program.desk.signed_in.choose("lange")
    type_pin(qtbot, locked(program), MANAGER)
    qtbot.waitUntil(lambda: program.desk.signed_in.raised)
    program.lock.lock()
    assert not program.desk.signed_in.raised


def test_a_forgotten_pin_is_taken_away_with_the_recovery_key(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    with_pins(program, qtbot)
    program.desk.choose_staff("bondar")
    code = stored(program, lambda store: keys.make_recovery(store.home, store.key))
    before = talk(page)
    program.lock.lock()
    asked = locked(program)
    click(asked.forgot)
    qtbot.waitUntil(lambda: asked.asking.secret)
    asked.secret._line().setText(code)
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(page.isVisible)
    qtbot.waitUntil(lambda: program.desk.signed_in.roster.pins == {"lange"})
    assert page.draft() == before
    assert "forgotten PIN is taken away" in program.window.message.words.text()


def test_a_wrong_recovery_key_waits_too_and_the_passphrase_counts_as_a_managers_pin(
    qtbot: QtBot, program: Program, page: CapturePage
) -> None:
    assert os.environ["BOOTHAPP_PASSPHRASE"] == PASSPHRASE
    with_pins(program, qtbot)
    done: list[bool] = []
    program.desk.signed_in.do("export", lambda: done.append(True))
    asked = locked(program)
    click(asked.forgot)
    qtbot.waitUntil(lambda: asked.asking.secret)
    for secret in ("not it", PASSPHRASE):
        qtbot.waitUntil(lambda: asked.go_on.isEnabled() and not asked.waits)
        asked.secret._line().setText(secret)
        click(asked.go_on)
        qtbot.waitUntil(lambda: asked.waits or bool(done))
    assert done == [True]
    assert program.desk.signed_in.raised
    assert stored(program, people.roster).pins == {"lange", "bondar"}


def test_a_laptop_without_passphrase_and_recovery_key_says_who_can_help(
    qtbot: QtBot, program: Program, page: CapturePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_pins(program, qtbot)
    program.desk.choose_staff("bondar")
    # As in a home whose key only the system's keystore has.
    monkeypatch.setattr(keys, "can_be_proved", lambda _home: False)
    program.lock.lock()
    asked = locked(program)
    click(asked.forgot)
    qtbot.waitUntil(lambda: "A manager can take the PIN away" in asked.sentence.text())
    assert not asked.secret.isVisible()
    assert not asked.go_on.isVisible()
    key(Qt.Key.Key_Return)
    asked.chosen.emit("")
    assert not page.isVisible()
    qtbot.waitUntil(asked.pad.isVisible)
    click(asked.forgot)
    qtbot.waitUntil(asked.cancel.isVisible)
    click(asked.cancel)
    qtbot.waitUntil(asked.pad.isVisible)


@pytest.fixture
def other(program: Program, page: CapturePage, home: Home) -> Iterator[Store]:
    """Another program on the same leads, in which PINs are set while this window is open."""
    store = open_store(home, PASSPHRASE)
    people.set_pin(store, "lange", MANAGER, manager=True)
    yield store
    store.close()


def test_a_pin_set_in_another_window_is_asked_for_here(
    qtbot: QtBot, program: Program, page: CapturePage, other: Store
) -> None:
    program.desk.signed_in.choose("lange")
    qtbot.waitUntil(lambda: program.lock.asks == "person")
    assert program.desk.staff == ""
    type_pin(qtbot, locked(program), MANAGER)
    qtbot.waitUntil(lambda: program.desk.staff == "lange")


def test_the_lock_asks_for_a_pin_that_was_set_in_another_window(
    qtbot: QtBot, program: Program, page: CapturePage, other: Store
) -> None:
    program.lock.lock()
    click(locked(program).people["lange"])
    qtbot.waitUntil(lambda: locked(program).pad.isVisible())
    assert (program.lock.asks, program.desk.staff) == ("lock", "")
    # While the names are in sight, the next one gets a PIN too.
    people.set_pin(other, "weber", STAFF, manager=False, raised=True)
    click(locked(program).people["weber"])
    type_pin(qtbot, locked(program), STAFF)
    qtbot.waitUntil(lambda: program.desk.staff == "weber")


def test_a_managers_pin_set_in_another_window_guards_once_people_come_back_here(
    qtbot: QtBot, program: Program, page: CapturePage, other: Store
) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    qtbot.waitUntil(lambda: program.desk.signed_in.roster.guarded)
    done: list[bool] = []
    program.desk.signed_in.do("export", lambda: done.append(True))
    assert (done, program.lock.asks) == ([], "manager")
