"""Codes that a reader reads, and the links in them."""

from urllib.parse import urlsplit

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from boothapp.domain.collateral import link
from boothapp.errors import Defect
from boothapp.paper.code import QUIET, SMALLEST_MODULE, Code, encode

PIXELS = 4


def drawn(code: Code) -> Image.Image:
    """The code as a picture, with its quiet zone."""
    side = (code.modules + 2 * QUIET) * PIXELS
    image = Image.new("L", (side, side), 255)
    pen = ImageDraw.Draw(image)
    for x, y, length in code.runs:
        left, top = (x + QUIET) * PIXELS, (y + QUIET) * PIXELS
        pen.rectangle((left, top, left + length * PIXELS - 1, top + PIXELS - 1), fill=0)
    return image


def read(code: Code) -> str:
    found = zxingcpp.read_barcode(drawn(code))
    assert found is not None, "the code can't be read"
    return found.text


@settings(deadline=None, max_examples=30)
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=120))
def test_every_code_reads_back(text: str) -> None:
    assert read(encode(text)) == text


def test_a_short_link_keeps_the_code_small() -> None:
    url = link("https://go.example/s", "h27", "cell", "4fj2k9x0ab")
    assert url == "https://go.example/s/h27/4fj2k9x0ab/cell"
    assert encode(url).modules == 29


def test_parts_of_a_link_are_safe() -> None:
    url = link("https://go.example/", "a b/c", "Ґ?#", "t")
    assert url == "https://go.example/a%20b%2Fc/t/%D2%90%3F%23"
    assert urlsplit(url).query == ""


def test_modules_never_print_smaller_than_a_phone_can_see() -> None:
    code = encode("https://go.example/s/h27/4fj2k9x0ab/cell")
    assert code.side(1) == pytest.approx(29 * SMALLEST_MODULE)
    assert code.side(200) == 200


def test_too_much_text_is_a_defect_of_ours() -> None:
    with pytest.raises(Defect, match="3000 bytes"):
        encode("x" * 3000)
