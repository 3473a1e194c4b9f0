"""The token table keeps its promises: readable in harsh light, and no role forgotten."""

import re

import pytest

from boothapp.ui import letters, tokens

BODY, MUTED, MARKS, RATING = 7.0, 4.5, 3.0, 4.5
GROUNDS = ("background", "surface", "raised", "hover", "accent_tint")
RATED = ("hot", "warm", "cold", "ok", "warning", "error")


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2, 0 to 1."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs() -> list[tuple[str, str, float]]:
    """Every foreground, ground and least ratio."""
    return [
        *(("text", ground, BODY) for ground in GROUNDS),
        *(("text_muted", ground, MUTED) for ground in GROUNDS),
        *(("field_line", ground, MARKS) for ground in ("surface", "background")),
        *(("focus", ground, MARKS) for ground in ("surface", "background", "hover", "accent_tint")),
        *((role, f"{role}_tint", RATING) for role in RATED),
        *((role, ground, RATING) for role in RATED for ground in ("surface", "background")),
        *(("accent", ground, RATING) for ground in ("surface", "background", "accent_tint", "hover")),
        ("accent_text", "accent", BODY),
        ("accent_text", "accent_hover", BODY),
        ("rail_text", "rail", BODY),
        ("rail_selected_text", "rail_selected", BODY),
        ("inverse_text", "inverse", BODY),
        ("inverse_accent", "inverse", MUTED),
        ("ink", "paper", BODY),
    ]


def test_the_measure_knows_the_ends_of_the_scale() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", tokens.LOOKS)
@pytest.mark.parametrize(("front", "ground", "least"), pairs())
def test_contrast(name: str, front: str, ground: str, least: float) -> None:
    colours = tokens.look(name).colours
    assert contrast(colours[front], colours[ground]) >= least


@pytest.mark.parametrize("name", tokens.LOOKS)
def test_every_look_has_the_same_roles(name: str) -> None:
    colours = tokens.look(name).colours
    assert colours.keys() == tokens.look("light").colours.keys()
    assert all(re.fullmatch(r"#[0-9a-f]{6}", value) for value in colours.values())


def test_targets_and_letters_are_large_enough() -> None:
    assert tokens.size("target") >= 44
    assert tokens.size("field") >= 40
    assert tokens.size("ring") >= 2
    roles = ("display", "title", "figure", "heading", "entry", "body", "strong", "label", "label_strong")
    assert min(tokens.letters(role)[0] for role in roles) >= 13
    assert tokens.motion("slide") <= 120


def test_no_other_name_hides_a_role_of_its_own() -> None:
    for name in letters._SAME_SIZE_AS:
        with pytest.raises(KeyError):
            tokens.letters(name)
