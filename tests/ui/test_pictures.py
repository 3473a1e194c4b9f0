"""Every page looks as it did when somebody last looked at it: painted anew and compared with its picture."""

import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from boothapp.app import PASSPHRASE_VARIABLE
from tests.golden.compare import GOLDEN
from tests.ui import pictures

# A clock, a date or one line of text may differ; a page that moved, grew or lost a part differs by far more.
MOST_DIFFERENT = 0.01
CLEARLY = 24
FOLDER, MOST_BYTES = GOLDEN / "screenshots", 24_000_000
# Each language once; the command makes the rest, and people look at it.
COMPARED = [one for one in pictures.every() if one[1:] in {("light", "en"), ("dark", "uk"), ("light", "de")}]
COMPARED += [one for one in pictures.every() if one[1:] == ("contrast", "en")]


def test_all_pictures_and_no_others_are_kept_and_stay_small() -> None:
    files = {file.name: file.stat().st_size for file in FOLDER.iterdir()}
    assert set(files) == {"-".join(one) + ".png" for one in pictures.every()}
    assert sum(files.values()) < MOST_BYTES


@pytest.mark.parametrize(("scene", "look", "language"), COMPARED)
def test_a_page_looks_as_in_its_picture(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, scene: str, look: str, language: str
) -> None:
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "")
    name = f"{scene}-{look}-{language}.png"
    golden = FOLDER / name
    assert golden.exists(), f"no picture {name}: make it with tests.ui.pictures and look at it"
    share = different(pictures.painted(scene, look, language).toImage(), QImage(str(golden)))
    assert share < MOST_DIFFERENT, f"{share:.1%} of {name} differs: look at it, then make the picture anew"


def test_a_changed_page_is_noticed(tmp_path: Path) -> None:
    golden = FOLDER / "capture-light-en.png"
    shutil.copy(golden, tmp_path / "same.png")
    page = QImage(str(golden))
    assert different(QImage(str(tmp_path / "same.png")), page) == 0
    assert different(page.copy(0, 2, page.width(), page.height()), page) > MOST_DIFFERENT
    assert different(QImage(str(FOLDER / "capture-light-uk.png")), page) > MOST_DIFFERENT


def different(one: QImage, other: QImage) -> float:
    """The share of points whose grey differs clearly; 1.0 where the sizes differ."""
    if one.size() != other.size():
        return 1.0
    apart = ImageChops.difference(_grey(one), _grey(other)).histogram()
    return sum(apart[CLEARLY + 1 :]) / sum(apart)


def _grey(picture: QImage) -> Image.Image:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    size, line = (grey.width(), grey.height()), grey.bytesPerLine()
    return Image.frombuffer("L", size, bytes(grey.constBits()), "raw", "L", line, 1)
