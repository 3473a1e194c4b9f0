"""The picture of a business card -> a reading, how sure each field is, and a picture small enough to keep."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from boothapp.badge import card_fields, card_line, card_sight, clean, picture
from boothapp.badge.card_sight import Sight
from boothapp.badge.reading import ANY_FLOOR, Floor, Reading
from boothapp.words import tr

if TYPE_CHECKING:
    from PIL import Image

FORMAT = "card"
# A card stays readable at this size, and a thousand of them fit on any disk.
KEPT_SIDE, KEPT_BYTES = 1_200, 200_000
_MARGIN = 0.12
_QUALITIES = (80, 70, 60, 50, 40, 30)


@dataclass(frozen=True)
class CardReading:
    """reading: as from any badge; sure: 0 to 1 by the visitor's field; picture: JPEG of at most 200 KB."""

    reading: Reading
    sure: Mapping[str, float] = field(default_factory=dict)
    picture: bytes = b""

    @property
    def doubtful(self) -> tuple[str, ...]:
        """The fields that a person should compare with the picture."""
        return tuple(name for name, sure in self.sure.items() if sure < card_fields.DOUBTFUL)


def read_card(source: Path | str | bytes, floor: Floor = ANY_FLOOR) -> CardReading:
    """Reads one card; takes seconds, so never on the window's thread.

    Raises WrongCall and Refused as for any picture, Refused where nothing could be read, EnvironmentFault
    where no reader is installed.
    """
    return read_cards([source], floor)[0]


def read_cards(sources: Sequence[Path | str | bytes], floor: Floor = ANY_FLOOR) -> list[CardReading]:
    """Reads several cards, with the reader started once; raises as `read_card`."""
    images = [picture.colour(source) for source in sources]
    seen = zip(images, card_sight.look(images), strict=True)
    return [_reading(image, sight, floor) for image, sight in seen]


def kept(image: Image.Image) -> bytes:
    """The picture as it is kept with a lead: JPEG, at most KEPT_BYTES."""
    small = image.convert("RGB")
    small.thumbnail((KEPT_SIDE, KEPT_SIDE))
    for quality in _QUALITIES:
        file = io.BytesIO()
        small.save(file, "JPEG", quality=quality, optimize=True)
        if file.tell() <= KEPT_BYTES:
            break
    return file.getvalue()


def _reading(image: Image.Image, sight: Sight, floor: Floor) -> CardReading:
    lines = card_line.level(sight.lines)
    card = card_fields.fields(lines, floor.country)
    visitor, about = clean.visitor(card.visitor, floor.country)
    text = "\n".join(line.text for line in lines)
    warnings = (tr("This was read from the picture of a card: compare it."), *_unknown(sight), *about)
    reading = Reading(FORMAT, visitor=visitor, raw=text.encode(), text=text, warnings=warnings)
    return CardReading(reading, card.sure, kept(_cut(image.rotate(sight.turn, expand=True), sight)))


def _cut(upright: Image.Image, sight: Sight) -> Image.Image:
    """The card without most of the table around it: the text, and a margin as cards have one."""
    scale = upright.width / sight.size[0]
    left, top, right, bottom = (edge * scale for edge in sight.box)
    margin = _MARGIN * max(right - left, bottom - top)
    edges = (left - margin, top - margin, right + margin, bottom + margin)
    limits = (0, 0, upright.width, upright.height)
    return upright.crop(tuple(_within(edge, limits, at) for at, edge in enumerate(edges)))  # type: ignore[arg-type]


def _within(edge: float, limits: tuple[int, int, int, int], at: int) -> int:
    return int(min(max(edge, limits[at % 2]), limits[at % 2 + 2]))


def _unknown(sight: Sight) -> tuple[str, ...]:
    if not sight.unknown:
        return ()
    return (tr("Some lines are in letters that can't be read here; Tesseract with the card's language can."),)
