"""Caps Lock told by the keys themselves: whatever a scanner sends under it comes out exact."""

import pytest
from PySide6.QtCore import QEvent
from pytestqt.qtbot import QtBot

from boothapp.app import Program
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.pressed_keys import lock
from boothapp.ui.scan_keys import HeldKey, Modifier
from tests.ui.program import saved
from tests.ui.typing_scanner import scan

NAMES = {
    "12345::Janssen::Stephan::Devoxx::stephan@devoxx.com": "Stephan Janssen",
    "Anna|Schmidt|ACME GmbH|anna@acme.de|DE": "Anna Schmidt",
    '{"id":"A-77","name":"Zoe Yq","email":"z@y.de"}': "Zoe Yq",
    "ID: 5501\nName: Anna Schmidt": "Anna Schmidt",
}


@pytest.mark.parametrize("where", ["the scan field", "a question"])
def test_a_badge_of_any_kind_under_caps_lock_comes_right(
    program: Program, page: CapturePage, qtbot: QtBot, where: str
) -> None:
    for badge, name in NAMES.items():
        if where == "a question":
            page.talk.questions.take_focus()
        scan(badge, "us", caps=True)
        qtbot.waitUntil(lambda name=name: page.talk.person.visitor().name == name)
        assert page.talk.notice.text().startswith("Caps Lock is on.")
        page.save()
        page.scan.setFocus()
    assert [lead.visitor.name for lead in saved(program)] == list(NAMES.values())


@pytest.mark.parametrize("keyboard", ["de", "fr"])
def test_one_labelled_mail_teaches_no_caps_lock(page: CapturePage, qtbot: QtBot, keyboard: str) -> None:
    scan("Email: anna@acme.de", keyboard)
    qtbot.waitUntil(lambda: page.talk.person.visitor().email == "anna@acme.de")
    page.save()
    scan("MECARD:N:Doe,Jane;;", keyboard)
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")
    page.save()
    page.talk.questions.take_focus()
    scan("ML7ZRUARDG", keyboard)
    qtbot.waitUntil(lambda: page.draft().capture.badge_id == "ML7ZRUARDG")


def pressed(sign: str, shift: bool, code: int = 0) -> HeldKey:
    modifiers = Modifier.ShiftModifier if shift else Modifier.NoModifier
    return HeldKey(QEvent.Type.KeyPress, ord(sign.upper()[0]), modifiers, sign, sign, 0.0, code)


A_KEY, NOWHERE = 38, 0


@pytest.mark.parametrize(
    ("keys", "proven"),
    [
        ([("a", False, NOWHERE), ("B", True, NOWHERE)], ""),
        ([("A", False, NOWHERE), ("b", True, NOWHERE)], "caps"),
        ([("A", False, A_KEY)], "caps"),
        # A program may send capitals without any Shift.
        ([("A", False, NOWHERE)], None),
        ([("A", False, A_KEY), ("b", False, A_KEY)], None),
        ([("1", False, A_KEY), ("ß", False, A_KEY)], None),
    ],
)
def test_what_shift_and_the_letters_prove(keys: list[tuple[str, bool, int]], proven: str | None) -> None:
    assert lock([pressed(*key) for key in keys]) == proven
