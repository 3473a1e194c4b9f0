"""One key of the keyboard as the scan guard holds it back: what it types, its name, the event once more."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence

from boothapp.badge.calibration import Stroke
from boothapp.badge.layouts import key_of
from boothapp.ui.key_times import pressed_at

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ENDS = {Key.Key_Return: "\n", Key.Key_Enter: "\n", Key.Key_Tab: "\t"}
PLAIN = Modifier.ShiftModifier | Modifier.KeypadModifier
MODIFIERS = (
    Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_AltGr, Key.Key_Meta,
    Key.Key_CapsLock, Key.Key_NumLock, Key.Key_ScrollLock, Key.Key_Mode_switch,
)  # fmt: skip
DEAD = {
    Key.Key_Dead_Grave: "\u0300", Key.Key_Dead_Acute: "\u0301", Key.Key_Dead_Circumflex: "\u0302",
    Key.Key_Dead_Tilde: "\u0303", Key.Key_Dead_Macron: "\u0304", Key.Key_Dead_Breve: "\u0306",
    Key.Key_Dead_Diaeresis: "\u0308", Key.Key_Dead_Abovering: "\u030a", Key.Key_Dead_Doubleacute: "\u030b",
    Key.Key_Dead_Caron: "\u030c", Key.Key_Dead_Cedilla: "\u0327", Key.Key_Dead_Ogonek: "\u0328",
}  # fmt: skip
_ALT_GR = Modifier.ControlModifier | Modifier.AltModifier
# Scanners type no control characters but these with Ctrl: A to Z, [ \ ] ^ _ for 1 to 31.
_CONTROL = range(0x40, 0x60)


@dataclass(frozen=True)
class HeldKey:
    """A key held back: typed is what it counts for in a scan, at the second it was pressed.

    waited: so long before that it may have been; code: of its place.
    """

    kind: QEvent.Type
    key: int
    modifiers: Qt.KeyboardModifier
    text: str
    typed: str
    at: float
    code: int = 0
    waited: float = 0.0

    @property
    def pressed(self) -> bool:
        """Whether it types something, rather than being let go."""
        return self.kind != QEvent.Type.KeyRelease

    def again(self) -> QEvent:
        """The event once more."""
        if self.kind == QEvent.Type.InputMethod:
            composed = QInputMethodEvent()
            composed.setCommitString(self.text)
            return composed
        event = QKeyEvent(self.kind, self.key, self.modifiers, self.text)
        event.setTimestamp(int(self.at * 1000))
        return event

    def stroke(self) -> Stroke:
        """The key by name, as it is learnt and shown."""
        return Stroke(self.name(), self.typed if self.typed not in ("\n", "\t") else "")

    def name(self) -> str:
        """A sign for itself, else the key's name, such as "F9", "Return" or "Ctrl+B"."""
        if self.typed and (self.typed.isprintable() or unicodedata.combining(self.typed)):
            return self.typed
        if len(self.typed) == 1 and self.key not in ENDS:
            return f"Ctrl+{chr(ord(self.typed) + 0x40)}"
        kept = self.modifiers & ~(Modifier.KeypadModifier | Modifier.GroupSwitchModifier)
        whole = QKeyCombination(kept, Key(self.key))
        return QKeySequence(whole).toString(QKeySequence.SequenceFormat.PortableText)


def held(event: QKeyEvent) -> HeldKey:
    """The key of an event."""
    (at, waited), code = pressed_at(event), event.nativeScanCode()
    return HeldKey(event.type(), event.key(), event.modifiers(), event.text(), typed(event), at, code, waited)


def composed(event: QInputMethodEvent, at: float) -> HeldKey:
    """A letter that a dead key and the next one have made; at: the second of the last key."""
    text = event.commitString()
    return HeldKey(event.type(), 0, Modifier.NoModifier, text, text, at)


def typed(event: QKeyEvent) -> str:
    """What a key counts for in a scan: a sign, a line's end, a dead key's mark, a control character or ""."""
    if is_end(event):
        return ENDS[Key(event.key())]
    if event.key() in DEAD:
        return DEAD[Key(event.key())]
    if sign := control(event):
        return sign
    return event.text() if is_plain(event) else ""


def is_end(event: QKeyEvent) -> bool:
    """Whether this is Enter or Tab alone."""
    return event.key() in ENDS and not event.modifiers() & ~PLAIN


def is_plain(event: QKeyEvent) -> bool:
    """A key that types something, with at most Shift, AltGr or the number pad; a dead key too."""
    types = bool(event.text().strip("\r\n\t\b\x1b\x7f")) or event.key() in DEAD
    left = event.modifiers() & ~(PLAIN | Modifier.GroupSwitchModifier)
    # AltGr comes as Ctrl and Alt on Windows.
    return types and (not left or (left == _ALT_GR and event.text().isprintable()))


def control(event: QKeyEvent) -> str:
    """The control character that a scanner means by Ctrl and a key, "" where it means none."""
    if event.modifiers() & ~PLAIN != Modifier.ControlModifier:
        return ""
    if len(event.text()) == 1 and event.text() < " ":
        return event.text()
    # On a Ukrainian keyboard Ctrl+B comes as Ctrl and the letter of that key.
    if (meant := key_of(event.text().lower())).isalpha():
        return chr(ord(meant) - 0x60)
    return chr(event.key() - 0x40) if event.key() in _CONTROL and event.key() > 0x40 else ""


def is_code(event: QKeyEvent) -> bool:
    """A control character or an F-key, which a scanner may send amid a scan."""
    function = Key.Key_F1 <= event.key() <= Key.Key_F35 and not event.modifiers()
    return function or bool(control(event))


def is_alt_code(event: QKeyEvent) -> bool:
    """A key of the number pad under Alt: so scanners on Windows type any character by its number.

    Without Num Lock its digits come as arrows and the like.
    """
    modifiers = event.modifiers()
    return bool(modifiers & Modifier.AltModifier) and bool(modifiers & Modifier.KeypadModifier)


def apart(keys: Sequence[HeldKey], signs: int) -> tuple[list[HeldKey], list[HeldKey]]:
    """The keys that typed the first signs of a text, and those after them."""
    count = 0
    for at, key in enumerate(keys):
        if key.pressed and count >= signs:
            return list(keys[:at]), list(keys[at:])
        count += len(key.typed) if key.pressed else 0
    return list(keys), []
