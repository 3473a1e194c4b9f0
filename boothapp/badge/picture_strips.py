"""A large PNG file read strip by strip and made smaller on the way: a whole one would take hundreds of MB.

Each strip becomes a small PNG of its own, which starts with the row above it, as the filters of PNG need
(PNG specification, clause 9).
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

# Bytes a pixel of the colours whose rows come out of the decoder as they are in the file, by Pillow's mode.
_BYTES = {"L": 1, "RGB": 3, "LA": 2, "RGBA": 4}
_DEEP, _INTERLACED = 24, 28
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHUNK = 1 << 16
_STRIP = 8_000_000


def can_read(raw: bytes, mode: str) -> bool:
    """Whether a PNG file has 8 bits a colour, no palette and is not interlaced."""
    return raw.startswith(_SIGNATURE) and mode in _BYTES and raw[_DEEP] == 8 and raw[_INTERLACED] == 0


def shrunk(raw: bytes, size: tuple[int, int], mode: str, into: str, factor: int) -> Image.Image:
    """The picture on white, in the mode `into`, each side one factor-th; ValueError where it is cut off."""
    from PIL import Image

    small = Image.new(into, (-(-size[0] // factor), -(-size[1] // factor)), "white")
    row = size[0] * _BYTES[mode]
    rows = max(factor, _STRIP // row // factor * factor)
    above, top = bytes(row), 0
    for strip in _strips(raw, (row + 1) * rows):
        high = len(strip) // (row + 1)
        picture = _decoded(raw, size[0], b"\x00" + above + strip[: high * (row + 1)], high + 1)
        picture = picture.crop((0, 1, size[0], high + 1))
        above = picture.crop((0, high - 1, size[0], high)).tobytes()
        small.paste(_on_white(picture).convert(into).reduce(factor), (0, top // factor))
        top += high
        # A file that holds more than it says is not unpacked any further.
        if top >= size[1]:
            break
    if top < size[1]:
        raise ValueError("the picture ends early")
    return small


def _on_white(picture: Image.Image) -> Image.Image:
    from PIL import Image

    if picture.mode not in ("LA", "RGBA"):
        return picture
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture.convert("RGBA"))
    return paper


def _strips(raw: bytes, length: int) -> Iterator[bytes]:
    """The rows as the file holds them, a filter's number before each, so many bytes at a time."""
    unpacked, waiting = zlib.decompressobj(), bytearray()
    for start, end in _data(raw):
        for at in range(start, end, _CHUNK):
            packed = raw[at : min(end, at + _CHUNK)]
            while packed:
                waiting += unpacked.decompress(packed, length)
                packed = unpacked.unconsumed_tail
                while len(waiting) >= length:
                    yield bytes(waiting[:length])
                    del waiting[:length]
    if waiting:
        yield bytes(waiting)


def _data(raw: bytes) -> Iterator[tuple[int, int]]:
    at = len(_SIGNATURE)
    while at + 8 <= len(raw):
        length, kind = int.from_bytes(raw[at : at + 4], "big"), raw[at + 4 : at + 8]
        if kind == b"IDAT":
            yield at + 8, min(at + 8 + length, len(raw))
        at += length + 12


def _decoded(raw: bytes, width: int, rows: bytes, high: int) -> Image.Image:
    from PIL import Image

    head = width.to_bytes(4, "big") + high.to_bytes(4, "big") + raw[24:29]
    file = _SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 0)) + _chunk(b"IEND", b"")
    picture = Image.open(io.BytesIO(file), formats=("PNG",))
    picture.load()
    return picture


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
