"""The set-up code: every printable character once, so that what a scanner types teaches how it types.

The characters stand between single blanks and the whole between double ones: a dead key spends its strength
on the blank after it, and the keys before and after the double blanks are the scanner's prefix and suffix.
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from boothapp.badge import aim
from boothapp.badge.layouts import KEYS, LOCKS, PRINTABLE, SPACING, Layout, known_layouts, pair
from boothapp.errors import Refused
from boothapp.words import mark, tr

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# A letter first and last: no layout has a dead key there.
ORDER = "".join((_LETTERS, *(sign for sign in PRINTABLE if sign not in _LETTERS + "Z"), "Z"))
CODE = f"  {' '.join(ORDER)}  "
# What a dead key leaves with a blank under X11, where it is not the accent itself.
_LEFT = {spacing: accent for accent, spacing in SPACING.items()} | {"'": "\u0301", '"': "\u0308"}
# A person presses these: a scan may end with them, but must not begin with one of them alone.
_PERSONS = frozenset(
    {"Return", "Enter", "Tab", "Space", "Esc", "Backspace", "Del", "Left", "Right", "Up", "Down"}
)
OWN = mark("this laptop's own")


@dataclass(frozen=True)
class Stroke:
    """One key as a scanner pressed it: its name, such as "F9", "Ctrl+B" or "a", and what it types or ""."""

    name: str
    text: str = ""


@dataclass(frozen=True)
class Taught:
    """What the set-up code taught; lost: the characters that can't be told apart on this layout.

    prefix, suffix: names of keys; unusable: the keys seen before the text, where a person types them too.
    """

    layout: Layout
    lock: str = ""
    prefix: tuple[str, ...] = ()
    suffix: tuple[str, ...] = ()
    unusable: tuple[str, ...] = ()

    @property
    def lost(self) -> str:
        return self.layout.lost()


def is_code(strokes: Sequence[Stroke]) -> bool:
    """Whether these keys look like the set-up code, whole or in part."""
    begins, ends = _blanks(strokes)
    inner = strokes[begins:ends]
    alone = sum(one.text == " " for one in inner)
    return ends - begins > KEYS and alone > KEYS // 2 and alone > len(inner) / 3


def teach(strokes: Sequence[Stroke]) -> Taught:
    """What the keys of a scanned set-up code teach; raises Refused where some did not arrive."""
    begins, ends = _blanks(strokes)
    inner = strokes[begins:ends]
    signs = [one for one in inner if one.text != " "]
    if len(signs) != len(ORDER):
        raise Refused(
            tr("{count} of {all} signs of the set-up code arrived.").format(count=len(signs), all=len(ORDER)),
            safe=tr("Nothing was changed."),
            step=tr("Scan the code once more, with the keyboard as it will be at the stand."),
        )
    dead = {this for this, after in pairwise(inner) if this.text != " " and after.text != " "}
    typed = dict(zip(ORDER, (_of(one, one in dead) for one in signs), strict=True))
    layout, lock = _layout_of(tuple(typed[sign] for sign in PRINTABLE))
    before = tuple(one.name for one in strokes[: begins - 2])
    after = tuple(one.name for one in strokes[ends + 2 :])
    usable = _can_begin(before)
    return Taught(layout, lock, before if usable else (), after, () if usable else before)


def written(layout: Layout | None) -> str:
    """A layout as it is kept in the settings: the key of a known one, or its table."""
    if layout is None:
        return ""
    known = any(layout.key == one.key for one in known_layouts())
    return layout.key if known else json.dumps(list(layout.typed), ensure_ascii=False)


@lru_cache(maxsize=4)
def read(text: str) -> Layout | None:
    """The layout kept in the settings, None where there is none or it is damaged."""
    for layout in known_layouts():
        if layout.key == text:
            return layout
    try:
        typed = json.loads(text)
    except ValueError:
        return None
    whole = isinstance(typed, list) and len(typed) == len(PRINTABLE)
    return _own(typed) if whole and all(isinstance(sign, str) and len(sign) < 2 for sign in typed) else None


def _own(typed: Sequence[str]) -> Layout:
    return Layout("own", OWN, tuple(typed))


def _blanks(strokes: Sequence[Stroke]) -> tuple[int, int]:
    """Where the signs begin after the first double blank and end before the last one; 0, 0 without them."""
    double = [at for at, (one, two) in enumerate(pairwise(strokes)) if one.text == two.text == " "]
    return (double[0] + 2, double[-1]) if len(double) > 1 else (0, 0)


def _of(stroke: Stroke, dead: bool) -> str:
    """What a key typed; the accent of a dead one that the blank after it has set free."""
    return _LEFT.get(stroke.text, stroke.text) if dead else stroke.text[:1]


def _layout_of(typed: tuple[str, ...]) -> tuple[Layout, str]:
    """The known layout that types exactly this, else this as a layout of its own, without its Caps Lock."""
    for lock in LOCKS:
        for layout in known_layouts():
            if all(layout.back(seen, lock) == sign for sign, seen in zip(PRINTABLE, typed, strict=True)):
                return layout, lock
    if not _is_locked(dict(zip(PRINTABLE, typed, strict=True))):
        return _own(typed), ""
    return _own(_unlocked(typed)), "caps"


def _is_locked(typed: Mapping[str, str]) -> bool:
    """Whether most letters came with their capitals turned round."""
    pairs = [(typed[sign], typed[sign.upper()]) for sign in _LETTERS]
    return sum(low.isupper() and high.islower() for low, high in pairs) > len(pairs) / 2


def _unlocked(typed: tuple[str, ...]) -> list[str]:
    """The same keys without Caps Lock: letters in pairs change places, a letter alone gets small."""
    pairs = zip(typed[:KEYS], typed[KEYS:], strict=True)
    both = [pair(high, low) for low, high in pairs] * 2
    other = (*typed[KEYS:], *typed[:KEYS])
    return [two if turned else one.lower()[:1] for one, two, turned in zip(typed, other, both, strict=True)]


def _can_begin(names: tuple[str, ...]) -> bool:
    """Whether these keys can mark the beginning of a scan without catching what a person types."""
    if not names or aim.symbology("".join(names)):
        return False
    return len(names) > 1 or not (names[0] in _PERSONS or _types(names[0]))


def _types(name: str) -> bool:
    return len(name) == 1 or bool(unicodedata.combining(name[0]))
