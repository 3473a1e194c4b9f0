"""Badges of bare values between separators: shapes are certain, names and companies are a proposal."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from boothapp.badge import cell_words, cells, shapes
from boothapp.badge.payload import Found, Payload
from boothapp.domain.visitor import Phone, Visitor
from boothapp.words import tr

_NAMED_MAIL = re.compile(r"([^<>@:;|]{2,80})<([^<>@\s]+@[^<>@\s]+\.[^<>@\s]+)>")
# The rarer a sign is in names and sentences, the earlier it is tried.
SEPARATORS = ("^", "::", "\t", "|", ";", ",", "\n")
_FEWEST = {",": 3, "\n": 2}
_MOST = 60
# Where a person's number stands (Aptify writes it last, the others first).
_ID_LAST = "^"
# Validar's PDF417: every second value, from an open client for its badges.
_EVERY_SECOND = {
    0: "badge_id", 2: "given_name", 4: "family_name", 6: "company", 8: "street", 10: "street", 12: "street",
    14: "city", 16: "region", 18: "postal_code", 20: "country", 22: "phone", 24: "fax", 26: "emails",
    28: "job_title",
}  # fmt: skip
_FEWEST_EVERY_SECOND = 9
_CODE_LENGTH = 2
# What programs write for nothing.
_ABSENT = frozenset(("null", "true", "false"))
# Numbers that say themselves whose they are.
_SAYS_ID = re.compile(r"(?i)(?:bdg|badge|reg|att|vis|del|tkt|id)[-_:#]?\d")


@dataclass
class Told:
    """What the values of one badge are: texts in the order of the badge, the rest by shape."""

    badge_id: str = ""
    emails: list[str] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    alike: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether anything was told by its shape."""
        return bool(self.badge_id or self.emails or self.phones or self.known or self.alike or self.in_east)

    @property
    def in_east(self) -> bool:
        """Several values in East Asian letters: no id is written so."""
        return len(self.texts) > 1 and all(map(cell_words.is_east_asian, self.texts))


def recognise(payload: Payload) -> Found | None:
    """The first separator that makes sense; a lone e-mail address or phone number too."""
    text = payload.short.replace("\r\n", "\n").replace("\r", "\n")
    if shapes.is_email(text):
        return Found("mailto", Visitor(emails=(text,)))
    if shapes.is_phone(text) and "+" in text:
        return Found("tel", Visitor(phones=(Phone(text),)))
    if mail := _NAMED_MAIL.fullmatch(text):
        return Found("mailto", Visitor(full_name=mail[1].strip(' "'), emails=(mail[2],)))
    for separator in SEPARATORS:
        values = [value.strip().strip('"') for value in _split(text, separator)[:_MOST]]
        if len(list(filter(None, values))) < _FEWEST.get(separator, 2):
            continue
        if found := _every_second(values, text) or _positional(values, separator, text):
            return found
    return None


def of_values(values: Sequence[str], text: str) -> Found | None:
    """Bare values that come apart already, as in a list; None where none tells by its shape what it is."""
    return _positional([value.strip() for value in values[:_MOST]], "|", text)


def _split(text: str, separator: str) -> list[str]:
    """The values; one in quotes may hold the separator (RFC 4180)."""
    if '"' not in text or "\n" in text or len(separator) > 1:
        return text.split(separator)
    return next(csv.reader([text], delimiter=separator, skipinitialspace=True), [])


def _positional(values: list[str], separator: str, text: str) -> Found | None:
    filled = list(filter(None, values))
    told = _told(filled, separator)
    reachable = told.emails or told.phones or told.known
    framed = told.badge_id and any(shapes.is_event(value) or shapes.is_role(value) for value in filled)
    if not told.sure or not (told.texts or reachable or framed) or _is_prose(told, separator):
        return None
    names = _named(told, filled, separator)
    visitor = Visitor(
        emails=tuple(told.emails), phones=tuple(told.phones), note=text, **{**told.known, **names}
    )
    return Found("delimited", visitor, told.badge_id, _doubts(bool(names), told.alike))


def _is_prose(told: Told, separator: str) -> bool:
    """Sentences hold commas, line ends and numbers too: there, only an address or a phone proves a badge."""
    if separator == ",":
        return not (told.texts and (told.emails or told.phones or told.badge_id))
    return separator == "\n" and not (told.emails or told.phones or "website" in told.known)


