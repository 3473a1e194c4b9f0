"""Keyboard layouts: what the keys of a US scanner type on each, key by key.

Source: xkeyboard-config 2.35 (symbols ua, ru, de, fr, gb, tr, pl); `also` adds what its variants and Windows
type on the same keys. A test asks libxkbcommon for every key, with and without Caps Lock.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from boothapp.words import mark

# The 47 keys that type, row by row, without and with Shift; the space bar types a space everywhere.
LOW = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
HIGH = '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
PRINTABLE = LOW + HIGH
KEYS = len(LOW)
# How Caps Lock changes a key: letters only, or (older Windows layouts) every key as Shift does.
LOCKS = ("", "caps", "shift")
# What a dead key leaves where no letter takes it: followed by a sign on Windows, by a space everywhere.
SPACING: Mapping[str, str] = {
    "\u0300": "`",
    "\u0301": "´",
    "\u0302": "^",
    "\u0303": "~",
    "\u0308": "¨",
    "\u030a": "°",
    "\u030c": "ˇ",
    "\u0327": "¸",
}
_TURKISH_I = ("i", "İ")
_SHARP = {"ß": "ẞ", "µ": "Μ"}


@dataclass(frozen=True)
class Layout:
    """One layout; typed: what each of PRINTABLE becomes, a dead key its combining mark, "" what never comes.

    also: further typed characters and the US character of their key.
    """

    key: str
    name: str
    typed: tuple[str, ...]
    also: Mapping[str, str] = field(default_factory=dict, hash=False)

    def types(self, lock: str = "") -> tuple[str, ...]:
        """What each of PRINTABLE becomes under a lock of LOCKS."""
        pairs = zip(self.typed[:KEYS], self.typed[KEYS:], strict=True)
        lows, highs = zip(*(_locked(low, high, lock) for low, high in pairs), strict=True)
        return (*lows, *highs)

    def back(self, text: str, lock: str = "") -> str:
        """What the scanner meant by a text typed on this layout; what no key types stays as it is."""
        table = _table(self, lock)
        return text.translate({ord(sign): _meant(sign, table) for sign in set(text)})

    def strangers(self, text: str, lock: str = "") -> int:
        """How many characters of the text no key of this layout types."""
        table = _table(self, lock)
        odd = {sign for sign in set(text) if sign.isprintable() and sign != " " and not _known(sign, table)}
        return sum(text.count(sign) for sign in odd)

    def lost(self) -> str:
        """The characters that can't be told from another, or never come."""
        first: dict[str, str] = {}
        taken = {
            sign: first.setdefault(typed, sign) for sign, typed in zip(PRINTABLE, self.typed, strict=True)
        }
        return "".join(
            sign
            for sign, typed in zip(PRINTABLE, self.typed, strict=True)
            if not typed or taken[sign] != sign
        )

    def is_locked(self) -> bool:
        """Whether it was learnt under Caps Lock: its letters come large without Shift."""
        return self.typed[LOW.index("a")].isupper()

    def dead(self) -> str:
        """The characters whose keys wait for a second one."""
        pairs = zip(PRINTABLE, self.typed, strict=True)
        return "".join(sign for sign, typed in pairs if unicodedata.combining(typed or " "))


def pair(low: str, high: str) -> bool:
    """Whether two characters of one key are a letter and its capital, which Caps Lock turns round."""
    return low != high and (_upper(low) == high or (low, high) == _TURKISH_I)


def _locked(low: str, high: str, lock: str) -> tuple[str, str]:
    if lock == "shift" or (lock == "caps" and pair(low, high)):
        return high, low
    return (_upper(low), _upper(high)) if lock == "caps" else (low, high)


def _upper(sign: str) -> str:
    raised = _SHARP.get(sign) or sign.upper()
    return raised if len(raised) == 1 else sign


@lru_cache(maxsize=128)
def _table(layout: Layout, lock: str) -> Mapping[str, str]:
    """Typed character or mark to the US character; the first key wins where two type the same."""
    table: dict[str, str] = {}
    for meant, typed in zip(PRINTABLE, layout.types(lock), strict=True):
        if typed:
            table.setdefault(typed, meant)
    for typed, meant in layout.also.items():
        paired = lock == "caps" and typed != typed.swapcase() in layout.also
        turned = lock == "shift" or paired
        table.setdefault(typed, _other(meant) if turned else meant)
    for accent, spacing in SPACING.items():
        if accent in table:
            table.setdefault(spacing, table[accent])
    return table


