"""The bundled type: Inter in two weights, sizes by role, figures of one width."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QToolTip

from boothapp import paths
from boothapp.ui import tokens

FAMILY = "Inter"
FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")
# Names in other scripts, on laptops whose system has no letters for them.
OTHER_SCRIPTS = ("DroidSansFallback.ttf", "NotoSans*-Regular.ttf")
FIGURES = ("display", "figure", "from_afar", "number", "number_strong")
_SAME_SIZE_AS = {"from_afar": "title", "number": "body", "number_strong": "strong", "sentence": "figure"}


def load(app: QApplication) -> None:
    """Registers the bundled type and makes the body face the app's own."""
    for name in FILES:
        _register(name)
    app.setFont(font("body"))
    QToolTip.setFont(font("label"))


@cache
def load_other_scripts() -> None:
    """Registers the letters of other scripts, once; before the first name that somebody else wrote."""
    folder = paths.resources() / "fonts"
    for name in (file.name for pattern in OTHER_SCRIPTS for file in sorted(folder.glob(pattern))):
        QFont.insertSubstitutions(FAMILY, QFontDatabase.applicationFontFamilies(_register(name)))


def _register(name: str) -> int:
    return QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / name))


@cache
def font(role: str) -> QFont:
    """The face of a role of tokens.json, or "number" and "number_strong": body with tabular figures.

    "from_afar" is a title with them, and with "display" the size of figures that are read from two metres.
    "sentence" is as large as a figure without them: their hyphen is as wide as a digit.
    """
    pixels, weight = tokens.letters(_SAME_SIZE_AS.get(role, role))
    face = QFont(FAMILY)
    face.setPixelSize(pixels)
    face.setWeight(QFont.Weight(weight))
    if role in FIGURES:
        face.setFeature(QFont.Tag("tnum"), 1)
    return face
