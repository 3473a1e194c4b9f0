"""Puts back what a scanner typed on a keyboard of another layout, or with Caps Lock on.

A text is mapped back on each known layout; where that gives the beginning of a known format, a format that
the readers know, or an id of the show, it is what the scanner meant. Else the text is put back only where the
scanner is known to type so. A text that proves nothing is left as it came: a name typed in Ukrainian stays.
What can't be put back: a dead key among the first keys of a scan, swallowed together with the next one (in a
text field under X11), the blank after a dead key, and Caps Lock on a text of one case where no keys tell.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from boothapp.badge import aim, private
from boothapp.badge.clues import NO_CLUES, Clues, Way
from boothapp.badge.layouts import LAYOUTS, PRINTABLE, SPACING, US, Layout
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.badge.untyped import Candidate

# What badges begin with, in the writing that every maker of codes uses.
BEGINNINGS = (
    "MECARD:", "BIZCARD:", "BEGIN:VCARD", "MATMSG:", "MEMORY:", "http://", "https://", "www.", "mailto:",
    "MAILTO:", "tel:", "TEL:", "SMSTO:", "smsto:",
)  # fmt: skip
# The same in the other case, which some makers write.
_SMALL = tuple(dict.fromkeys(start.lower() for start in BEGINNINGS))
_EVERY = tuple(dict.fromkeys((*BEGINNINGS, *_SMALL, *(start.upper() for start in _SMALL))))
# Too short to prove anything alone: the whole text has to agree.
_OPENINGS = ('{"', '[{"', "VQC:", "FN:", "N:")
# Where Caps Lock is the only difference.
_LATIN = frozenset({"us", "gb", "pl"})
_AIM_LENGTH = 3
_TAGS = re.compile(r"(?:[A-Z]{2,10}:)?(?:[A-Z][A-Z0-9-]{0,9}:[^;\n]*;){2,}")
_MAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}", re.ASCII)
_ADDRESS = re.compile(_MAIL.pattern, re.ASCII | re.IGNORECASE)
_TURNED = re.compile(r"[a-z][A-Z]")
# A name as it is written, or (in the group) as it comes under Caps Lock.
_NAME = re.compile(r"\b(?:[A-Z][a-z]+|([a-z][A-Z]+))\b")
# Such names, to be counted.
_PROPER, _LOCKED_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b"), re.compile(r"\b[a-z][A-Z]{2,}\b")
# The name of a computer is written in one case.
_MIXED_HOST = re.compile(r"www\.(?=[\w.-]*[a-z])[\w.-]*[A-Z]|WWW\.(?=[\w.-]*[A-Z])[\w.-]*[a-z]")
# A code in capitals (the alphanumeric mode of ISO/IEC 18004) has no small letter at all.
_TURNED_ADDRESS = re.compile(r"HTTPS?://[A-Z0-9.-]+/\S*[a-z]|WWW\.[A-Z0-9.-]+/\S*[a-z]")
LONGEST = 65_536
# Longer than the code of any licence or passport.
_DOCUMENT = 1_024
ON_LAYOUT = mark("The keyboard is set to {layout}. The badge was read as the scanner means it.")
WITH_CAPS = mark("Caps Lock is on. The badge was read as the scanner means it.")
UNSURE = mark("Some signs may be wrong. Check them.")
PERHAPS = mark("This may be {text}, if the keyboard is set to {layout}. Nothing was changed.")
_SHOWN = 60


@dataclass(frozen=True)
class Meant:
    """What a scanner meant; layout: the one it was typed on, None where the text is as it came.

    lock: one of LOCKS; unsure: another layout would give another text; proven: the text itself shows that it
    is right; perhaps: what it may have been, where that is too weak to act on.
    """

    text: str
    layout: Layout | None = None
    lock: str = ""
    unsure: bool = False
    proven: bool = False
    perhaps: "Meant | None" = None

    def line(self, typed: str) -> str:
        """A part of the same typing, put back in the same way."""
        return self.layout.back(typed, self.lock) if self.layout else typed

    def way(self) -> Way:
        """How it was typed."""
        return (self.layout, self.lock) if self.layout else (US, "")

    def warnings(self) -> tuple[str, ...]:
        """What people should know of it."""
        if self.layout is None:
            return self.perhaps.guess() if self.perhaps else ()
        said = tr(WITH_CAPS) if self.layout.key == US.key else _on(ON_LAYOUT, self.layout)
        return (said, tr(UNSURE)) if self.unsure else (said,)

    def guess(self) -> tuple[str, ...]:
        """The sentence that proposes it."""
        short = " ".join(self.text.split())[:_SHOWN]
        return (tr(PERHAPS).format(text=short, layout=tr(self.layout.name)),) if self.layout else ()


def _on(said: str, layout: Layout) -> str:
    return tr(said).format(layout=tr(layout.name))


def meant(text: str, clues: Clues = NO_CLUES) -> Meant:
    """What the scanner meant by a text as the keyboard gave it; never raises."""
    if clues.lock and _is_minded(text):
        clues = replace(clues, lock=None)
    begun = by_beginning(text, clues)
    if begun.proven or len(text) > LONGEST or not text.strip():
        return begun
    from boothapp.badge import untyped

    if equals := untyped.proven(text, clues):
        unsure = any(one.text.lower() != equals[0].text.lower() for one in equals)
        return _of(equals[0], unsure, proven=not (unsure or untyped.is_one_mail(equals[0].text)))
    if one := untyped.known(text, clues):
        return _of(one, proven=True)
    if one := untyped.taught(text, clues):
        return _of(one, unsure=not clues.keyboard and text.isascii())
    if one := untyped.trusted(text, clues):
        return _of(one, unsure=not untyped.is_other_script(one.way) and text.isascii())
    maybe = untyped.possible(text, clues) if clues.sure else None
    locked = untyped.locked(text, clues)
    if locked and (maybe is None or text.isascii() or clues.keyboard):
        return _of(locked)
    return replace(begun, perhaps=_of(maybe) if maybe else None)


def _of(one: "Candidate", unsure: bool = False, proven: bool = False) -> Meant:
    return Meant(one.text, *one.way, unsure, proven)


def by_beginning(text: str, clues: Clues = NO_CLUES) -> Meant:
    """The same by the beginnings of badges and the show's ids alone: cheap enough for every key."""
    if len(text) > LONGEST:
        return Meant(text)
    known = clues.knows is not None and clues.knows(_bare(text).rstrip())
    if known or private.is_private(text[:_DOCUMENT]) or (not clues.lock and _fits(text)):
        return replace(_with_better_mail(text, clues), proven=True)
    found = list(_candidates(text, clues))
    if found:
        return _in_doubt(_best(found), clues)
    if _begins_so(text) and not clues.lock:
        return _in_doubt(_with_better_mail(text, clues), clues)
    return Meant(text)


