"""Every icon can be drawn, takes the colour it is given, and has its licence beside it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from boothapp import paths
from boothapp.ui import icons, letters, theme

FOLDER = paths.resources() / "icons"
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))


def drawn(name: str, colour: str) -> set[str]:
    """The colours of the fully covered points of an icon."""
    picture = QImage(96, 96, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    icons.draw(painter, name, QRectF(0, 0, 96, 96), QColor(colour))
    painter.end()
    points = (picture.pixelColor(x, y) for x in range(96) for y in range(96))
    return {point.name() for point in points if point.alpha() == 255}


@pytest.mark.parametrize("name", [name for name in NAMES if name != icons.APP])
def test_an_icon_takes_its_colour(name: str, qapp: QApplication) -> None:
    seen = [QColor(one) for one in drawn(name, "#0b5e66")]
    assert seen
    # Where two rounded strokes meet, mixing rounds by one step.
    assert all(
        abs(a - b) <= 2 for one in seen for a, b in zip(one.getRgb()[:3], (0x0B, 0x5E, 0x66), strict=True)
    )


def test_the_app_icon_has_colours_of_its_own(qapp: QApplication) -> None:
    assert len(drawn(icons.APP, "#000000")) > 3
    assert not icons.app_icon().pixmap(64, 64).isNull()


def test_an_icon_for_a_label_has_the_resolution_of_the_screen(qapp: QApplication) -> None:
    label = QWidget()
    picture = icons.pixmap("check", "accent", label, 18)
    assert picture.width() == round(18 * label.devicePixelRatioF())


def test_the_licence_lies_beside_the_icons() -> None:
    assert "ISC License" in (FOLDER / "LICENSE-lucide.txt").read_text("utf-8")


def test_no_colour_or_font_is_written_in_the_code() -> None:
    found = [
        (path.name, number)
        for path in Path(icons.__file__).parent.rglob("*.py")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if "#" in line.split('"""')[0] and any(f'"#{digit}' in line for digit in "0123456789abcdefABCDEF")
    ]
    assert found == []


def test_figures_have_one_width(qapp: QApplication) -> None:
    assert QFontInfo(letters.font("body")).family() == letters.FAMILY
    measure = QFontMetricsF(letters.font("number"))
    assert measure.horizontalAdvance("1111") == pytest.approx(measure.horizontalAdvance("0000"))
    plain = QFontMetricsF(letters.font("body"))
    assert plain.horizontalAdvance("1111") != pytest.approx(plain.horizontalAdvance("0000"))
    assert theme.colour("accent").isValid()


def test_a_sentence_as_large_as_a_figure_has_the_hyphen_of_words() -> None:
    figure, sentence = (QFontMetricsF(letters.font(role)) for role in ("figure", "sentence"))
    assert sentence.horizontalAdvance("-") < figure.horizontalAdvance("-")
    assert sentence.height() == figure.height()
