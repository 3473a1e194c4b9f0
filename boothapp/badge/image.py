"""Picture -> readings: every code in a photograph, a screenshot or a rendered badge."""

from __future__ import annotations

import io
import logging
import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boothapp.badge.payload import Payload, from_bytes, from_scanner
from boothapp.badge.reading import ANY_FLOOR, Floor, Reading, read
from boothapp.errors import Refused, UserError, WrongCall
from boothapp.words import tr

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
# The picture files read; others, such as EPS, would start other programs.
PICTURES = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP", "PPM")
LARGEST_FILE = 64 * 1024 * 1024
# The largest phone photographs in use have 50 million pixels; one such picture takes 200 MB of memory.
MOST_PIXELS = 64_000_000
_FAST: dict[str, Any] = {"try_rotate": False, "try_downscale": False, "try_invert": False}
# Below this many pixels a side, a code may have too few pixels a module until it is enlarged.
_SMALL = 1_000
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


def read_image(picture: Path | str | bytes, floor: Floor = ANY_FLOOR) -> tuple[Reading, ...]:
    """All codes in a picture, top to bottom; at least one.

    Raises WrongCall where there is no such file, Refused where it is no readable picture or holds no code.
    """
    codes = _find(_open(_bytes(picture)))
    if not codes:
        raise Refused(
            tr("No code was found in this picture."),
            step=tr("Take it again: nearer, straight, without glare; or type the number below the code."),
        )
    return tuple(read(_payload(code, floor.code_page), code.symbology, floor) for code in codes)


def _bytes(picture: Path | str | bytes) -> bytes:
    if isinstance(picture, bytes):
        return picture
    try:
        with Path(picture).open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as fault:
        said = tr("The picture {name} cannot be read.").format(name=_shown(picture))
        raise WrongCall(said, step=tr("Check that the file is there and may be opened.")) from fault


def _shown(path: Path | str) -> str:
    return Path(path).name.encode("utf-8", "replace").decode()


def _open(raw: bytes) -> Image.Image:
    """The picture in shades of grey, upright, on white."""
    from PIL import Image, UnidentifiedImageError

    if len(raw) > LARGEST_FILE:
        raise _too_large()
    # Pillow logs what is wrong with a damaged file; the person gets one sentence instead.
    logging.getLogger("PIL").setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(raw), formats=PICTURES) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise _too_large()
                return _grey(picture)
    except UserError:
        raise
    except Image.DecompressionBombError as fault:
        raise _too_large() from fault
    except UnidentifiedImageError as fault:
        step = tr("Choose a PNG, JPEG, GIF, BMP, TIFF or WebP file.")
        raise Refused(tr("This file is not a picture."), step=step) from fault
    except Exception as fault:  # every decoder of Pillow has its own errors for damaged files
        step = tr("Take or save it again.")
        raise Refused(tr("This picture is damaged or incomplete."), step=step) from fault


def _too_large() -> Refused:
    step = tr("Cut it to the code, or save it smaller.")
    return Refused(tr("This picture is too large to be read safely."), step=step)


def _grey(picture: Image.Image) -> Image.Image:
    from PIL import Image, ImageOps

    picture.draft("L", (picture.width, picture.height))
    upright = ImageOps.exif_transpose(picture)
    if upright.mode == "I;16":
        return upright.point(lambda value: value / 256, "L")
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        paper = Image.new("RGBA", upright.size, "white")
        paper.alpha_composite(upright.convert("RGBA"))
        return paper.convert("L")
    return upright.convert("L")


def _find(picture: Image.Image) -> list[Code]:
    """Fast pass, thorough pass, then enlarged and with a plain threshold; the first that finds something."""
    import zxingcpp

    passes: tuple[tuple[int, dict[str, Any]], ...] = (
        (1, _FAST),
        (1, {}),
        (1, {"binarizer": zxingcpp.Binarizer.GlobalHistogram}),
        (2, {}),
    )
    for scale, options in passes:
        if scale > 1 and max(picture.size) > _SMALL:
            continue
        view = picture if scale == 1 else picture.resize((picture.width * scale, picture.height * scale))
        if codes := _codes(view, options):
            return codes
    return []


def _codes(view: Image.Image, options: dict[str, Any]) -> list[Code]:
    import zxingcpp

    options = {
        "formats": zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat[name] for name in FORMATS]),
        **options,
    }
    found = zxingcpp.read_barcodes(view, text_mode=zxingcpp.TextMode.Plain, **options)
    # The alphabets are asked for only where they matter: it takes a second look at the picture.
    named: set[bytes] = set()
    if not all(_is_utf8(code.bytes) for code in found):
        marked = zxingcpp.read_barcodes(view, text_mode=zxingcpp.TextMode.HexECI, **options)
        named = {code.bytes for code in marked if _names_alphabet(code.text)}
    distinct = {(code.format, code.bytes): code for code in sorted(found, key=_place)}
    return [Code(code.format.name, code.bytes, code.text, code.bytes in named) for code in distinct.values()]


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


def _payload(code: Code, code_page: str) -> Payload:
    if code.certain:
        return from_scanner(code.raw, code.text, code_page)
    return from_bytes(code.raw, code_page, code.text)
