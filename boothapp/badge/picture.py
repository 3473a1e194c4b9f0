"""A picture's file -> the picture, upright and on white; anything that is none gives a sentence."""

from __future__ import annotations

import io
import logging
import math
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from boothapp.badge import picture_strips
from boothapp.errors import Refused, UserError, WrongCall
from boothapp.words import tr

if TYPE_CHECKING:
    from PIL import Image

# The picture files read; others, such as EPS, would start other programs.
PICTURES = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP", "PPM")
LARGEST_FILE = 64 * 1024 * 1024
# The largest phone photographs in use have 108 million pixels; Pillow itself refuses 179 million.
MOST_PIXELS = 170_000_000
# Of the memory that decoding takes; a decoder that can't make a picture smaller on the way needs all of it.
MOST_BYTES = 200_000_000
# A progressive JPEG is held whole, two bytes a colour, before any of it is seen.
_PROGRESSIVE_BYTES = 6
_BYTES = {"1": 1, "L": 1, "P": 1, "I;16": 2}
# A larger picture is made smaller: for codes, which may be small in it, and for cards, which fill it.
MOST_READ: Mapping[str, int] = {"L": 32_000_000, "RGB": 8_000_000}
# Pages of a scan, or moments of an animation.
MOST_PAGES = 50
_PAGES = ("GIF", "TIFF")
_ORIENTATION, _SMALLER = 0x0112, "times smaller"
# How a picture is turned upright, by what Exif says (Exif 2.32, tag 274).
_TURNS = {
    2: "FLIP_LEFT_RIGHT", 3: "ROTATE_180", 4: "FLIP_TOP_BOTTOM", 5: "TRANSPOSE", 6: "ROTATE_270",
    7: "TRANSVERSE", 8: "ROTATE_90",
}  # fmt: skip
# The brands of HEIF and AVIF (ISO/IEC 23008-12).
_HEIF = (
    b"ftypheic",
    b"ftypheix",
    b"ftyphevc",
    b"ftypheim",
    b"ftypheis",
    b"ftypmif1",
    b"ftypmsf1",
    b"ftypavif",
)
_PDF_WITHIN = 1_024
_MARKS = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")


def grey(picture: Path | str | bytes) -> Image.Image:
    """The picture in shades of grey, for codes; the first page of several.

    Raises WrongCall where there is no such file, Refused where it is no readable picture.
    """
    return next(pages(picture, "L"))


def colour(picture: Path | str | bytes) -> Image.Image:
    """The picture in its colours, for cards; raises as `grey`."""
    return next(pages(picture, "RGB"))


def pages(picture: Path | str | bytes, mode: str = "L") -> Iterator[Image.Image]:
    """Each page of a scan or moment of an animation, MOST_PAGES at most; raises as `grey`."""
    raw = content(picture)
    refuse_other(raw)
    with _said_kindly():
        opened = _opened(raw)
    with opened:
        for at in range(MOST_PAGES if opened.format in _PAGES else 1):
            try:
                with _said_kindly():
                    opened.seek(at)
                    page = _upright(opened, raw, mode)
            except (EOFError, Refused) as fault:
                if at == 0:
                    raise (fault if isinstance(fault, Refused) else _damaged()) from fault
                return
            yield page


def is_one(raw: bytes) -> bool:
    """Whether the file begins as one of PICTURES does; those without a mark of their own are left out."""
    return raw.startswith(_MARKS) or (raw[:4] == b"RIFF" and raw[8:12] == b"WEBP")


def refuse_other(raw: bytes) -> None:
    """Raises Refused, with what to do, for files with pictures inside that are no pictures here."""
    if raw[4:12] in _HEIF:
        said = tr("Photographs in this format (HEIC) can't be read here.")
        raise Refused(said, step=tr("Send it as JPEG: iPhone, Settings, Camera, Formats, Most Compatible."))
    if b"%PDF-" in raw[:_PDF_WITHIN]:
        said = tr("This is a PDF, not a picture.")
        raise Refused(said, step=tr("Take a screenshot of the code, or save the page as a picture."))


def content(picture: Path | str | bytes) -> bytes:
    """The bytes of a picture's file, one more than allowed at most; raises WrongCall where there is none."""
    if isinstance(picture, bytes):
        return picture
    from boothapp import disk

    try:
        return disk.read(Path(picture), LARGEST_FILE + 1)
    except (OSError, ValueError) as fault:
        said = tr("The picture {name} cannot be read.").format(name=_shown(picture))
        raise WrongCall(said, step=tr("Check that the file is there and may be opened.")) from fault