def _in_doubt(found: Meant, clues: Clues) -> Meant:
    """An address in one case may come from Caps Lock as well, where the keys don't tell."""
    doubt = clues.lock is None and found.text.isupper() and not _fits(found.text)
    return replace(found, proven=True, unsure=found.unsure or doubt)


def begins_at(text: str, learnt: Layout | None = None) -> int:
    """Where a badge typed after something else begins, on any layout; -1 where there is none."""
    for layout, lock in ((US, ""), *Clues(learnt).ways()):
        found = _typed_beginning(layout, lock, BEGINNINGS).search(text)
        if found and _fits(layout.back(text[found.start() :], lock)):
            return found.start()
    return -1


def _is_minded(text: str) -> bool:
    """Whether the names stand as they are written though Caps Lock is on: some scanners mind it."""
    return len(_PROPER.findall(text)) > len(_LOCKED_NAME.findall(text))


def _bare(text: str) -> str:
    return aim.unmarked(text.lstrip("\ufeff\x00 \t\r\n"))


def _fits(text: str) -> bool:
    """Whether the text begins exactly as a known format does."""
    bare = _bare(text)
    if bare.startswith(BEGINNINGS) or private.is_private(text[:_DOCUMENT]):
        return True
    if bare.startswith(("{", "[")) and _is_json(bare):
        return True
    return _TAGS.match(bare) is not None


def _begins_so(text: str) -> bool:
    """Whether the text begins as a known format does, in capitals or small letters."""
    return _bare(text)[: _AIM_LENGTH * 4].lower().startswith(_SMALL)


