"""A picture's file -> the picture, upright and on white; anything that is none gives a sentence."""

from __future__ import annotations

import io
import logging
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from boothapp.errors import Refused, UserError, WrongCall
from boothapp.words import tr

if TYPE_CHECKING:
    from PIL import Image

# The picture files read; others, such as EPS, would start other programs.
PICTURES = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP", "PPM")
LARGEST_FILE = 64 * 1024 * 1024
# The largest phone photographs in use have 50 million pixels; one such picture takes 200 MB of memory.
MOST_PIXELS = 64_000_000


def grey(picture: Path | str | bytes) -> Image.Image:
    """The picture in shades of grey, for codes.

    Raises WrongCall where there is no such file, Refused where it is no readable picture.
    """
    return _open(content(picture), "L")


def colour(picture: Path | str | bytes) -> Image.Image:
    """The picture in its colours, for cards; raises as `grey`."""
    return _open(content(picture), "RGB")


def content(picture: Path | str | bytes) -> bytes:
    """The bytes of a picture's file, one more than allowed at most; raises WrongCall where there is none."""
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


def _open(raw: bytes, mode: str) -> Image.Image:
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
                return _upright(picture, mode)
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


def _upright(picture: Image.Image, mode: str) -> Image.Image:
    from PIL import Image, ImageOps

    picture.draft(mode, (picture.width, picture.height))
    upright = ImageOps.exif_transpose(picture)
    if upright.mode == "I;16":
        return upright.point(lambda value: value / 256, "L").convert(mode)
    if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
        paper = Image.new("RGBA", upright.size, "white")
        paper.alpha_composite(upright.convert("RGBA"))
        return paper.convert(mode)
    return upright.convert(mode)
