"""Texts with no known beginning, typed on another layout: which way of putting them back is the likeliest.

How much a text proves is asked of the readers themselves: labels, JSON, addresses of mail. What proves
nothing, such as a bare id, is put back only where the scanner is known to type on that layout.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from boothapp.badge import aim
from boothapp.badge.clues import Clues, Way
from boothapp.badge.layouts import US, Layout
from boothapp.badge.payload import Found, from_text

LONGEST = 4_096
# What a format proves, beside the addresses in the text: 2 is enough.
_PROVES: Mapping[str, int] = {
    "empty": 0, "id": 0, "text": 0, "binary": 0, "encrypted": 0, "tel": 0, "url": 1, "delimited": 1,
    "mailto": 1, "link": 2,
}  # fmt: skip
_SOME, _ENOUGH, _MUCH = 1, 2, 3
# One word before an equals sign is a label by chance.
_FEWEST_LABELS = 2
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}(?![\w-])", re.ASCII | re.IGNORECASE)
_LABELLED_MAIL = re.compile(r"(?i:e-?mail|mail) ?[:=] ?[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,}", re.ASCII)
_TURNED = re.compile(r"\b[a-z]+[A-Z]")
_ID = re.compile(r"(?=.*[0-9])\*?[A-Za-z0-9](?:[A-Za-z0-9.:/_#+=-]*[A-Za-z0-9=])?\*?", re.ASCII)
_PHONE = re.compile(r"\+?[0-9][0-9 ().-]{5,}[0-9]")
# Signs between those of an id that no maker of ids puts there.
_NOISE = re.compile(r"[^\w\s.:/_#*+=-]")
_FEWEST_NOISE = 2
# The commonest letters of names and addresses, the first most often.
_LATIN = "aeinorltsmdukchgbpvfyjwzxq"
_CYRILLIC = "оаиентсрвлкімдпуяьгзбйчхїжшюєцщфґёыэъ"
# Where Latin words have no sign, and Cyrillic ones on the same keys have their х, ж, б or ю.
_AMID = re.compile(r"""[][{};:'",.<>`~](?=[A-Za-z])""")
# How much more one alphabet has to fit.
_CLEARLY = 0.06
_FEWEST_LETTERS = 4


@dataclass(frozen=True)
class Candidate:
    """A text put back one way; proof: what it proves.

    left: its signs that no key of the layout types; changed: those that became others.
    """

    text: str
    way: Way
    proof: int
    left: int = 0
    changed: int = 0


def proof(text: str) -> int:
    """How surely a text is what a badge holds: 0 for an id or words, 2 and more for a format."""
    from boothapp.badge.reading import RECOGNISERS

    payload = from_text(text)
    found = next(found for ask in RECOGNISERS if (found := ask(payload)))
    if found.format == "labelled" and not _is_labelled(found, text):
        return _SOME
    marked = _MUCH if aim.symbology(payload.text) and " " not in text else 0
    return max(marked, _PROVES.get(found.format, _MUCH) + len(_MAIL.findall(text)))


def _change(one: Candidate) -> int:
    """How much it takes; nothing between Cyrillic layouts, where the commonest stands first."""
    return 0 if _is_cyrillic(one.way[0]) else one.changed


def _is_labelled(found: Found, text: str) -> bool:
    """Whether several labels were known, and the text is not mostly something else."""
    known = len(found.visitor.known()) + bool(found.badge_id)
    return known >= _FEWEST_LABELS and len(found.visitor.note) <= len(text) / 2


def proven(text: str, clues: Clues) -> list[Candidate]:
    """The ways that make a known format of the text; of equals the likely, the least changed first."""
    if len(text) > LONGEST or text.isspace() or not text:
        return []
    own, mails = proof(text), len(_MAIL.findall(text))
    found = [one for one in _candidates(text, clues.ways(), own) if one.proof >= max(_ENOUGH, own + 1)]
    if own >= _ENOUGH:
        found = [one for one in found if len(_MAIL.findall(one.text)) > mails]
    best = max(((one.proof, -one.left) for one in found), default=None)
    likely = (*clues.trusted(), *clues.named())
    equals = _unturned([one for one in found if (one.proof, -one.left) == best])
    return [one for one in equals if one.way in likely] or sorted(equals, key=_change)


def _unturned(equals: list[Candidate]) -> list[Candidate]:
    """Those whose words look least like Caps Lock."""
    least = min((len(_TURNED.findall(one.text)) for one in equals), default=0)
    return [one for one in equals if len(_TURNED.findall(one.text)) == least]


def known(text: str, clues: Clues) -> Candidate | None:
    """The first way that gives an id of the show."""
    if clues.knows is None or len(text) > LONGEST:
        return None
    asked = (one for one in _backs(text, clues.ways(), capitals=True) if one.text.isascii())
    return next((one for one in asked if clues.knows(one.text)), None)


def trusted(text: str, clues: Clues) -> Candidate | None:
    """What the scanner means where it is known how it types, and nobody can have typed it by hand."""
    if not clues.sure or len(text) > LONGEST:
        return None
    ways = _backs(text, clues.trusted())
    surely = (one for one in ways if _is_plain(one.text) or _is_better(text, one) or _is_as_good(text, one))
    named = (one for one in _backs(text, clues.named()) if _is_plain_of(text, one) or _is_better(text, one))
    return next((one for one in (*surely, *named) if not one.left), None)


def taught(text: str, clues: Clues) -> Candidate | None:
    """What the taught scanner means between its marks, whatever it says; None where it came as it is meant.

    A text of US keys alone could come from a US layout as well, where nobody knows which keys were pressed.
    """
    if len(text) > LONGEST or US.key in clues.keyboard:
        return None
    fits = (one for one in _backs(text, clues.taught()) if not one.left and one.text.isascii())
    sure = bool(clues.keyboard) or not text.isascii()
    return next((one for one in fits if sure or _is_no_worse(text, one, clues)), None)


def _is_no_worse(typed: str, one: Candidate, clues: Clues) -> bool:
    """Whether signs of both layouts are as likely when they are put back."""
    proves, own = proof(one.text), proof(typed)
    likely = _fit(_in_words(one.text), _LATIN) >= _fit(_in_words(typed), _LATIN)
    return proves > own or (proves == own and likely and not clues.habit.is_as_meant())


def locked(text: str, clues: Clues) -> Candidate | None:
    """The letters turned round where the keys prove Caps Lock, on whatever layout; None where they don't."""
    if not clues.lock:
        return None
    turned = (sign.swapcase() for sign in text)
    back = "".join(new if len(new) == 1 else old for old, new in zip(text, turned, strict=True))
    return Candidate(back, (US, "caps"), 0) if back != text else None


def possible(text: str, clues: Clues) -> Candidate | None:
    """What the text may have been, too weak to act on; None where nothing speaks for it."""
    if len(text) > LONGEST:
        return None
    found = (one for one in _backs(text, clues.ways()) if not one.left and one.way[1] != "shift")
    words = not text.isascii()
    return next((one for one in found if _is_plain_of(text, one) or (words and _is_better(text, one))), None)


def _candidates(text: str, ways: Iterable[Way], own: int) -> Iterator[Candidate]:
    for one in _backs(text, ways):
        cleared = not (own or one.way[1]) and _is_cleared(text, one.text)
        proves = _ENOUGH if cleared or is_one_mail(one.text) else proof(one.text)
        yield replace(one, proof=proves)


def is_one_mail(text: str) -> bool:
    """Whether the text is one address under its label: readable, and no proof of how the scanner types."""
    return _LABELLED_MAIL.fullmatch(text.strip()) is not None


def _backs(text: str, ways: Iterable[Way], capitals: bool = False) -> Iterator[Candidate]:
    """The text put back each way that changes it, in more than its capitals if not asked; no text twice."""
    seen = {text}
    for layout, lock in ways:
        back = layout.back(text, lock)
        if back not in seen and (capitals or back.lower() != text.lower()):
            seen.add(back)
            changed = sum(one != two for one, two in zip(text, back, strict=False))
            yield Candidate(back, (layout, lock), 0, layout.strangers(text, lock), changed)


def _is_id(text: str) -> bool:
    return _ID.fullmatch(aim.unmarked(text.strip())) is not None


def _is_plain(text: str) -> bool:
    """Whether it is an id, or a phone number."""
    return _is_id(text) or _PHONE.fullmatch(text.strip()) is not None


def _is_plain_of(typed: str, one: Candidate) -> bool:
    """Whether the text is an id only when it is put back."""
    return _is_plain(one.text) and not _is_plain(typed)


def _is_cleared(typed: str, back: str) -> bool:
    """Whether odd signs become those of an id or a phone number, as digits on a French keyboard do."""
    return _is_plain(back) and len(_NOISE.findall(typed)) >= _FEWEST_NOISE


def _is_better(typed: str, one: Candidate) -> bool:
    """Whether words in Cyrillic letters are likelier in Latin ones, or only so parts of a badge."""
    back = one.text
    if not back.isascii() or _is_id(typed):
        return False
    if proof(back) > proof(typed) or not _is_cyrillic(one.way[0]):
        return proof(back) > proof(typed)
    letters = sum(sign.isalpha() for sign in typed)
    return letters >= _FEWEST_LETTERS and _fit(_in_words(back), _LATIN) > _fit(typed, _CYRILLIC) + _CLEARLY


def _is_as_good(typed: str, one: Candidate) -> bool:
    """Whether letters that a US scanner has no keys for are gone, and the text proves no less."""
    return one.text.isascii() and not typed.isascii() and proof(one.text) >= max(proof(typed), _SOME)


def _in_words(text: str) -> str:
    """The text with its signs amid words as letters that no language has."""
    return _AMID.sub("\u0001", text)


@lru_cache(maxsize=32)
def _is_cyrillic(layout: Layout) -> bool:
    return any(unicodedata.name(sign, "").startswith("CYRILLIC") for sign in layout.typed if sign)


def _fit(text: str, letters: str) -> float:
    """How common the letters of a text are: 1 where all are the commonest."""
    own = [sign for sign in text.lower() if sign.isalpha() or sign == "\u0001"]
    places = (letters.find(sign) for sign in own)
    fit = sum(1 - place / len(letters) if place >= 0 else -1.0 for place in places)
    return fit / len(own) if own else 0.0


def is_other_script(way: Way) -> bool:
    """Whether the layout types letters that no US scanner means."""
    return way[0].key != US.key and _is_cyrillic(way[0])
