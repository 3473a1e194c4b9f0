"""One line of the organiser's list as it is kept: the text as it came, to be tidied when it is used."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from boothapp.domain.attendee import IDS, id_key
from boothapp.domain.folding import fold
from boothapp.domain.name_order import together
from boothapp.domain.visitor import FIELDS

MAPPED = (IDS, *FIELDS)
"""What a column of a list can be, and the order of a record."""

BETWEEN = "\n"
"""Between several ids, mails or phones of one person."""

Record = tuple[str, ...]
"""The text of each field of MAPPED, "" where the list says nothing; several values on lines of their own."""

_ID, _MAIL, _COMPANY = (MAPPED.index(name) for name in (IDS, "emails", "company"))
_FULL, _GIVEN, _FAMILY = (MAPPED.index(name) for name in ("full_name", "given_name", "family_name"))
_NAME = (_FULL, _GIVEN, _FAMILY)


class Batch(NamedTuple):
    """Some records, the keys they are looked up by, and for each key the place of its record.

    fields: what a record of this batch holds, in its order; the other fields of MAPPED are "".
    """

    records: Sequence[Sequence[str]]
    keys: list[str]
    places: Sequence[int]
    fields: tuple[str, ...] = MAPPED

    def pieces(self, most: int) -> "Iterator[Batch]":
        """The same in batches of at most so many records; places have to be in order."""
        if len(self.records) <= most:
            yield self
            return
        for start in range(0, len(self.records), most):
            keys = slice(*(bisect_left(self.places, at) for at in (start, start + most)))
            places = [place - start for place in self.places[keys]]
            yield Batch(self.records[start : start + most], self.keys[keys], places, self.fields)

    def whole(self) -> Iterator[Record]:
        """Every record with all the fields of MAPPED."""
        pick = itemgetter(*(self.fields.index(name) if name in self.fields else -1 for name in MAPPED))
        return (pick((*record, "")) for record in self.records)


class Entry(NamedTuple):
    """One person: the ids that no other person has, in this very case; keys to look up by; the record."""

    ids: tuple[str, ...]
    keys: tuple[str, ...]
    record: Record


def entry_of(record: Record) -> Entry | None:
    """The person with what tells them from others; None where nobody could be found again by it."""
    id = record[_ID]
    if id:
        ids = id.split(BETWEEN) if BETWEEN in id else (id,)
        keys = tuple(dict.fromkeys(key for one in ids if (key := id_key(one))))
        if keys:
            return Entry(tuple(ids), keys, record)
    name = record[_FULL] or f"{record[_GIVEN]} {record[_FAMILY]}"
    mail = record[_MAIL].casefold()
    if not (mail or name.strip()):
        return None
    key = f"@{mail}|{fold(name)}|{'' if mail else fold(record[_COMPANY])}"
    return Entry((key,), (key,), record)


def batch_of(entries: Iterable[Entry]) -> Batch:
    """The entries as a batch."""
    some = list(entries)
    keys = [(key, place) for place, entry in enumerate(some) for key in entry.keys]
    return Batch([entry.record for entry in some], [key for key, _ in keys], [place for _, place in keys])


def name_of(record: Record) -> str:
    """The name to show: as given, else put together."""
    return record[_FULL] or together(record[_GIVEN], record[_FAMILY])


def company_of(record: Record) -> str:
    """The company."""
    return record[_COMPANY]


def record_of(fields: dict[str, str]) -> Record:
    """A record from fields by name; the others are not known."""
    return tuple(fields.get(name, "") for name in MAPPED)


def is_another(old: Record, new: Record) -> bool:
    """Whether two records of one id are two people: names of which neither is part of the other.

    Somebody who keeps the e-mail address has only changed the name.
    """
    was, now = _words(old), _words(new)
    mails = (set(record[_MAIL].casefold().split()) for record in (old, new))
    return not (was <= now or now <= was or set.intersection(*mails))


def merged(old: Record, new: Record) -> Record:
    """The old record with what the new one says: absent is not empty, and an id once given stays.

    A name is one thing, whole from one of the two. Of another person nothing else is kept either.
    """
    both = list(new) if is_another(old, new) else [one or was for was, one in zip(old, new, strict=True)]
    for at, text in zip(_NAME, _name(old, new), strict=True):
        both[at] = text
    if old[_ID] and new[_ID] != old[_ID]:
        both[_ID] = BETWEEN.join(
            dict.fromkeys((*old[_ID].split(BETWEEN), *filter(None, new[_ID].split(BETWEEN))))
        )
    return tuple(both)


def _name(old: Record, new: Record) -> Iterator[str]:
    """The full name and its parts: of both where they agree to the letter, else of the one that says more."""
    if set(name_of(old).split()) == set(name_of(new).split()):
        return (new[at] or old[at] for at in _NAME)
    source = old if _words(new) < _words(old) else new
    return (source[at] for at in _NAME)


def _words(record: Record) -> set[str]:
    return set(fold(name_of(record)).split())
