"""A US keyboard scanner on a laptop whose keyboard has another layout: keys as the system would give them."""

import unicodedata
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boothapp.ui.scan_keys import DEAD
from tests.unit.badge.xkb import US, Keyboard

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Pressed = tuple[Key, str, Modifier]
MARKS = {mark: key for key, mark in DEAD.items()}
NAMED = {"F2": Key.Key_F2, "F9": Key.Key_F9, "F10": Key.Key_F10, "Return": Key.Key_Return, "Tab": Key.Key_Tab}
CONTROLS = {"Ctrl+B": (Key.Key_B, "\x02"), "Ctrl+C": (Key.Key_C, "\x03"), "Ctrl+J": (Key.Key_J, "\n")}


def named(name: str) -> Pressed:
    """A key by its name."""
    if name in CONTROLS:
        key, text = CONTROLS[name]
        return key, text, Modifier.ControlModifier
    if name in NAMED:
        return NAMED[name], {"Return": "\r", "Tab": "\t"}.get(name, ""), Modifier.NoModifier
    return sign(name, name in US[1])


def sign(typed: str, shift: bool) -> Pressed:
    """The key that types a sign; a dead key has no text."""
    modifier = Modifier.ShiftModifier if shift else Modifier.NoModifier
    if unicodedata.combining(typed):
        return MARKS[typed], "", modifier
    return Key(ord(typed.upper()[0])), typed, modifier


def keys(text: str, keyboard: str = "us", caps: bool = False) -> Iterator[Pressed]:
    """The keys for a text of ASCII; a new line is Enter."""
    table = Keyboard(*keyboard.split()).types(caps)
    for meant in text:
        yield named("Return") if meant == "\n" else sign(table[meant], meant in US[1])


def press(pressed: Pressed) -> None:
    """Presses one key, with Shift around it, and lets it go."""
    shift = pressed[2] == Modifier.ShiftModifier
    if shift:
        _send(QTest.KeyAction.Press, (Key.Key_Shift, "", Modifier.NoModifier))
    _send(QTest.KeyAction.Click, pressed)
    if shift:
        _send(QTest.KeyAction.Release, (Key.Key_Shift, "", Modifier.ShiftModifier))


def scan(
    text: str,
    keyboard: str = "us",
    caps: bool = False,
    prefix: Sequence[str] = (),
    suffix: Sequence[str] = ("Return",),
) -> None:
    """Types a code as fast as a scanner to whatever has the keyboard."""
    for pressed in (*map(named, prefix), *keys(text, keyboard, caps), *map(named, suffix)):
        press(pressed)


def _send(action: QTest.KeyAction, pressed: Pressed) -> None:
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert target is not None
    key, text, modifier = pressed
    QTest.sendKeyEvent(action, target, key, text, modifier)
