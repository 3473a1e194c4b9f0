"""Bare values between separators, in the layouts seen on badges; what cannot be sure is only proposed."""

import random
from collections.abc import Iterator

from tests.corpus.item import Item
from tests.corpus.people import NAMES, PLACE, Person, people

NOTE = frozenset({"note"})


def validar(person: Person) -> tuple[list[str], dict[str, object]]:
    """id;first;last;company."""
    values = [person.badge_id, person.given, person.family, person.company]
    return values, person.known(*NAMES, "company", "badge_id")


def devoxx(person: Person) -> tuple[list[str], dict[str, object]]:
    """ID::lastname::firstname::company::email."""
    values = [person.badge_id, person.family, person.given, person.company, person.email]
    return values, person.known(*NAMES, "company", "badge_id", "emails")


def aptify(person: Person) -> tuple[list[str], dict[str, object]]:
    """Free values, the person's number last."""
    values = [person.given, person.family, person.company, "000012345"]
    return values, {**person.known(*NAMES, "company"), "badge_id": "000012345"}


def every_second(person: Person) -> tuple[list[str], dict[str, object]]:
    """A PDF417 with a value at every second place."""
    values = [""] * 29
    values[0:7:2] = [person.badge_id, person.given, person.family, person.company]
    values[8], values[14], values[18], values[20] = (
        person.street, person.city, person.postal_code, person.country[1]
    )  # fmt: skip
    values[22], values[26], values[28] = person.phone[0], person.email, person.job_title
    known = person.known(*NAMES, "company", "job_title", "emails", "phones", *PLACE, "badge_id")
    return values, known


def shaped(person: Person) -> tuple[list[str], dict[str, object]]:
    """id|first|last|company|email|phone|country: the last three are sure."""
    values = [person.badge_id, person.given, person.family, person.company, person.email, person.phone[0],
              person.country[0]]  # fmt: skip
    return values, person.known(*NAMES, "company", "emails", "phones", "country", "badge_id")


def card_lines(person: Person) -> tuple[list[str], dict[str, object]]:
    """A card as plain lines."""
    values = [person.together, person.company, person.email, person.phone[0], person.website]
    known = person.known("full_name", "company", "emails", "phones", "website")
    return values, known


LAYOUTS = {
    validar: (";", "\t", "|"),
    devoxx: ("::",),
    aptify: ("^",),
    every_second: (";", "\t"),
    shaped: ("|", ";", "\t", "^"),
    card_lines: ("\n",),
}


def items(seed: int) -> Iterator[Item]:
    """Every layout with every separator it is seen with."""
    chance = random.Random(seed)
    for layout, separators in LAYOUTS.items():
        for person in people(22, seed):
            separator = chance.choice(separators)
            values, wanted = layout(person)
            inside = any(separator in value for value in values)
            if inside or _is_two_worded(layout.__name__, person):
                continue
            group = f"delimited, {layout.__name__.replace('_', ' ')}"
            yield Item(group, separator.join(values), {"format": "delimited", **wanted}, loose=NOTE)


def _is_two_worded(layout: str, person: Person) -> bool:
    """Two given names before a surname look like a full name before a company; nobody could tell."""
    return layout in ("validar", "aptify", "shaped") and " " in person.given and " " in person.family