def _shown(path: Path | str) -> str:
    return Path(path).name.encode("utf-8", "replace").decode()


def _opened(raw: bytes) -> Image.Image:
    from PIL import Image

    if len(raw) > LARGEST_FILE:
        raise _too_large()
    # Pillow logs what is wrong with a damaged file; the person gets one sentence instead.
    logging.getLogger("PIL").setLevel(logging.CRITICAL)
    return Image.open(io.BytesIO(raw), formats=PICTURES)


@contextmanager
def _said_kindly() -> Iterator[None]:
    """Whatever Pillow says of a file becomes a sentence for people."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (UserError, EOFError):
        raise
    except Image.DecompressionBombError as fault:
        raise _too_large() from fault
    except UnidentifiedImageError as fault:
        step = tr("Choose a PNG, JPEG, GIF, BMP, TIFF or WebP file.")
        raise Refused(tr("This file is not a picture."), step=step) from fault
    except Exception as fault:  # every decoder of Pillow has its own errors for damaged files
        raise _damaged() from fault


def _damaged() -> Refused:
    return Refused(tr("This picture is damaged or incomplete."), step=tr("Take or save it again."))


def _too_large() -> Refused:
    step = tr("Cut it to the code, or save it smaller.")
    return Refused(tr("This picture is too large to be read safely."), step=step)


def _upright(picture: Image.Image, raw: bytes, mode: str) -> Image.Image:
    """The picture in the mode asked for, small enough, and turned as the camera says."""
    from PIL import Image

    if picture.width * picture.height > MOST_PIXELS:
        raise _too_large()
    turn = _TURNS.get(_orientation(picture))
    whole = picture.size
    small = _small(picture, raw, mode)
    upright = small if turn is None else small.transpose(Image.Transpose[turn])
    upright.info = {_SMALLER: round(whole[0] / small.width)}
    return upright


def _orientation(picture: Image.Image) -> int:
    """Pillow turns a TIFF by itself; asked of a PNG that says nothing, it would decode the whole picture."""
    asked = picture.format != "TIFF" and (picture.format != "PNG" or "exif" in picture.info)
    return picture.getexif().get(_ORIENTATION, 1) if asked else 1


def times_smaller(read: Image.Image) -> int:
    """How many times smaller each side is than in the file; 1 where it is as it was."""
    return int(read.info.get(_SMALLER, 1))


def _small(picture: Image.Image, raw: bytes, mode: str) -> Image.Image:
    """The picture in the mode asked for, each side a whole part of what it was; never larger than allowed."""
    size, own = picture.size, picture.mode
    factor = _factor(size[0] * size[1], MOST_READ[mode])
    # Says nothing where the file is no JPEG.
    picture.draft(mode, (size[0] // factor, size[1] // factor))
    if factor > 1 and picture.size == size and picture_strips.can_read(raw, own):
        return picture_strips.shrunk(raw, size, own, mode, factor)
    if _memory(picture, size) > MOST_BYTES:
        raise _too_large()
    return _flat(picture, mode)


def _factor(pixels: int, most: int) -> int:
    return math.ceil(math.sqrt(pixels / most)) if pixels > most else 1


def _memory(picture: Image.Image, size: tuple[int, int]) -> int:
    """The bytes that decoding takes; size: of the picture in its file."""
    held = size[0] * size[1] * _PROGRESSIVE_BYTES if picture.info.get("progressive") else 0
    return held + picture.width * picture.height * _BYTES.get(picture.mode, 4)


def _flat(picture: Image.Image, mode: str) -> Image.Image:
    """The picture made smaller where it has to be, and on white where one can see through it."""
    from PIL import Image

    if picture.mode == "I;16":
        picture = picture.point(lambda value: value / 256, "L")
    clear = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    part = _part(picture, _factor(picture.width * picture.height, MOST_READ["RGB" if clear else mode]))
    if not clear:
        return part.convert(mode)
    see_through = part.convert("RGBA")
    paper = Image.new("RGBA", part.size, "white")
    paper.alpha_composite(see_through)
    return paper.convert(mode)


def _part(picture: Image.Image, factor: int) -> Image.Image:
    """Each side one factor-th; the colours of a palette can't be mixed."""
    from PIL import Image

    if factor == 1:
        return picture
    if picture.mode in ("P", "PA", "1"):
        size = (max(1, picture.width // factor), max(1, picture.height // factor))
        return picture.resize(size, Image.Resampling.NEAREST)
    return picture.reduce(factor)
