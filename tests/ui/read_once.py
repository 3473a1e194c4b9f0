"""Pictures of the scenes are read once by each process: codes and cards take seconds, and stay the same."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from unittest.mock import patch

from PIL import Image

from boothapp.badge import card_sight, codes
from boothapp.badge.card_sight import Sight
from boothapp.badge.codes import Code

Look = Callable[[Sequence[Image.Image]], list[Sight]]
_look, _find = card_sight.look, codes.find
_found: dict[tuple[str, tuple[int, int], bytes], list[Code]] = {}


@contextmanager
def readers(look: Look | None = None) -> Iterator[None]:
    """The readers give again what they found in a picture before; `look` stands for that of cards."""
    with patch.object(card_sight, "look", look or _sights), patch.object(codes, "find", _codes):
        yield


def _sights(pictures: Sequence[Image.Image]) -> list[Sight]:
    return [_sight(one.mode, one.size, one.tobytes()) for one in pictures]


@cache
def _sight(mode: str, size: tuple[int, int], points: bytes) -> Sight:
    return _look([Image.frombytes(mode, size, points)])[0]


def _codes(picture: Image.Image, enough: Callable[[list[Code]], bool]) -> list[Code]:
    key = picture.mode, picture.size, picture.tobytes()
    if key not in _found:
        _found[key] = _find(picture, enough)
    return list(_found[key])
