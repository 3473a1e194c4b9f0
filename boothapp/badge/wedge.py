"""Puts back what a scanner typed on a keyboard of another layout, or with Caps Lock on.

A text is mapped back on each known layout; where that gives the beginning of a known format, it is what the
scanner meant. A text that gives none is left as it came: a name typed in Ukrainian stays a name.
What can't be put back: a dead key swallowed together with the next one (German "=" or French "[" before a
sign, in a text field under X11), the blank after a dead key, and Caps Lock on a text of one case.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from boothapp.badge import aim, private
from boothapp.badge.layouts import LAYOUTS, LOCKS, PRINTABLE, SPACING, US, Layout
from boothapp.words import mark, tr

Knows = Callable[[str], bool]
# What badges begin with, in the writing that every maker of codes uses.
BEGINNINGS = (
    "MECARD:", "BIZCARD:", "BEGIN:VCARD", "MATMSG:", "MEMORY:", "http://", "https://", "mailto:", "MAILTO:",
    "tel:", "TEL:", "SMSTO:", "smsto:",
)  # fmt: skip
# Too short to prove anything alone: the whole text has to agree.
_OPENINGS = ('{"', '[{"', "VQC:", "FN:", "N:")
# Where Caps Lock is the only difference.
_LATIN = frozenset({"us", "gb", "pl"})
# Where Caps Lock is a Shift Lock on Windows.
_SHIFT_LOCKED = frozenset({"de", "fr"})
_AIM_LENGTH = 3
_TAGS = re.compile(r"(?:[A-Z]{2,10}:)?(?:[A-Z][A-Z0-9-]{0,9}:[^;\n]*;){2,}")
_MAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}", re.ASCII)
_TURNED = re.compile(r"[a-z][A-Z]")
_ID = re.compile(r"[A-Za-z0-9](?=.*[0-9])[A-Za-z0-9.:/_#-]{2,63}")
LONGEST = 65_536
# Longer than the code of any licence or passport.
_DOCUMENT = 1_024
ON_LAYOUT = mark("The keyboard is set to {layout}. The badge was read as the scanner means it.")
WITH_CAPS = mark("Caps Lock is on. The badge was read as the scanner means it.")
UNSURE = mark("Some signs may be wrong. Check them.")


@dataclass(frozen=True)
class Meant:
    """What a scanner meant; layout: the one it was typed on, None where the text is as it came.

    lock: one of LOCKS; unsure: another layout would give another text.
    """

    text: str
    layout: Layout | None = None
    lock: str = ""
    unsure: bool = False

    def line(self, typed: str) -> str:
        """A part of the same typing, put back in the same way."""
        return self.layout.back(typed, self.lock) if self.layout else typed

    def warnings(self) -> tuple[str, ...]:
        """What people should know of it."""
        if self.layout is None:
            return ()
        said = (
            tr(WITH_CAPS) if self.layout.key == US.key else tr(ON_LAYOUT).format(layout=tr(self.layout.name))
        )
        return (said, tr(UNSURE)) if self.unsure else (said,)


def meant(text: str, learnt: Layout | None = None, sure: bool = False, knows: Knows | None = None) -> Meant:
    """What the scanner meant by a text as the keyboard gave it; never raises.

    learnt: this laptop's own layout; sure: no person typed it, so that a bare id may be put back on the
    learnt layout too; knows: whether a text is one of the show's ids.
    """
    if len(text) > LONGEST:
        return Meant(text)
    if _fits(text, knows):
        return _with_better_mail(text, learnt)
    found = list(_candidates(text, learnt, knows))
    if found:
        return _best(found)
    if (
        sure
        and learnt is not None
        and not learnt.strangers(text)
        and _ID.fullmatch(learnt.back(text).strip())
    ):
        return _put_back(text, learnt, "")
    return Meant(text)


def begins_at(text: str, learnt: Layout | None = None) -> int:
    """Where a badge typed after something else begins, on any layout; -1 where there is none."""
    for layout, lock in ((US, ""), *_ways(learnt)):
        found = _typed_beginning(layout, lock, BEGINNINGS).search(text)
        if found and _fits(layout.back(text[found.start() :], lock)):
            return found.start()
    return -1


def _fits(text: str, knows: Knows | None = None) -> bool:
    """Whether the text begins exactly as a known format does."""
    bare = aim.unmarked(text.lstrip("\ufeff\x00 \t\r\n"))
    if bare.startswith(BEGINNINGS) or (knows is not None and knows(bare.rstrip())):
        return True
    if private.is_private(text[:_DOCUMENT]):
        return True
    if bare.startswith(("{", "[")):
        return _is_json(bare)
    return _TAGS.match(bare) is not None


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def _with_better_mail(text: str, learnt: Layout | None) -> Meant:
    """On a British keyboard a card begins as it should, and only its @ is somewhere else."""
    if '"' in text or "£" in text:
        for layout in filter(None, (learnt, _layout("gb"))):
            found = _put_back(text, layout, "")
            if found.layout and _fits(found.text) and _mails(found.text) > _mails(text):
                return found
    return Meant(text)


def _mails(text: str) -> int:
    return len(_MAIL.findall(text))


def _candidates(
    text: str, learnt: Layout | None, knows: Knows | None
) -> Iterator[tuple[tuple[int, int], Meant]]:
    """Each way to put the text back that gives a known beginning: signs left over, fewer addresses, text."""
    head = text.lstrip()[:64]
    for layout, lock in _ways(learnt):
        is_document = private.is_private(layout.back(text[:_DOCUMENT], lock))
        beginning = _typed_beginning(layout, lock, (*BEGINNINGS, *_OPENINGS))
        begins = beginning.match(head) or beginning.match(head[_AIM_LENGTH:])
        if not (is_document or begins or knows):
            continue
        found = _put_back(text, layout, lock)
        if is_document or _is_meant(text, found, knows):
            yield (layout.strangers(text, lock), -_mails(found.text)), found


def _is_meant(text: str, found: Meant, knows: Knows | None) -> bool:
    """Whether this way gives a known beginning, and is not only the other capitals of a fine text."""
    only_locked = found.lock and found.layout and found.layout.key in _LATIN
    return _fits(found.text, knows) and (not only_locked or _looks_locked(text, found.text, knows))


def _best(found: list[tuple[tuple[int, int], Meant]]) -> Meant:
    """The way that leaves the fewest signs over and gives the most addresses; of several alike the first."""
    fewest = min(left for left, _ in found)
    alike = [one for left, one in found if left == fewest]
    best = alike[0]
    return Meant(best.text, best.layout, best.lock, any(one.text != best.text for one in alike))


def _ways(learnt: Layout | None) -> Iterator[tuple[Layout, str]]:
    layouts = (*(() if learnt is None else (learnt,)), US, *LAYOUTS)
    ways = ((layout, lock) for lock in LOCKS for layout in layouts if lock or layout.key != US.key)
    return ((layout, lock) for layout, lock in ways if lock != "shift" or layout.key in _SHIFT_LOCKED)


def _put_back(text: str, layout: Layout, lock: str) -> Meant:
    back = layout.back(text, lock)
    return Meant(back, layout, lock) if back != text else Meant(text)


def _looks_locked(text: str, back: str, knows: Knows | None) -> bool:
    """Whether the capitals of a text look better turned round; all small or all large is nothing odd."""
    known = knows is not None and knows(back.strip())
    return known or len(_TURNED.findall(back)) < len(_TURNED.findall(text))


@lru_cache(maxsize=128)
def _typed_beginning(layout: Layout, lock: str, beginnings: tuple[str, ...]) -> re.Pattern[str]:
    """What these beginnings look like when typed on this layout."""
    typed: dict[str, str] = {}
    for sign, seen in zip(PRINTABLE, layout.types(lock), strict=True):
        also = "".join(other for other, meant in layout.also.items() if meant == sign)
        typed[sign] = seen + SPACING.get(seen, "") + also
    return re.compile("|".join("".join(_one_of(typed[sign]) for sign in start) for start in beginnings))


def _one_of(signs: str) -> str:
    return f"[{re.escape(signs)}]" if signs else "(?!)"


@lru_cache(maxsize=8)
def _layout(key: str) -> Layout:
    return next(layout for layout in LAYOUTS if layout.key == key)
