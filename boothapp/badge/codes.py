"""A grey picture -> the codes in it: a fast look, a thorough one, then rescues for poor pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import zxingcpp
    from PIL import Image

# The codes found on badges and cards; each one more costs time on every frame and invites false reads.
FORMATS = (
    "QRCode",
    "MicroQRCode",
    "Aztec",
    "DataMatrix",
    "PDF417",
    "Code128",
    "Code39",
    "Code93",
    "EANUPC",
    "ITF",
    "Codabar",
)
FAST: dict[str, Any] = {"try_rotate": False, "try_downscale": False, "try_invert": False}
# Rescues look many times: beyond this many pixels, at a smaller picture.
MOST_RESCUED = 2_000_000
# Below this many pixels, a code may have too few pixels a module until it is enlarged.
_SMALL = 1_300_000
# A slanted look at an ITF code sees a shorter one that is valid too; ZXing's ITFReader trusts none below 6.
_SHORTEST_ITF = 6
# The start of a symbol's bytes under the ECI protocol (ISO/IEC 15424): "]Q2\000022".
_ECI = re.compile(rb"\][A-Za-z].\\(\d{6})", re.DOTALL)
_NO_ALPHABET = (b"000899",)


@dataclass(frozen=True)
class Code:
    """One code as the decoder saw it; certain: the code itself names the alphabet of its text."""

    symbology: str
    raw: bytes
    text: str
    certain: bool


def fast(picture: Any) -> list[Code]:
    """The codes that stand upright and clear: what each camera frame can afford.

    picture: anything zxing-cpp takes without a copy: a PIL image, a QImage, an ImageView.
    """
    return _codes(picture, FAST)


def thorough(picture: Any) -> list[Code]:
    """The codes in any of four directions, at several sizes, and light on dark."""
    return _codes(picture, {})


def brightness(plane: Any, width: int, height: int, stride: int) -> Any:
    """A view of a frame's plane of brightness (Y), one byte a pixel, without a copy; stride: bytes a line."""
    import zxingcpp

    return zxingcpp.ImageView(plane, width, height, zxingcpp.ImageFormat.Lum, stride, 1)


def find(picture: Image.Image, enough: Callable[[list[Code]], bool] = bool) -> list[Code]:
    """The codes of a still picture, top to bottom; each further look only while nothing was found.

    enough: whether what the fast look found will do; where not, the thorough look adds what it finds.
    """
    found = fast(picture)
    if enough(found):
        return found
    if seen := thorough(picture):
        return _whole(seen + [code for code in found if code not in seen])
    return found or next(filter(None, _rescued(picture)), [])


def _rescued(picture: Image.Image) -> Iterator[list[Code]]:
    import zxingcpp

    yield _codes(picture, {"binarizer": zxingcpp.Binarizer.GlobalHistogram})
    handy = _handy(picture)
    for view in (_inverted, _stretched, _enlarged, _sharpened, _smoothed):
        yield thorough(view(handy))
    for degrees in _TURNS:
        for view in (_as_it_is, _inverted):
            yield thorough(view(_turned(handy, degrees)))


# One-dimensional codes and PDF417 are found up to some 10 degrees off the picture's edges.
_TURNS = (7, -7, 20, -20, 33, -33, 45)


def _handy(picture: Image.Image) -> Image.Image:
    pixels = picture.width * picture.height
    if pixels <= MOST_RESCUED:
        return picture
    shrink = (MOST_RESCUED / pixels) ** 0.5
    return picture.resize((max(1, int(picture.width * shrink)), max(1, int(picture.height * shrink))))


def _as_it_is(picture: Image.Image) -> Image.Image:
    return picture


def _inverted(picture: Image.Image) -> Image.Image:
    from PIL import ImageOps

    return ImageOps.invert(picture)


def _stretched(picture: Image.Image) -> Image.Image:
    from PIL import ImageOps

    return ImageOps.autocontrast(picture)


def _enlarged(picture: Image.Image) -> Image.Image:
    if picture.width * picture.height > _SMALL:
        return _stretched(picture)
    from PIL import Image

    size = (picture.width * 2, picture.height * 2)
    return _stretched(picture).resize(size, Image.Resampling.BICUBIC)


def _sharpened(picture: Image.Image) -> Image.Image:
    """A picture out of focus: the edges of modules come back."""
    from PIL import ImageFilter

    return _stretched(picture.filter(ImageFilter.UnsharpMask(radius=4, percent=300, threshold=0)))


def _smoothed(picture: Image.Image) -> Image.Image:
    """A picture taken in the dark: the grain goes."""
    from PIL import ImageFilter

    return picture.filter(ImageFilter.BoxBlur(1))


def _turned(picture: Image.Image, degrees: int) -> Image.Image:
    from PIL import Image

    return picture.rotate(degrees, Image.Resampling.BILINEAR, expand=True, fillcolor=_paper(picture))


def _paper(picture: Image.Image) -> int:
    return int(picture.resize((1, 1)).getpixel((0, 0)))  # type: ignore[arg-type]  # a grey picture: one number


def _codes(view: Any, options: dict[str, Any]) -> list[Code]:
    import zxingcpp

    found = zxingcpp.read_barcodes(view, _formats(), text_mode=zxingcpp.TextMode.Plain, **options)
    # The alphabets are asked for only where they matter: it takes a second look at the picture.
    named: set[bytes] = set()
    if not all(_is_utf8(code.bytes) for code in found):
        marked = zxingcpp.read_barcodes(view, _formats(), text_mode=zxingcpp.TextMode.HexECI, **options)
        named = {code.bytes for code in marked if _names_alphabet(code.text)}
    distinct = {(code.format, code.bytes): code for code in sorted(found, key=_place)}
    every = [Code(code.format.name, code.bytes, code.text, code.bytes in named) for code in distinct.values()]
    return _whole(every)


def _whole(found: list[Code]) -> list[Code]:
    """Without the parts of ITF codes that were taken for codes of their own."""
    itf = [code.raw for code in found if code.symbology == "ITF"]
    return [code for code in found if code.symbology != "ITF" or _is_whole_itf(code.raw, itf)]


def _is_whole_itf(raw: bytes, every: list[bytes]) -> bool:
    return len(raw) >= _SHORTEST_ITF and not any(raw in other for other in every if other != raw)


def _formats() -> Any:
    """Made anew each time: one kept to the program's end is reported as a leak by the binding."""
    import zxingcpp

    return zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat[name] for name in FORMATS])


def _place(code: zxingcpp.Barcode) -> tuple[int, int]:
    corner = code.position.top_left
    return corner.y, corner.x


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _names_alphabet(marked: str) -> bool:
    """Whether the bytes start with an alphabet's number (ECI) that is not the one for binary data."""
    eci = _ECI.match(bytes.fromhex(marked))
    return eci is not None and eci[1] not in _NO_ALPHABET
