"""Large pictures take bounded memory; pages, HEIC and PDF; pictures turned by the camera."""

import io
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy
import pytest
from PIL import Image

from boothapp.actions import badges
from boothapp.badge import picture, picture_strips
from boothapp.badge.image import NoCode, read_image
from boothapp.errors import Refused
from tests.rules.code import ROOT
from tests.unit.badge.photographs import saved, written

SIDE = 10_000
# In MB: more than the program's own on top of what it took before the picture.
MOST_GROWTH = 300
GROWTH = """
import resource, sys
from boothapp.actions import badges
from boothapp.badge import picture
from boothapp.errors import UserError
from tests.unit.badge.photographs import saved, written
badges.scan_image(saved(written("AD26000001")))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
raw = open(sys.argv[1], "rb").read()
try:
    said = badges.scan_image(raw).badge_id
except UserError as fault:
    said = type(fault).__name__
picture.colour(raw)
print(said, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def blank_png(colours: int) -> bytes:
    """A white PNG of 100 megapixels, made row by row; colours: bytes a pixel, 1, 3 or 4."""
    packer, row = zlib.compressobj(1), b"\x00" + b"\xff" * SIDE * colours
    packed = b"".join(packer.compress(row) for _ in range(SIDE)) + packer.flush()
    kind = {1: b"\x00", 3: b"\x02", 4: b"\x06"}[colours]
    header = SIDE.to_bytes(4, "big") * 2 + b"\x08" + kind + b"\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def coded(kind: str, mode: str) -> bytes:
    page = Image.new(mode, (SIDE, SIDE), "white")
    page.paste(written("AD26000001", scale=20), (3_000, 5_000))
    return saved(page, kind)


@pytest.mark.skipif(sys.platform == "win32", reason="resource.getrusage is not on Windows")
@pytest.mark.parametrize(
    ("kind", "said"), [("jpeg", "AD26000001"), ("grey", "AD26000001"), ("rgb", "NoCode"), ("rgba", "NoCode")]
)
def test_a_hundred_megapixels_take_bounded_memory(kind: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / kind
    made = {
        "jpeg": lambda: coded("JPEG", "L"),
        "grey": lambda: coded("PNG", "L"),
        "rgb": lambda: blank_png(3),
        "rgba": lambda: blank_png(4),
    }
    file.write_bytes(made[kind]())
    told = subprocess.run(
        [sys.executable, "-c", GROWTH, str(file)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found, growth = told.stdout.split()
    assert found == said
    assert int(growth) < MOST_GROWTH


def test_a_picture_made_smaller_says_so() -> None:
    with pytest.raises(NoCode) as fault:
        read_image(blank_png(1))
    assert "2 times smaller" in fault.value.step


@pytest.mark.parametrize("mode", ["L", "RGB", "LA", "RGBA"])
@pytest.mark.parametrize("size", [(301, 707), (40, 9), (7, 300)])
def test_strips_give_the_same_picture(
    mode: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_strips, "_STRIP", 9_000)
    noise = numpy.random.default_rng(7).integers(0, 256, (size[1], size[0], 4), numpy.uint8)
    smooth = numpy.add.accumulate(noise // 60, axis=1).astype(numpy.uint8)
    whole = Image.fromarray(smooth, "RGBA").convert(mode)
    raw = saved(whole, "PNG")
    assert picture_strips.can_read(raw, mode)
    small = picture_strips.shrunk(raw, size, mode, "L", 3)
    white = Image.new("RGBA", size, "white")
    white.alpha_composite(whole.convert("RGBA"))
    expected = white.convert("L").reduce(3)
    assert small.size == expected.size
    differ = numpy.abs(numpy.asarray(small, int) - numpy.asarray(expected, int))
    assert differ.max() <= 1


def test_a_large_picture_that_is_cut_off_is_damaged() -> None:
    with pytest.raises(Refused, match="damaged"):
        read_image(blank_png(3)[:-20_000])


def test_a_progressive_jpeg_that_would_be_held_whole_is_refused() -> None:
    file = io.BytesIO()
    Image.new("L", (SIDE, SIDE), 255).save(file, "JPEG", progressive=True)
    with pytest.raises(Refused, match="too large"):
        read_image(file.getvalue())


def pages(*texts: str) -> Iterator[Image.Image]:
    for text in texts:
        page = Image.new("L", (420, 420), 255)
        if text:
            page.paste(written(text), (30, 30))
        yield page


@pytest.mark.parametrize("kind", ["TIFF", "GIF"])
@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("AD26000001", "AD26000002", "AD26000003"), ["AD26000001", "AD26000002", "AD26000003"]),
        (("", "", "AD26000003"), ["AD26000003"]),
        (("AD26000001", "", "AD26000001"), ["AD26000001"]),
    ],
    ids=["three badges", "a cover first", "the same twice"],
)
def test_codes_on_later_pages_are_found(kind: str, texts: tuple[str, ...], found: list[str]) -> None:
    first, *rest = pages(*texts)
    file = io.BytesIO()
    first.save(file, kind, save_all=True, append_images=rest)
    assert [reading.badge_id for reading in read_image(file.getvalue())] == found


def test_a_damaged_later_page_keeps_what_came_before_it() -> None:
    first, *rest = pages("AD26000001", "AD26000002")
    file = io.BytesIO()
    first.save(file, "TIFF", save_all=True, append_images=rest, compression="tiff_lzw")
    raw = file.getvalue()
    assert read_image(raw[: len(raw) - 300])[0].badge_id == "AD26000001"


HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(200)
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"


@pytest.mark.parametrize(("raw", "said"), [(HEIC, "HEIC"), (PDF, "PDF")], ids=["heic", "pdf"])
def test_files_that_are_no_pictures_here_say_what_to_do(raw: bytes, said: str, tmp_path: Path) -> None:
    file = tmp_path / "scan.bin"
    file.write_bytes(raw)
    for act in (badges.scan_image, badges.look, badges.scan_file):
        with pytest.raises(Refused) as fault:
            act(file)
        assert said in fault.value.happened
        assert fault.value.step


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_picture_stands_as_the_camera_says(kind: str, orientation: int) -> None:
    upright = Image.new("L", (80, 40), 255)
    upright.paste(0, (0, 0, 20, 10))
    exif = Image.Exif()
    exif[0x0112] = orientation
    undo = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[orientation]
    stored = upright if undo is None else upright.transpose(Image.Transpose(undo))
    file = io.BytesIO()
    stored.save(file, kind, exif=exif)
    seen = picture.grey(file.getvalue())
    assert seen.size == (80, 40)
    assert seen.getpixel((5, 5)) < 60  # type: ignore[operator]
    assert seen.getpixel((70, 30)) > 200  # type: ignore[operator]
