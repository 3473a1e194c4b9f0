"""How large everything is: as the system asks for its letters, or as people choose at the foot of the rail.

Letters grow with all that stands around them, so that none is cut off: what has no room then scrolls.
Qt takes the size when it begins, and never again. The dots an inch that Linux and QT_FONT_DPI ask for it
follows by itself, but not the size of letters that people set in Windows.
"""

import os
import sys
from collections.abc import MutableMapping

from boothapp.words import mark

AS_SYSTEM = ""
SIZES = {AS_SYSTEM: mark("As the system"), "100": "100 %", "125": "125 %", "150": "150 %", "200": "200 %"}
AT_NEXT_START = mark("The new size is there when boothapp is opened again.")
FACTOR = "QT_SCALE_FACTOR"
_KEY, _VALUE = r"Software\Microsoft\Accessibility", "TextScaleFactor"


def use(chosen: str, surroundings: MutableMapping[str, str] = os.environ) -> None:
    """Has Qt draw everything in this size, one of SIZES, from its beginning on."""
    factor = int(chosen) / 100 if chosen else _of_windows()
    if factor != 1:
        surroundings[FACTOR] = f"{_number(surroundings.get(FACTOR, '')) * factor:g}"


def _of_windows() -> float:
    """The size of letters set there, 1 to 2.25."""
    if sys.platform != "win32":
        return 1
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _KEY) as key:
            return float(winreg.QueryValueEx(key, _VALUE)[0]) / 100
    except OSError:
        return 1


def _number(text: str) -> float:
    try:
        return float(text) if float(text) > 0 else 1
    except ValueError:
        return 1
