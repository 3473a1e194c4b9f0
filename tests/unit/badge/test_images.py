"""Every picture of the samples gives its exact text; pictures made here too; bad pictures give a sentence."""

import io
import zipfile
import zlib
from pathlib import Path

import pytest
import qrcode
from PIL import Image, ImageOps

from boothapp.badge.image import read_image
from boothapp.badge.reading import Floor
from boothapp.errors import Refused, UserError, WrongCall
from tests.unit.badge.photographs import saved, written

CODES = Path(__file__).parent / "samples" / "codes"
PICTURES = sorted(CODES.glob("*.png"))


def test_there_are_pictures() -> None:
    assert len(PICTURES) == len(list(CODES.glob("*.txt"))) > 30


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_sample_gives_its_exact_text(path: Path) -> None:
    (reading,) = read_image(path)
    assert reading.text.encode() == path.with_suffix(".txt").read_bytes()
    kinds = {"code32": "Code32", "pzn": "PZN"}
    family = reading.symbology.lower()
    assert path.name.startswith(family) or any(family == kind.lower() for kind in kinds.values())


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("QRCode", "BEGIN:VCARD\nVERSION:3.0\nFN:Їжак Müller\nEND:VCARD"),
        ("MicroQRCode", "4711"),
        ("Aztec", "MECARD:N:Ann;;"),
        ("DataMatrix", "SB0012345"),
        ("PDF417", "MECARD:N:Ann;TEL:+49 30 901820;;"),
        ("Code128", "SB-0012345"),
        ("Code39", "ABC-123"),
        ("Code93", "ABC-123"),
        ("EAN13", "4006381333931"),
        ("EAN8", "73513537"),
        ("ITF", "12345670"),
        ("Codabar", "A40156B"),
    ],
)
@pytest.mark.parametrize("turn", [0, 90, 180])
def test_each_kind_of_code_is_read_whichever_way_up(format: str, text: str, turn: int) -> None:
    picture = written(text, format).rotate(turn, expand=True, fillcolor=255)
    (reading,) = read_image(saved(picture))
    assert reading.text == text
    assert reading.symbology == format


@pytest.mark.parametrize("kind", ["JPEG", "GIF", "BMP", "TIFF", "WEBP", "PPM"])
def test_each_kind_of_picture_file(kind: str) -> None:
    (reading,) = read_image(saved(written("SB0012345"), kind))
    assert reading.badge_id == "SB0012345"


def test_inverted_small_transparent_and_deep_pictures() -> None:
    code = written("SB0012345")
    clear = Image.new("RGBA", code.size, (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), mask=ImageOps.invert(code))
    deep = code.convert("I").point(lambda value: value * 256).convert("I;16")
    tiny = written("SB0012345", scale=1)
    for picture in (ImageOps.invert(code), clear, deep, tiny):
        assert read_image(saved(picture))[0].badge_id == "SB0012345"


def test_several_codes_in_one_picture_come_top_to_bottom() -> None:
    page = Image.new("L", (600, 900), 255)
    page.paste(written("SECOND"), (40, 500))
    page.paste(written("FIRST", "Code128"), (40, 40))
    assert [reading.badge_id for reading in read_image(saved(page))] == ["FIRST", "SECOND"]


def test_bytes_decide_where_the_code_names_no_alphabet() -> None:
    name = "Їжакевич Ґалаґан"
    raw = f"MECARD:N:{name};;".encode("cp1251")
    file = io.BytesIO()
    qrcode.make(raw).save(file)
    (reading,) = read_image(file.getvalue(), Floor("cp1251"))
    assert (reading.visitor.full_name, reading.raw) == (name, raw)


@pytest.mark.parametrize("format", ["QRCode", "Aztec", "DataMatrix", "PDF417"])
def test_a_code_that_names_its_alphabet_is_believed(format: str) -> None:
    picture = written("MECARD:N:Їжак;;", format, eci="Cp1251")
    (reading,) = read_image(saved(picture), Floor("cp1253"))
    assert reading.visitor.full_name == "Їжак"


def bomb() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    header = (60_000).to_bytes(4, "big") * 2 + b"\x08\x00\x00\x00\x00"
    body = zlib.compress(bytes(1_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def archive() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr("badge.png", b"x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (bomb(), "too large"),
        (archive(), "not a picture"),
        (b"", "not a picture"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "not a picture"),
        (PICTURES[0].read_bytes()[:-40], "damaged"),
        (saved(Image.new("L", (300, 300), 255)), "No code"),
        (saved(Image.new("L", (13_100, 13_100), 255)), "too large"),
        (bytes(64 * 1024 * 1024 + 1), "too large"),
    ],
    ids=["bomb", "zip", "empty", "eps", "truncated", "blank", "huge", "heavy"],
)
def test_bad_pictures_give_a_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(Refused) as fault:
        read_image(raw)
    assert said in fault.value.happened
    assert fault.value.step


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (900, 1), (3, 3)])
@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_tiny_pictures_hold_no_code(size: tuple[int, int], mode: str) -> None:
    picture = Image.new(mode, size)
    kind = "TIFF" if mode == "CMYK" else "PNG"
    with pytest.raises(Refused, match="No code"):
        read_image(saved(picture, kind))


def test_a_file_that_cannot_be_read_is_a_wrong_call(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.png", tmp_path, "\0.png", "\udce4.png"):
        with pytest.raises(WrongCall) as fault:
            read_image(path)
        assert str(fault.value).encode()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP"])
def test_damaged_pictures_give_a_reading_or_a_sentence(kind: str) -> None:
    whole = saved(written("SB0012345"), kind)
    refused = 0
    for place in range(0, len(whole), max(1, len(whole) // 150)):
        damaged = whole[:place] + bytes([whole[place] ^ 0x5A]) + whole[place + 1 :]
        try:
            assert read_image(damaged)
        except UserError:
            refused += 1
    assert refused > 0
