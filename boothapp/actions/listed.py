"""One person of the organiser's attendee list, tidied when asked for."""

import re
from collections.abc import Callable
from dataclasses import replace

from boothapp.badge import bookmark, clean
from boothapp.badge.reading import Reading
from boothapp.domain.attendee import IDS, Attendee, but_for_zeros, filled
from boothapp.domain.attendee_entry import BETWEEN, MAPPED, Record
from boothapp.domain.show import Show
from boothapp.domain.visitor import TEXT_FIELDS, Phone, Visitor
from boothapp.store import attendees, shows
from boothapp.store.database import Store
from boothapp.words import mark, tr

ZEROS = mark("The attendee list has this id as {id}, with other leading zeros.")

# An address of any page, and one that says something about the visitor.
_LINKS = ("url", "link")
_MAILS, _PHONES = re.compile(r"[\s;,]+"), re.compile(r"[\n;,]+| / ")


def by_badge(store: Store, show: Show, badge_id: str) -> Attendee | None:
    """The person of the show's list with this badge id, tidied; None where there is none or more than one."""
    found = attendees.find(store, show.id, badge_id)
    if found is None:
        return None
    person = attendee(*found, show.country)
    return replace(person, listed_as=but_for_zeros(badge_id, person.ids))


def completed(store: Store, reading: Reading) -> tuple[Reading, tuple[str, ...]]:
    """A badge's reading with what the open show's list says beside it, and the names of those fields."""
    show = shows.current(store)
    if show:
        reading = with_known_id(reading, lambda id: bool(attendees.find(store, show.id, id)))
    person = by_badge(store, show, reading.badge_id) if show else None
    if person is None:
        return reading, ()
    visitor, fields = filled(reading.visitor, person.visitor)
    said = (tr(ZEROS).format(id=person.listed_as),) if person.listed_as else ()
    return replace(reading, visitor=visitor, warnings=(*reading.warnings, *said)), fields


def with_known_id(reading: Reading, knows: Callable[[str], bool]) -> Reading:
    """A link that holds the one id somebody knows is that person's badge, and not the visitor's website."""
    if reading.badge_id or reading.format not in _LINKS:
        return reading
    address = reading.text.strip()
    known = [one for one in bookmark.possible_ids(address) if knows(one)]
    if len(known) != 1:
        return reading
    visitor = reading.visitor
    if reading.format == _LINKS[0]:
        note = "\n".join(filter(None, (visitor.note, address)))
        visitor = replace(visitor, website="", note=note)
    return replace(reading, format=_LINKS[1], badge_id=known[0], visitor=visitor)


def attendee(row: int, record: Record, country: str = "") -> Attendee:
    """A record as it is used: phones and mails read, the country by its code."""
    said = dict(zip(MAPPED, record, strict=True))
    texts = {name: said[name].replace(BETWEEN, " ") for name in TEXT_FIELDS}
    emails = tuple(filter(None, _MAILS.split(said["emails"])))
    phones = tuple(Phone(text.strip()) for text in _PHONES.split(said["phones"]) if text.strip())
    visitor, _ = clean.visitor(Visitor(emails=emails, phones=phones, **texts), country)
    return Attendee(row, tuple(filter(None, said[IDS].split(BETWEEN))), visitor)
