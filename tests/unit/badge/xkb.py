"""What a US scanner's keys type on a real keyboard layout, asked of libxkbcommon and xkeyboard-config."""

import ctypes
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

# XKB keycodes of the 47 keys that type, row by row (xkeyboard-config, keycodes/evdev).
KEYCODES = (49, *range(10, 22), *range(24, 36), 51, *range(38, 49), *range(52, 62))
US = ("`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./", '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?')
SPACE = 65
# The combining mark of each dead key's name (X11 keysymdef.h).
DEAD = {
    "dead_grave": "\u0300", "dead_acute": "\u0301", "dead_circumflex": "\u0302", "dead_tilde": "\u0303",
    "dead_diaeresis": "\u0308", "dead_abovering": "\u030a", "dead_caron": "\u030c", "dead_cedilla": "\u0327",
    "dead_macron": "\u0304", "dead_breve": "\u0306", "dead_ogonek": "\u0328",
}  # fmt: skip


class _Names(ctypes.Structure):
    _fields_ = [(name, ctypes.c_char_p) for name in ("rules", "model", "layout", "variant", "options")]


@dataclass(frozen=True)
class Keyboard:
    """One layout of the system: its name and variant there."""

    layout: str
    variant: str = ""

    def types(self, caps: bool = False) -> Mapping[str, str]:
        """What each of the 95 printable ASCII characters of a US scanner becomes; a dead key its mark."""
        return _types(self, caps)


@cache
def library() -> ctypes.CDLL:
    """libxkbcommon with the few signatures used; raises OSError where it is missing."""
    found = ctypes.CDLL("libxkbcommon.so.0")
    pointer = ctypes.c_void_p
    found.xkb_context_new.restype = found.xkb_keymap_new_from_names.restype = pointer
    found.xkb_state_new.restype = pointer
    found.xkb_context_new.argtypes = [ctypes.c_int]
    found.xkb_keymap_new_from_names.argtypes = [pointer, ctypes.POINTER(_Names), ctypes.c_int]
    found.xkb_state_new.argtypes = [pointer]
    found.xkb_keymap_mod_get_index.argtypes = [pointer, ctypes.c_char_p]
    found.xkb_state_update_mask.argtypes = [pointer, *[ctypes.c_uint32] * 6]
    found.xkb_state_key_get_one_sym.argtypes = [pointer, ctypes.c_uint32]
    found.xkb_state_key_get_utf32.argtypes = [pointer, ctypes.c_uint32]
    found.xkb_keysym_get_name.argtypes = [ctypes.c_uint32, ctypes.c_char_p, ctypes.c_size_t]
    return found


@cache
def _types(keyboard: Keyboard, caps: bool) -> Mapping[str, str]:
    xkb = library()
    names = _Names(b"evdev", b"pc105", keyboard.layout.encode(), keyboard.variant.encode(), b"")
    keymap = xkb.xkb_keymap_new_from_names(xkb.xkb_context_new(0), ctypes.byref(names), 0)
    assert keymap, keyboard
    shift, lock = (1 << xkb.xkb_keymap_mod_get_index(keymap, name) for name in (b"Shift", b"Lock"))
    found = {}
    for level, characters in enumerate(US):
        state = xkb.xkb_state_new(keymap)
        xkb.xkb_state_update_mask(state, shift if level else 0, 0, lock if caps else 0, 0, 0, 0)
        for code, character in zip(KEYCODES, characters, strict=True):
            found[character] = _typed(state, code)
        found[" "] = _typed(state, SPACE)
    return found


def _typed(state: int, code: int) -> str:
    xkb = library()
    name = ctypes.create_string_buffer(64)
    xkb.xkb_keysym_get_name(xkb.xkb_state_key_get_one_sym(state, code), name, 64)
    if mark := DEAD.get(name.value.decode()):
        return mark
    point = xkb.xkb_state_key_get_utf32(state, code)
    return unicodedata.normalize("NFC", chr(point)) if point else ""