def _is_document(back: str) -> bool:
    """Whether a text put back must not be kept; amid it, the "%" of a stripe comes from too many keys."""
    text = back[:_DOCUMENT]
    is_stripe = text.lstrip().startswith("%") and "?" in text
    return private.is_private_if_guessed(text if is_stripe else text.replace("%", " "))


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def _with_better_mail(text: str, clues: Clues) -> Meant:
    """On a British keyboard a card begins as it should, and only some signs are others, such as its @."""
    mails = _mails(text)
    sure = [way for way in clues.trusted() if clues.sure or way[0] == clues.learnt]
    named = [
        way for way in clues.named() if clues.sure and not text.isascii() and US.key not in clues.keyboard
    ]
    for layout, lock in (*sure, *named, (_layout("gb"), "")):
        found = _put_back(text, layout, lock)
        begins = found.layout and not lock and (_fits(found.text) or _begins_so(found.text))
        known = clues.sure and ((layout, lock) in sure or ((layout, lock) in named and found.text.isascii()))
        if begins and (_mails(found.text) > mails or (known and _mails(found.text) == mails)):
            return found
    return Meant(text)


def _mails(text: str) -> int:
    return len(_MAIL.findall(text))


def _candidates(text: str, clues: Clues) -> Iterator[tuple[tuple[int, ...], Meant]]:
    """Each way to put the text back that gives a known beginning: how odd it is, and the text."""
    head = text.lstrip()[:64]
    begun, likely = _begins_so(text), (*clues.trusted(), *clues.named())
    # No document has an address of mail; a guess must not destroy what can be read as it came.
    speaks = begun or _ADDRESS.search(text[:_DOCUMENT]) is not None
    for layout, lock in clues.ways():
        is_document = not speaks and _is_document(layout.back(text[:_DOCUMENT], lock))
        beginning = _typed_beginning(layout, lock, (*_EVERY, *_OPENINGS))
        if not (is_document or beginning.match(head) or beginning.match(head[_AIM_LENGTH:])):
            continue
        found = _put_back(text, layout, lock)
        locked = bool(clues.lock) and (layout.key in _LATIN or layout.key in clues.keyboard)
        if is_document or _is_meant(text, found, begun, locked):
            other_case = not (is_document or _fits(found.text) or found.text.startswith("WWW."))
            yield (other_case, *_oddity(text, found, begun and (layout, lock) not in likely)), found


def _oddity(text: str, found: Meant, begun: bool) -> tuple[int, ...]:
    """Less is likelier: signs left over, another layout for a text that begins right, fewer addresses."""
    layout = found.layout or US
    foreign, mixed = begun and layout.key not in _LATIN, _MIXED_HOST.match(found.text) is not None
    return layout.strangers(text, found.lock), foreign, mixed, -_mails(found.text)


def _is_meant(text: str, found: Meant, begun: bool, locked: bool) -> bool:
    """Whether this way gives a known beginning, and is not only the other capitals of a fine text.

    locked: the keys prove Caps Lock, and the layout is theirs or none of its own.
    """
    if found.layout is None or (begun and not found.lock):
        return False
    strange = begun and (text.isascii() or found.layout.strangers(text, found.lock))
    reads_right = found.lock and (found.layout.key in _LATIN or strange)
    fits = _fits(found.text) or (_begins_so(found.text) and not begun)
    return fits and (locked or not reads_right or _looks_locked(text, found.text))


def _best(found: list[tuple[tuple[int, ...], Meant]]) -> Meant:
    """The least odd way: the usual case, the fewest signs over, the most addresses; of equals the first."""
    least = min(odd for odd, _ in found)
    alike = [one for odd, one in found if odd == least]
    best = alike[0]
    return Meant(best.text, best.layout, best.lock, any(one.text != best.text for one in alike))


def _put_back(text: str, layout: Layout, lock: str) -> Meant:
    back = layout.back(text, lock)
    return Meant(back, layout, lock) if back != text else Meant(text)


def _looks_locked(text: str, back: str) -> bool:
    """Whether the capitals of a text look better turned round; all small or all large is nothing odd."""
    turned = len(_TURNED.findall(back)) < len(_TURNED.findall(text))
    first = _NAME.search(text)
    named = first is not None and first[1] is not None
    return turned or named or _TURNED_ADDRESS.match(text.strip()) is not None


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
