"""Columns that hold a part of a name, by the words their headings are made of.

Everyday words of forms in the languages of Europe's shows, and of East Asia; compared folded.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from boothapp.badge.labels import words
from boothapp.domain.folding import fold

GIVEN, FAMILY, FULL = "given_name", "family_name", "full_name"
MORE_GIVEN, MORE_FAMILY = "more of given_name", "more of family_name"
"""A middle name or a patronymic, a second surname or what stands before one: parts beside another."""

# Words that only say which name: "First", "Name (Last)", "Given name".
_WHICH = {
    GIVEN: "first given fore christian",
    FAMILY: "last family",
    MORE_GIVEN: "middle patronymic second",
    MORE_FAMILY: "maternal",
}
# Words that are such a name by themselves; with a bare "name" beside them they are both: "Name, Surname".
_NAMES = {
    GIVEN: """
        firstname firstnames forename forenames givenname givennames fname vorname vornamen rufname prenom
        prenoms imie imiona jmeno voornaam voornamen roepnaam fornavn fornamn tilltalsnamn etunimi etunimet
        adi keresztnev utonev prenume ime meno vards vardas eesnimi ονομα ім'я имя име 名 名字""",
    FAMILY: """
        lastname lastnames surname surnames familyname sname lname nachname familienname zuname nom apellido
        apellidos sobrenome apelido apelidos cognome nazwisko prijmeni priezvisko achternaam familienaam
        etternavn efternavn efternamn slektsnavn sukunimi soyad soyadi soyisim vezeteknev csaladnev
        prezime презиме priimek uzvards pavarde perekonnanimi nume επωνυμο επιθετο прізвище
        фамилия фамилно 姓""",
    MORE_GIVEN: """
        middlename mname patronym patronymic patronimico otchestvo mellomnavn mellemnavn mellannamn
        patronymikon отчество побатькові бащино πατρωνυμο""",
    MORE_FAMILY: "tussenvoegsel tussenvoegsels namenszusatz vorsatzwort",
}
_PHRASES = {
    MORE_GIVEN: """
        по батькові|middle initial|mi|second forename|second given name|zweiter vorname|weitere vornamen
        deuxieme prenom|autres prenoms|drugie imie|druhe jmeno|segundo nombre|secondo nome|второе имя
        друге ім'я|tweede voornaam|nome do meio|ikinci ad|mittelname""",
    MORE_FAMILY: """
        second surname|second last name|second family name|maternal surname|segundo apellido|apellido 2
        apellido materno|name prefix|surname prefix|last name prefix""",
    FAMILY: "primer apellido|apellido 1|apellido paterno|second name|お名前 姓|이름 성|성명 성",
}
_BARE = frozenset(map(fold, words("name names nome naam navn namn nimi nombre nombres ad имена")))
_WHOSE = words(
    """attendee participant visitor delegate guest contact person registrant badge your primary holder
    teilnehmer besucher gast kontakt legal official full complete"""
)
_BETWEEN = frozenset(map(fold, words("and und et e y i a ja och og ve та і и en in of the des der")))
_SPECIFIES = re.compile(r"[:(\[–—]|\s-\s")


def part_of(heading: str, folded: Sequence[str]) -> str:
    """The part of a name a heading speaks of, FULL for both, "" for anything else; folded: its words."""
    if name := _phrases().get(" ".join(folded), ""):
        return name
    bare = any(word in _BARE for word in folded)
    said = [word for word in folded if word not in _BARE | _WHOSE | _BETWEEN]
    if not said or not all(word in _which() or word in _names() for word in said):
        return ""
    parts = {_names().get(word) or _which()[word] for word in said}
    nouns = all(word in _names() for word in said)
    return FULL if _is_both(parts, nouns and bare and not _SPECIFIES.search(heading)) else _one(parts)


def _is_both(parts: set[str], beside_name: bool) -> bool:
    return {GIVEN, FAMILY} <= parts or (beside_name and FAMILY in parts)


def _one(parts: set[str]) -> str:
    """First and middle name in one column are the given name."""
    return next(name for name in (GIVEN, FAMILY, MORE_GIVEN, MORE_FAMILY) if name in parts)


def settled(found: Iterable[str]) -> list[str]:
    """Further parts go with the part they belong to, where it has a column; else they are of no use."""
    named = list(found)
    homes = {MORE_GIVEN: GIVEN, MORE_FAMILY: FAMILY}
    alone = GIVEN not in named and FAMILY in named and FULL not in named
    known = {*named, GIVEN} if alone else set(named)
    return [(homes[name] if homes[name] in known else "") if name in homes else name for name in named]


@cache
def _which() -> Mapping[str, str]:
    return _by_word(_WHICH)


@cache
def _names() -> Mapping[str, str]:
    return _by_word(_NAMES)


def _by_word(table: Mapping[str, str]) -> dict[str, str]:
    return {fold(word): name for name, some in table.items() for word in some.split()}


@cache
def _phrases() -> Mapping[str, str]:
    lines = {name: text.replace("\n", "|").split("|") for name, text in _PHRASES.items()}
    return {fold(phrase): name for name, some in lines.items() for phrase in some if phrase.strip()}
