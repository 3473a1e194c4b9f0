"""The look of the window: Fusion, a palette and a short style sheet, all filled from the token table."""

from functools import cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from boothapp import paths
from boothapp.ui import letters, tokens
from boothapp.words import mark

MODES = {
    "system": mark("As the system"),
    "light": mark("Light"),
    "dark": mark("Dark"),
    "contrast": mark("High contrast"),
}

_PALETTE = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "background",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "error",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_text",
    QPalette.ColorRole.PlaceholderText: "text_muted",
    QPalette.ColorRole.ToolTipBase: "inverse",
    QPalette.ColorRole.ToolTipText: "inverse_text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "line",
}

# Words of the command line: as a call, the style would come to Python with all its tables, a dear thing.
STYLE = ("-style", "Fusion")

_mode = "light"
_look = "light"


def begin(app: QApplication, mode: str = "system") -> None:
    """Sets up fonts and colours once at start and follows the system from then on."""
    letters.load(app)
    use(app, mode)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: use(app, _mode))


def use(app: QApplication, mode: str) -> None:
    """Shows this mode of MODES from now on; an unknown one counts as "system"."""
    global _mode, _look
    _mode = mode if mode in MODES else "system"
    _look = _system_look(app) if _mode == "system" else _mode
    app.setPalette(_palette(_look))
    app.setStyleSheet(_style_sheet(_look))


def mode() -> str:
    """The mode chosen, such as "system"."""
    return _mode


def look() -> str:
    """The look shown now, one of tokens.LOOKS."""
    return _look


def colour(role: str) -> QColor:
    """The colour of a role in the look shown now."""
    return QColor(tokens.look(_look).colours[role])


def _system_look(app: QApplication) -> str:
    return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def _palette(name: str) -> QPalette:
    colours = tokens.look(name).colours
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, QColor(colours[token]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours["text_muted"]))
    return palette


@cache
def _style_sheet(name: str) -> str:
    template = (paths.resources() / "themes" / "boothapp.qss").read_text(encoding="utf-8")
    lengths = tokens.sizes()
    inner = {f"{name}_inner": lengths[name] - 2 for name in ("field", "kiosk")}
    inner |= {f"{name}_focus": lengths[name] - 2 * lengths["ring"] for name in ("field", "kiosk")}
    return Template(template).substitute(tokens.look(name).colours, **lengths, **inner)
