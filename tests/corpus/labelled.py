"""Labelled badges: vendors' tags, lines and forms in several languages; and JSON in several structures."""

import json
import random
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote_plus

from tests.corpus.item import Item
from tests.corpus.people import CONTACT, NAMES, Person, people

FIELDS = (*NAMES, *CONTACT, "city", "country", "badge_id")
# Label of: id, given name, family name, company, title, e-mail, phone, city, country.
LABELS = (
    ("ID", "FN", "LN", "CO", "TI", "EM", "PH", "CI", "CN_"),
    ("id", "firstname", "lastname", "company", "jobtitle", "email", "phone", "city", "country"),
    ("Badge ID", "First name", "Last name", "Employer", "Job title", "E-mail", "Phone", "City", "Country"),
    ("Badge-Nr", "Vorname", "Name", "Firma", "Position", "E-Mail", "Telefon", "Ort", "Land"),
    ("Номер", "Ім’я", "Прізвище", "Компанія", "Посада", "Ел. пошта", "Телефон", "Місто", "Країна"),
    ("registration_id", "given_name", "surname", "employer", "role", "mail", "tel", "town", "country"),
    ("attendeeId", "attendeeFirstName", "attendeeLastName", "companyName", "title", "emailAddress",
     "phoneNumber", "city", "countryCode"),
    ("Numéro", "Prénom", "Nom", "Société", "Fonction", "Courriel", "Téléphone", "Ville", "Pays"),
)  # fmt: skip


def values(person: Person) -> tuple[str, ...]:
    """The values in the order of the labels."""
    return (person.badge_id, person.given, person.family, person.company, person.job_title, person.email,
            person.phone[0], person.city, person.country[0])  # fmt: skip


def tagged(seed: int) -> Iterator[Item]:
    """Every set of labels by every separator; a separator inside a value has a backslash before it."""
    chance = random.Random(seed)
    for labels in LABELS[1:]:
        for separator, colon in (
            ("\n", ": "),
            ("\r\n", ":"),
            (";", ":"),
            ("|", "="),
            ("\t", ": "),
            ("^", ":"),
        ):
            for person in people(6, chance.randrange(10**6)):
                pairs = list(zip(labels, (_escaped(text, separator) for text in values(person)), strict=True))
                chance.shuffle(pairs)
                text = separator.join(f"{label}{colon}{value}" for label, value in pairs)
                yield Item("labelled", text, {"format": "labelled", **person.known(*FIELDS)})


def _escaped(text: str, separator: str) -> str:
    return text.replace(separator, f"\\{separator}") if separator in ";|^" else text


def vendor(seed: int) -> Iterator[Item]:
    """The tags of one lead system, with its mark and two codes of its own; query fields; unknown labels."""
    for person in people(33, seed):
        e = _escaped
        wanted = {"format": "labelled", **person.known(*NAMES, "company", "badge_id")}
        text = (
            f"ID:{person.badge_id};FN:{e(person.given, ';')};LN:{person.family};CO:{e(person.company, ';')}"
        )
        yield Item("tagged (VQC)", f"VQC:T:B;S:web;{text}", wanted)
        yield Item("tagged (VQC)", f"{text};", wanted)
        fields = zip(LABELS[1], values(person), strict=True)
        query = "&".join(f"{label}={quote_plus(value)}" for label, value in fields)
        yield Item("query fields", query, {"format": "labelled", **person.known(*FIELDS)})
        extra = f"name: {person.together}; email: {person.email}; proglang: Python; age: 33"
        note = {"note": "proglang: Python\nage: 33"}
        known = person.known("full_name", "emails")
        yield Item("labelled, with others", extra, {"format": "labelled", **known, **note})


def structures(person: Person) -> Iterator[Any]:
    """The same visitor as several systems nest it, among what is not about the visitor."""
    pid, given, family, company, title, email, phone, city, country = values(person)
    show = {"name": "Pump Expo", "id": 77, "city": "Nowhere"}
    flat = dict(zip(LABELS[1], values(person), strict=True))
    yield flat
    yield {"v": 2, "type": "attendee", **dict(zip(LABELS[6], values(person), strict=True))}
    yield {"conference": show, "attendee": {**flat, "id": None}, "registration": {"id": pid}}
    yield {
        "event": show,
        "visitor": {
            "badge": {"number": pid},
            "name": {"first": given, "last": family},
            "company": {"name": company, "address": {"city": city, "country": {"name": country}}},
            "job": title,
            "emails": [{"type": "work", "value": email}],
            "phones": [{"value": phone}],
        },
    }
    answers = zip(LABELS[2], values(person), strict=True)
    yield {"data": {"answers": [{"question": label, "answer": value} for label, value in answers]}}
    yield [{"fields": [{"name": label, "value": value} for label, value in flat.items()]}]


def objects(seed: int) -> Iterator[Item]:
    """JSON with letters as they are and as escapes, compact and over lines."""
    for person in people(22, seed):
        for structure in structures(person):
            wanted = {"format": "json", **person.known(*FIELDS)}
            yield Item("JSON", json.dumps(structure, ensure_ascii=False), wanted)
            yield Item("JSON", json.dumps(structure, indent=1), wanted)
        whole = json.dumps(dict(zip(LABELS[1], values(person), strict=True)), ensure_ascii=False)
        cut = whole[: whole.index('"phone"') + 4]
        known = person.known(*NAMES, "company", "job_title", "emails", "badge_id")
        yield Item("JSON, cut off", cut, {"format": "json", **known})
