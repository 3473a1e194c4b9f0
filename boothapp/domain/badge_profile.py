"""How the badges of one show are written, learnt from a few of them or written into the kit by hand."""

from collections.abc import Iterator
from dataclasses import field
from typing import Literal

from boothapp.domain.fact import fact, named_fact
from boothapp.domain.visitor import FIELDS

Kind = Literal["delimited", "columns", "tagged", "json", "pattern", "id"]
Alphabet = Literal["digits", "hex", "capitals", "letters", "slug", "any"]
Cut = Literal[
    "", "first_word", "after_first_word", "last_word", "before_last_word", "before_comma", "after_comma"
]
Look = Literal["mail", "web", "number", "text"]
Check = Literal[
    "",
    "luhn",
    "gs1",
    "damm",
    "verhoeff",
    "mod11",
    "mod11_2",
    "mod11_10",
    "mod97_10",
    "mod97",
    "mod37_36",
    "mod43",
]

BADGE_ID = "badge_id"
BADGE_FIELDS = (BADGE_ID, *FIELDS)
LIST_FIELDS = ("emails", "phones")
# The delimiter that stands for two blanks or more: columns filled up for the eye.
BLANKS = "  +"
_NUMBERED = ("delimited", "columns")


@fact
class Take:
    """One part of the badge goes into one field.

    part: a position from 1 (from the end: -1), a tag, or the keys of JSON joined by "/"; cut: how much of it.
    Several takes of one field are put together in their order.
    """

    part: str
    field: str
    cut: Cut = ""


@fact
class Segment:
    """A piece of a pattern: a text that is always the same, or a part with a name; "" is passed over.

    only: what the part is made of; such a part ends with the first other character.
    """

    literal: str = ""
    part: str = ""
    only: Alphabet = "any"


@fact
class Form:
    """What stood in a part on the badges learnt from, where it was not empty: one look or more."""

    part: str
    looks: tuple[Look, ...] = ()


@fact
class IdRule:
    """How an id is written. length counts all characters after the prefix, 0 is any.

    prefix: in large or small letters; keeps_prefix, keeps_zeros: whether the id is stored with them;
    cut: characters left away at its end; check: the check digits at its end, over all after the prefix.
    """

    prefix: str = ""
    keeps_prefix: bool = True
    keeps_zeros: bool = True
    cut: int = 0
    length: int = 0
    alphabet: Alphabet = "any"
    check: Check = ""


@named_fact
class BadgeProfile:
    """Where the parts of a show's own badge stand.

    start: what each badge begins with; delimiter: between parts, BLANKS for two or more blanks; columns:
    where each part begins, characters from 1; tag: between a tag and its value;
    count: number of parts, 0 where it varies; then least and most, 0 for any; forms: the parts of all badges
    learnt from; formats: what the app by itself takes these badges for; pattern: for that kind; base: the
    format the app reads by itself and this only adds to; encoded: parts are percent-encoded; example: one
    of the badges learnt from.
    """

    kind: Kind
    takes: tuple[Take, ...] = ()
    start: str = ""
    delimiter: str = ""
    columns: tuple[int, ...] = ()
    tag: str = ""
    count: int = 0
    least: int = 0
    most: int = 0
    forms: tuple[Form, ...] = ()
    formats: tuple[str, ...] = ()
    pattern: tuple[Segment, ...] = ()
    id: IdRule = field(default_factory=IdRule)
    base: str = ""
    encoded: bool = False
    example: str = ""


_MISSING = {
    "delimited": ("delimiter",),
    "columns": ("columns",),
    "tagged": ("delimiter", "tag"),
    "pattern": ("pattern",),
}


def lacking(profile: BadgeProfile) -> Iterator[str]:
    """What the profile needs to take a badge apart and has not, as names of its keys."""
    return (name for name in _MISSING.get(profile.kind, ()) if not getattr(profile, name))


def unknown_fields(profile: BadgeProfile) -> Iterator[tuple[int, str]]:
    """The takes with a field that no visitor has, with their place."""
    return ((at, take.field) for at, take in enumerate(profile.takes) if take.field not in BADGE_FIELDS)


def wrong_positions(profile: BadgeProfile) -> Iterator[tuple[int, str]]:
    """The takes of a badge with numbered parts whose part is no position, with their place."""
    for at, take in enumerate(profile.takes if profile.kind in _NUMBERED else ()):
        if not take.part.removeprefix("-").isdecimal() or int(take.part) == 0:
            yield at, take.part
