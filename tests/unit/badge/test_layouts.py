"""The layout tables against the real layouts of the system, all 95 printable characters of each."""

import pytest

from boothapp.badge.layouts import HIGH, LAYOUTS, LOW, PRINTABLE, US, Layout, known_layouts
from tests.unit.badge.xkb import Keyboard

# Our layouts, and the keyboards of the system that type as they do.
REAL: dict[str, tuple[Keyboard, ...]] = {
    "us": (Keyboard("us"),),
    "ua": (Keyboard("ua"), Keyboard("ua", "winkeys"), Keyboard("ua", "unicode")),
    "ua-legacy": (Keyboard("ua", "legacy"),),
    "ua-mac": (Keyboard("ua", "macOS"),),
    "ru": (Keyboard("ru"),),
    "ru-legacy": (Keyboard("ru", "legacy"),),
    "de": (Keyboard("de"), Keyboard("de", "nodeadkeys"), Keyboard("de", "T3")),
    "fr": (Keyboard("fr"), Keyboard("fr", "azerty"), Keyboard("fr", "oss"), Keyboard("fr", "latin9")),
    "gb": (Keyboard("gb"),),
    "tr": (Keyboard("tr"),),
    "pl": (Keyboard("pl"),),
}
BY_KEY = {layout.key: layout for layout in known_layouts()}
CASES = [(key, keyboard) for key, keyboards in REAL.items() for keyboard in keyboards]
EVERY = PRINTABLE + " "
# On azerty the key left of 1 types the same with and without Shift: "~" comes back as "`".
COLLISIONS = {Keyboard("fr", "azerty"): "~"}
# libxkbcommon types nothing for an upper-case µ, nor for the upper-case ß of this variant.
SILENT_UNDER_CAPS = {"fr": "|", "de": "-"}


@pytest.mark.parametrize(("key", "keyboard"), CASES, ids=str)
@pytest.mark.parametrize("caps", [False, True], ids=["", "caps"])
def test_every_character_comes_back_from_the_real_layout(key: str, keyboard: Keyboard, caps: bool) -> None:
    layout, lock = BY_KEY[key], "caps" if caps else ""
    typed = keyboard.types(caps)
    wrong = {sign: typed[sign] for sign in EVERY if layout.back(typed[sign], lock) != sign}
    silent = {sign for sign in wrong if not typed[sign]}
    assert set(wrong) - silent == set(COLLISIONS.get(keyboard, "")), wrong
    assert silent <= set(SILENT_UNDER_CAPS.get(key, "") if caps else ""), wrong
    assert len(typed) == 95


@pytest.mark.parametrize("key", REAL)
def test_the_table_is_the_first_real_layout(key: str) -> None:
    typed = REAL[key][0].types()
    assert BY_KEY[key].typed == tuple(typed[sign] for sign in PRINTABLE)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.key)
def test_a_lock_that_shifts_every_key_comes_back_too(layout: Layout) -> None:
    typed = dict(zip(PRINTABLE, layout.typed, strict=True))
    shifted = "".join(typed[sign] for sign in HIGH + LOW)
    assert layout.back(shifted, "shift") == PRINTABLE


def test_the_dead_keys_are_known() -> None:
    assert {layout.key: layout.dead() for layout in LAYOUTS if layout.dead()} == {"de": "`=+", "fr": "[{"}


def test_a_dead_key_that_met_a_letter_is_taken_apart() -> None:
    assert BY_KEY["de"].back("É") == "=E"
    assert BY_KEY["fr"].back("ê") == "[e"
    assert BY_KEY["de"].back("´1") == "=1"


def test_no_layout_loses_a_character() -> None:
    assert {layout.key: layout.lost() for layout in known_layouts() if layout.lost()} == {}


def test_what_no_key_types_stays() -> None:
    assert US.back("Ґедзь €", "caps") == "Ґедзь €"
    assert BY_KEY["ua"].strangers("Jane й") == 4
