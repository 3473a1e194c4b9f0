"""One look at a camera frame of 1280x720, against bare zxing-cpp with the same formats and options.

A code that is not UTF-8 is looked at twice, for the name of its alphabet: once a badge, not once a frame.
"""

import statistics
from functools import partial
from typing import Any

import zxingcpp
from PIL import Image

from boothapp.badge import codes
from tests.speed.ratio import Bench, Pair, timed

SIZE = (1280, 720)
ROUNDS = 60
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Оксана Ґедзь\nORG:Чорноморська верф\nTEL:+380445550123\nEND:VCARD"


def looking(frame: Image.Image) -> Pair:
    """The medians of many looks at one frame, both sides in turn."""
    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat[name] for name in codes.FORMATS])
    ours, bare = [], []
    for _ in range(ROUNDS):
        bare.append(timed(partial(zxingcpp.read_barcodes, frame, formats, **codes.FAST)))
        ours.append(timed(partial(codes.fast, frame)))
    return Pair(statistics.median(ours), statistics.median(bare))


def _frame(text: str) -> Image.Image:
    """A grey room with a lamp, and a badge in it where there is a text."""
    room = Image.linear_gradient("L").resize(SIZE)
    if text:
        code: Any = _code(text).to_image(scale=5)
        high, wide = memoryview(code).shape or (0, 0)
        room.paste(Image.frombytes("L", (wide, high), memoryview(code).tobytes()), (420, 180))
    return room


def _code(text: str) -> zxingcpp.Barcode:
    return zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, eci="UTF-8")


AGAINST = "zxing-cpp, same formats and options"
BENCHES = (
    Bench("frame of 1280x720, empty", AGAINST, 1.3, "ms", partial(looking, _frame(""))),
    Bench("frame of 1280x720, a card's code", AGAINST, 1.3, "ms", partial(looking, _frame(CARD))),
)
