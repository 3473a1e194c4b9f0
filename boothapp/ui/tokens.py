"""The token table: every colour by role, size, type and motion of the window."""

import json
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from boothapp import paths

LOOKS = ("light", "dark", "contrast")


class Look(NamedTuple):
    """One theme's colours, role to "#rrggbb"."""

    name: str
    colours: Mapping[str, str]


@cache
def _table() -> dict[str, dict[str, object]]:
    file = paths.resources() / "themes" / "tokens.json"
    found: dict[str, dict[str, object]] = json.loads(file.read_text("utf-8"))
    return found


@cache
def look(name: str) -> Look:
    """The look of that name, one of LOOKS."""
    return Look(name, {role: str(value) for role, value in _table()[name].items()})


@cache
def size(name: str) -> int:
    """A length in pixels by its name."""
    return _number(_table()["size"][name])


@cache
def motion(name: str) -> int:
    """A duration in milliseconds by its name."""
    return _number(_table()["motion"][name])


@cache
def letters(role: str) -> tuple[int, int]:
    """The pixel size and weight of a type role."""
    pair = _table()["type"][role]
    assert isinstance(pair, list)
    return _number(pair[0]), _number(pair[1])


def sizes() -> dict[str, int]:
    """Every length by name, for the style sheet."""
    return {name: _number(value) for name, value in _table()["size"].items()}


def _number(value: object) -> int:
    assert isinstance(value, int)
    return value
