"""One scan of the set-up code teaches layout, Caps Lock, prefix and suffix."""

import pytest

from boothapp.badge import wedge
from boothapp.badge.calibration import CODE, ORDER, Stroke, Taught, is_code, read, teach, written
from boothapp.badge.clues import Clues
from boothapp.badge.layouts import PRINTABLE, SPACING
from boothapp.errors import Refused
from tests.unit.badge.xkb import Keyboard

MECARD = "MECARD:N:Doe,Jane;TEL:+441915550123;EMAIL:jane@tyne.example;;"


def strokes(text: str, keyboard: str = "us", caps: bool = False, how: str = "marks") -> list[Stroke]:
    """The text as keys of a real layout; a dead key alone, or with its blank as X11 and Windows join them."""
    keys = Keyboard(*keyboard.split()).types(caps)
    made: list[Stroke] = []
    for sign in text:
        typed = keys.get(sign, sign)
        before = made[-1].text if made else ""
        if how == "joined" and typed == " " and before in SPACING:
            made[-1] = Stroke(SPACING[before], SPACING[before])
        else:
            made.append(Stroke(typed, typed))
    return made


def scanned(text: str, keyboard: str, caps: bool = False) -> str:
    return "".join(one.text for one in strokes(text, keyboard, caps))


def test_the_code_holds_every_printable_character() -> None:
    assert sorted(ORDER) == sorted(PRINTABLE)
    assert set(CODE) == {chr(code) for code in range(32, 127)}


@pytest.mark.parametrize("how", ["marks", "joined"])
@pytest.mark.parametrize("caps", [False, True], ids=["", "caps"])
@pytest.mark.parametrize(
    "keyboard", ["us", "ua", "ru", "de", "fr", "gb", "tr", "es", "it", "cz", "hu", "ch", "bg", "se"]
)
def test_a_layout_is_learnt_with_and_without_caps_lock(keyboard: str, caps: bool, how: str) -> None:
    found = teach(strokes(CODE, keyboard, caps, how))
    for now in (False, True):
        typed = scanned(MECARD, keyboard, now)
        assert wedge.meant(typed, Clues(found.layout)).text == MECARD, (now, typed)


def test_known_layouts_are_named() -> None:
    assert [teach(strokes(CODE, key)).layout.key for key in ("us", "ua", "de", "fr")] == [
        "us",
        "ua",
        "de",
        "fr",
    ]
    assert [teach(strokes(CODE, "ua", caps)).lock for caps in (False, True)] == ["", "caps"]
    assert teach(strokes(CODE, "es")).layout.key == "own"


def test_what_can_not_be_learnt_is_said() -> None:
    assert teach(strokes(CODE, "de")).lost == ""
    # Shift and the key left of 1 type the same on this layout.
    assert teach(strokes(CODE, "fr azerty")).lost in ("~", "`")


KEYS = [
    (("F9",), ("F10",), ("F9",), ("F10",), ()),
    (("Ctrl+B",), ("Ctrl+C",), ("Ctrl+B",), ("Ctrl+C",), ()),
    (("~", "~"), ("Return",), ("~", "~"), ("Return",), ()),
    (("F9",), (), ("F9",), (), ()),
    ((), ("Return",), (), ("Return",), ()),
    ((), ("Tab", "Return"), (), ("Tab", "Return"), ()),
    (("a",), ("Return",), (), ("Return",), ("a",)),
    (("Return",), ("Return",), (), ("Return",), ("Return",)),
    (("]", "Q", "1"), ("Return",), (), ("Return",), ("]", "Q", "1")),
]


@pytest.mark.parametrize(("before", "after", "prefix", "suffix", "unusable"), KEYS, ids=str)
def test_prefix_and_suffix_are_learnt(
    before: tuple[str, ...],
    after: tuple[str, ...],
    prefix: tuple[str, ...],
    suffix: tuple[str, ...],
    unusable: tuple[str, ...],
) -> None:
    keys = [*map(Stroke, before), *strokes(CODE, "ua"), *map(Stroke, after)]
    assert is_code(keys)
    found = teach(keys)
    assert (found.prefix, found.suffix, found.unusable) == (prefix, suffix, unusable)
    assert isinstance(found, Taught)


def test_a_code_with_signs_missing_teaches_nothing() -> None:
    keys = strokes(CODE)
    del keys[40]
    assert is_code(keys)
    with pytest.raises(Refused, match="93 of 94"):
        teach(keys)


@pytest.mark.parametrize("text", ["", "  ", MECARD, "  a  ", "Jane  Doe  and  more " * 9, "a b c d " * 30])
def test_other_texts_are_no_set_up_code(text: str) -> None:
    assert not is_code(strokes(text))


@pytest.mark.parametrize("keyboard", ["us", "ua", "es", "cz"])
def test_a_learnt_layout_is_kept_and_found_again(keyboard: str) -> None:
    layout = teach(strokes(CODE, keyboard)).layout
    again = read(written(layout))
    assert again == layout


@pytest.mark.parametrize("text", ["", "xx", "[]", '["ab"]', "{}", "[1]"])
def test_a_damaged_setting_is_no_layout(text: str) -> None:
    assert read(text) is None
    assert written(None) == ""
