"""The keys that were pressed, beside what they typed: which keyboard layouts that can be, and Caps Lock."""

import sys
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from boothapp.ui.scan_keys import HeldKey, Modifier

if TYPE_CHECKING:
    from boothapp.badge.layouts import Layout

# The keys of LOW, row by row: scan codes of set 1 on Windows; evdev's are the same, with 8 more under X11.
_CODES = (41, *range(2, 14), *range(16, 28), 43, *range(30, 41), *range(44, 54))
_MORE = 0 if sys.platform == "win32" else 8
_PLACES = {code + _MORE: place for place, code in enumerate(_CODES)}
# Faster than any person types a whole line, in seconds from key to key.
_FASTEST = 0.035
_FEWEST = 4


def layouts(keys: Iterable[HeldKey], learnt: "Layout | None" = None) -> tuple[str, ...]:
    """The layouts, by key, on which these keys type what they typed; () where their places are unknown.

    learnt: this laptop's own beside the known ones. macOS tells no places.
    """
    from boothapp.badge.layouts import KEYS, LOCKS, known_layouts

    typed = {
        (_PLACES[key.code] + (KEYS if key.modifiers & Modifier.ShiftModifier else 0), key.typed)
        for key in keys
        if key.pressed and key.code in _PLACES and key.typed
    }
    if not typed:
        return ()
    every = {one.key: one for one in (*known_layouts(), *([learnt] if learnt else []))}
    return tuple(key for key, one in every.items() if any(_types(one, lock, typed) for lock in LOCKS))


def lock(keys: Iterable[HeldKey]) -> str | None:
    """What Shift and the letters prove: "caps" with Caps Lock on, "" with it off, None for neither.

    A program that types for a scanner may send capitals without Shift, so that only known keys prove those.
    """
    letters = [key for key in keys if key.pressed and key.key and key.typed in _letters()]
    turned = {key.typed.isupper() != _is_shifted(key) for key in letters}
    if len(turned) != 1:
        return None
    if not turned.pop():
        return ""
    return "caps" if any(_is_shifted(key) or key.code in _PLACES for key in letters) else None


def _is_shifted(key: HeldKey) -> bool:
    return bool(key.modifiers & Modifier.ShiftModifier)


@cache
def _letters() -> frozenset[str]:
    """Every letter that shares its key with its capital, on any known layout."""
    from boothapp.badge.layouts import KEYS, known_layouts, pair

    every = (pairs for one in known_layouts() for pairs in zip(one.typed, one.typed[KEYS:], strict=False))
    return frozenset(sign for low, high in every if pair(low, high) for sign in (low, high))


def _types(layout: "Layout", lock: str, typed: set[tuple[int, str]]) -> bool:
    table = layout.types(lock)
    return all(table[place] == sign for place, sign in typed)


def by_a_scanner(keys: Iterable[HeldKey]) -> bool:
    """Whether these keys came faster, one by one, than a person types."""
    presses = [key for key in keys if key.pressed]
    if len(presses) < _FEWEST:
        return False
    took = presses[-1].at - presses[0].at + max(key.waited for key in presses)
    return 0 <= took < _FASTEST * (len(presses) - 1)
