"""The set-up sheet, read back as a scanner reads it."""

from pathlib import Path

import zxingcpp
from PIL import Image

from boothapp import words
from boothapp.badge import calibration
from boothapp.sheets import scanner
from tests.unit.sheets import pages


def test_the_codes_on_paper_are_the_ones_that_teach_and_prove(tmp_path: Path) -> None:
    pdf = tmp_path / "sheet.pdf"
    pdf.write_bytes(scanner.render())
    pages.tool("pdftoppm", "-r", "150", "-png", "-singlefile", str(pdf), str(tmp_path / "sheet"))
    found = zxingcpp.read_barcodes(Image.open(tmp_path / "sheet.png"))
    assert {code.bytes.decode() for code in found} == {calibration.CODE, scanner.CARD, scanner.BADGE}
    assert pages.pages(pdf) == 1
    assert all(embedded for _, embedded in pages.fonts(pdf))


def test_nothing_on_the_sheet_overlaps(tmp_path: Path) -> None:
    for language in ("en", "uk"):
        words.use(language)
        pdf = tmp_path / f"{language}.pdf"
        pdf.write_bytes(scanner.render())
        words.use("en")
        boxes = pages.boxes(pdf)
        assert not [(one, two) for at, one in enumerate(boxes) for two in boxes[:at] if one.overlaps(two)]
        right, bottom = 190 * scanner.MILLIMETRE, 285 * scanner.MILLIMETRE
        assert all(box.right < right and box.bottom < bottom for box in boxes)
