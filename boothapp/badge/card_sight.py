"""The picture of a card -> the lines on it, by the readers this laptop has; never in the window's process."""

from __future__ import annotations

import importlib.util
import io
import json
import subprocess
import sys
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from boothapp.badge import card_letters
from boothapp.badge.card_line import Seen
from boothapp.errors import EnvironmentFault, Refused
from boothapp.words import tr

if TYPE_CHECKING:
    from PIL import Image

# Larger pictures are no better to read and slower.
LONGEST_SIDE = 1_600
# A card takes some three seconds; a laptop in trouble gets this long, in seconds.
_PATIENCE = 90
_QUALITY = 90
EYE = "boothapp.badge.card_eye"
# The packaged program has no Python to start the eye with.
_FROZEN = bool(getattr(sys, "frozen", False))


@dataclass(frozen=True)
class Sight:
    """lines: as the reader saw them; turn: degrees against the clock that bring the picture upright.

    unknown: how many lines are in letters that no installed reader knows; size: of the picture looked at,
    upright; box: left, top, right and bottom of all the text on it.
    """

    lines: tuple[Seen, ...]
    turn: int = 0
    unknown: int = 0
    size: tuple[int, int] = (1, 1)
    box: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)


def has_eye() -> bool:
    """Whether the extra for cards is installed."""
    return not _FROZEN and importlib.util.find_spec("rapidocr") is not None


def has_reader() -> bool:
    """Whether this laptop can read cards at all."""
    return has_eye() or bool(card_letters.languages())


def look(pictures: Sequence[Image.Image]) -> list[Sight]:
    """What stands on each picture.

    Raises EnvironmentFault where no reader is installed or the reader fails, Refused where nothing is read.
    """
    if not has_reader():
        raise EnvironmentFault(
            tr("Business cards can't be read on this laptop yet."),
            step=tr(
                "Install the extra: pip install 'boothapp[cards]'. The picture's code or typing works too."
            ),
        )
    handy = [_handy(picture) for picture in pictures]
    seen = _eye(handy) if has_eye() else [Sight(tuple(card_letters.read_card(one))) for one in handy]
    told = [_with_letters(picture, sight) for picture, sight in zip(handy, seen, strict=True)]
    for sight in told:
        _refuse_silence(sight)
    return told


def _handy(picture: Image.Image) -> Image.Image:
    handy = picture.convert("RGB")
    handy.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return handy


def _eye(pictures: Sequence[Image.Image]) -> list[Sight]:
    asked = "".join(b64encode(_jpeg(picture)).decode() + "\n" for picture in pictures)
    try:
        ended = subprocess.run(
            [sys.executable, "-m", EYE], input=asked, capture_output=True, text=True, encoding="utf-8",
            timeout=_PATIENCE * len(pictures), check=True,
        )  # fmt: skip
        answers = [json.loads(line) for line in ended.stdout.splitlines()]
        return [_sight(answer) for _, answer in zip(pictures, answers, strict=True)]
    except (OSError, subprocess.SubprocessError, ValueError) as fault:
        raise EnvironmentFault(
            tr("The reader of business cards stopped before it was done."),
            safe=tr("The picture is as it was."),
            step=tr("Try it again, or type what stands on the card."),
        ) from fault


def _sight(answer: dict[str, Any]) -> Sight:
    lines = (
        Seen(one["text"].strip(), tuple((x, y) for x, y in one["corners"]), one["score"])
        for one in answer["lines"]
    )
    return Sight(tuple(lines), answer["turn"])


def _with_letters(picture: Image.Image, sight: Sight) -> Sight:
    """The lines again, those in letters that the eye does not know read by Tesseract."""
    if any(line.unread for line in sight.lines) and card_letters.knows_cyrillic():
        upright = picture.rotate(sight.turn, expand=True)
        sight = replace(sight, lines=tuple(card_letters.read_lines(upright, sight.lines)))
    known = tuple(line for line in sight.lines if not line.unread)
    size = picture.size if sight.turn % 180 == 0 else picture.size[::-1]
    unknown, box = len(sight.lines) - len(known), _box(sight, size)
    return replace(sight, lines=known, unknown=unknown, size=size, box=box)


def _box(sight: Sight, size: tuple[int, int]) -> tuple[float, float, float, float]:
    across = [x for line in sight.lines for x, _ in line.corners] or [0.0, float(size[0])]
    down = [y for line in sight.lines for _, y in line.corners] or [0.0, float(size[1])]
    return min(across), min(down), max(across), max(down)


def _refuse_silence(sight: Sight) -> None:
    if any(letter.isalpha() for line in sight.lines for letter in line.text):
        return
    if sight.unknown:
        said = tr("This card is in letters that can't be read here.")
        raise Refused(said, step=tr("Install Tesseract with the card's language, or type what stands on it."))
    said = tr("No text was found in this picture.")
    raise Refused(
        said, step=tr("Take the card again: nearer, straight, without glare; or type what stands on it.")
    )


def _jpeg(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=_QUALITY)
    return file.getvalue()
