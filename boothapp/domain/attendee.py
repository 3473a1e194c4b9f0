"""One person of the organiser's list: the ids on the badge, and what the list says beside the badge.

The badge and the conversation always win: a list only fills what is still unknown, and what differs is
shown to people and never applied.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import field, replace

from boothapp.domain.fact import fact
from boothapp.domain.folding import fold
from boothapp.domain.visitor import FIELDS, Phone, Visitor

IDS = "badge_id"
MOST_PREFIXES = 8
"""A show has a few kinds of badges (visitor, press, exhibitor); more prefixes are letters of the ids."""

_PARTS = re.compile(r"([^\W\d_]*)0*(\d+)")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_MIXED = re.compile(r"\d[^\W\d_]")
_GROUPS = re.compile(r"[^\W\d_]+|\d+")
# The whole name is put together from its parts, and a country's text decides about phones and owners.
_COMPARED = ("company", "job_title", "emails", "phones", "country", "city", "department", "website")


@fact
class Attendee:
    """One person of the list as used: tidied, with every id; row is where it stands in the store.

    listed_as: the id in the list, where only its leading zeros differ from the one asked for.
    """

    row: int
    ids: tuple[str, ...] = ()
    visitor: Visitor = field(default_factory=Visitor)
    listed_as: str = ""


@fact
class Difference:
    """One field in which the lead and the list say two things; the lead's stays."""

    field: str
    lead: str
    listed: str


def _grouped(id: str) -> str:
    """No case, and no signs but between two numbers or two words: "SB-1" is "sb1", "12-3" never "1-23"."""
    plain = id.casefold()
    if plain.isalnum():
        return plain
    whole = ""
    for group in _GROUPS.findall(plain):
        alike = whole and whole[-1].isdecimal() == group[0].isdecimal()
        whole += f"-{group}" if alike else group
    return whole


def id_key(id: str) -> str:
    """The id as it is looked for: grouped, and no zeros after the letters: "SB-00421" is "sb421"."""
    plain = _grouped(id)
    parts = _PARTS.fullmatch(plain)
    return parts[1] + parts[2] if parts else plain


_FORMS: tuple[Callable[[str], str], ...] = (str, str.casefold, _grouped, id_key)


def closest(id: str, others: Sequence[Sequence[str]]) -> list[int]:
    """Whose ids are most like this one, by their places: the same, but for case, for signs, for zeros."""
    for form in _FORMS:
        asked = form(id)
        if hits := [at for at, ids in enumerate(others) if any(form(one) == asked for one in ids)]:
            return hits
    return list(range(len(others)))


def but_for_zeros(id: str, ids: Sequence[str]) -> str:
    """The one of these ids that is this one with other leading zeros, "" where one is the same."""
    if _grouped(id) in map(_grouped, ids):
        return ""
    return next((one for one in ids if id_key(one) == id_key(id)), "")


def id_keys(ids: Sequence[str]) -> list[str]:
    """id_key of each; all at once where they are letters and digits only, as most lists have them."""
    joined = "\n".join(ids).casefold()
    if not joined.replace("\n", "").isalnum():
        return [id_key(id) for id in ids]
    if _MIXED.search(joined):
        return [id_key(id) for id in ids]
    keys = _ZEROS.sub("", joined).split("\n")
    return keys if len(keys) == len(ids) else [id_key(id) for id in ids]


def prefix(key: str) -> str:
    """The letters before the digits of an `id_key`, "" where it is not made that way."""
    parts = _PARTS.fullmatch(key)
    return parts[1] if parts else ""


def asked_keys(id: str, prefixes: Sequence[str] = ()) -> tuple[tuple[str, ...], ...]:
    """The keys to look for in turn: as it is; a bare number with the letters of the list's ids.

    Two ids with different letters are two people: "V421" never finds "X421", nor a bare "421".
    """
    key = id_key(id)
    if not key:
        return ()
    known = prefixes if key.isdecimal() and len(prefixes) < MOST_PREFIXES else ()
    others = tuple(one + key for one in known if one)
    return ((key,), others) if others else ((key,),)


def same_name(one: Visitor, other: Visitor) -> bool:
    """False only where both have a name and neither is part of the other (patronymics, second names)."""
    words = set(fold(one.name).split()), set(fold(other.name).split())
    return words[0] <= words[1] or words[1] <= words[0]


def filled(known: Visitor, listed: Visitor) -> tuple[Visitor, tuple[str, ...]]:
    """What is known with the list's word where nothing is known yet, and the names of those fields.

    Another name means another person: then nothing is taken.
    """
    if not same_name(known, listed):
        return known, ()
    parts = ("given_name", "family_name") if known.name else ()
    missing = tuple(
        name for name in FIELDS if getattr(listed, name) and not getattr(known, name) and name not in parts
    )
    return replace(known, **{name: getattr(listed, name) for name in missing}), missing


def differences(known: Visitor, listed: Visitor) -> tuple[Difference, ...]:
    """Where the two say different things; a different name is the only difference that counts then."""
    if not same_name(known, listed):
        return (Difference("full_name", known.name, listed.name),)
    both = (name for name in _COMPARED if getattr(known, name) and getattr(listed, name))
    return tuple(
        Difference(name, _text(known, name), _text(listed, name))
        for name in both
        if not _agree(getattr(known, name), getattr(listed, name))
    )


def _agree(one: str | tuple[str | Phone, ...], other: str | tuple[str | Phone, ...]) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return fold(str(one)) == fold(str(other))
    return bool({_plain(item) for item in one} & {_plain(item) for item in other})


def _plain(item: str | Phone) -> str:
    if isinstance(item, str):
        return item.casefold()
    return item.e164 or "".join(letter for letter in item.text if letter.isdigit())


def _text(visitor: Visitor, name: str) -> str:
    value = getattr(visitor, name)
    if isinstance(value, str):
        return value
    return ", ".join(item.text if isinstance(item, Phone) else item for item in value)