def _other(meant: str) -> str:
    """The other character of the same US key."""
    return (HIGH + LOW)[PRINTABLE.index(meant)]


def _known(sign: str, table: Mapping[str, str]) -> bool:
    return sign in table or all(part in table for part in unicodedata.normalize("NFD", sign))


def _meant(sign: str, table: Mapping[str, str]) -> str:
    if sign in table:
        return table[sign]
    base, *marks = tuple(unicodedata.normalize("NFD", sign))
    if not marks or base not in table or not all(accent in table for accent in marks):
        return sign
    return "".join(table[part] for part in (*marks, base))


def _layout(key: str, name: str, low: str, high: str, also: Mapping[str, str] | None = None) -> Layout:
    return Layout(key, name, tuple(low + high), also or {})


def key_of(sign: str) -> str:
    """The US character on the key of a letter that is not ASCII, by the first layout with it, else ""."""
    found = next((layout for layout in LAYOUTS if not sign.isascii() and sign in layout.typed), None)
    return found.back(sign) if found else ""


US = _layout("us", mark("US"), LOW, HIGH)
LAYOUTS: tuple[Layout, ...] = (
    _layout(
        "ua",
        mark("Ukrainian"),
        "'1234567890-=йцукенгшщзхїґфівапролджєячсмитьбю.",
        'ʼ!"№;%:?*()_+ЙЦУКЕНГШЩЗХЇҐФІВАПРОЛДЖЄЯЧСМИТЬБЮ,',
        {"~": "~", "₴": "~", "’": "~", "\\": "\\", "/": "|"},
    ),
    _layout(
        "ru",
        mark("Russian"),
        "ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю.",
        'Ё!"№;%:?*()_+ЙЦУКЕНГШЩЗХЪ/ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,',
    ),
    _layout(
        "de",
        mark("German"),
        "\u03021234567890ß\u0301qwertzuiopü+#asdfghjklöäyxcvbnm,.-",
        "°!\"§$%&/()=?\u0300QWERTZUIOPÜ*'ASDFGHJKLÖÄYXCVBNM;:_",
    ),
    _layout(
        "fr",
        mark("French"),
        "²&é\"'(-è_çà)=azertyuiop\u0302$*qsdfghjklmùwxcvbn,;:!",
        "~1234567890°+AZERTYUIOP\u0308£µQSDFGHJKLM%WXCVBN?./§",
        {"³": "~", "œ": "`", "Œ": "~"},
    ),
    _layout(
        "gb",
        mark("British"),
        "`1234567890-=qwertyuiop[]#asdfghjkl;'zxcvbnm,./",
        '¬!"£$%^&*()_+QWERTYUIOP{}~ASDFGHJKL:@ZXCVBNM<>?',
    ),
    _layout(
        "tr",
        mark("Turkish"),
        '"1234567890*-qwertyuıopğü,asdfghjklşizxcvbnmöç.',
        "é!'^+%&/()=?_QWERTYUIOPĞÜ;ASDFGHJKLŞİZXCVBNMÖÇ:",
    ),
    _layout(
        "ua-legacy",
        mark("Ukrainian, older"),
        "'1234567890-=йцукенгшщзхїґфівапролджєячсмитьбю/",
        '~!"#*:,.;()_+ЙЦУКЕНГШЩЗХЇҐФІВАПРОЛДЖЄЯЧСМИТЬБЮ?',
    ),
    _layout(
        "ua-mac",
        mark("Ukrainian, Mac"),
        "'1234567890-=йцукенгшщзхїґфивапролджєячсмітьбю/",
        '~!"№%:,.;()_+ЙЦУКЕНГШЩЗХЇҐФИВАПРОЛДЖЄЯЧСМІТЬБЮ?',
    ),
    _layout(
        "ru-legacy",
        mark("Russian, older"),
        "ё1234567890-=йцукенгшщзхъ\\фывапролджэячсмитьбю/",
        'Ё!"#*:,.;()_+ЙЦУКЕНГШЩЗХЪ|ФЫВАПРОЛДЖЭЯЧСМИТЬБЮ?',
    ),
    _layout("pl", mark("Polish"), LOW, HIGH),
)


def known_layouts() -> Iterator[Layout]:
    """The built-in layouts, US first."""
    yield US
    yield from LAYOUTS
