"""What one laptop remembers about how it is used; every setting is declared once, here."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from boothapp.paths import Home
from boothapp.words import mark


class Setting(NamedTuple):
    """One setting: its value where none was chosen, the values allowed (any, where empty), and its title."""

    otherwise: str
    allowed: tuple[str, ...] = ()
    title: str = ""


SETTINGS: Mapping[str, Setting] = {
    "language": Setting("", ("", "en", "uk", "de"), mark("Language")),
    "look": Setting("system", ("system", "light", "dark", "contrast"), mark("Look")),
    "size": Setting("", ("", "100", "125", "150", "200"), mark("Size")),
    "staff": Setting("", title=mark("Who is at the stand")),
    "geometry": Setting(""),
    "folder": Setting(""),
    "scanner_layout": Setting(""),
    "scanner_prefix": Setting(""),
    "scanner_suffix": Setting(""),
    "scanner_port": Setting(""),
    "scanner_framing": Setting("gap", ("gap", "line", "etx"), mark("Where a scan ends")),
}


class Settings:
    """The settings of one home, in a file a person can read; nothing secret, nothing about visitors."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._values = _read(home)

    def get(self, name: str) -> str:
        """The value chosen, else what is declared; KeyError for a setting that is not declared."""
        setting = SETTINGS[name]
        value = self._values.get(name, setting.otherwise)
        return value if not setting.allowed or value in setting.allowed else setting.otherwise

    def choose(self, name: str, value: str) -> None:
        """Remembers a choice; a disk that refuses costs the choice, never the work."""
        if SETTINGS[name].allowed and value not in SETTINGS[name].allowed:
            raise ValueError(value)
        self._values[name] = value
        draft = self._home.settings.with_suffix(".new")
        try:
            self._home.root.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(self._values, indent=1, ensure_ascii=False), "utf-8")
            draft.replace(self._home.settings)
        except OSError:
            return


def _read(home: Home) -> dict[str, str]:
    try:
        found: Any = json.loads(home.settings.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    items = found.items() if isinstance(found, dict) else ()
    return {name: value for name, value in items if isinstance(value, str)}