def _told(values: Sequence[str], separator: str) -> Told:
    told = Told()
    place, told.alike = _id_place(values, separator)
    for index, value in enumerate(values):
        if index == place:
            told.badge_id = value
        elif shapes.is_email(value):
            told.emails.append(value)
        elif shapes.is_web(value):
            told.known.setdefault("website", value)
        elif shapes.is_phone(value) or (told.texts and shapes.may_be_national_phone(value)):
            told.phones.append(Phone(value))
        elif shapes.is_country(value) and "country" not in told.known and told.texts:
            told.known["country"] = value
        elif _is_text(value, told) and not (index < place and _is_letter_of_kind(value)):
            told.texts.append(value)
    if len(told.texts) == 1 and _is_code(told.texts[0]):
        told.texts.clear()
    return told


def _is_text(value: str, told: Told) -> bool:
    """Whether it may be a name, a company or a title."""
    if shapes.is_number(value):
        return bool(told.texts) and shapes.is_digit_name(value)
    return value not in _ABSENT and not (shapes.is_role(value) and not told.texts)


def _is_letter_of_kind(value: str) -> bool:
    """V for visitor, P for press: what stands before the number of a badge, and is nobody's name."""
    return len(value) == 1 and value.isascii()


def _is_code(text: str) -> bool:
    return len(text) <= _CODE_LENGTH and text.isascii() and text.isupper()


def _id_place(values: Sequence[str], separator: str) -> tuple[int, tuple[str, ...]]:
    """Where the person's number stands, -1 for nowhere; and the numbers it might be where none is likelier.

    It stands at one end, or is the only number there is.
    """
    ends = (len(values) - 1, 0) if separator == _ID_LAST else (0, len(values) - 1)
    numbers = [index for index, value in enumerate(values) if _may_be_id(values, index, separator)]
    best = next((place for place in ends if place in numbers), numbers[0] if len(numbers) == 1 else -1)
    labelled = [index for index in numbers if _SAYS_ID.match(values[index])]
    if len(labelled) == 1:
        return labelled[0], ()
    alike = [values[index] for index in numbers if _form(values[index]) == _form(values[best])]
    return (-1, tuple(alike)) if best >= 0 and len(set(alike)) > 1 else (best, ())


def _may_be_id(values: Sequence[str], index: int, separator: str) -> bool:
    value = values[index]
    if not shapes.is_id(value) or shapes.is_event(value):
        return False
    leads = all(
        shapes.is_role(before) or shapes.is_number(before) or _is_letter_of_kind(before)
        for before in values[:index]
    )
    if not leads and separator != _ID_LAST and shapes.may_be_national_phone(value):
        return False
    if leads or not shapes.may_be_postcode(value):
        return True
    addressed = any(shapes.is_street(each) or shapes.is_country(each) for each in values)
    return index == len(values) - 1 and (separator == _ID_LAST or not addressed)


def _form(text: str) -> str:
    return re.sub("[^\\W\\d_]", "A", re.sub(r"\d", "9", text))


def _named(told: Told, values: Sequence[str], separator: str) -> dict[str, str]:
    """Names, company, title and address from the texts in order; empty where there are none."""
    found = cells.address(values, told.texts)
    texts = [text for text in told.texts if not cells.is_of_address(text, found)]
    codes = [text for text in texts[2:] if shapes.is_country_code(text)]
    if codes and "country" not in told.known:
        told.known["country"] = codes[-1]
        texts.remove(codes[-1])
    return {**cells.named(texts, told.emails, separator), **found}


def _every_second(values: list[str], text: str) -> Found | None:
    between = [value for value in values[1::2] if value]
    if len(values) < _FEWEST_EVERY_SECOND or not shapes.is_number(values[0]):
        return None
    at = {index: values[index] for index in _EVERY_SECOND if index < len(values) and values[index]}
    proven = shapes.is_email(at.get(26, "")) or _is_country(at.get(20, ""))
    if between and not proven:
        return None
    fields: dict[str, list[str]] = {}
    for index, value in at.items():
        fields.setdefault(_EVERY_SECOND[index], []).append(value)
    numbers = [Phone(value) for value in fields.pop("phone", [])]
    numbers += [Phone(value, kind="fax") for value in fields.pop("fax", [])]
    emails, badge_id = fields.pop("emails", []), fields.pop("badge_id")[0]
    texts = {name: ", ".join(parts) for name, parts in fields.items()}
    visitor = Visitor(emails=tuple(emails), phones=tuple(numbers), note=text, **texts)
    return Found("delimited", visitor, badge_id, _doubts(True))


def _is_country(text: str) -> bool:
    return shapes.is_country(text) or shapes.is_country_code(text)


def _doubts(guessed: bool, alike: tuple[str, ...] = ()) -> tuple[str, ...]:
    said = tr("This badge doesn't say which part is which: check name and company. All of it is in the note.")
    numbers = tr("More than one part looks like the number of the badge: {numbers}. None was taken.")
    about_numbers = (numbers.format(numbers=", ".join(alike)),) if alike else ()
    return (*((said,) if guessed else ()), *about_numbers)
