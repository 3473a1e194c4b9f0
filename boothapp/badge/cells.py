"""The bare texts of a badge -> names, company, title, address: by content and by what stands beside.

A proposal: the reader says that it has to be checked, and the whole text stays in the note.
"""

import re
from collections.abc import Mapping, Sequence

from boothapp.badge import card_words, cell_words, names, shapes
from boothapp.domain.folding import fold

# The order of the names (Devoxx: ID::lastname::firstname::company::email; Validar: id;first;last;company).
FAMILY_FIRST = "::"
_POSTCODE_AND_CITY = re.compile(r"((?:[A-Z]{1,3}-)?\d{4,6})\s+([^\d,;]{2,60})")
_WHOLE_NAME_WORDS = 3
_AFTER_TITLE = frozenset(("of", "for", "at", "bei", "der", "des", "fur", "de", "du"))


def is_title(text: str) -> bool:
    """A position in a company."""
    return shapes.is_title(text) or cell_words.is_title(text)


def is_company(text: str) -> bool:
    """A legal form, or a word that companies without one have."""
    return shapes.is_company(text) or (cell_words.is_company(text) and not _is_person(text))


def address(values: Sequence[str], taken: Sequence[str]) -> dict[str, str]:
    """Street, and the postcode and city behind it; empty where no value is certainly a street."""
    at = next((at for at, value in enumerate(values) if value in taken and card_words.is_street(value)), -1)
    if at < 0:
        return {}
    found = {"street": values[at]}
    after = [*values[at + 1 : at + 3], "", ""]
    if match := _POSTCODE_AND_CITY.fullmatch(after[0]):
        return {**found, "postal_code": match[1], "city": match[2].strip()}
    if shapes.may_be_postcode(after[0]):
        found["postal_code"] = after.pop(0)
    if after[0] in taken and _may_be_city(after[0]):
        found["city"] = after[0]
    return found


def is_of_address(text: str, found: Mapping[str, str]) -> bool:
    """Whether a text went into the address: the street, the town, or postcode and town."""
    both = _POSTCODE_AND_CITY.fullmatch(text)
    return text in found.values() or (both is not None and both[1] == found.get("postal_code"))


def _may_be_city(text: str) -> bool:
    other = is_company(text) or is_title(text) or shapes.is_country(text) or shapes.is_country_code(text)
    return bool(text) and not other and all(not letter.isdigit() for letter in text)


def named(texts: Sequence[str], emails: Sequence[str], separator: str) -> dict[str, str]:
    """Names, company and title from texts in the order of the badge."""
    bare = [text for text in texts if not names.is_honorific(text)]
    titles = [text for at, text in enumerate(bare) if is_title(text) and not _is_surname(bare, at)]
    rest = [text for at, text in enumerate(bare) if not is_title(text) or _is_surname(bare, at)]
    titles, rest = _with_company(titles, rest)
    people, company = _parted(rest, emails, separator)
    return {
        **_name(people, emails, separator),
        **({"company": company} if company else {}),
        **({"job_title": titles[0]} if titles else {}),
    }


def _is_surname(texts: Sequence[str], at: int) -> bool:
    """Anna;Head;Hive Ltd: a lone first name wants a second one. Dr. Anna Head and Anna Head are names too."""
    if _is_person(texts[at]):
        return True
    before = texts[at - 1] if at == 1 else ""
    alone = bool(before) and " " not in before and not is_title(before) and not is_company(before)
    return alone and cell_words.is_surname_too(texts[at])


def _is_person(text: str) -> bool:
    """Dr. Anna Head, Anna Head."""
    first, _, last = names.without_titles(text).rpartition(" ")
    if not first or " " in first or not cell_words.is_surname_too(last):
        return False
    return names.is_given(first) or not text.startswith(first)


def _with_company(titles: list[str], rest: list[str]) -> tuple[list[str], list[str]]:
    """Head Sport GmbH: a title with a legal form is the company, where nothing else is."""
    firms = [text for text in titles if shapes.is_company(text)]
    likely = [text for text in firms if not _begins_as_title(text)] or (firms if len(titles) > 1 else [])
    if len(likely) != 1 or any(map(is_company, rest)) or len(rest) > 2:
        return titles, rest
    return [text for text in titles if text != likely[0]], [*rest, likely[0]]


def _begins_as_title(text: str) -> bool:
    """Sales Manager ..., Head of ..."""
    words = fold(text).split()
    return words[1] in _AFTER_TITLE or (shapes.is_title(words[0]) and shapes.is_title(words[1]))


def _parted(texts: list[str], emails: Sequence[str], separator: str) -> tuple[list[str], str]:
    """The texts of the name, and the company."""
    at = next((at for at, text in enumerate(texts) if shapes.is_company(text)), None)
    if at is None:
        at = next((at for at, text in enumerate(texts) if at and is_company(text)), None)
    if at is None and separator != FAMILY_FIRST and _starts_with_company(texts):
        at = 0
    if at == 0:
        rest = texts[1:]
        return rest[: _usual_place(rest, emails)], texts[0]
    place = _usual_place(texts, emails) if at is None else at
    return texts[: min(place, 2)], texts[place] if place < len(texts) else ""


def _starts_with_company(texts: list[str]) -> bool:
    """Bosch;Anna Bee: the second one is a name for sure, the first one is none."""
    if len(texts) < 2 or " " in texts[0] or names.is_given(texts[0]):
        return False
    return bool(names.split(texts[1]))


def _usual_place(texts: list[str], emails: Sequence[str]) -> int:
    """The company comes after one full name or after two names."""
    if not texts:
        return 0
    after = texts[1] if len(texts) > 1 else ""
    if cell_words.is_whole_name(texts[0], after) or len(texts[0].split()) >= _WHOLE_NAME_WORDS:
        return 1
    if " " in texts[0] and (len(texts) == 2 or " " in after or _mail_has(texts[0], emails)):
        return 1
    return 2


def _mail_has(name: str, emails: Sequence[str]) -> bool:
    """Whether an address is made of the words of this name."""
    words = sorted(fold(name).split())
    return any(sorted(re.split(r"[._-]", mail.partition("@")[0].casefold())) == words for mail in emails)


def _name(people: list[str], emails: Sequence[str], separator: str) -> dict[str, str]:
    if len(people) < 2:
        return {"full_name": people[0]} if people else {}
    one, other = people[:2]
    given, family = (other, one) if separator == FAMILY_FIRST else (one, other)
    if _mail_says(emails, family, given):
        given, family = family, given
    elif not _mail_says(emails, given, family):
        given, family = _in_sure_order(one, other) or (given, family)
    return {"given_name": given, "family_name": family}


def _in_sure_order(one: str, other: str) -> tuple[str, str] | None:
    """Given and family name where one is a known given name, stands in capitals, or the script tells."""
    if cell_words.is_east_asian(one + other):
        surnames = [text for text in (one, other) if cell_words.is_east_surname(text)]
        return {one: (other, one), other: (one, other)}[surnames[0]] if len(surnames) == 1 else None
    sure = names.split(f"{one} {other}")
    return (sure.given, sure.family) if (sure.given, sure.family) in ((one, other), (other, one)) else None


def _mail_says(emails: Sequence[str], given: str, family: str) -> bool:
    """Whether an address such as given.family@ shows this order."""
    written = [re.split(r"[._-]", email.partition("@")[0].casefold())[:2] for email in emails]
    return [fold(given), fold(family)] in written
